"""A lesson as one file: results computed beforehand for every position of the slider; no server, no network."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup

from alliance.web.futures import Stock
from alliance.web.lessons import Lesson, lesson_futures, lesson_told
from alliance.web.live import blocks
from alliance.web.turns import Turns
from experiments.studies.provenance import must_match, version

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("charts/svg.js", "charts/levels.js", "js/i18n.js", "js/lesson.js", "handout.js")
USED = ("lesson.", "chart.", "chance", "colon", "value_of")  # words that the scripts of a handout ask for
IMPORT = re.compile(r"^import\s[^;]*;\s*$", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(const|let|function|async|class)\b)", re.MULTILINE)


async def handout(lesson: Lesson, stock: Stock, turns: Turns, lang: str) -> str:
    """The lesson's page as HTML text."""
    futures = lesson_futures(lesson, stock)
    works = [work for each in futures for work in blocks(each, lesson.futures)]
    await turns.do(f"handout {lesson.number}", works)
    for each in futures:
        each.done = max(each.done, lesson.futures)
    return handout_page(lesson, lesson_told(lesson, futures, lesson.futures), lang)


def handout_page(lesson: Lesson, found: dict[str, Any], lang: str) -> str:
    """The page from a lesson and what its futures say."""
    words = json.loads((STATIC / "i18n" / f"{lang}.json").read_text(encoding="utf-8"))
    kept = {key: text for key, text in words.items() if key.startswith(USED)}
    data = {"lesson": lesson.describe(lang), "found": found, "lang": lang, "words": kept}
    environment = Environment(loader=FileSystemLoader(STATIC), autoescape=select_autoescape())
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    stamp = must_match() | {"alliance-lab": version("alliance-lab")}
    return environment.get_template("handout.html").render(
        lang=lang, lesson=data["lesson"], words=words, data=Markup(text), script=Markup(bundled(SCRIPTS)),
        style=Markup((STATIC / "handout.css").read_text(encoding="utf-8")),
        stamp=", ".join(f"{name} {value}" for name, value in stamp.items()),
    )  # fmt: skip


def bundled(names: tuple[str, ...]) -> str:
    """Modules one after the other as one script: what they import from each other stands before them."""
    parts = [(STATIC / name).read_text(encoding="utf-8") for name in names]
    return "\n".join(EXPORT.sub("", IMPORT.sub("", part)) for part in parts)
