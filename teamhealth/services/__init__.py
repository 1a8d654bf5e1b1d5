"""One use case, one function: what screens and commands may ask for."""
