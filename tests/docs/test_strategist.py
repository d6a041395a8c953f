"""The strategist's twenty minutes, followed to the letter on fewer futures, and the worked examples."""

from __future__ import annotations

import json
import re

import pytest

import experiments.studies.parting as parting
from alliance.cli import main
from experiments.studies.inviting import read_pool
from sim.scenario import load_scenario
from tests.journeys.test_demonstrations import WRONG_FRENCH
from tests.support import ROOT

PAGES = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("strategist.md", "strategist.fr.md")}
PAGE = PAGES["strategist.md"]
EXAMPLES = (
    ("georgia", "georgia_registered"), ("peru", "peru_without_pledge"), ("zambia", "zambia_government_outside"),
    ("many_sectors", "like_minded"),
)  # fmt: skip


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(parting, "PAIRS_READ", 3)
    return tmp_path


def block(start, page):
    """The first block of a page that begins with these words."""
    return next(text for text in re.findall(r"```\w*\n(.*?)```", page, flags=re.S) if text.startswith(start))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_followed_to_the_letter(here, name):
    page = PAGES[name]
    commands = [line.split()[1:] for line in block("alliance new", page).splitlines()]
    assert [main(words) for words in commands] == [0, 0]
    (here / "plan-b.yaml").write_text(block("# plan-b.yaml", page), encoding="utf-8")
    assert len(load_scenario("plan-b.yaml").members) == len(load_scenario("mine.yaml").members) + 1
    words = block("alliance compare", page).split()[1:]
    assert main([*words, "-r", "20", "--contexts", "0", "-q"]) == 0
    assert (here / "results" / "comparison-mine-plan-b" / "report.html").is_file()
    (here / "candidates.csv").write_text(block("name,kind", page), encoding="utf-8")
    pool = read_pool("mine.yaml", "candidates.csv")
    assert len(pool.candidates) == 3 and pool.cost([0, 1, 2]) == 10.0


def test_the_french_page_is_set_as_french_is():
    """Spaces that do not break before two-part signs and inside guillemets, and none that do."""
    words = re.sub(r"```.*?```|`[^`]*`", "", PAGES["strategist.fr.md"], flags=re.S)
    assert not WRONG_FRENCH.search(words)


@pytest.mark.parametrize(("first", "second"), EXAMPLES)
def test_a_worked_example_runs(here, first, second):
    assert main(["compare", first, second, "-r", "20", "--contexts", "0", "--out", "out", "-q"]) == 0
    data = json.loads((here / "out" / "comparison.json").read_text(encoding="utf-8"))
    assert data["inputs"] and not any(data["failed"].values())
    assert f"`{first}`" in PAGE or f"compare {first} {second}" in PAGE


def test_many_sectors_and_like_minded_have_equal_means():
    """S56 asks for equal size and budget."""
    both = [load_scenario(name).members for name in ("many_sectors", "like_minded")]
    assert len(both[0]) == len(both[1])
    for key in ("hours", "money"):
        assert sum(one.attributes[key] for one in both[0]) == sum(one.attributes[key] for one in both[1])
