"""What an effect test can claim. Each prints what it found (`pytest -rP`)."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from tests.effects.pairs import Effect, effect, interaction

KEPT = "ALLIANCE_EFFECT_LOG"


def lever(name: str, low: Any, high: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two arms that differ in one parameter."""
    return {name: low}, {name: high}


def noted(found: Effect, sign: int, least: float) -> None:
    """Print what was found; where a file is named in the environment, one line there of what was asked of it."""
    print(found)
    kept = os.environ.get(KEPT)
    if kept:
        test = os.environ.get("PYTEST_CURRENT_TEST", "").split(" ")[0]
        told = {"test": test, "outcome": found.outcome, "sign": sign, "least": least, "mean": found.mean,
                "low": found.low, "high": found.high}  # fmt: skip
        with open(kept, "a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")


def rises(found: Effect, least: float = 0.0) -> Effect:
    """The whole interval is above zero, and the effect has the stated size."""
    noted(found, 1, least)
    assert found.low > 0.0 and found.mean >= least, str(found)
    return found


def falls(found: Effect, least: float = 0.0) -> Effect:
    """The whole interval is below zero, and the effect has the stated size."""
    noted(found, -1, least)
    assert found.high < 0.0 and found.mean <= -least, str(found)
    return found


def gone(found: Effect) -> None:
    """With the mechanism off the two arms are the same, run by run."""
    print(f"off: {found}")
    assert found.mean == found.error == 0.0, str(found)


def nearly_gone(found: Effect, effect_on: Effect, share: float) -> None:
    """With the mechanism off at most this share of its effect is left: what reaches the outcome by other paths."""
    print(f"off: {found}")
    assert abs(found.mean) <= share * abs(effect_on.mean), f"{found}; on: {effect_on}"


def peaks(outcome: str, name: str, values: tuple[Any, Any, Any], **how: Any) -> tuple[Effect, Effect]:
    """Up, then down: the middle value of a lever beats both ends, each with its interval."""
    low, middle, high = values
    up = rises(effect(outcome, {name: low}, {name: middle}, **how))
    down = falls(effect(outcome, {name: middle}, {name: high}, **how))
    return up, down


def stronger(on: Effect, off: Effect) -> None:
    """One effect exceeds another by more than three standard errors of their difference: the context decides."""
    print(f"here: {on}\nthere: {off}")
    assert interaction(on, off) > 3.0, f"{on}; {off}"


MANY = pytest.mark.many
NOT_SHOWN = pytest.mark.xfail(strict=True, reason="stated by the mission, not shown by the model today")
