"""One file a job: design, run, analyse, draw, write, read top to bottom as a recipe."""
