"""The screens of sealed returns."""
