"""The command line: read the wish, make one call, show the answer."""

from alliance.cli.entry import main

__all__ = ["main"]
