"""Charts as plain shapes, one description for screen and paper."""
