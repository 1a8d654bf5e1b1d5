"""Teams beside each other: the heat map, what is behind a cell, and the same as tables."""
