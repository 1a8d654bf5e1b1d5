"""Tests of ``teamhealth.texts``."""
