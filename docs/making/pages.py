"""Every page that is made, whole or between marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from docs.making import evidence, lessons, parts, reference, submodels, traces

DOCS = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- made by docs/make_reference.py: begin", "<!-- made by docs/make_reference.py: end -->"
WITH_PARTS = (
    "assumptions.md", "facilitator.en.md", "facilitator.fr.md", "model.md", "odd.md", "rows.md", "submodels.md",
    "validation.md",
)  # fmt: skip
MAKERS: dict[str, Callable[..., list[str]]] = {
    **parts.MAKERS,
    **evidence.MAKERS,
    **lessons.MAKERS,
    "rows": traces.rows,
    "submodels": submodels.submodels,
}


def filled(name: str) -> str:
    """A page with what stands between its marks made anew; the words around them stay as they are."""

    def made(match: re.Match[str]) -> str:
        maker, *words = match[1].split()
        body = "\n".join(line.rstrip() for line in MAKERS[maker](*words)).rstrip()
        return f"{BEGIN} {match[1]} -->\n{body}\n{END}"

    text = (DOCS / name).read_text(encoding="utf-8")
    return re.sub(rf"{BEGIN} ([^>]+?) -->.*?{END}", made, text, flags=re.S)


PAGES: dict[str, Callable[[], str]] = {
    "reference.md": reference.reference,
    **{name: partial(filled, name) for name in WITH_PARTS},
}
