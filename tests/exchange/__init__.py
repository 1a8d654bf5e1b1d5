"""Tests of teamhealth.exchange."""
