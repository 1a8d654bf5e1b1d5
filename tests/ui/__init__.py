"""Tests of the screens, run without a display."""
