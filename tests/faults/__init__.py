"""Faults put in on purpose: what was acknowledged is never lost, and each failure says what it is."""
