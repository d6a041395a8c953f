"""Writes the pages that are made, and the parts of pages that stand between two marks: python docs/make_reference.py

Everything in them is said once: where a parameter, an outcome, a kind or an event is declared, in the text of a rule,
or in a small register beside the pages. A test holds the committed pages against what this script makes.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the model beside this folder, wherever one stands

from docs.making.pages import DOCS, PAGES  # noqa: E402


def main() -> None:
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
