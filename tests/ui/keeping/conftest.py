"""A survey lead's computer, and a laptop that collects for it."""

from tests.services.conftest import clock, laptop, lead, made

__all__ = ["clock", "laptop", "lead", "made"]
