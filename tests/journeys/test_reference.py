"""Pages say what is declared: reference, assumptions, the week; what the README shows works, links lead somewhere."""

import re
import runpy
from pathlib import Path

import pytest

from sim.scenario import check_text

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


@pytest.mark.parametrize("number", sorted(set(re.findall(r"assumption (F\d+)", RULES))))
def test_every_assumption_that_a_rule_cites_is_on_the_page(number):
    assert f"| {number} |" in PAGE


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{path.name}" for path in sorted((TOP / "docs").glob("*.md")))])
def test_every_link_leads_somewhere(page):
    text = (TOP / page).read_text(encoding="utf-8")
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert not [target for target in linked if not (TOP / page).parent.joinpath(target).exists()]


def test_the_scenario_of_the_readme_is_fine():
    text = (TOP / "README.md").read_text(encoding="utf-8")
    (scenario,) = re.findall(r"```yaml\n(.*?)```", text, re.S)
    assert not check_text(scenario)
