"""The screens of a survey lead who sets a survey up."""
