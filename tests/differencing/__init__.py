"""Whether anything can be worked out by setting a council's documents against each other, over one round or two."""
