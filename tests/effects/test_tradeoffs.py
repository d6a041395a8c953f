"""The trade-offs that trainers show (T1 to T12): what each demonstration claims, over paired runs.

The claims stand in the files of `configs/tradeoffs` and are judged by the same function that the command uses: every
difference that a claim stands on has its 95 % interval wholly on the stated side of zero. `make verify` takes 2,000
pairs, more where the effect is small; `make test` takes fewer, of those demonstrations whose intervals are then still
clear of zero. What the mission states and the model does not show today is named at the end, with the figures, as
strict expected failures.
"""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from experiments.analysis.contrasts import Claim
from experiments.studies.demonstration import Tradeoff, read_tradeoff, shipped_tradeoffs
from experiments.studies.tradeoff import in_memory
from tests.effects.claims import NOT_SHOWN

PAIRS = 2000
MANY = {"T2": 10_000, "T7": 6000}  # small effects
QUICK = {"T5": 600, "T11": 250, "T12": 500}
CODES = [f"T{number}" for number in range(1, 13)]


def only_claimed(study: Tradeoff, claims: tuple[Claim, ...]) -> Tradeoff:
    """The demonstration with the levels that its claims speak of, and no others: the same runs, fewer of them."""
    named = {level for claim in claims for level in claim.levels}
    levels = tuple(each for each in study.levels if each.name in named)
    return dataclasses.replace(study, levels=levels, claims=claims)


def judge(study: Tradeoff, claims: tuple[Claim, ...], pairs: int) -> dict[str, Any]:
    """What so many pairs of runs say of these claims; printed with `pytest -rP`."""
    asked = dataclasses.replace(only_claimed(study, claims), replicates=pairs)
    found = in_memory(asked, workers=2)
    for claim in found["claims"]:
        print(f"{study.code} {claim['kind']} {claim['outcome']}: {claim['verdict']}")
        for part in claim["contrasts"]:
            low, high = part["interval"]
            step = f"{part['arms']}, {part['start']} to {part['end']}"
            print(f"   {step}: {part['difference']:+.4f} [{low:+.4f}, {high:+.4f}]")
    return found


def test_the_twelve_are_shipped_in_order():
    assert list(shipped_tradeoffs()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_claims_hold(code, size):
    """T1 to T12: what each demonstration tells its audience."""
    if size == 1 and code not in QUICK:
        pytest.skip("needs 2,000 pairs: run by `make verify`")
    study = read_tradeoff(code)
    found = judge(study, study.claims, QUICK[code] if size == 1 else MANY.get(code, PAIRS))
    assert found["failed"] == 0
    assert [claim["verdict"] for claim in found["claims"]] == ["pass"] * len(study.claims)


def shown_nowhere(code: str, size: int, *claims: Claim) -> None:
    """The claim that the mission states and no picture makes; 500 pairs, 2,000 in `make verify`."""
    found = judge(read_tradeoff(code), claims, 500 if size == 1 else PAIRS)
    assert found["verdict"] == "pass"


@NOT_SHOWN
def test_t01_the_best_rhythm_itself_is_slower_where_there_are_fewer(size):
    """Two to four weeks: −0.028 with 8 founders, −0.053 with 40 (800 pairs). Size decides how dear rare meetings are,
    not where the best rhythm lies: with few members little waits, but a weekly meeting costs them hardly more."""
    shown_nowhere("T1", size, Claim("crossing", "policy_changed", ("small", "large"), ("2", "4")))


def test_t07_government_inside_lowers_the_chance_of_a_missing_policy(size):
    """Inside against outside: -0.020 [-0.029, -0.010] (6,000 pairs); 2,000 pairs are too few to tell it."""
    shown_by_many("T7", size, Claim("crossing", "policy_changed", ("carrying_out", "missing"), ("outside", "inside")))


def test_t08_some_time_for_relations_raises_the_chance_of_change(size):
    """None to three tenths: +0.012 [+0.007, +0.018]; three to six tenths: -0.019 [-0.024, -0.014] (6,000 pairs)."""
    shown_by_many("T8", size, Claim("peak", "policy_changed", ("all",), ("0", "0.3", "0.6")))


def shown_by_many(code: str, size: int, claim: Claim) -> None:
    """A small effect, over 6,000 pairs, in `make verify` only."""
    if size == 1:
        pytest.skip("needs 6,000 pairs: run by `make verify`")
    assert judge(read_tradeoff(code), (claim,), 3 * PAIRS)["verdict"] == "pass"


@NOT_SHOWN
def test_t12_some_red_lines_win_more_than_none_or_all(size):
    """Share of the aim that stands: 0.356, 0.354, 0.358, 0.366, 0.380 with 0 to 4 red lines of four (1,500 pairs): what
    is kept grows by more than what is refused, for a lost vote costs half a year and nothing else."""
    shown_nowhere("T12", size, Claim("peak", "provisions_won", ("all",), ("0", "2", "4")))


@NOT_SHOWN
def test_t04_restraint_alone_costs_hours(size):
    """From none to full restraint without support the hours given rise, by some 500 of 7,000 (1,500 pairs): what those
    who are heard add exceeds what the silent strong withdraw, so that only support has a price."""
    study = read_tradeoff("T4")
    levels = tuple(
        dataclasses.replace(each, values={**each.values, "alliance.participation_support": 0.0})
        for each in study.levels
    )
    alone = dataclasses.replace(study, levels=levels)
    found = judge(alone, (Claim("falls", "hours_total", ("all",), ("0", "1")),), 500 if size == 1 else PAIRS)
    assert found["verdict"] == "pass"
