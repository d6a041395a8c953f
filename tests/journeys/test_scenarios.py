"""What a person writes in a scenario file, and what comes back: a scenario, or every mistake with line and mend."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sim.errors import BadInput, Problem
from sim.scenario import (
    Organisation,
    Scenario,
    check_scenario,
    check_text,
    dump_scenario,
    load_scenario,
    load_text,
    refused_factor,
    resolved,
    scenario_from_resolved,
    shipped_scenarios,
    with_settings,
)

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@dataclasses.dataclass(frozen=True)
class Bad:
    """A file that a scenario must not be, and what the message about it must say."""

    name: str
    content: bytes
    line: int
    key: str
    says: tuple[str, ...]
    problems: int = 1
    files: tuple[tuple[str, str], ...] = ()

    def write(self, folder: Path) -> Path:
        """Write the file, and those that it needs, into a folder."""
        for name, text in self.files:
            (folder / name).write_text(text, encoding="utf-8")
        path = folder / "bad.yaml"
        path.write_bytes(self.content)
        return path


def _listed() -> list[Bad]:
    cases = YAML(typ="safe", pure=True).load(HERE / "bad_scenarios.yaml")
    return [_bad(**case) for case in cases]


def _bad(text: str, says: list[Any], files: dict[str, str] | None = None, **words: Any) -> Bad:
    fragments = tuple(str(each) for each in says)
    return Bad(content=text.encode(), says=fragments, files=tuple((files or {}).items()), **words)


BYTES = [
    Bad("text that is not UTF-8", "title: Zambie\nnote: santé\n".encode("latin-1"), 2, "", ("UTF-8", "0xe9")),
    Bad("a null character", b"title: a\0b\n", 1, "", ("U+0000",)),
    Bad("an escape sequence", b"title: x\nnote: \x1b[31mred\n", 2, "", ("U+001B", "control")),
    Bad("a file of more than a million bytes", b"title: x\n" + b"#" * 1_000_000, 0, "", ("1000000 bytes",)),
    Bad("twenty-one lists within one another", b"note: " + b"[" * 21 + b"]" * 21, 1, "", ("20 deep",)),
    Bad(
        "more values than any scenario needs", b"note: [" + b"1, " * 20_000 + b"1]\n", 1, "", ("20000 keys and values",)
    ),
    Bad(
        "a whole number of five thousand digits",
        b"alliance: {founders: " + b"9" * 5000 + b"}",
        1,
        "alliance.founders",
        ("whole number",),
    ),
]

BAD: list[Bad] = [*_listed(), *BYTES]
"""Every bad file with what its message must say; a test of the command line can use the same table."""

SHIPPED = sorted(shipped_scenarios())
CASES = ["georgia", "georgia_gaard", "zambia", "peru"]


# --- files that are refused


def test_the_table_of_bad_files_is_long_and_names_each_once() -> None:
    assert len(BAD) >= 45
    assert len({bad.name for bad in BAD}) == len(BAD)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_with_line_key_and_mend(bad: Bad, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        load_scenario(bad.write(tmp_path))
    problems = caught.value.problems
    found = [each for each in problems if (each.line, each.key) == (bad.line, bad.key)]
    assert found, f"no problem at line {bad.line}, key {bad.key!r}, only:\n{caught.value}"
    for fragment in bad.says:
        assert fragment in str(found[0])
    assert len(problems) == bad.problems, str(caught.value)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_checking_tells_what_loading_would_refuse(bad: Bad, tmp_path: Path) -> None:
    assert len(check_scenario(bad.write(tmp_path))) == bad.problems


def test_all_mistakes_are_told_at_once_in_the_order_of_the_lines() -> None:
    problems = check_text(
        "horizon: 5\n"
        "context: {controversy: 2, civic_spice: 0.5}\n"
        "members:\n"
        "  - {name: A, kind: ingo, hours: -1}\n"
        "  - {name: A, kind: ingo}\n"
        "calendar: []\n"
    )
    assert [problem.line for problem in problems] == [1, 2, 2, 4, 6]
    assert [problem.key for problem in problems][1:3] == ["context.controversy", "context.civic_spice"]


def test_a_file_that_does_not_exist_names_the_nearest_shipped_one() -> None:
    assert [problem.nearest for problem in check_scenario("gorgia")] == ["georgia"]
    assert "no such file" in str(check_scenario("nowhere/at_all.yaml")[0])


def test_a_folder_is_no_scenario(tmp_path: Path) -> None:
    assert "folder" in check_scenario(tmp_path)[0].expected


def test_a_message_shows_the_path_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.yaml").write_text("titel: x\n")
    monkeypatch.chdir(tmp_path)
    expected = "mine.yaml:1: titel: no such key; did you mean title?"
    assert [str(problem) for problem in check_scenario("mine.yaml")] == [expected]


def test_a_value_out_of_range_reads_like_the_example_of_the_house() -> None:
    problems = check_text("alliance:\n  meeting_interval: 0\n", "configs/georgia.yaml")
    expected = "alliance.meeting_interval: 0; expected a whole number from 1 to 12 weeks"
    assert [str(problem) for problem in problems] == [f"configs/georgia.yaml:2: {expected}"]


def test_a_pasted_text_reaches_no_file_by_its_path(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text("title: base\n")
    assert [problem.key for problem in check_text(f"extends: {base}\n")] == ["extends"]
    assert load_text("extends: georgia\n").members == load_scenario("georgia").members


# --- files that are good


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_loads_and_its_resolved_form_gives_it_back(name: str) -> None:
    scenario = load_scenario(name)
    assert check_scenario(name) == []
    assert scenario_from_resolved(resolved(scenario)) == scenario
    assert load_text(dump_scenario(scenario)) == scenario


def test_the_three_cases_and_the_minimal_one_are_shipped() -> None:
    assert {"minimal", "georgia", "zambia", "peru"} <= set(SHIPPED)


def test_the_minimal_scenario_has_about_five_lines() -> None:
    lines = (ROOT / "configs" / "minimal.yaml").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.strip() and not line.lstrip().startswith("#")]) <= 6


@pytest.mark.parametrize("case", CASES)
def test_every_line_of_a_case_that_states_something_carries_its_mark(case: str) -> None:
    scenario = load_scenario(case)
    offices = scenario.government or ()
    stated: list[Any] = [*(scenario.members or ()), *(scenario.calendar or ())]
    stated += [term for office in offices for term in office.terms]
    stated += [office for office in offices if not office.terms]
    marks = re.compile(r"\bS\b|V [GZP]\d|E6|M-[hml]|\bA\b|A-(GE|ZM|PE)\d")
    assert [each for each in stated if not marks.search(each.mark)] == []


@pytest.mark.parametrize("case", CASES)
def test_every_parameter_line_of_a_case_says_where_it_comes_from(case: str) -> None:
    lines = (ROOT / "configs" / f"{case}.yaml").read_text(encoding="utf-8").splitlines()
    first, last = lines.index("context:"), lines.index("members:")
    stating = [line for line in lines[first:last] if line.startswith("  ")]
    silent = [line for line in stating if "  # " not in line]
    assert len(stating) > 4
    assert silent == []


def test_georgia_starts_small_and_grows_to_about_forty() -> None:
    members = [one for one in load_scenario("georgia").members or () if not one.outside and one.kind != "opponent"]
    assert len([one for one in members if one.joins == 0]) == 6
    assert 36 <= len([one for one in members if one.joins <= 104]) <= 44


def test_the_successor_in_georgia_has_four_founders_and_twenty_nine_members() -> None:
    members = [one for one in load_scenario("georgia_gaard").members or () if not one.guest and one.kind != "opponent"]
    assert {one.kind for one in members if one.joins == 0} == {"ingo"}
    assert (len([one for one in members if one.joins == 0]), len(members)) == (4, 29)


def test_peru_has_ten_members_and_a_guest_at_the_pledge() -> None:
    scenario = load_scenario("peru")
    pledge = (dt.date(2006, 4, 9) - scenario.start).days // 7
    there = [one for one in scenario.members or () if one.joins <= pledge and one.kind != "opponent"]
    assert [one.name for one in there if one.guest] == ["World Bank"]
    assert len(there) == 11


def test_in_zambia_the_host_of_civil_society_changes_in_march_2014() -> None:
    scenario = load_scenario("zambia")
    hosts = {one.name: one.roles[0] for one in scenario.members or () if one.roles and one.roles[0].role == "host"}
    first, second = hosts["Save the Children Zambia"], hosts["Platform for Social Protection Zambia"]
    assert first.to_week is not None and first.to_week < second.from_week
    assert scenario.date(second.from_week + 1) > dt.date(2014, 3, 1)


def test_the_holder_who_is_in_office_at_the_start_is_there_in_week_zero() -> None:
    text = """
start: 2010-01-04
government:
  - name: Minister
    office: minister
    veto: true
    terms:
      - {name: third, from: 2012-10-25}
      - {name: second, from: 2009-02}
      - {name: first, from: 2008-02}
"""
    (office,) = load_text(text).government or ()
    assert [(term.name, term.from_week) for term in office.terms] == [("second", 0), ("third", 146)]


def test_a_date_known_to_the_month_is_the_fifteenth() -> None:
    by_month = load_text("start: 2010-01-04\ncalendar: [{date: 2012-07, kind: note}]\n")
    by_day = load_text("start: 2010-01-04\ncalendar: [{date: 2012-07-15, kind: note}]\n")
    assert by_month.calendar == by_day.calendar


@pytest.mark.parametrize(("said", "weeks"), [("5y", 260), ("260w", 260), ("24m", 104), ("1y", 52), ("30m", 130)])
def test_a_horizon_is_said_in_years_months_or_weeks(said: str, weeks: int) -> None:
    assert load_text(f"horizon: {said}\n").weeks == weeks


def test_a_yearly_event_comes_back_every_year_until_the_end() -> None:
    text = "start: 2010-01-04\nhorizon: 3y\ncalendar: [{date: 2010-10-01, kind: budget, yearly: true}]\n"
    scenario = load_text(text)
    weeks = [event.week for event in scenario.calendar or ()]
    dates = [dt.date(year, 10, 1) for year in (2010, 2011, 2012)]
    assert weeks == [(date - scenario.start).days // 7 for date in dates]


def test_a_block_with_a_count_becomes_numbered_members() -> None:
    text = "members: [{name: A, kind: ingo}, {name: farmers, id: farm, kind: grassroots, count: 2}]\n"
    found = [(one.id, one.name) for one in load_text(text).members or ()]
    assert found == [("A", "A"), ("farm-1", "farmers 1"), ("farm-2", "farmers 2")]


def test_a_number_of_members_is_the_number_of_founders() -> None:
    scenario = load_text("members: {count: 9}\n")
    assert scenario.members is None
    assert scenario.parameters.alliance.founders == 9


def test_a_name_may_be_the_norwegian_no() -> None:
    (one,) = load_text("members: [{name: no, kind: ingo}]\n").members or ()
    assert one.name == "no"


def test_a_letter_with_its_accent_apart_is_the_same_letter() -> None:
    whole, apart = (load_text(f"members: [{{name: Per{u}, kind: ingo}}]\n").members for u in ("\u00fa", "u\u0301"))
    assert whole == apart


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = "title: x\ncontext:\n  controversy: 0.3\n"
    assert load_text(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == load_text(text)


def test_json_is_read_as_well() -> None:
    assert load_text('{"title": "x", "context": {"controversy": 0.3}}').parameters.context.controversy == 0.3


def test_another_order_of_members_is_the_same_set() -> None:
    blocks = ["  - {name: A, kind: ingo}\n", "  - {name: B, kind: faith, count: 2}\n", "  - {name: C, kind: media}\n"]
    there, back = (load_text("members:\n" + "".join(order)).members or () for order in (blocks, blocks[::-1]))
    assert [one.id for one in there] != [one.id for one in back]
    assert {one.id: one for one in there} == {one.id: one for one in back}


def test_a_file_extends_another_group_by_group_and_replaces_its_lists(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(
        "title: base\ncontext: {controversy: 0.1, civic_space: 0.2}\nmembers: [{name: A, kind: ingo}]\n"
    )
    mine = tmp_path / "mine.yaml"
    mine.write_text("extends: base.yaml\ncontext: {controversy: 0.9}\nmembers: [{name: B, kind: faith}]\n")
    scenario = load_scenario(mine)
    assert (scenario.name, scenario.title) == ("mine", "base")
    assert (scenario.parameters.context.controversy, scenario.parameters.context.civic_space) == (0.9, 0.2)
    assert [one.id for one in scenario.members or ()] == ["B"]


def test_a_file_extends_a_shipped_scenario_by_name_or_another_by_absolute_path(tmp_path: Path) -> None:
    by_name, by_path = tmp_path / "name.yaml", tmp_path / "path.yaml"
    by_name.write_text("extends: georgia\n")
    by_path.write_text(f"extends: {by_name}\n")
    assert load_scenario(by_path).members == load_scenario("georgia").members


def test_a_shorter_horizon_leaves_the_later_dates_of_the_extended_file_out() -> None:
    short, whole = load_text("extends: georgia\nhorizon: 2y\n"), load_scenario("georgia")
    assert [event for event in whole.calendar or () if event.week < 104] == list(short.calendar or ())
    assert max(one.joins for one in short.members or ()) < 104
    assert all(term.from_week < 104 for office in short.government or () for term in office.terms)


def test_a_later_start_keeps_who_is_there_and_the_dates_that_are_left() -> None:
    later = load_text("extends: georgia\nstart: 2012-01-02\nhorizon: 2y\n")
    ministers = {office.name: office.terms for office in later.government or ()}
    assert [term.name for term in ministers["Minister of Agriculture"]][:2] == ["Z. Gorozia", "D. Kirvalidze"]
    assert {one.joins for one in later.members or () if one.name == "Mercy Corps Georgia"} == {0}
    assert min(event.week for event in later.calendar or ()) >= 0


def test_listing_members_over_an_extended_number_of_founders_is_no_mistake() -> None:
    scenario = load_text("extends: minimal\nmembers: [{name: A, kind: ingo}]\n")
    assert scenario.parameters.alliance.founders == Scenario().parameters.alliance.founders


# --- other values, factors, the resolved form


def test_a_setting_is_read_by_dotted_or_short_name_as_typed_or_as_a_value() -> None:
    scenario = load_scenario("minimal")
    changed = with_settings(scenario, {"alliance.meeting_interval": "4", "controversy": 0.7, "owner_rule": "false"})
    assert changed.parameters.alliance.meeting_interval == 4
    assert changed.parameters.context.controversy == 0.7
    assert changed.parameters.alliance.owner_rule is False
    assert scenario.parameters.alliance.meeting_interval == 3


def _refusals(scenario: Scenario, settings: dict[str, Any]) -> list[Problem]:
    with pytest.raises(BadInput) as caught:
        with_settings(scenario, settings)
    return caught.value.problems


def test_wrong_settings_are_all_told_with_the_nearest_name() -> None:
    settings = {"alliance.meeting_intervall": "4", "context.controversy": "2", "origin": 3}
    problems = _refusals(load_scenario("minimal"), settings)
    assert {problem.file for problem in problems} == {"--set"}
    assert [problem.nearest for problem in problems] == ["alliance.meeting_interval", "", ""]
    assert str(problems[1]) == "--set: context.controversy: 2; expected a number from 0 to 1"


def test_numbers_that_are_none_are_refused_as_settings() -> None:
    settings = {"controversy": float("nan"), "civic_space": None, "meeting_interval": True}
    assert len(_refusals(load_scenario("minimal"), settings)) == 3


def test_what_a_list_says_cannot_be_set_beside_it() -> None:
    problems = _refusals(load_scenario("georgia"), {"founders": "9", "weight_ingo": 0.5, "veto_holders": 2})
    idle = ["alliance.founders", "alliance.weight_ingo", "context.veto_holders"]
    assert [problem.key for problem in problems] == idle
    assert "`members` is listed" in problems[0].expected


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("alliance.founders", "members"),
        ("alliance.weight_faith", "members"),
        ("alliance.family_cso", "members"),
        ("alliance.government_member", "members"),
        ("context.veto_holders", "government"),
        ("context.election_interval", "calendar"),
        ("context.celebrated_days", "calendar"),
    ],
)
def test_a_parameter_that_a_list_makes_idle_is_refused_as_a_factor_with_the_reason(path: str, part: str) -> None:
    assert f"`{part}` is listed" in (refused_factor(load_scenario("georgia"), path) or "")
    assert refused_factor(load_scenario("minimal"), path) is None


@pytest.mark.parametrize(
    "path", ["alliance.meeting_interval", "alliance.drafting_group_size", "context.power_concentration"]
)
def test_other_parameters_can_be_varied_where_everything_is_listed(path: str) -> None:
    assert refused_factor(load_scenario("georgia"), path) is None


def test_the_resolved_form_is_plain_data_and_says_every_parameter_that_counts() -> None:
    scenario = load_scenario("georgia")
    data = resolved(scenario)
    said = {f"{group}.{name}" for group in ("alliance", "context", "coefficient") for name in data[group]}
    assert said == {path for path in scenario.parameters.as_dict() if refused_factor(scenario, path) is None}
    assert data["start"] == "2010-01-04" and data["horizon"] == "260w"


def test_everything_that_an_entry_can_say_comes_back_from_the_resolved_form() -> None:
    text = """
title: "007"
note: everything
policy:
  provisions:
    - {id: a, title: A, weight: 2, difficulty: -0.1, gate: budget, today: 0.5, non_negotiable: false}
    - {id: b}
    - {id: "null"}
members:
  - name: A
    id: "1"
    kind: ingo
    scope: local
    sector: faith
    leaves: w90
    arm: platform
    roles: [{role: host, from: w3, to: w8}, {role: co_chair}]
    hours: 1e-3
    stubborn: true
    positions: {a: 0.2, "null": 1}
    skills: {media: 0.9}
    access: {official: 0.1, M: 0.9}
    mark: S
  - {name: B, kind: media, guest: true, joins: w12}
  - {name: C, kind: media, outside: true}
  - {name: D, kind: faith, idle: true}
  - {name: E, kind: opponent, contests: [b], mobilisation: 0.5}
government:
  - {name: M, office: minister, veto: [a, b], formal_power: 0.4, tenure: 12, trust: 0.1, donor_receptivity: 0.9}
  - name: L
    office: local_authority
    veto: true
    terms: [{name: first, side: 0, stance: -1}, {name: second, from: w9, influence: 2, from_member: "1"}]
  - {name: P, office: candidate, vote_share: 0.3, side: -1}
calendar:
  - {date: w30, kind: election, turnover: 0, title: "yes"}
  - {date: w31, kind: shock, size: 2}
  - {date: w32, kind: context, change: {government_openness: -0.2, shock_rate: 1}}
arms:
  platform: {interval_ratio: 1.5}
  "no": {interval_ratio: 2}
"""
    scenario = load_text(text)
    assert scenario_from_resolved(resolved(scenario), "scenario.yaml") == scenario
    assert load_text(dump_scenario(scenario)) == scenario


def test_resolved_data_of_a_scenario_that_cannot_be_are_refused() -> None:
    data = resolved(load_scenario("minimal"))
    data["context"]["controversy"] = 3.0
    with pytest.raises(BadInput, match=r"study.yaml: context.controversy: 3.0; expected a number from 0 to 1"):
        scenario_from_resolved(data)


def test_an_organisation_says_only_what_differs_from_its_kind() -> None:
    (one,) = load_text("members: [{kind: ingo, name: A}]\n").members or ()
    assert one == Organisation(id="A", name="A", kind="ingo")


# --- the documentation


def _examples(language: str) -> list[str]:
    text = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", _examples("yaml"))
def test_every_scenario_in_the_documentation_loads(example: str) -> None:
    assert check_text(example) == []


def test_the_wrong_scenario_in_the_documentation_gives_the_messages_printed_there() -> None:
    (wrong,), (said,) = _examples("yaml-wrong"), _examples("text")
    assert [str(problem) for problem in check_text(wrong, "mine.yaml")] == said.splitlines()
