"""Tests of ``teamhealth.publication``."""
