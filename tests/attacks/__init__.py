"""Attacks on the promise that nobody can tell who answered what, each shown to work where a defence is missing."""
