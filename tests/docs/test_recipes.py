"""The recipes of docs/how-to.md, followed to the letter on a copy of the sources, as a newcomer would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.support import ROOT

PAGE = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
RECIPES = PAGE[: PAGE.index("## For Mesa users")]
COPIED = ("sim", "docs", "tests", "experiments", "alliance", "configs", "pyproject.toml", "README.md", "CHANGELOG.md")


def put(place: str, block: str, top: Path) -> None:
    """Put one block where its first line says."""
    name, _, where = place.partition(", ")
    path = top / name
    if where == "a new file":
        assert not path.exists(), name
        path.write_text(block, encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    if where == "at the end":
        lines.append(block)
    elif where.startswith("in "):
        start = next(k for k, line in enumerate(lines) if line.startswith(f"def {where[3:]}("))
        end = next((k for k in range(start + 1, len(lines)) if re.match(r"\S", lines[k])), len(lines))
        while not lines[end - 1].strip():
            end -= 1
        lines.insert(end, block)
    else:
        side, words = re.fullmatch(r'(below|above|instead of) "(.+)"', where).groups()
        k = next(k for k, line in enumerate(lines) if words in line)
        lines[k : k + 1] = {"below": [lines[k], block], "above": [block, lines[k]], "instead of": [block]}[side]
    path.write_text("".join(lines), encoding="utf-8")


def add_entries(block: str, top: Path) -> None:
    """Lines of a register: new ones, and others in place of those that are there."""
    path = top / "docs" / "fixed_numbers.yaml"
    text = path.read_text(encoding="utf-8")
    for place in YAML(typ="safe").load(block):
        text = re.sub(rf"^{re.escape(place)}:.*\n(?:  - .*\n)*", "", text, flags=re.M)
    path.write_text(text + block, encoding="utf-8")


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """A copy of the sources in which every recipe has been followed."""
    top = tmp_path_factory.mktemp("extended")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, top / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, top / name)
    for language, place, block in re.findall(r"```(python|yaml)\n# ([^\n]+)\n(.*?)```", RECIPES, flags=re.S):
        if language == "yaml":
            add_entries(block, top)
        else:
            put(place, block, top)
    return top


def typed(top: Path, *words: str) -> str:
    """What a command prints in the copy, with the rules as plain Python; it must succeed."""
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1", "PYTHONPATH": str(top), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, *words], cwd=top, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


SESSION = """
import sim
from sim import AllianceModel
from sim.kinds import KINDS
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS

scenario = sim.load_scenario("minimal").replace(weeks=60)
often = {"alliance.evaluation_interval": 13, "coefficient.joint_evidence": 0.2}  # stock-taking, and something to find
how = scenario.parameters.with_values({"coefficient.winter_fatigue": 0.05, **often})
tired = sim.run(scenario.replace(parameters=how), seed=1, trajectory=True, events=True)
calm = sim.run(scenario, seed=1, trajectory=True)
assert KINDS["trade_union"].family == "CSO" and "alliance.weight_trade_union" in PARAMETERS
busiest = tired.outcomes["most_hours"]
assert 0.0 < busiest <= tired.outcomes["hours_total"]
assert len(tired.trajectory["evidence_used"]) == 60 and 0.0 < tired.trajectory["evidence_used"].max() <= 1.0
december = slice(48, 52)
assert (tired.trajectory["fatigue_mean"][december] > calm.trajectory["fatigue_mean"][december]).all()
agents = AllianceModel(scenario.replace(parameters=how), rng=1)
agents.run_model()
assert agents.result().outcomes["fatigue_mean"] == tired.outcomes["fatigue_mean"]
told = [event for event in tired.events if event.kind == "well_informed"]
assert told and told[0].text("fr") == "L’évaluation juge l’alliance bien informée."
"""


def test_what_the_recipes_add_works_in_both_doors(extended):
    typed(extended, "-c", SESSION)


@pytest.mark.slow
def test_pages_can_be_made_and_the_tests_of_declarations_pass_after_the_recipes(extended):
    typed(extended, "docs/make_reference.py")
    assert "trade_union" in (extended / "docs" / "reference.md").read_text(encoding="utf-8")
    assert "tire_in_winter" in (extended / "docs" / "submodels.md").read_text(encoding="utf-8")
    typed(
        extended,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/rules/test_declarations.py",
        "tests/docs/test_written_model.py",
    )
    typed(extended, "-m", "ruff", "check", "--no-cache", "sim")
