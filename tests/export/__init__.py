"""Tests of teamhealth.export."""
