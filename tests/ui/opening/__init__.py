"""Tests of the screens of opening."""
