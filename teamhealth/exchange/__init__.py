"""The files that travel."""
