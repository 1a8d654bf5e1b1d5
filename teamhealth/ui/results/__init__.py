"""What a publication says: the list of results, a team's dashboard and its tables."""
