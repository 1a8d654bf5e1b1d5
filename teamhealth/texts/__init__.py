"""One catalogue of words for screen, paper and command line."""
