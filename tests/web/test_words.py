"""Words of the pages: the same keys and gaps in both languages, none missing, none unused, French set as French is."""

from __future__ import annotations

import json
import re

import pytest

from alliance.web.asks import FANS
from alliance.web.design import PRESETS
from alliance.web.lessons import challenge, lessons
from alliance.web.server import STATIC
from experiments.report.comparing import LIKELY
from tests.journeys.test_demonstrations import WRONG_FRENCH

WORDS = {lang: json.loads((STATIC / "i18n" / f"{lang}.json").read_text(encoding="utf-8")) for lang in ("fr", "en")}
SCRIPTS = list(STATIC.rglob("*.js"))
GAP = re.compile(r"\{(\w+)\}")
# Keys whose last part is chosen by data, and what it may be.
CHOSEN = {
    "page": ("learn", "explore", "compare", "matters", "compose", "report"), "preset": PRESETS,
    "fan": FANS,
    "likely": [word for _, word in LIKELY], "lang": ("fr", "en"), "role": ("co_chair", "host", "group_lead"),
    "future": ("usual", "lucky", "unlucky"), "matters": ("lever", "context", "members", "about", "outcome", "x", "y"),
    "chart": ("median", "middle", "most", "bet", "against", "for"), "key": [str(k) for k in range(9)],
    "believe": ("title", "sources", "assumed", "checked", "cannot", "who"),
    "compose": ("name", "kind", "hours", "money", "roles", "actions"),
    "challenge": ("reached", "missed", "close"),
}  # fmt: skip
OTHER = {"design_A", "design_B", "speed_0", "speed_1", "speed_2", "all_lever", "all_context", "chance_all"}


def asked_for():
    """Keys that scripts and the handout ask for by name, and those that data choose."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    found = set(re.findall(r'\bt\("([\w.]+)"', text)) | set(re.findall(r'(?:tool|button|save)\("(\w+)"', text))
    found |= set(re.findall(r'\? "([\w.]+)" : "[\w.]+"', text)) | set(re.findall(r'\? "[\w.]+" : "([\w.]+)"', text))
    found |= set(re.findall(r'words\["([\w.]+)"\]', (STATIC / "handout.html").read_text(encoding="utf-8")))
    found |= {f"{group}.{name}" for group, names in CHOSEN.items() for name in names}
    return found | OTHER


def stem(key):
    return re.sub(r"\.(one|other)$", "", key)


def test_both_languages_have_the_same_keys_and_gaps():
    assert WORDS["fr"].keys() == WORDS["en"].keys()
    for key, french in WORDS["fr"].items():
        assert set(GAP.findall(french)) == set(GAP.findall(WORDS["en"][key])), key
        assert french.strip() and WORDS["en"][key].strip(), key


def test_every_word_that_is_asked_for_is_there_and_none_is_left_over():
    there, asked = {stem(key) for key in WORDS["fr"]}, asked_for()
    assert not there - asked, "nobody asks for these"
    called = set(re.findall(r'\bt\("([\w.]+)"', "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)))
    assert not called - there, "these have no words"
    assert not {f"{group}.{name}" for group, names in CHOSEN.items() for name in names} - there


def french_of_lessons():
    for each in [*(one.texts for one in lessons().values()), challenge()]:
        for said in each.values():
            yield from [said["fr"]] if isinstance(said["fr"], str) else said["fr"]


def test_french_is_set_as_french_is():
    for text in [*WORDS["fr"].values(), *french_of_lessons()]:
        assert not WRONG_FRENCH.search(text), text
        assert "'" not in text and '"' not in text, text


@pytest.mark.parametrize("key", [key for key in WORDS["fr"] if key.endswith(".one")])
def test_what_is_counted_has_a_singular_and_a_plural(key):
    assert key.replace(".one", ".other") in WORDS["fr"]


def test_pages_hold_no_style_or_script_of_their_own():
    """The content policy would refuse it; and no other host is named."""
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert "<style" not in page and " style=" not in page and "onclick" not in page
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert "innerHTML" not in text and 'setAttribute("style"' not in text and "eval(" not in text, path.name
        assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", text), path
