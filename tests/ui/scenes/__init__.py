"""Every screen and state of the program, each set up from invented data, for pictures and for walks."""
