"""Retention plans: the list, the plan of a team, and the form of an action."""
