"""A described situation: who is in it, under which conditions, on which calendar. Plain data, already checked."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.parameters import Parameters

GATES = ("parliament", "decree", "budget", "agency")
CALENDAR_KINDS = (
    "election", "local_election", "cabinet_change", "budget", "shock", "scandal", "funding_start", "funding_end",
    "note", "context", "celebration",
)  # fmt: skip
ROLES = ("co_chair", "host", "group_lead")


@dataclass(frozen=True, slots=True)
class Provision:
    """One item that the wanted policy should contain.

    `difficulty` shifts how hard decision-makers find it (None: drawn up from the ambition of the goal), `today` says
    how much of it already stands (0 to 1), `gate` which body passes it.
    """

    id: str
    title: str = ""
    weight: float = 1.0
    difficulty: float | None = None
    gate: str = "parliament"
    today: float = 0.0
    non_negotiable: bool | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A duty with dates: weeks from the start, the last week included; None means to the end."""

    role: str
    from_week: int = 0
    to_week: int | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """One listed organisation; what it does not say (scope, sector, attributes, skills, access) comes from its kind.

    `joins` is the week from which it is invited (0: founder), `leaves` the week in which it goes in any case.
    A `guest` takes part without a vote, an `outside` ally never joins, an `idle` one is on the list and does nothing.
    `attributes` may set: hours, money, representativeness, credibility, unlikeliness, lean, agreement, stubborn,
    reliability, approach, mobilisation. `access` is by holder id or by office.
    """

    id: str
    name: str
    kind: str
    scope: str | None = None
    sector: str | None = None
    joins: int = 0
    leaves: int | None = None
    guest: bool = False
    outside: bool = False
    idle: bool = False
    arm: str = ""
    roles: tuple[Role, ...] = ()
    attributes: Mapping[str, float] = field(default_factory=dict)
    positions: Mapping[str, float] = field(default_factory=dict)
    skills: Mapping[str, float] = field(default_factory=dict)
    access: Mapping[str, float] = field(default_factory=dict)
    contests: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in an office, from a week on until the next term of that office begins.

    None means drawn by the model. `from_member` is the id of the organisation that the person came from.
    """

    name: str
    from_week: int
    side: int | None = None
    stance: float | None = None
    influence: float | None = None
    trust: float | None = None
    from_member: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A seat of power and those who hold it in turn.

    `veto` is True, False or the ids of the provisions to which the veto is limited. Stances run from -1 (against) to
    1 (for), sides from -1 to 1; `tenure` is in months (None: from the context). With more than one term listed the
    terms are the calendar of this office and chance does not replace its holder. `vote_share` is a candidate's.
    """

    id: str
    name: str
    office: str
    tier: str = "national"
    veto: bool | tuple[str, ...] = False
    formal_power: float | None = None
    influence: float | None = None
    stance: float | None = None
    side: int | None = None
    trust: float | None = None
    evidence_receptivity: float | None = None
    pressure_receptivity: float | None = None
    donor_receptivity: float | None = None
    tenure: float | None = None
    vote_share: float | None = None
    terms: tuple[Term, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A dated event: `week` from the start.

    `turnover` is an election's chance of a change of government (None: from the context), `size` a shock's push on
    public attention, a scandal's loss of trust in holders or a funding's share. `change` is what is added to contexts
    from then on, by short name.
    """

    week: int
    kind: str
    title: str = ""
    turnover: float | None = None
    size: float | None = None
    change: Mapping[str, float] = field(default_factory=dict)
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One described situation, checked. `members`, `government`, `calendar` and `provisions` are None where they are
    to be generated from the parameters. `arms` are parts of the alliance that meet by themselves: by name, the ratio of
    their interval between meetings to the alliance's."""

    name: str = "scenario"
    title: str = "An alliance"
    start: dt.date = dt.date(2025, 1, 6)
    weeks: int = 260
    parameters: Parameters = field(default_factory=Parameters)
    provisions: tuple[Provision, ...] | None = None
    members: tuple[Organisation, ...] | None = None
    government: tuple[Office, ...] | None = None
    calendar: tuple[CalendarEvent, ...] | None = None
    arms: Mapping[str, float] = field(default_factory=dict)
    note: str = ""

    def replace(self, **changes: Any) -> Scenario:
        """A copy with other fields."""
        return dataclasses.replace(self, **changes)

    def date(self, week: int) -> dt.date:
        """The day on which a week begins."""
        return self.start + dt.timedelta(weeks=int(week))
