"""Files from hostile hands, put before every reader."""
