"""Tests of ``teamhealth.services``."""
