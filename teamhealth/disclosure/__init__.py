"""The release rules: from confidential measures to a publication."""
