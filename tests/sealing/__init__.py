"""Tests of teamhealth.sealing."""
