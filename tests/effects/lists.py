"""Alliances listed member by member, for comparisons of one member more, fewer or other."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from sim.scenario import Scenario
from sim.scenario.structure import Organisation
from tests.effects.pairs import Effect, Own, outcomes, paired

CIVIL = ("ingo", "ingo", "local_ngo", "local_ngo", "local_ngo", "local_ngo")  # a coalition of the like-minded
MANY = ("ingo", "local_ngo", "grassroots", "womens_rights", "bilateral_donor", "university")  # of many sectors


def organisation(
    kind: str, number: int, attributes: Mapping[str, float] | None = None, **access: float
) -> Organisation:
    """The listed organisation number so many of a kind; what is not said comes from the kind."""
    name = f"{kind}-{number}"
    return Organisation(name, name, kind, attributes=dict(attributes or {}), access=access)


def alliance_of(kinds: tuple[str, ...], *more: Organisation, opponents: int = 1) -> Scenario:
    """A scenario with these kinds on the first list, further organisations, and opponents with twelve hours each."""
    members = [organisation(kind, number) for number, kind in enumerate(kinds)]
    against = [organisation("opponent", number, {"hours": 12.0}) for number in range(opponents)]
    return Scenario().replace(members=(*members, *more, *against))


@functools.cache
def listed(kinds: tuple[str, ...]) -> Own:
    """The alliance of these kinds, the same object each time, so that arms are shared between tests."""
    return Own(alliance_of(kinds))


def own(kinds: tuple[str, ...], *more: Organisation, **how: Any) -> Own:
    """An alliance of these kinds and further organisations; make it once, at the top of a test file."""
    return Own(alliance_of(kinds, *more, **how))


def between(outcome: str, one: Own, other: Own, runs: int = 200, weeks: int | None = 156, **settings: Any) -> Effect:
    """What the second alliance has of an outcome against the first, run by run on the same chance."""
    first, second = (outcomes(settings, outcome, runs, weeks, each) for each in (one, other))
    return paired(outcome, first, second)
