"""How many one-time codes a lead has beyond one for each person."""

SPARE_CODES = 5
MOST_SPARE_CODES = 500
