"""Tests of the documents on paper."""
