"""A scenario of one's own: `alliance new` copies a case or takes members from a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance.cli import main
from sim.scenario import load_scenario

MEMBERS = 'name,kind,joins,hours\nCARE,ingo,,12\n"Farmers, United",membership_body,w20,\n"Églises: l’union",faith,,\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def complaint(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["new", *words]) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("name", ["minimal", "georgia", "georgia_gaard", "zambia", "peru"])
def test_a_copy_of_a_case_is_that_case_from_anywhere(here: Path, name: str) -> None:
    (here / "deep").mkdir()
    assert main(["new", "deep/mine.yaml", "--from", name]) == 0
    assert load_scenario("deep/mine.yaml").replace(name=name) == load_scenario(name)


def test_a_copy_keeps_the_comments(here: Path) -> None:
    main(["new", "mine.yaml", "--from", "georgia"])
    assert "# Marks, on every line that states something" in Path("mine.yaml").read_text(encoding="utf-8")


def test_a_table_of_members_becomes_a_scenario() -> None:
    Path("members.csv").write_text(MEMBERS, encoding="utf-8-sig")
    assert main(["new", "mine.yaml", "--from", "members.csv"]) == 0
    scenario = load_scenario("mine.yaml")
    members = {one.name: one for one in scenario.members or ()}
    assert list(members) == ["CARE", "Farmers, United", "Églises: l’union"] and scenario.title == "members"
    assert members["CARE"].attributes == {"hours": 12.0} and members["Farmers, United"].joins == 20


def test_a_mistake_in_a_table_is_told_by_the_line_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    Path("members.csv").write_text(MEMBERS + "Bad,ingoo,,x\n", encoding="utf-8")
    told = complaint(capsys, "mine.yaml", "--from", "members.csv").splitlines()
    assert [line.partition(": ")[0] for line in told] == ["members.csv:5", "members.csv:5"]
    assert told[0].endswith("did you mean ingo?") and not Path("mine.yaml").exists()


def test_nothing_is_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("mine.yaml").write_text("mine", encoding="utf-8")
    assert "already something of this name" in complaint(capsys, "mine.yaml")
    assert Path("mine.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["mine"], "expected a name that ends with .yaml; did you mean mine.yaml?"),
        (["gone/mine.yaml"], "gone: no such folder"),
        (["mine.yaml", "--from", "georga"], "did you mean georgia?"),
        (["mine.yaml", "--from", "none.csv"], "none.csv: expected a CSV file"),
    ],
)
def test_a_slip_is_told_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], here: Path, words: list[str], told: str
) -> None:
    assert told in complaint(capsys, *words)
    assert not list(here.iterdir())
