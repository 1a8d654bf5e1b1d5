"""Tests of teamhealth.disclosure."""
