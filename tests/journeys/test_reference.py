"""The reference pages say what is declared, and the assumptions that rules cite stand on their page."""

import re
import runpy
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
MAKER = runpy.run_path(str(TOP / "docs" / "make_reference.py"))
PAGE = (TOP / "docs" / "assumptions.md").read_text(encoding="utf-8")
RULES = "\n".join(path.read_text(encoding="utf-8") for path in (TOP / "sim").rglob("*.py"))


@pytest.mark.parametrize("name", MAKER["PAGES"])
def test_the_committed_page_is_what_the_declarations_say(name):
    committed = (TOP / "docs" / name).read_text(encoding="utf-8")
    assert committed == MAKER["PAGES"][name](), "run python docs/make_reference.py"


@pytest.mark.parametrize("number", sorted(set(re.findall(r"\bJ\d+\b", RULES))))
def test_every_judgement_that_the_model_cites_is_on_the_page(number):
    assert f"| {number} |" in PAGE


@pytest.mark.parametrize("number", sorted(set(re.findall(r"assumption (A\d+)", RULES))))
def test_every_assumption_that_a_rule_cites_is_on_the_page(number):
    assert f"| {number} |" in PAGE
