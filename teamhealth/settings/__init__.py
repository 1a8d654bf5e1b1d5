"""Where things live and what a person has chosen on this computer."""
