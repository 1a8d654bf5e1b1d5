"""The screens of a laptop that collects for a survey lead."""
