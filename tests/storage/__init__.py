"""Tests of teamhealth.storage."""
