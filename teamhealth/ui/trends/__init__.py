"""Published rounds over time: a team's themes, or one theme of all teams, and the same as tables."""
