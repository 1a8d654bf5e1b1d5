"""Tests of what makes and checks a bundle."""
