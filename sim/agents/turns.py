"""Whose turn it is: for every step of the week, the rows of those who have a part in it.

The compiled week loops over the same rows (`sim.week`). A step that is not named in `TURNS` is everybody's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from sim.state import NEVER
from sim.week import Phase

NONE = np.zeros(0, dtype=np.int64)


def every_organisation(desk: Any) -> Any:
    """Every organisation, in the alliance or not."""
    return np.arange(desk.alliance.organisations)


def every_holder(desk: Any) -> Any:
    """Every power-holder."""
    return np.arange(desk.alliance.holders)


def members(desk: Any) -> Any:
    """Who belongs now, idle ones included."""
    return np.flatnonzero(desk.organisations["is_member"][: desk.alliance.organisations] == 1)


def outsiders(desk: Any) -> Any:
    """Who does not belong now."""
    return np.flatnonzero(desk.organisations["is_member"][: desk.alliance.organisations] == 0)


def present(desk: Any) -> Any:
    """Members that take part this week, as `gather` listed them."""
    return desk.rows[: desk.alliance.member_count]


def opponents(desk: Any) -> Any:
    """Those who resist."""
    return desk.public.opponents[: desk.public.opponent_count]


def funded(desk: Any) -> Any:
    """Once a year everybody learns its means; every week members fill their purse."""
    return every_organisation(desk) if desk.week % 52 == 0 else members(desk)


def at_meeting(desk: Any) -> Any:
    """Members, in a week with a meeting."""
    return present(desk) if desk.alliance.met == 1 else NONE


def where_work_starts(desk: Any) -> Any:
    """Members, in a week in which new work is shared out."""
    return present(desk) if desk.alliance.new_work > 0 else NONE


def in_confrontation(desk: Any) -> Any:
    """Members, in a week in which the alliance opposes the government."""
    return present(desk) if desk.alliance.confronting == 1 else NONE


def monthly(desk: Any) -> Any:
    """Members, every fourth week."""
    return present(desk) if desk.week % 4 == 0 else NONE


def with_time_for_relations(desk: Any) -> Any:
    """Members, where the alliance invests in relations."""
    return present(desk) if desk.parameters.relationship_investment > 0.0 else NONE


def at_vote(desk: Any) -> Any:
    """Power-holders, when a vote is called."""
    return every_holder(desk) if desk.policy.voting_gate != NEVER else NONE


TURNS: dict[str, Callable[[Any], Any]] = {
    "receive_fundings": funded,
    "change_staffs": present,
    "decide_to_joins": outsiders,
    "leaves": members,
    "attends": at_meeting,
    "listens": at_meeting,
    "bonds": at_meeting,
    "go_homes": present,
    "offers": where_work_starts,
    "works": present,
    "contributes": present,
    "face_confrontations": in_confrontation,
    "relates": monthly,
    "tend_relations": with_time_for_relations,
    "feels": present,
    "opposes": opponents,
    "votes": at_vote,
}


def turn(phase: Phase, desk: Any) -> Any:
    """Rows of those who act in a step of the week, in their order."""
    usual = every_holder if phase.who == "holder" else every_organisation
    return TURNS.get(phase.name, usual)(desk)
