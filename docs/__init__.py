"""Documentation, and what makes parts of it."""
