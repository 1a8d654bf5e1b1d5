"""Released figures as tables and JSON."""
