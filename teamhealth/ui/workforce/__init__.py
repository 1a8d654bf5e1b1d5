"""The screens of workforce figures: shown beside reference marks, entered by hand, taken from a file."""
