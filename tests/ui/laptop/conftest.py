"""A survey lead's survey file, and the laptop that opens it."""

from tests.services.conftest import clock, laptop, lead, made

__all__ = ["clock", "laptop", "lead", "made"]
