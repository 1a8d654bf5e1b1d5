"""From answers to scores and confidential measures."""
