"""A page as PDF, where the extra for it is installed; everybody else prints from a browser."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from sim.errors import BadInput, Problem

MISSING = "needs the extra alliance-lab[pdf] and the system's Pango; or print report.html from a browser: it fits on A4"


def printer() -> Any:
    """The library that lays pages out; BadInput where it, or what it needs of the system, is not there."""
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError):
        raise BadInput(Problem("--pdf", 0, "", "", MISSING)) from None


def print_page(page: Path, target: Path) -> None:
    """Write a page as PDF; nothing is fetched from elsewhere, since a page holds all that it shows."""
    printer().HTML(string=page.read_text(encoding="utf-8"), base_url=None).write_pdf(str(target))
