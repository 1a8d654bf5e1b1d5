"""A survey lead's sealed returns: files, teams, opening together, comments, publishing and handing results back."""
