"""The ids of the places that the window has."""

SURVEYS, RESULTS, COMPARE, TRENDS = "surveys", "results", "compare", "trends"
PLANS, WORKFORCE = "plans", "workforce"
RETURNS, SETTINGS, HELP = "returns", "settings", "help"
