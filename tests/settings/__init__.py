"""Tests of ``teamhealth.settings``."""
