"""A run explained: causes that people would name, in English and French, out of the log alone."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re

import pytest

from alliance.cli import main
from experiments.report.explaining import Explanation, because, explain
from sim.events import EVENT_KINDS, REASONS
from sim.running import Because, Event, Run, run
from sim.scenario import load_scenario
from sim.scenario.structure import Scenario

KINDS = {kind.name: kind for kind in EVENT_KINDS}
SORTS = {reason.name: reason.sort for reason in REASONS}
YEARS = Scenario(start=dt.date(2024, 1, 1), weeks=208)
CASES = ("minimal", "georgia", "zambia", "peru")


def reason(name: str, part: float = 0.0, amount: float = 0.5, who: str = "") -> Because:
    """A reason as a run hands it out."""
    return Because(name, SORTS[name], amount, part, (who, who), ("", ""))


def event(kind: str, *reasons: Because, who: str = "A", week: int = 0, amount: float = 0.0, whom: str = "") -> Event:
    """An event with its reasons."""
    return Event(week, kind, KINDS[kind].weight, amount, who, whom, (who, whom), sum(r.part for r in reasons), reasons)


def moves(week: int, now: float, who: str = "the minister", **parts: float) -> Event:
    """What moved a power-holder up to a week."""
    return event("moved", *(reason(name, part, part) for name, part in parts.items()), who=who, week=week, amount=now)


def told(events: list[Event], lang: str = "en") -> list[tuple[str, ...]]:
    """The lines of an explanation, each followed by its causes."""
    return [(line.text, *line.why) for line in explain(YEARS, events, lang).lines]


@functools.cache
def lived(name: str, seed: int = 1) -> Run:
    """One run of a shipped scenario with its log."""
    return run(load_scenario(name), seed=seed, events=True)


def explained(name: str, lang: str) -> Explanation:
    return explain(load_scenario(name), lived(name).events, lang)


def test_the_largest_part_is_told_and_a_second_only_where_it_comes_near() -> None:
    low = (reason("trust", 0.8, 0.1), reason("voice", 0.5, 0.2), reason("heart", 0.45, 0.3), reason("cost", -0.9))
    assert told([event("left", *low)])[0][1:] == (
        "because its trust in the others is low (0.10)",
        "because its voice counts for little (0.20)",
    )
    far = (reason("trust", 0.8, 0.1), reason("voice", 0.3, 0.2))
    assert told([event("left", *far)], "fr")[0][1:] == (
        "parce que sa confiance dans les autres membres est faible (0,10)",
    )


def test_where_no_part_was_low_chance_is_named() -> None:
    lines = told([event("left", reason("trust", -0.8), reason("content", 0.0, 0.62))])
    assert lines[0][1:] == ("because even a willing member goes at times (willingness 0.62)",)


def test_facts_are_told_and_what_stands_in_for_parts_is_not() -> None:
    lines = told([event("left", reason("tied", 0.0, 0.8), reason("no_pact"), reason("content"))])
    assert lines[0][1:] == (
        "because its ties to the minister are close (access 0.80)",
        "because nothing allows members to stay silent",
    )


@pytest.mark.parametrize(
    ("clause", "said"),
    [("il pleut", "parce qu’il pleut"), ("la fatigue pèse", "parce que la fatigue pèse"),
     ("œuvrer coûte", "parce qu’œuvrer coûte"), ("Oxfam hésite", "parce qu’Oxfam hésite")],
)  # fmt: skip
def test_french_elides_before_a_vowel(clause: str, said: str) -> None:
    assert because(clause, "fr") == said and because(clause, "en") == f"because {clause}"


def test_what_was_agreed_names_provisions_and_red_lines() -> None:
    asked = [reason("asked", who=f"provision {k}") for k in (1, 2)]
    lines = told([event("agreed", reason("close", 0.0, 0.75), *asked, reason("red_lines", who="provision 2"))], "fr")
    assert lines[0][1:] == (
        "parce que 75\u202f% des membres votants sont assez proches de la position médiane",
        "Sont demandées\u00a0: provision 1 et provision 2.",
        "Non négociable\u00a0: provision 2.",
    )


def test_small_moves_are_kept_until_they_are_large() -> None:
    quarters = [moves(12, 0.15, by_contact=0.15), moves(25, 0.32, by_contact=0.25, by_opponents=-0.08)]
    assert told(quarters[:1]) == []
    assert told(quarters) == [
        ("The minister has moved towards the change (position from 0.00 to +0.32).",
         "because contact with the alliance counts for +0.40"),
    ]  # fmt: skip


def test_what_works_against_a_move_is_told_where_it_is_nearly_as_large() -> None:
    (line,) = told([moves(12, -0.4, by_opponents=-0.9, by_conviction=0.5)])
    assert line == (
        "The minister has moved away from the change (position from 0.00 to −0.40).",
        "because the work of opponents counts for −0.90",
        "because old convictions count for +0.50",
    )


def test_a_smaller_move_is_told_where_a_decision_hangs_on_it() -> None:
    commits = event("commitment", reason("sign_view", 1.2, 0.35), who="the minister", week=20)
    moved = moves(20, 0.35, by_contact=0.15)
    assert len(told([moved])) == 0 and len(told([moved, commits])) == 2
    other = event("commitment", reason("sign_view", 1.2, 0.35), who="the president", week=20)
    assert len(told([moved, other])) == 1


def test_a_newcomer_does_not_inherit_the_moves_of_the_predecessor() -> None:
    comes = event("new_holder", reason("newcomer", 0.2, 0.3), who="the minister", week=14)
    lines = told([moves(12, 0.2, by_contact=0.2), comes, moves(25, 0.5, by_contact=0.2)])
    assert [line[0] for line in lines] == ["New in office: the minister."]
    assert lines[0][1] == "Position +0.30, after +0.10 under the predecessor."


def test_failures_of_a_year_are_explained_by_their_most_frequent_cause() -> None:
    late = [event("failed", reason("underestimated", 0.9, 2.0), week=k, whom="media work") for k in (3, 4)]
    short = event("failed", reason("short_of_hours", 0.7, 0.5), week=5, whom="media work")
    assert told([*late, short])[0][1:] == (
        "because the work was underestimated (2 times the hours planned) – 2 of 3",
        "because the team had put in 50% of the hours planned when time was up – 1 of 3",
    )


def test_the_summary_of_a_lost_cause_names_who_refused() -> None:
    far = Because("refused_far", "fact", 0.4, 0.5, ("the minister", "la ou le ministre"), ("", ""))
    lost = event("vote_lost", far, who="the minister", week=30)
    agenda = event("agenda", reason("window_election", 2.2), who="—", week=10)
    found = explain(YEARS, [agenda, lost], "en")
    assert found.outcome == "The policy change was not achieved; the policy got as far as this: on the agenda."
    assert found.causes == (
        "2024-03-11  The issue reaches the political agenda, because an election has opened a window.",
        "2024-07-29  The bill fails: the minister withholds consent, because the minister stood at −0.10 where "
        "the bill asked for +0.40.",
    )  # fmt: skip


def test_what_wearies_the_members_is_weighed_as_one_against_the_papers() -> None:
    """Three parts of 0.3 together outweigh papers of 0.5, and the largest of them speaks for all."""
    weary = [reason("all_voice", 0.3, 0.2), reason("all_heart", 0.31, 0.3), reason("all_cost", 0.29, 0.6)]
    ends = event("dissolved", *weary, reason("papers", 0.4, 80.0), reason("few", -0.2))
    assert told([ends])[0][1:] == ("because enthusiasm has sunk (0.30)",)
    sleeps = event("dormant", *weary)
    assert len(told([sleeps])[0]) == 3


def test_a_newcomer_who_changes_nothing_is_only_named() -> None:
    assert told([event("new_holder", reason("newcomer", 0.05, 0.3), who="the minister")]) == [
        ("New in office: the minister.",)
    ]


def test_an_alliance_that_woke_up_did_not_end_there() -> None:
    asleep = event("dormant", reason("all_heart", 1.0, 0.2), who="—", week=20)
    awake = event("reconvened", reason("window_shock", 1.0), who="—", week=40)
    assert explain(YEARS, [asleep], "en").causes[0].startswith("2024-05-20  The alliance falls dormant, because")
    assert explain(YEARS, [asleep, awake], "en").causes == ("No single cause stands out.",)


def test_what_came_after_the_change_did_not_decide_it() -> None:
    agenda = event("agenda", reason("heard", 1.0, 0.4), who="—", week=10)
    changed = event("changed", who="—", week=40)
    later = event("vote_lost", reason("refused_far", 0.5, 0.4, "the minister"), who="the minister", week=90)
    found = explain(YEARS, [agenda, changed, later], "fr")
    assert found.outcome.startswith("Le changement de politique publique a été obtenu")
    assert [text[:10] for text in found.causes] == ["2024-03-11"]


def test_without_a_cause_the_summary_says_so() -> None:
    assert explain(YEARS, [], "en").causes == ("No single cause stands out.",)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_case_is_explained_from_its_log(name: str, lang: str) -> None:
    found = explained(name, lang)
    texts = [text for line in found.lines for text in (line.text, *line.why)] + [found.outcome, *found.causes]
    assert [line.week for line in found.lines] == sorted(line.week for line in found.lines)
    assert not any(re.search(r"—|\{|\bnan\b", text) for text in texts)
    behind = ("parce que ", "parce qu’") if lang == "fr" else ("because ",)
    whys = [why for line in found.lines for why in line.why]
    assert all(why.startswith(behind) or (why[0].isupper() and why[-1] == ".") for why in whys) and len(whys) > 30
    assert all(len(line.why) < 8 for line in found.lines) and 2 <= len(found.causes) <= 4
    assert len({(line.date, line.text) for line in found.lines}) == len(found.lines)


@pytest.mark.parametrize("name", CASES)
def test_both_languages_tell_the_same_lines(name: str) -> None:
    english, french = (
        ([(line.date, len(line.why)) for line in found.lines], len(found.causes))
        for found in (explained(name, "en"), explained(name, "fr"))
    )
    assert english == french


@pytest.mark.parametrize("name", CASES)
def test_explained_french_is_set_as_french_is(name: str) -> None:
    """Names that a scenario gives (Observed: …) stay as they are, so the lines of the calendar are left out."""
    found = explained(name, "fr")
    lines = [line for line in found.lines if "Calendrier" not in line.text]
    causes = [why for line in lines for why in line.why if why.startswith("parce")]
    wrong = [text for text in causes if re.search(r" [:;!?%»]|[^\u00a0\u202f:][;!?%»]|\bque [aeiouéêœ]|\d\.\d", text)]
    assert wrong == []


def test_every_departure_of_the_cases_has_a_cause() -> None:
    left = [each for name in CASES for seed in (1, 2) for each in lived(name, seed).events if each.kind == "left"]
    dated = [each for each in left if each.whom in ("as agreed beforehand", "its part in the work is done")]
    assert len(left) > 20 and all(each.reasons for each in left if each not in dated)


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_a_person_asks_for_the_causes_of_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    text = answer(capsys, "run", "minimal", "--seed", "3", "--explain")
    assert re.search(r"^ {14}because ", text, re.MULTILINE) and "What decided" in text and "policy_changed" in text
    french = answer(capsys, "run", "minimal", "--seed", "3", "--explain", "--lang", "fr")
    assert re.search(r"^ {14}parce qu", french, re.MULTILINE) and "Ce qui a décidé" in french
    assert "because" not in french


def test_causes_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(answer(capsys, "run", "minimal", "--seed", "3", "--explain", "--json"))
    plain = json.loads(answer(capsys, "run", "minimal", "--seed", "3", "--json"))
    assert {name: data[name] for name in plain} == plain
    assert set(data) - set(plain) == {"explained", "decided", "reasons"}
    assert set(data["decided"]) == {"outcome", "causes"} and data["decided"]["causes"]
    assert set(data["explained"][0]) == {"week", "date", "text", "because"}
    assert {each["reason"] for each in data["reasons"]} <= set(SORTS) and len(data["reasons"]) > 50


def test_many_runs_are_not_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "minimal", "--explain", "--replicates", "20"]) == 2
    said = capsys.readouterr()
    assert "--explain" in said.err and "one run, not 20" in said.err and said.out == ""
