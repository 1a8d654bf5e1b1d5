"""From a closed survey to published results: open, read the comments, publish."""
