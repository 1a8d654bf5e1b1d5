"""How it works, in plain words."""
