"""Tests of ``teamhealth.survey``."""
