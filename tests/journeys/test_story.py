"""The story of a run: sentences that people would write, in English and French."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from alliance.cli.words import WORDS as ANSWERS
from experiments.figures.tradeoff import WORDS as DRAWN
from experiments.report.explaining import CHANNELS
from experiments.report.explaining import WORDS as EXPLAINED
from experiments.report.phrases import PHRASES
from experiments.report.story import TOGETHER, WORDS, sentence, story
from experiments.report.tradeoff import WORDS as SHOWN
from experiments.words import STEPS, YES_OR_NO, outcome_unit, outcome_value, plain_number
from experiments.words import WORDS as LABELS
from sim.events import CAUSES, EVENT_KINDS, REASONS
from sim.outcomes import OUTCOMES
from sim.parameters import full_path
from sim.running import Event, run
from sim.scenario import load_scenario
from sim.scenario.structure import CalendarEvent, Scenario

KINDS = {kind.name: kind for kind in EVENT_KINDS}
CAUSE = {"en": "membership costs more than it brings", "fr": "l’adhésion coûte plus qu’elle n’apporte"}
YEARS = Scenario(start=dt.date(2024, 1, 1), weeks=104)


def event(kind: str, who: str = "", whom: str | dict[str, str] = "", week: int = 0, amount: float = 0.0) -> Event:
    """An event as a run hands it out."""
    said = whom if isinstance(whom, dict) else {"en": whom, "fr": whom}
    return Event(week, kind, KINDS[kind].weight, amount, who, said["en"], (who, said["fr"]))


def told(events: list[Event], lang: str = "en", scenario: Scenario = YEARS, *, every: bool = False) -> list[str]:
    """The lines of a story."""
    return [f"{line.date} {line.text}" for line in story(scenario, events, lang, every=every)]


def test_those_who_join_in_one_week_stand_in_one_sentence() -> None:
    events = [event("joined", "Oxfam"), event("joined", "unnamed NGO 1"), event("joined", "CARE", week=1)]
    assert told(events) == [
        "2024-01-01 Oxfam and unnamed NGO 1 join the alliance.",
        "2024-01-08 CARE joins the alliance.",
    ]
    assert told(events, "fr")[0] == "2024-01-01 Oxfam et unnamed NGO 1 rejoignent l’alliance."


def test_a_long_list_is_cut_short_and_counted() -> None:
    events = [event("signed", f"candidate {k}") for k in range(8)]
    assert told(events) == ["2024-01-01 Candidate 0, candidate 1, candidate 2 and 5 others sign the pledge."]
    assert len(told(events, every=True)) == 8


def test_names_that_hold_a_comma_are_kept_apart_by_semicolons() -> None:
    events = [event("joined", name) for name in ("USAID, Growth Office", "FAO", "GIZ")]
    assert told(events) == ["2024-01-01 USAID, Growth Office; FAO and GIZ join the alliance."]


def test_those_who_leave_for_different_reasons_are_not_mixed() -> None:
    other = {"en": "as agreed beforehand", "fr": "comme convenu d’avance"}
    events = [event("left", "A", CAUSE), event("left", "B", other), event("left", "C", CAUSE)]
    assert told(events) == [
        "2024-01-01 A and C leave the alliance (membership costs more than it brings).",
        "2024-01-01 B leaves the alliance (as agreed beforehand).",
    ]


def test_activities_are_counted_by_the_year_after_all_else_of_that_year() -> None:
    media = {"en": "media work", "fr": "un travail avec les médias"}
    pilot = {"en": "a pilot project", "fr": "un projet pilote"}
    events = [
        event("completed", "A", media, week=3),
        event("completed", "B", media, week=4),
        event("failed", "B", pilot, week=5),
        event("agreed", week=30, amount=4.0),
        event("completed", "A", pilot, week=60),
    ]
    assert told(events)[1:] == [
        "2024 Activities: 2 completed (media work × 2); 1 not finished in time (a pilot project).",
        "2025 Activities: 1 completed (a pilot project).",
    ]
    assert told(events, "fr")[2] == "2025 Activités\u00a0: 1 menée à bien (un projet pilote)."


def test_an_activity_without_an_owner_says_that_its_lead_has_left() -> None:
    lost = event("completed", "—", {"en": "media work", "fr": "un travail avec les médias"})
    assert sentence(lost, "en") == "A team whose lead has left completes media work."
    assert "responsable a quittée mène à bien un travail avec les médias" in sentence(lost, "fr")


def test_a_number_in_a_french_sentence_has_a_decimal_comma() -> None:
    budget = event("budget_step", amount=0.58)
    assert sentence(budget, "en").endswith("(implementation, 0 to 1: 0.58).")
    assert sentence(budget, "fr").endswith("(mise en œuvre, de 0 à 1\u00a0: 0,58).")


def test_the_calendar_is_told_and_its_sources_where_everything_is() -> None:
    entries = (
        CalendarEvent(week=2, kind="note", title="A conference", mark="V G3"),
        CalendarEvent(week=2, kind="budget", title="Budget bill", mark="A"),
    )
    scenario = YEARS.replace(calendar=entries)
    assert told([event("shock", week=2)], scenario=scenario)[0] == "2024-01-15 Calendar: A conference"
    assert told([], scenario=scenario) == ["2024-01-15 Calendar: A conference"]
    assert told([], "fr", scenario, every=True)[1] == "2024-01-15 Calendrier\u00a0: Budget bill [A]"


def test_a_celebrated_day_is_told_where_work_falls_on_it_and_once_for_each_kind() -> None:
    feast = CalendarEvent(week=2, kind="celebration", title="Farmers’ day")
    events = [event("on_day", "Farmers’ day", what, week=2) for what in ("media work", "media work", "a march")]
    assert told(events, scenario=YEARS.replace(calendar=(feast,))) == [
        "2024-01-15 Farmers’ day: media work draws more attention than in other weeks.",
        "2024-01-15 Farmers’ day: a march draws more attention than in other weeks.",
    ]


@pytest.mark.parametrize(
    ("calendar", "names"),
    [
        (((10, "Farmers’ day"), (30, "Children’s day")), {"Farmers’ day", "Children’s day"}),
        (((10, ""),), {"A day that people celebrate"}),
        (None, {"A day that people celebrate"}),
    ],
)
def test_a_day_has_its_name_in_a_run(calendar: tuple[tuple[int, str], ...] | None, names: set[str]) -> None:
    """Sixteen busy runs: work in public falls on every day of the calendar in one of them at least."""
    days = None
    if calendar is not None:
        notes = (CalendarEvent(week=3, kind="note", title="A conference"),)
        days = notes + tuple(
            CalendarEvent(week=week + 52 * year, kind="celebration", title=title)
            for week, title in calendar
            for year in range(3)
        )
    busy = {"insider_share": 0.0, "member_hours": 3.0, "campaign_days": 1.0}
    scenario = Scenario(weeks=156, calendar=days)
    scenario = scenario.replace(parameters=scenario.parameters.with_values({full_path(k): v for k, v in busy.items()}))
    events = [each for seed in range(16) for each in run(scenario, seed=seed, events=True).events]
    assert {each.names("en")[0] for each in events if each.kind == "on_day"} == names


@pytest.mark.parametrize("name", ["minimal", "georgia", "zambia", "peru"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_story_of_a_case_has_no_gap_and_no_line_twice(name: str, lang: str) -> None:
    scenario = load_scenario(name)
    lines = story(scenario, run(scenario, seed=1, events=True).events, lang)
    texts = [(line.date, line.text) for line in lines]
    assert len(lines) > 10 and len(set(texts)) == len(texts)
    assert [line.week for line in lines] == sorted(line.week for line in lines)
    assert not any("—" in text or "{" in text for _, text in texts)
    assert all(text[0].isupper() and text.count(" join the alliance") < 2 for _, text in texts)


def french() -> list[str]:
    """Every French text of stories, answers, pages and figures."""
    texts = [each.fr for each in (*EVENT_KINDS, *CAUSES, *REASONS)] + [french for _, french in CHANNELS.values()]
    tables = (ANSWERS, PHRASES, LABELS, WORDS, TOGETHER, EXPLAINED, DRAWN, SHOWN)
    texts += [entry["fr"] for table in tables for entry in table.values()]
    return texts + [word for steps in STEPS.values() for word in steps["fr"]]


def test_french_is_set_as_french_is() -> None:
    wrong = [text for text in french() if re.search(r" [:;!?%»]|[^\u00a0\u202f:][:;!?%»](?!/)|«[^\u00a0]|'", text)]
    assert wrong == []


def test_the_pledge_and_the_policy_are_never_said_alone_in_french() -> None:
    """The glossary: « engagement » and « la politique » alone are ambiguous."""
    told_of = [each.fr for each in (*EVENT_KINDS, *REASONS)] + [entry["fr"] for entry in EXPLAINED.values()]
    assert not [text for text in told_of if re.search(r"\b[Ll]a politique\b(?! publique)", text)]
    assert not [text for text in told_of if re.search(r"\bengagement\b(?! (public|politique))", text)]


@pytest.mark.parametrize("name", STEPS)
def test_the_word_for_a_step_is_that_of_its_declaration(name: str) -> None:
    words = STEPS[name]
    assert len(words["en"]) == len(words["fr"]) == OUTCOMES[name].high + 1
    assert all(f"{number} {word}" in OUTCOMES[name].meaning for number, word in enumerate(words["en"]))


def test_yes_or_no_is_said_of_every_outcome_that_is_1_where_something_holds() -> None:
    assert set(YES_OR_NO) == {name for name, each in OUTCOMES.items() if each.meaning.startswith("1 if ")}
    assert outcome_value("alive", 1.0, "fr") == "oui" and outcome_value("reversed", 0.0, "en") == "no"


@pytest.mark.parametrize(
    ("value", "en", "fr"),
    [
        (13940.4, "13,940", "13\u202f940"),
        (62.345, "62.3", "62,3"),
        (0.5821, "0.58", "0,58"),
        (0.00417, "0.0042", "0,0042"),
        (-3.0, "−3", "−3"),
        (0.0, "0", "0"),
    ],
)
def test_a_number_has_the_decimals_that_its_size_deserves(value: float, en: str, fr: str) -> None:
    assert (plain_number(value, "en"), plain_number(value, "fr")) == (en, fr)


def test_every_unit_of_an_outcome_has_a_french_word() -> None:
    same = {"organisations", "votes", "contacts", ""}
    assert [n for n, o in OUTCOMES.items() if o.unit not in same and outcome_unit(n, "fr") == o.unit] == []
    assert outcome_value("weeks_to_change", float("nan"), "en") == "–"
