"""From a publication to tagged PDF."""
