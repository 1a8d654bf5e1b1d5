"""Keying answers in from paper, twice."""
