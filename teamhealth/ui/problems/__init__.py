"""What went wrong, shown where it can be mended."""
