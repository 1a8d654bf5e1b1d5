"""A survey lead sets a survey up on their own computer, and saves the files that travel."""
