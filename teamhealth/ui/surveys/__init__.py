"""Surveys on this laptop: the list, setting up, checking, previewing, collecting."""
