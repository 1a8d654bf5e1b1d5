"""Runs that spoil many more files than the tests do; ``python -m tests.fuzz``."""
