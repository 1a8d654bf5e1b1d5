"""A survey lead's computer and a laptop of one of the teams."""

from tests.services.conftest import clock, laptop, lead, made

__all__ = ["clock", "laptop", "lead", "made"]
