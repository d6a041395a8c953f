"""What is declared is used, and said once: parameters, outcomes, kinds, events, addresses, the week, the state."""

from __future__ import annotations

import ast
import importlib
import re
import string
from pathlib import Path

import numpy as np
import pytest

import sim.kinds
import sim.state
from sim import compiled
from sim.declare import FAMILIES, OFFICES, SECTORS, SKILLS
from sim.events import CAUSES, CODES, EVENT_KINDS, REASON_CODES, REASONS
from sim.kinds import KINDS
from sim.outcomes import DECLARED, OUTCOMES
from sim.parameters import PARAMETERS, Parameters, pack
from sim.rules import addresses, words
from sim.state import MOST_KINDS, TRAJECTORY
from sim.week import WEEK, phase_function
from tests.support import ROOT

SIM = ROOT / "sim"
RULE_FILES = [*sorted((SIM / "rules").glob("*.py")), SIM / "founding.py", SIM / "week.py", SIM / "outcomes.py"]
RULE_TEXT = "\n".join(path.read_text(encoding="utf-8") for path in RULE_FILES)
ALL_TEXT = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SIM.rglob("*.py")))
READ = set(re.findall(r"\bp\.([a-z_0-9]+)", RULE_TEXT))
ROWS = [f"S{number:02d}" for number in range(1, 53)]
# Where a row lives that no rule's docstring cites (S53 to S55 are the cases in configs/, S56 a study).
RECORDS = {name: getattr(sim.state, name) for name in vars(sim.state) if isinstance(getattr(sim.state, name), np.dtype)}
NUMPY_NAMES = {name for kind in (np.recarray, np.ndarray, np.record, np.void) for name in dir(kind)}


# State --------------------------------------------------------------------------------------------------------------


def test_the_state_is_found():
    assert {"ORGANISATION", "HOLDER", "ACTIVITY", "ALLIANCE", "PUBLIC", "POLICY", "PROVISION", "COUNTS"} <= set(RECORDS)


@pytest.mark.parametrize("record", sorted(RECORDS))
def test_no_field_is_called_like_something_that_every_array_has(record):
    """Such a field works compiled and fails, or reads something else, in plain Python (ENGINE, trap 2)."""
    clash = set(RECORDS[record].names or ()) & NUMPY_NAMES
    assert not clash


def test_parameters_are_not_called_like_something_that_every_record_has():
    assert not {p.name for p in PARAMETERS.values()} & NUMPY_NAMES


def test_a_name_means_one_thing_in_the_trajectory():
    assert len(set(TRAJECTORY)) == len(TRAJECTORY)


# Chance -------------------------------------------------------------------------------------------------------------


def process_numbers():
    return {name: value for name, value in vars(addresses).items() if name.isupper() and name != "NONE"}


def test_process_numbers_are_unique():
    numbers = list(process_numbers().values())
    assert len(numbers) > 50 and len(set(numbers)) == len(numbers)
    assert all(number == int(number) and 0 < number < 2**32 for number in numbers)


def test_founding_has_the_numbers_below_one_hundred():
    assert all((number < 100) == name.startswith("FOUND_") for name, number in process_numbers().items())


def draws_by_rule():
    """Which rules draw at which process number."""
    found: dict[str, set[str]] = {}
    for path in RULE_FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for part in ast.walk(node):
                    if (
                        isinstance(part, ast.Attribute)
                        and getattr(part.value, "id", "") == "at"
                        and part.attr != "NONE"
                    ):
                        found.setdefault(part.attr, set()).add(f"{path.stem}.{node.name}")
    return found


def test_every_process_number_is_drawn_at():
    unused = set(process_numbers()) - set(draws_by_rule())
    assert not unused - UNUSED_NUMBERS, unused
    assert UNUSED_NUMBERS <= unused, "now drawn at: take it off the list"


# Numbers that nothing draws at today: kept so that they are never used again for something else.
UNUSED_NUMBERS = {"ASKED_AGAIN"}


def test_outside_founding_one_decision_has_one_number():
    """Two rules may share a number only if they exclude each other or differ in their other address."""
    shared = {
        name: rules for name, rules in draws_by_rule().items() if len(rules) > 1 and not name.startswith("FOUND_")
    }
    assert set(shared) <= {
        "ENDING",  # asleep or awake
        "NEW_LEGISLATOR",  # national (0) and local (1) elections
        "EXPOSED",  # whom an NGO accompanies (0), who goes at a confrontation (1)
    }


# Parameters ---------------------------------------------------------------------------------------------------------


def test_names_of_parameters_are_unique_without_their_section():
    names = [p.name for p in PARAMETERS.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("role", ["lever", "context", "coefficient"])
def test_defaults_lie_in_their_ranges(role):
    outside = {path: p.default for path, p in PARAMETERS.items() if p.role == role and p.problem(p.default)}
    assert not outside


def test_ranges_have_a_low_and_a_high_end():
    wrong = [
        path
        for path, p in PARAMETERS.items()
        if p.type in ("real", "integer")
        and not (
            p.declaration.low is not None and p.declaration.high is not None and p.declaration.low < p.declaration.high
        )
    ]
    assert not wrong


def test_logarithmic_ranges_begin_above_zero():
    assert all(p.declaration.low > 0 for p in PARAMETERS.values() if p.declaration.scale == "log")


def test_every_parameter_is_said_in_both_languages_with_a_source():
    lacking = [
        path
        for path, p in PARAMETERS.items()
        if not (p.declaration.en and p.declaration.fr and p.declaration.meaning and p.declaration.source)
    ]
    assert not lacking


def test_labels_of_levers_and_contexts_tell_them_apart():
    for language in ("en", "fr"):
        labels = [getattr(p.declaration, language) for p in PARAMETERS.values() if p.role != "coefficient"]
        assert len(set(labels)) == len(labels), language


def composition(name):
    """Founders' weights are read through their declared names (`founder_weights`)."""
    return name.startswith(("weight_", "family_"))


@pytest.mark.parametrize("role", ["lever", "context", "coefficient"])
def test_every_parameter_is_read_by_a_rule(role):
    idle = {p.name for p in PARAMETERS.values() if p.role == role and not composition(p.name)} - READ
    assert not idle


def test_every_parameter_that_rules_read_is_declared():
    assert not READ - {p.name for p in PARAMETERS.values()}


def test_every_weight_of_composition_belongs_to_a_kind_or_family():
    kinds = {p.name.removeprefix("weight_") for p in PARAMETERS.values() if p.name.startswith("weight_")}
    families = {p.name.removeprefix("family_") for p in PARAMETERS.values() if p.name.startswith("family_")}
    assert kinds == {name for name, kind in KINDS.items() if kind.family != "Opponent"}
    assert families == {name.lower() for name in FAMILIES} - {"opponent"}


def test_packing_keeps_every_value():
    record = pack(Parameters())[0]
    for p in PARAMETERS.values():
        assert p.value(record[p.name]) == p.default, p.path


# Outcomes -----------------------------------------------------------------------------------------------------------


def test_every_outcome_is_measured():
    text = (SIM / "outcomes.py").read_text(encoding="utf-8")
    written = set(re.findall(r"\bo\.([a-z_0-9]+) =", text))
    assert written == set(OUTCOMES)
    assert len(DECLARED) == len(OUTCOMES), "an outcome is declared twice"


def test_outcomes_of_the_contract_are_there():
    """The names that MODEL.md promises."""
    promised = """policy_changed adopted_ever weeks_to_change stage_reached provisions_won non_negotiables_won
implementation
        reversed pledges_signed alive phase members_final members_peak retention diversity legitimacy cohesion
        trust_mean
        trust_inequality participation participation_gini local_voice_share ingo_dominance partisan_skew
        diversity_founding shared_vision joined_share agreement_week conflict exits commitment_mean ownership attendance
        enthusiasm_clustering reconvened successor fatigue_mean enthusiasm_mean member_benefit transparency_gap capacity
        hours_total hours_diverted meeting_hours useful_meetings holder_contacts money_total activities_planned
        activities_completed completion output_per_hour admin_backlog government_trust public_support_final
        salience_peak windows_open windows_used opposition_effort holders_replaced appointments""".split()
    assert not set(promised) - set(OUTCOMES)


def test_outcomes_are_said_in_both_languages():
    for each in OUTCOMES.values():
        assert each.en and each.fr and each.meaning and each.source and each.low < each.high, each.name


# Kinds --------------------------------------------------------------------------------------------------------------


def test_every_file_of_a_kind_declares_the_kind_of_its_name():
    files = {path.stem for path in (SIM / "kinds").glob("*.py")} - {"__init__"}
    assert files == set(KINDS) and len(KINDS) <= MOST_KINDS
    for name in files:
        assert importlib.import_module(f"sim.kinds.{name}").KIND.name == name


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_kind_is_complete(name):
    kind = KINDS[name]
    assert kind.family in FAMILIES and kind.sector in SECTORS and kind.en and kind.fr and kind.meaning and kind.source
    assert kind.hours_per_week > 0 and kind.money_per_year > 0
    assert len(kind.skills) == len(SKILLS) and len(kind.access) == len(OFFICES)
    shares = (*kind.skills, *kind.access, kind.representativeness, kind.credibility, kind.unlikeliness)
    assert all(0.0 <= share <= 1.0 for share in shares)


def test_the_kinds_of_the_model_are_there():
    """More may come: a new kind is a new file and nothing else."""
    promised = """ingo local_ngo grassroots membership_body womens_rights multilateral_donor bilateral_donor foundation
        university think_tank faith private_sector government_body local_authority media opponent""".split()
    assert not set(promised) - set(KINDS)


# Events -------------------------------------------------------------------------------------------------------------


def test_events_have_codes_of_their_own():
    assert len(CODES) == len(EVENT_KINDS) and sorted(CODES.values()) == list(range(len(EVENT_KINDS)))
    constants = [value for name, value in vars(words).items() if name.startswith("E_")]
    assert len(set(constants)) == len(constants)


def test_rules_know_every_reason_by_its_number():
    constants = {name: value for name, value in vars(words).items() if name.startswith("R_")}
    assert constants == {f"R_{name.upper()}": code for name, code in REASON_CODES.items()}
    assert len(REASON_CODES) == len(REASONS)


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.name)
def test_reasons_are_said_in_both_languages_with_the_same_parts(reason):
    parts = [{part for _, part, _, _ in string.Formatter().parse(text) if part} for text in (reason.en, reason.fr)]
    assert parts[0] == parts[1]
    assert parts[0] <= {"who", "whom", "amount", "signed", "percent", "before", "earlier", "part", "whole"}
    assert reason.sort in ("part", "fact", "otherwise", "note", "list")
    assert all(text.endswith(".") == (reason.sort in ("note", "list")) for text in (reason.en, reason.fr))
    for place in ("who", "whom"):
        assert place not in parts[0] or getattr(reason, place) in ("organisation", "holder", "provision")
    assert ("{who}" in reason.en) or reason.sort != "list"


@pytest.mark.parametrize("event", EVENT_KINDS, ids=lambda event: event.name)
def test_sentences_format_in_both_languages_with_the_same_parts(event):
    parts = [{part for _, part, _, _ in string.Formatter().parse(text) if part} for text in (event.en, event.fr)]
    assert parts[0] == parts[1] and parts[0] <= {"who", "whom", "amount"}
    assert event.who in ("organisation", "holder", "tactic", "cause", "parameter", "provision", "day", "none")
    assert event.whom in ("organisation", "holder", "tactic", "cause", "none")
    for text in (event.en, event.fr):
        assert text.format(who="X", whom="Y", amount="3").strip().endswith(".")
    for place in ("who", "whom"):
        assert place not in parts[0] or getattr(event, place) != "none"


def test_causes_are_said_in_both_languages():
    assert len({cause.name for cause in CAUSES}) == len(CAUSES)
    assert all(cause.en and cause.fr for cause in CAUSES if cause.name != "none")


def test_every_kind_of_event_is_logged_by_some_rule():
    used = {
        name
        for name in vars(words)
        if name.startswith("E_") and re.search(rf"\b{name}\b", RULE_TEXT.replace(WORDS, ""))
    }
    never = {name for name, code in CODES.items() if code not in {getattr(words, each) for each in used}}
    assert never == NEVER_LOGGED


WORDS = (SIM / "rules" / "words.py").read_text(encoding="utf-8")
NEVER_LOGGED: set[str] = set()


# The week -----------------------------------------------------------------------------------------------------------


def test_the_printed_week_is_the_compiled_week():
    body = ast.parse((SIM / "week.py").read_text(encoding="utf-8")).body
    live = next(node for node in body if isinstance(node, ast.FunctionDef) and node.name == "live_week")
    calls = [
        node.value.func.id for node in live.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ]
    assert calls == [phase.name for phase in WEEK]


def test_the_week_is_in_the_order_of_the_model():
    numbers = [phase.process for phase in WEEK]
    assert numbers == sorted(numbers) and set(numbers) == set(range(1, 11))


@pytest.mark.parametrize("phase", WEEK, ids=lambda phase: phase.name)
def test_each_phase_is_a_rule_and_each_actor_has_its_method(phase):
    from sim.agents import Organisation, PowerHolder

    assert phase_function(phase) is not None
    if phase.who == "alliance":
        assert phase.method == ""
    else:
        assert hasattr(PowerHolder if phase.who == "holder" else Organisation, phase.method)


# Where rules come from, and what they may not be --------------------------------------------------------------------


def rules_of(path):
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and any(getattr(d, "id", "") == "rule" for d in node.decorator_list):
            yield node


def test_every_rule_says_what_it_does():
    silent = [
        f"{path.stem}.{node.name}" for path in RULE_FILES for node in rules_of(path) if not ast.get_docstring(node)
    ]
    assert not silent


def test_every_mission_row_is_cited_in_the_model():
    cited = set(re.findall(r"\bS\d\d\b", ALL_TEXT))
    for first, last in re.findall(r"\bS(\d\d) to S(\d\d)\b", ALL_TEXT):
        cited |= {f"S{number:02d}" for number in range(int(first), int(last) + 1)}
    assert not [row for row in ROWS if row not in cited and row not in NOT_CITED]


NOT_CITED: set[str] = set()


def test_no_rule_knows_a_scenario_or_an_outcome():
    """No rule reads an outcome or a scenario's name to decide what should come out (MODEL)."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SIM / "rules").glob("*.py")))
    assert not re.search(r"\b(georgia|peru|zambia)\b\s*[=\"']", text.lower())
    assert "sim.outcomes" not in text and "sim.scenario" not in text


def imported_by(path):
    """Modules of `sim` that a file imports when it is loaded (not those for type checking only)."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "sim":
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.split(".")[0] == "sim")


def file_of(module):
    path = ROOT.joinpath(*module.split("."))
    return next((each for each in (path.with_suffix(".py"), path / "__init__.py") if each.exists()), None)


def needed_by_rules():
    """Every file whose constants compiled code may contain: what rules import, and what those import."""
    waiting = [*sorted((SIM / "rules").glob("*.py")), SIM / "week.py", SIM / "outcomes.py"]
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += [found for module in imported_by(path) if (found := file_of(module))]
    return seen


def test_every_file_that_rules_draw_on_is_in_the_hash_of_the_code():
    """An edit there would otherwise bring back the old science from the cache (ENGINE, trap 1)."""
    missing = {path.relative_to(SIM).as_posix() for path in needed_by_rules()} - {
        path.relative_to(SIM).as_posix() for path in compiled.source_files()
    }
    assert not missing


def test_all_parameters_and_kinds_are_in_the_hash_of_the_code():
    """Also in subfolders: a default that changes without the hash makes two results look alike."""
    hashed = set(compiled.source_files())
    for room in ("rules", "parameters", "kinds"):
        assert set((SIM / room).rglob("*.py")) <= hashed, room
