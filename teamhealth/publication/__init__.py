"""The frozen result of a survey: all that anybody may see."""
