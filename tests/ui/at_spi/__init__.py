"""Once through the program as a screen reader hears it."""
