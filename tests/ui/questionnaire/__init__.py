"""Tests of the questionnaire mode."""
