"""Reusable widgets, free of the domain: each has an object name, an accessible name and a keyboard path."""
