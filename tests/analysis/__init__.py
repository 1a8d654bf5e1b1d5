"""Tests of teamhealth.analysis."""
