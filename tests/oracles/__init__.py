"""Figures that R works out, kept so that the tests need no R; ``Rscript NAME.R TABLE.csv`` makes them again."""
