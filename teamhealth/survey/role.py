"""What this computer is to a survey."""

from enum import StrEnum


class SurveyRole(StrEnum):
    """HERE collects and opens; LEAD holds the key and takes returns in; LAPTOP collects for a survey lead."""

    HERE = "here"
    LEAD = "lead"
    LAPTOP = "laptop"
