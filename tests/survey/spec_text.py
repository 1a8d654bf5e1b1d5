"""A description of a survey without any fault."""

GOOD = """
name = "Autumn 2026 team health"
organisation = "Exampleshire Council"
comments_from = "threshold"

[[services]]
name = "Early Help"

[[services.teams]]
name = "Alder"
headcount = 9
recipients_answering = 1

[[services.teams]]
name = "Beech"
headcount = 6
"""
