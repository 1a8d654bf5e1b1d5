"""Tests of ``teamhealth.cli``."""
