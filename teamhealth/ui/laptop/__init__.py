"""A laptop that collects for a survey lead: opening the survey file, collecting, and the sealed return."""
