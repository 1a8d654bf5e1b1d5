"""What lies on disk: the sealed box, surveys, drafts and publications."""
