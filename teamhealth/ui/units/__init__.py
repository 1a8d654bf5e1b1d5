"""The screens of teams and services from round to round."""
