"""Charts as plain shapes."""
