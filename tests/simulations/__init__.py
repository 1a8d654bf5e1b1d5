"""Simulated staff, of whom the truth is known: how often the figures are right."""
