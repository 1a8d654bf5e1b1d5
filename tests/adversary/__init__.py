"""An adversary with linear and integer programs, against everything that a council publishes."""
