"""Tests of the screens of surveys."""
