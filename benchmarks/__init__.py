"""How fast the model runs here, what it takes, and an independent small version beside it."""
