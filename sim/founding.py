"""Founding: a scenario and the kinds become the first state of a run (S01 S05 S08 to S13).

`prepare` gathers all that does not depend on chance or factors into plain arrays, once a scenario; `found` is compiled
and fills a world for one run. Hidden traits (the obstacle, dispositions, endowments, calendars) are drawn at fixed
addresses, so that they are the same with and without the alliance.
"""

from __future__ import annotations

import functools
import math
from typing import Any, NamedTuple

import numpy as np

from sim.compiled import part, rule
from sim.declare import FAMILIES, OFFICES, SCOPES, SECTORS, SKILLS
from sim.draws import choice, entity_address, normal, uniform
from sim.errors import BadInput, Problem
from sim.kinds import KIND_NAMES, KINDS
from sim.parameters import PARAMETERS
from sim.rules import addresses as at
from sim.rules.agreeing import choose_red_lines, setup_items
from sim.rules.calendar import WEEKS_A_MONTH, new_disposition, said_and_meant, usual_salience
from sim.rules.forms import bounded, log, share
from sim.rules.joining import welcome
from sim.rules.meeting import meet_soon
from sim.rules.words import (
    ADOPTED,
    BADLY_IMPLEMENTED,
    CAL_BUDGET,
    CAL_CELEBRATION,
    CAL_ELECTION,
    CAL_NOTE,
    CANDIDATE,
    DISSOLVED,
    E_FOUNDED,
    EXECUTIVE,
    GATE_PARLIAMENT,
    GOVERNMENT,
    LEGISLATOR,
    LOCAL,
    MINISTER,
    MOBILISING,
    NOWHERE,
    OFFICIAL,
    OPPONENT,
    ORGANIC,
    S_STATE,
    SECTOR_COUNT,
    UNDERFUNDED,
)  # fmt: skip
from sim.scenario.structure import CALENDAR_KINDS, GATES, CalendarEvent, Office, Organisation, Scenario
from sim.state import (
    ACTIVITY,
    ALLIANCE,
    CALENDAR,
    COUNTS,
    HOLDER,
    MOST_HOLDERS,
    MOST_OPPONENTS,
    MOST_PROVISIONS,
    NEVER,
    NOBODY,
    ORGANISATION,
    POLICY,
    PROVISION,
    PUBLIC,
    SKILL_COUNT,
    TERM,
    records,
)  # fmt: skip

NAN = float("nan")
GENERATED_PER_KIND = 320
OPPONENTS = 2
MOST_DAYS = int(PARAMETERS["context.celebrated_days"].declaration.high or 0)
GENERATED_OFFICES = (
    ("minister", 1), ("executive", 1), ("official", 3), ("legislator", 2), ("local_authority", 1), ("candidate", 4),
)  # fmt: skip

# Formal power, receptivity to evidence, to public pressure, to donors, by office (order of OFFICES): judgement J2.
OFFICE_TRAITS = np.array([
    [1.00, 0.35, 0.55, 0.40],
    [0.90, 0.40, 0.50, 0.50],
    [0.30, 0.70, 0.20, 0.50],
    [0.60, 0.35, 0.70, 0.30],
    [0.30, 0.45, 0.60, 0.30],
    [0.50, 0.30, 0.80, 0.30],
])  # fmt: skip


class Blank(NamedTuple):
    """One empty record of each type, to clear a world with."""

    organisation: Any
    holder: Any
    activity: Any
    alliance: Any
    public: Any
    policy: Any
    provision: Any
    counts: Any


class Blueprint(NamedTuple):
    """A scenario as plain arrays: what every run of it shares, whatever its factors and its chance.

    Fields that a scenario leaves to the model are NaN (numbers) or NEVER (whole numbers). `listed` says for members,
    government, calendar and provisions whether the scenario lists them (1) or the parameters make them (0).
    """

    listed: Any
    weeks: int
    active: int
    organisations: Any
    skill: Any
    access: Any
    office_access: Any
    position: Any
    holders: Any
    provisions: Any
    calendar: Any
    terms: Any
    kind_record: Any
    kind_skill: Any
    kind_access: Any
    founder_address: Any
    outsider_address: Any
    office_traits: Any
    arm_ratio: Any
    blank: Any


BLANK = Blank(
    *(records(1, dtype) for dtype in (ORGANISATION, HOLDER, ACTIVITY, ALLIANCE, PUBLIC, POLICY, PROVISION, COUNTS))
)

MEMBERS, OFFICES_LISTED, CALENDAR_LISTED, PROVISIONS_LISTED = range(4)


def kind_tables() -> tuple[Any, Any, Any]:
    """The endowments of all kinds as records, skills (kinds, skills) and access (kinds, offices)."""
    table = records(len(KINDS), ORGANISATION)
    for k, kind in enumerate(KINDS.values()):
        row = table[k]
        row.kind, row.family = k, FAMILIES.index(kind.family)
        row.sector, row.scope = SECTORS.index(kind.sector), SCOPES.index(kind.scope)
        row.hours, row.money = kind.hours_per_week, kind.money_per_year
        row.representativeness, row.credibility = kind.representativeness, kind.credibility
        row.unlikeliness, row.small = kind.unlikeliness, 1.0 if kind.small else 0.3
        row.audience = kind.skills[SKILLS.index("media")]
    skills = np.array([kind.skills for kind in KINDS.values()])
    access = np.array([kind.access for kind in KINDS.values()])
    return table, skills, access


@functools.cache
def _generated_addresses(pattern: str) -> Any:
    return np.array(
        [[entity_address(pattern.format(k, n + 1)) for n in range(GENERATED_PER_KIND)] for k in KIND_NAMES], np.int64
    )


def _addresses(pattern: str) -> Any:
    """Addresses of generated organisations, (kinds, numbers): hashed once, since compositions are prepared by the
    thousand."""
    return _generated_addresses(pattern).copy()


def _unique(identities: list[str]) -> None:
    seen: dict[int, str] = {}
    for identity in identities:
        address = entity_address(identity)
        if address in seen:
            other = seen[address]
            raise BadInput(Problem("", 0, identity, "", f"meets {other} on one number of chance; give it another id"))
        seen[address] = identity


def _listed_organisation(row: Any, member: Organisation, kinds: Any, provisions: list[str], arms: list[str]) -> None:
    """Fill one record from a listed organisation; NaN where the kind decides."""
    k = KIND_NAMES.index(member.kind)
    for name in ("family", "sector", "scope"):
        row[name] = kinds[k][name]
    row.address, row.kind = entity_address(member.id), k
    if member.scope is not None:
        row.scope = SCOPES.index(member.scope)
    for name in ("hours", "money", "representativeness", "credibility", "unlikeliness", "lean", "approach",
                 "reliability", "mobilisation"):  # fmt: skip
        row[name] = member.attributes.get(name, NAN)
    row.stubborn = int(member.attributes.get("stubborn", NEVER))
    row.expectation = member.attributes.get("agreement", NAN)  # carried here until positions are set
    if member.sector is not None:
        row.sector = SECTORS.index(member.sector)
    row.contests = _mask(member.contests, provisions)
    row.arm = arms.index(member.arm) if member.arm else NEVER
    row.is_opponent = int(KINDS[member.kind].family == "Opponent")
    row.is_guest, row.is_idle, row.is_outside = int(member.guest), int(member.idle), int(member.outside)
    row.invited_week = max(0, member.joins)
    row.leaves_week = NEVER if member.leaves is None else member.leaves
    for name in ("chair", "host", "lead"):
        row[f"{name}_from"], row[f"{name}_to"] = NEVER, NEVER
    for role in member.roles:
        name = {"co_chair": "chair", "host": "host", "group_lead": "lead"}[role.role]
        row[f"{name}_from"] = role.from_week
        row[f"{name}_to"] = NEVER if role.to_week is None else role.to_week


def _mask(ids: tuple[str, ...], provisions: list[str]) -> int:
    return sum(1 << provisions.index(each) for each in ids)


def _listed_office(row: Any, office: Office, provisions: list[str]) -> None:
    """Fill one record from a listed office; NaN where the model draws."""
    row.address, row.office = entity_address(office.id), OFFICES.index(office.office)
    row.tier = int(office.tier == "local")
    row.veto = int(office.veto is not False)
    row.veto_mask = _mask(office.veto, provisions) if isinstance(office.veto, tuple) else 0
    first = office.terms[0] if office.terms and office.terms[0].from_week <= 0 else None
    stance = first.stance if first and first.stance is not None else office.stance
    side = first.side if first and first.side is not None else office.side
    trust = first.trust if first and first.trust is not None else office.trust
    influence = first.influence if first and first.influence is not None else office.influence
    values = {
        "formal_power": office.formal_power, "influence": influence, "disposition": stance, "side": side,
        "trust": trust, "evidence_receptivity": office.evidence_receptivity,
        "pressure_receptivity": office.pressure_receptivity, "donor_receptivity": office.donor_receptivity,
        "vote_share": office.vote_share, "tenure": office.tenure,
    }  # fmt: skip
    for name, value in values.items():
        row[name] = NAN if value is None else value
    row.has_terms = int(len(office.terms) > 1)


def _listed_terms(offices: list[Office], members: list[str]) -> Any:
    """The dated occupants of offices, in order of week."""
    found = []
    for h, office in enumerate(offices):
        for number, term in enumerate(office.terms):
            if term.from_week > 0:
                found.append((term.from_week, h, number, term))
    candidates = {office.name: h for h, office in enumerate(offices) if office.office == "candidate"}
    found.sort(key=lambda each: each[:3])
    table = records(len(found), TERM)
    for row, (week, h, number, term) in zip(table, found, strict=True):
        row.holder, row.week, row.number = h, week, number
        row.side = NAN if term.side is None else term.side
        row.stance = NAN if term.stance is None else term.stance
        row.influence = NAN if term.influence is None else term.influence
        row.trust = NAN if term.trust is None else term.trust
        row.is_same = int(number > 0 and offices[h].terms[number - 1].name == term.name)
        row.candidate = candidates.get(term.name, NOBODY)
        row.from_member = members.index(term.from_member) if term.from_member in members else NOBODY
    return table


def dated_events(scenario: Scenario) -> list[CalendarEvent]:
    """What a listed calendar lets happen, by date; its place here is its number in a run."""
    listed = scenario.calendar or ()
    return sorted((each for each in listed if each.kind not in ("note", "context")), key=lambda each: each.week)


def _calendar(scenario: Scenario) -> Any:
    """Dated events, or room for those that the parameters make."""
    if scenario.calendar is None:
        return records((2 + MOST_DAYS) * (scenario.weeks // 52 + 2), CALENDAR)
    rows = [(each, number, "") for number, each in enumerate(dated_events(scenario))]
    rows += [(each, 0, name) for each in scenario.calendar for name in each.change]
    table = records(len(rows), CALENDAR)
    for row, (event, number, context) in zip(table, rows, strict=True):
        row.week, row.kind, row.number = event.week, CALENDAR_KINDS.index(event.kind), number
        row.turnover = -1.0 if event.turnover is None else event.turnover
        row.push = -1.0 if event.size is None else event.size
        if context:
            _changed_context(row, context, event.change[context])
    return table


def _changed_context(row: Any, name: str, change: float) -> None:
    """Which parameter changes, by how much, and between which ends it stays."""
    path = f"context.{name}"
    declaration = PARAMETERS[path].declaration
    row.number, row.push = list(PARAMETERS).index(path), change
    row.low, row.high = declaration.low, declaration.high


def _provisions(scenario: Scenario) -> Any:
    listed = scenario.provisions or ()
    table = records(len(listed), PROVISION)
    for row, provision in zip(table, listed, strict=True):
        row.weight, row.gate, row.today = provision.weight, GATES.index(provision.gate), provision.today
        row.difficulty = NAN if provision.difficulty is None else provision.difficulty
        row.is_measure = NEVER if provision.non_negotiable is None else int(provision.non_negotiable)
    return table


def sorted_members(scenario: Scenario) -> list[Organisation]:
    """Listed organisations in the order of their rows: by address, so that the order of a file changes no bit."""
    return sorted(scenario.members or (), key=lambda member: entity_address(member.id))


def sorted_offices(scenario: Scenario) -> list[Office]:
    """Listed offices in the order of their rows: by office, then by address."""
    return sorted(
        scenario.government or (), key=lambda office: (OFFICES.index(office.office), entity_address(office.id))
    )


def prepare(scenario: Scenario, *, active: bool = True) -> Blueprint:
    """Gather a scenario into the arrays from which runs are founded.

    Parameters
    ----------
    scenario : Scenario
        A checked scenario.
    active : bool
        False for the counterfactual without an alliance: same draws, opposition and calendar, nobody joins.

    Errors: BadInput where two names would share one address of chance.
    """
    members, offices = sorted_members(scenario), sorted_offices(scenario)
    names = [provision.id for provision in scenario.provisions or ()]
    _unique([each.id for each in members])
    _unique([each.id for each in offices])
    kinds, kind_skill, kind_access = kind_tables()
    organisations = records(len(members), ORGANISATION)
    skill = np.full((len(members), SKILL_COUNT), NAN)
    access = np.full((len(members), max(1, len(offices))), NAN)
    office_access = np.full((len(members), len(OFFICES)), NAN)
    position = np.full((len(members), MOST_PROVISIONS), NAN)
    for i, member in enumerate(members):
        _listed_organisation(organisations[i], member, kinds, names, list(scenario.arms))
        for name, value in member.skills.items():
            skill[i, SKILLS.index(name)] = value
        for name, value in member.positions.items():
            position[i, names.index(name)] = value
        for h, office in enumerate(offices):
            access[i, h] = member.access.get(office.id, NAN)
        for name in OFFICES:
            office_access[i, OFFICES.index(name)] = member.access.get(name, NAN)
    holders = records(len(offices), HOLDER)
    for row, office in zip(holders, offices, strict=True):
        _listed_office(row, office, names)
    listed = np.array([scenario.members is not None, scenario.government is not None, scenario.calendar is not None,
                       scenario.provisions is not None], dtype=np.int64)  # fmt: skip
    return Blueprint(
        listed=listed, weeks=scenario.weeks, active=int(active), organisations=organisations, skill=skill,
        access=access, office_access=office_access, position=position,
        holders=holders, provisions=_provisions(scenario),
        calendar=_calendar(scenario), terms=_listed_terms(offices, [member.id for member in members]),
        kind_record=kinds, kind_skill=kind_skill, kind_access=kind_access,
        blank=BLANK, founder_address=_addresses("{}-{}"),
        outsider_address=_addresses("{}-outside-{}"), office_traits=OFFICE_TRAITS,
        arm_ratio=np.array(list(scenario.arms.values()) or [1.0]),
    )  # fmt: skip


def room(blueprint: Blueprint, points: Any) -> tuple[int, int]:
    """Rows that a world needs for organisations and holders, over all the given design points."""
    if blueprint.listed[MEMBERS]:
        organisations = len(blueprint.organisations)
    else:
        organisations = int(np.max(points["founders"]) + np.max(points["outsiders"])) + OPPONENTS + 1
    holders = len(blueprint.holders) if blueprint.listed[OFFICES_LISTED] else sum(n for _, n in GENERATED_OFFICES)
    return max(1, organisations), min(MOST_HOLDERS, max(1, holders))


def founder_weights(points: Any) -> Any:
    """Weights of the kinds among the founders at each design point, (points, kinds): a kind's lever times its family's.

    Read from the declared levers, so that a new kind with a weight needs no second list (S07 S10).
    """
    weights = np.zeros((len(points), len(KIND_NAMES)))
    for k, name in enumerate(KIND_NAMES):
        lever = f"weight_{name}"
        if f"alliance.{lever}" in PARAMETERS:
            weights[:, k] = points[lever] * points[f"family_{KINDS[name].family.lower()}"]
    return weights


@rule
def clear(w, store, blank):
    """An empty world. Writes: everything but the event log, whose rows are counted anew."""
    for i in range(w.organisations.shape[0]):
        w.organisations[i] = blank.organisation[0]
    for h in range(w.holders.shape[0]):
        w.holders[h] = blank.holder[0]
    for k in range(w.activities.shape[0]):
        w.activities[k] = blank.activity[0]
    for q in range(w.provisions.shape[0]):
        w.provisions[q] = blank.provision[0]
    store.alliance[0] = blank.alliance[0]
    store.public[0] = blank.public[0]
    store.policy[0] = blank.policy[0]
    store.counts[0] = blank.counts[0]
    for i in range(w.trust.shape[0]):
        for j in range(w.trust.shape[1]):
            w.trust[i, j] = 0.0
            w.known[i, j] = 0


@rule
def spread(key, process, address, number, size):
    """A normal deviation of a trait, at its fixed address."""
    return size * normal(key, process, 0, address, number)


@rule
def endow(w, b, p, key, i, k, address):
    """Give organisation `i` what its kind brings, with its own deviations; listed values come afterwards.

    Writes: organisations[i], skill[i]. Source: S10; J2.
    """
    m = w.organisations[i]
    kind = b.kind_record[k]
    m.address = address
    m.kind = k
    m.family = kind.family
    m.sector = kind.sector
    m.scope = kind.scope
    m.hours = kind.hours * math.exp(spread(key, at.FOUND_HOURS, address, 0, p.hours_spread))
    m.money = kind.money * math.exp(spread(key, at.FOUND_MONEY, address, 0, p.hours_spread))
    m.representativeness = share(kind.representativeness + spread(key, at.FOUND_TRAIT, address, 1, p.trait_spread))
    m.credibility = share(kind.credibility + spread(key, at.FOUND_TRAIT, address, 2, p.trait_spread))
    m.unlikeliness = kind.unlikeliness
    m.audience = kind.audience
    m.lean = bounded(spread(key, at.FOUND_LEAN, address, 0, p.lean_spread), -1.0, 1.0)
    wish = 0.25 + 0.4 * b.kind_skill[k, MOBILISING]
    apart = p.approach_spread * (2.0 - p.initial_agreement)
    m.approach = share(wish + spread(key, at.FOUND_APPROACH, address, 0, apart))
    m.stubborn = 1 if uniform(key, at.FOUND_STUBBORN, at.NONE, address, at.NONE) < p.stubborn_share else 0
    wobble = spread(key, at.FOUND_RELIABILITY, address, 0, p.reliability_spread)
    m.reliability = bounded(p.reliability_mean + wobble, 0.2, 1.0)
    m.invited_week = 0
    m.leaves_week = NEVER
    m.chair_from = NEVER
    m.chair_to = NEVER
    m.host_from = NEVER
    m.host_to = NEVER
    m.lead_from = NEVER
    m.lead_to = NEVER
    m.arm = NEVER
    m.is_called = 1
    for s in range(SKILL_COUNT):
        w.organisations[i].skill[s] = share(
            b.kind_skill[k, s] + spread(key, at.FOUND_TRAIT, address, 10 + s, p.trait_spread)
        )


@rule
def begin_life(m, p, key):
    """State of mind and means of an organisation before the first week. Writes: organisation. Source: S42, J4."""
    m.small = 1.0 if m.money < p.small_money else 0.3
    m.base_representativeness = m.representativeness
    m.asked_week = NEVER
    m.joined_week = NEVER
    m.left_week = NEVER
    m.objects_since = NEVER
    m.drive = 0.5
    m.commitment = 0.5
    m.enthusiasm = share(p.enthusiasm_start + spread(key, at.FOUND_ENTHUSIASM, m.address, 0, p.trait_spread))
    m.surround = m.enthusiasm
    m.satisfaction = 1.0
    m.voice = 0.45
    m.mean_trust = 0.38
    m.funding = 1.0
    m.purse = 0.5 * m.money * p.member_money * (1.0 - p.pooled_fund)


@rule
def chosen(value, otherwise):
    """A listed value, or what the model drew where none is listed."""
    return value if value == value else otherwise


@rule
def override(w, b, p, i):
    """Listed values of organisation `i` replace what its kind brought. Writes: organisations[i], skill[i]."""
    m = w.organisations[i]
    x = b.organisations[i]
    m.scope = x.scope
    m.sector = x.sector
    m.contests = x.contests
    m.hours = chosen(x.hours, m.hours)
    m.money = chosen(x.money, m.money)
    m.representativeness = chosen(x.representativeness, m.representativeness)
    m.credibility = chosen(x.credibility, m.credibility)
    m.unlikeliness = chosen(x.unlikeliness, m.unlikeliness)
    m.lean = chosen(x.lean, m.lean)
    m.approach = chosen(x.approach, m.approach)
    m.reliability = chosen(x.reliability, m.reliability)
    m.mobilisation = chosen(x.mobilisation, 0.0)
    m.stubborn = x.stubborn if x.stubborn != NEVER else m.stubborn
    m.is_guest = x.is_guest
    m.is_idle = x.is_idle
    m.is_outside = x.is_outside
    m.is_opponent = x.is_opponent
    m.invited_week = x.invited_week
    m.leaves_week = x.leaves_week
    m.chair_from = x.chair_from
    m.chair_to = x.chair_to
    m.host_from = x.host_from
    m.host_to = x.host_to
    m.lead_from = x.lead_from
    m.lead_to = x.lead_to
    m.arm = x.arm
    m.hours *= p.opposition_strength if x.is_opponent == 1 else 1.0
    m.is_founder = 1 if x.is_opponent + x.is_outside + x.is_idle == 0 else 0
    for s in range(SKILL_COUNT):
        w.organisations[i].skill[s] = chosen(b.skill[i, s], w.organisations[i].skill[s])


@rule
def list_members(w, b, p, key):
    """Organisations as a scenario lists them; who is there at the start forms the alliance or its drafting group.

    Writes: organisations, skill, alliance.
    """
    a = w.alliance
    a.organisations = b.organisations.shape[0]
    for i in range(a.organisations):
        x = b.organisations[i]
        endow(w, b, p, key, i, x.kind, x.address)
        override(w, b, p, i)
        begin_life(w.organisations[i], p, key)
    present = 0
    for i in range(a.organisations):
        m = w.organisations[i]
        if m.is_founder == 1 and m.invited_week == 0:
            present += 1
    for i in range(a.organisations):
        m = w.organisations[i]
        if m.is_founder == 0 or m.invited_week > 0:
            continue
        place = 0
        own = uniform(key, at.FOUND_CLUSTER, at.NONE, m.address, at.NONE)
        for j in range(a.organisations):
            other = w.organisations[j]
            if other.is_founder == 1 and other.invited_week == 0 and j != i:
                place += 1 if uniform(key, at.FOUND_CLUSTER, at.NONE, other.address, at.NONE) < own else 0
        invite_at_start(m, p, key, place < p.drafting_group_size or p.origin == ORGANIC)


@rule
def drafting_weeks(p):
    """Weeks until the first list is ready: grows with the square of the drafting group (S11, J3).

    None where the alliance grows out of bodies that already work together: they need no list to find each other (S01).
    """
    if p.origin == ORGANIC:
        return 0.0
    return p.draft_base_weeks + p.draft_square_weeks * p.drafting_group_size * p.drafting_group_size


@rule
def invite_at_start(m, p, key, is_drafter):
    """When the first list reaches a founder: drafters are there from week 0, others in the weeks after drafting (S11).

    Writes: organisation.invited_week.
    """
    m.is_founder = 1
    m.on_first_list = 1
    m.is_drafter = 1 if is_drafter else 0
    wait = p.invitation_weeks * uniform(key, at.FOUND_INVITED, at.NONE, m.address, at.NONE)
    m.invited_week = 0 if is_drafter else int(drafting_weeks(p) + wait)


@rule
def week_of_list(organisations, count, quorum):
    """First week by which this share of the first list has been asked: only then is a joint aim everybody's (S11 S14).

    With nobody on a first list, the first week.
    """
    listed = 0
    last = 0
    for i in range(count):
        if organisations[i].on_first_list == 1:
            listed += 1
            last = max(last, organisations[i].invited_week)
    for week in range(last):
        asked = 0
        for i in range(count):
            if organisations[i].on_first_list == 1 and organisations[i].invited_week <= week:
                asked += 1
        if asked >= quorum * listed:
            return week
    return last


@rule
def founders_by_kind(p, weights, counts):
    """Whole numbers of founders by kind out of the weights, by largest remainder (S07 S10). Writes: counts (kinds,)."""
    kinds = weights.shape[0]
    total = 0.0
    for k in range(kinds):
        total += weights[k]
    given = 0
    for k in range(kinds):
        exact = p.founders * weights[k] / total if total > 0.0 else 0.0
        counts[k] = int(exact)
        given += counts[k]
    while given < p.founders and total > 0.0:
        best = 0
        most = -1.0
        for k in range(kinds):
            rest = p.founders * weights[k] / total - counts[k]
            if rest > most and weights[k] > 0.0:
                most = rest
                best = k
        counts[best] += 1
        given += 1


@rule
def is_known(w, b, p, key, drafters, address, sector):
    """Whether the drafting group knows a candidate: own sector better than others; past work helps (S11, J3).

    An organic group knows fewer beyond those it already works with (S01).
    """
    reach = p.organic_reach if p.origin == ORGANIC else 1.0
    for d in range(drafters):
        m = w.organisations[d]
        if m.sector == sector:
            chance = p.draft_known_same
        else:
            chance = reach * (p.draft_known_other + p.draft_prior_other * p.prior_collaboration)
        if uniform(key, at.FOUND_DRAFT, d, address, at.NONE) < chance:
            return True
    return False


@rule
def add_founder(w, b, p, key, i, k, number, is_drafter):
    """Put candidate `number` of kind `k` on the first list, as row `i`. Writes: organisations[i], skill[i]."""
    endow(w, b, p, key, i, k, b.founder_address[k, number])
    begin_life(w.organisations[i], p, key)
    invite_at_start(w.organisations[i], p, key, is_drafter)


@rule
def draft_list(w, b, p, weights, key):
    """The drafting group draws up the first list: whom it knows, kind by kind; blind spots are filled from its own
    kinds.

    Writes: organisations, skill, alliance.organisations. Source: S11 S12; J3.
    """
    kinds = b.kind_record.shape[0]
    wanted = w.counts.wanted
    taken = w.counts.taken
    for k in range(kinds):
        taken[k] = 0
    founders_by_kind(p, weights, wanted)
    if p.government_member == 1:
        add_government(b, wanted)
    n = seat_drafters(w, b, p, key, wanted, taken)
    drafters = n
    short = 0
    for k in range(kinds):
        for _ in range(wanted[k]):
            found = False
            for _attempt in range(4):
                number = taken[k]
                taken[k] += 1
                if is_known(w, b, p, key, drafters, b.founder_address[k, number], b.kind_record[k].sector):
                    add_founder(w, b, p, key, n, k, number, False)
                    n += 1
                    found = True
                    break
            short += 0 if found else 1
    for extra in range(short):
        k = w.organisations[extra % max(1, drafters)].kind
        add_founder(w, b, p, key, n, k, taken[k], False)
        taken[k] += 1
        n += 1
    w.alliance.organisations = n


@rule
def add_government(b, wanted):
    """One government body more on the list, if none is there yet (S54). Writes: wanted."""
    for k in range(b.kind_record.shape[0]):
        if b.kind_record[k].family == GOVERNMENT and b.kind_record[k].sector == S_STATE and b.kind_record[k].scope == 1:
            wanted[k] = max(1, wanted[k])
            return


@rule
def seat_drafters(w, b, p, key, wanted, taken):
    """The drafting group: kinds drawn among those wanted. Writes: organisations, wanted, taken.
    Returns their number.
    """
    weights = w.counts.weights
    n = 0
    for d in range(p.drafting_group_size):
        for k in range(b.kind_record.shape[0]):
            weights[k] = float(wanted[k])
        k = choice(key, at.FOUND_FAMILIAR, 0, d + 1, 0, weights)
        if k < 0:
            break
        wanted[k] -= 1
        add_founder(w, b, p, key, n, k, taken[k], True)
        taken[k] += 1
        n += 1
    return n


@rule
def add_outsiders(w, b, p, key):
    """Organisations that may join later, evenly over the kinds, and the opponents (S03 S13).

    Writes: organisations, skill, alliance.organisations.
    """
    a = w.alliance
    n = a.organisations
    kinds = b.kind_record.shape[0]
    founders = n
    hours = 0.0
    for i in range(founders):
        hours += w.organisations[i].hours * p.member_hours
    number = 0
    k = 0
    while n < founders + int(p.outsiders):
        if b.kind_record[k].family != OPPONENT:
            endow(w, b, p, key, n, k, b.outsider_address[k, number])
            begin_life(w.organisations[n], p, key)
            n += 1
        k += 1
        if k == kinds:
            k = 0
            number += 1
    for o in range(OPPONENTS):
        for k in range(kinds):
            if b.kind_record[k].family == OPPONENT:
                endow(w, b, p, key, n, k, b.founder_address[k, o])
                begin_life(w.organisations[n], p, key)
                w.organisations[n].is_opponent = 1
                w.organisations[n].hours = p.opposition_strength * hours / OPPONENTS
                n += 1
                break
    a.organisations = n


@rule
def have_worked_together(p, key, low, high, same, both_founders):
    """Whether two organisations have worked together before (A47); founders of an organic alliance more often (S01)."""
    chance = p.known_base + p.known_prior * p.prior_collaboration * (0.6 + 0.4 * same)
    if p.origin == ORGANIC and both_founders:
        chance += p.known_prior * (1.0 - chance)
    return uniform(key, at.FOUND_KNOWN, at.NONE, low, high) < chance


@rule
def build_trust(w, p, key):
    """Trust before the first week: shared sector, past work, an organic origin (S01 S39). Writes: trust, known."""
    n = w.alliance.organisations
    for i in range(n):
        m = w.organisations[i]
        for j in range(i):
            o = w.organisations[j]
            same = 1.0 if m.sector == o.sector else 0.0
            both = m.is_founder == 1 and o.is_founder == 1
            low = min(m.address, o.address)
            high = max(m.address, o.address)
            known = 1 if have_worked_together(p, key, low, high, same, both) else 0
            w.known[i, j] = known
            w.known[j, i] = known
            level = p.initial_trust + p.trust_same_sector * same + p.trust_known * known
            level += p.trust_organic if p.origin == ORGANIC and both else 0.0
            w.trust[i, j] = share(level * (0.8 + 0.4 * uniform(key, at.FOUND_FAMILIAR, 1, m.address, o.address)))
            w.trust[j, i] = share(level * (0.8 + 0.4 * uniform(key, at.FOUND_FAMILIAR, 1, o.address, m.address)))


@rule
def take_positions(w, b, p, key):
    """What each organisation wants before any talk: a common view, its sector's and its own (S06; J6).

    Writes: anchor, position.
    """
    a = w.alliance
    middle = p.liking_mean + p.liking_agreement * (p.initial_agreement - 0.5)
    own = p.liking_spread + p.liking_disagreement * (1.0 - p.initial_agreement)
    for i in range(a.organisations):
        m = w.organisations[i]
        base = middle
        if b.listed[0] == 1:
            base = chosen(b.organisations[i].expectation, middle)
        for q in range(a.provisions):
            of_sector = spread(
                key, at.FOUND_SECTOR, m.sector + 1, q, p.liking_sector * (1.2 - 0.8 * p.initial_agreement)
            )
            value = share(base + of_sector + spread(key, at.FOUND_POSITION, m.address, q, own))
            if b.listed[0] == 1:
                value = chosen(b.position[i, q], value)
            w.organisations[i].anchor[q] = value
            w.organisations[i].position[q] = value


@rule
def set_provisions(w, b, p, key):
    """What the policy should contain, how hard each item is, and which the alliance asks (S14; J1).

    Writes: provisions, alliance.provisions.
    """
    a = w.alliance
    listed = b.listed[3] == 1
    a.provisions = b.provisions.shape[0] if listed else p.provisions
    scope = p.scope_difficulty * (p.scope_breadth - 0.8)
    middle = 0.5 * (a.provisions - 1)
    for q in range(a.provisions):
        x = w.provisions[q]
        x.tried_week = NEVER
        x.adopted_week = NEVER
        step = p.difficulty_step * (q - middle)
        x.initiative = uniform(key, at.FOUND_INITIATIVE, at.NONE, q + 1, at.NONE)
        x.weight = 1.0
        x.gate = GATE_PARLIAMENT
        x.is_measure = NEVER
        if listed:
            x.weight = b.provisions[q].weight
            x.gate = b.provisions[q].gate
            x.today = b.provisions[q].today
            x.is_measure = b.provisions[q].is_measure
            step = chosen(b.provisions[q].difficulty, step)
        x.difficulty = p.difficulty_slope * (p.goal_ambition - 0.35) + step + scope


@rule
def ask_for(w, p):
    """Which provisions the aim contains, and which must not be given up, fixed before the run as its yardstick (S14).

    Liking is that of all on the first list, whether they join or not. Writes: provisions.
    """
    a = w.alliance
    for q in range(a.provisions):
        total = 0.0
        number = 0
        for i in range(a.organisations):
            if w.organisations[i].is_founder == 1:
                total += w.organisations[i].anchor[q]
                number += 1
        w.provisions[q].liking = total / max(1, number)
    wanted = max(1, int(round(p.scope_breadth * a.provisions)))
    for q in range(a.provisions):
        if w.provisions[q].is_measure == 1:
            w.provisions[q].is_asked = 1
            w.provisions[q].is_red = 2
            wanted -= 1
    for _ in range(max(0, wanted)):
        best = NOBODY
        for q in range(a.provisions):
            if w.provisions[q].is_asked == 0:
                if best == NOBODY or w.provisions[q].liking > w.provisions[best].liking:
                    best = q
        if best != NOBODY:
            w.provisions[best].is_asked = 1
    choose_red_lines(w.provisions, a.provisions, p.non_negotiables)
    for q in range(a.provisions):
        w.provisions[q].is_measure = 1 if w.provisions[q].is_red > 0 else 0
        w.provisions[q].is_wished = w.provisions[q].is_asked


@rule
def office_weight(office, p):
    """How real influence spreads over offices: concentrated at the top, or with technical staff (S25)."""
    if office == EXECUTIVE or office == MINISTER:
        return 0.6 + 0.8 * p.power_concentration
    if office == OFFICIAL:
        return 1.6 - 1.2 * p.power_concentration
    if office == LOCAL:
        return 0.5 + p.decentralisation
    return 1.0


@rule
def seat_holder(w, b, p, key, h, office, address, number):
    """One power-holder as the model draws it. Writes: holders[h]. Source: S25; J2 J12 (shared hidden obstacle)."""
    o = w.holders[h]
    o.address = address
    o.office = office
    o.tier = 1 if office == LOCAL else 0
    o.formal_power = b.office_traits[office, 0]
    o.evidence_receptivity = share(b.office_traits[office, 1] + spread(key, at.FOUND_HOLDER_TRAIT, address, 1, 0.1))
    o.pressure_receptivity = share(b.office_traits[office, 2] + spread(key, at.FOUND_HOLDER_TRAIT, address, 2, 0.1))
    o.donor_receptivity = share(b.office_traits[office, 3] + spread(key, at.FOUND_HOLDER_TRAIT, address, 3, 0.1))
    luck = spread(key, at.FOUND_INFLUENCE, address, 0, p.influence_spread)
    o.influence = min(3.0, 0.3 * math.exp(luck) * office_weight(office, p))
    o.side = w.public.government_side
    if office == CANDIDATE and number % 2 == 1:
        o.side = -o.side
    if office == LEGISLATOR or office == LOCAL:
        o.side = 1.0 if uniform(key, at.FOUND_SIDE, 1, address, at.NONE) < 0.5 else -1.0
    noise = normal(key, at.FOUND_HOLDER, at.NONE, address, at.NONE)
    o.doubt = noise
    y = w.policy
    o.disposition = new_disposition(
        y.obstacle, noise, p.holder_spread, o.side, y.side, p.partisan_polarisation, p.partisan_weight
    )
    o.trust = p.initial_government_trust
    o.tenure = p.holder_tenure * WEEKS_A_MONTH
    o.vote_share = 0.2 + uniform(key, at.FOUND_HOLDER_TRAIT, at.NONE, address, 9)
    o.is_present = 0 if office == CANDIDATE else 1
    o.from_member = NOBODY
    o.since = 0


@rule
def list_offices(w, b, p, key):
    """Offices as a scenario lists them; what it leaves open is drawn. Writes: holders, alliance.holders."""
    a = w.alliance
    a.holders = b.holders.shape[0]
    for h in range(a.holders):
        x = b.holders[h]
        o = w.holders[h]
        seat_holder(w, b, p, key, h, x.office, x.address, h)
        o.tier = x.tier
        o.veto = x.veto
        o.veto_mask = x.veto_mask
        o.has_terms = x.has_terms
        o.formal_power = chosen(x.formal_power, o.formal_power)
        o.influence = chosen(x.influence, o.influence)
        o.side = chosen(x.side, o.side)
        o.trust = chosen(x.trust, o.trust)
        o.evidence_receptivity = chosen(x.evidence_receptivity, o.evidence_receptivity)
        o.pressure_receptivity = chosen(x.pressure_receptivity, o.pressure_receptivity)
        o.donor_receptivity = chosen(x.donor_receptivity, o.donor_receptivity)
        o.tenure = chosen(x.tenure * WEEKS_A_MONTH, o.tenure)
        o.vote_share = chosen(x.vote_share, o.vote_share)
        o.disposition = chosen(said_and_meant(w.policy, x.disposition, o.doubt, p), o.disposition)
        o.position = o.disposition
        if o.office == EXECUTIVE and x.side == x.side:
            w.public.government_side = 1.0 if x.side >= 0.0 else -1.0


@rule
def make_offices(w, b, p, key):
    """Offices as the parameters make them: minister, executive, officials, legislators, local authority, candidates.

    Writes: holders, alliance.holders. Source: S25 S26.
    """
    h = 0
    for office, number in ((1, 1), (0, 1), (2, 3), (3, 2), (4, 1), (5, 4)):
        for k in range(number):
            seat_holder(w, b, p, key, h, office, 1000 + 10 * office + k, k)
            w.holders[h].position = w.holders[h].disposition
            h += 1
    w.alliance.holders = h
    w.holders[0].veto = 1
    for number in range(1, p.veto_holders):
        give_veto(w, p, key, number)


@rule
def give_veto(w, p, key, number):
    """One office more must consent: now and then a technical one, else the next in rank (S25). Writes: holders.veto."""
    if uniform(key, at.FOUND_VETO, at.NONE, number, at.NONE) < p.veto_official_share:
        for h in range(w.alliance.holders):
            if w.holders[h].office == OFFICIAL and w.holders[h].veto == 0:
                w.holders[h].veto = 1
                w.holders[h].influence = max(w.holders[h].influence, 0.6)
                return
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.veto == 0 and (o.office == EXECUTIVE or o.office == LEGISLATOR):
            o.veto = 1
            return


@rule
def give_access(w, b, p, key):
    """Whom each organisation can reach: by kind and office, with its own luck; local bodies reach their own tier (S09).

    Writes: access.
    """
    a = w.alliance
    for i in range(a.organisations):
        m = w.organisations[i]
        for h in range(a.holders):
            o = w.holders[h]
            usual = b.kind_access[m.kind, o.office]
            own = spread(key, at.FOUND_TRAIT, m.address, 100 + h, p.trait_spread)
            value = bounded(usual + own, 0.01, 1.0)
            if b.listed[0] == 1:
                value = chosen(b.office_access[i, o.office], value)
            if b.listed[0] == 1 and b.listed[1] == 1:
                value = chosen(b.access[i, h], value)
            w.organisations[i].access[h] = value


@rule
def set_policy(w, p, key):
    """Where the policy stands, what stands in its way, and when parliament sits (S04; J11 J12). Writes: policy."""
    y = w.policy
    mean = p.obstacle_mean - p.controversy_disposition * (p.controversy - 0.4)
    y.obstacle_luck = normal(key, at.FOUND_OBSTACLE, at.NONE, at.NONE, at.NONE)
    y.obstacle = mean + p.obstacle_spread * y.obstacle_luck
    y.side = 1.0 if uniform(key, at.FOUND_SIDE, at.NONE, at.NONE, at.NONE) < 0.5 else -1.0
    carried = p.problem_kind == BADLY_IMPLEMENTED or p.problem_kind == UNDERFUNDED
    y.start_stage = ADOPTED if carried else NOWHERE
    y.stage = y.start_stage
    y.implementation = p.implementation_before if carried else 0.0
    y.next_vote = int(uniform(key, at.FOUND_SESSION, at.NONE, at.NONE, at.NONE) * p.vote_interval)
    y.adopted_week = NEVER
    y.change_week = NEVER
    y.voting_gate = NEVER
    y.sponsor = NOBODY


@rule
def set_public(w, b, p, key):
    """Public mood and calendar before the first week (S45 S46 S50). Writes: public, calendar."""
    s = w.public
    s.base_salience = usual_salience(p.initial_salience, p)
    s.salience = share(0.05 + 0.85 * p.initial_salience)
    s.base_support = p.public_support
    s.support = p.public_support
    s.government_side = 1.0 if uniform(key, at.FOUND_SIDE, 2, at.NONE, at.NONE) < 0.5 else -1.0
    s.government_changed_week = -1000
    if b.listed[2] == 0:
        make_calendar(w, p, key)
    s.elections_a_week = 1.0 / p.election_interval


@rule
def make_calendar(w, p, key):
    """Elections at a drawn start and the chosen interval; a budget every autumn; days that people celebrate, spread
    over the year from early March on (S46 S50). Writes: calendar.
    """
    first = int(uniform(key, at.FOUND_ELECTION, at.NONE, at.NONE, at.NONE) * p.election_interval)
    years = w.calendar.shape[0] // (2 + MOST_DAYS)
    for k in range(years):
        w.calendar[k].kind = CAL_ELECTION
        w.calendar[k].week = first + k * p.election_interval
        w.calendar[k].turnover = -1.0
        w.calendar[years + k].kind = CAL_BUDGET
        w.calendar[years + k].week = 40 + 52 * k
        for day in range(MOST_DAYS):
            c = w.calendar[(2 + day) * years + k]
            c.kind = CAL_CELEBRATION if day < p.celebrated_days else CAL_NOTE
            c.week = 8 + 52 * k + 52 * day // max(1, p.celebrated_days)


@rule
def set_alliance(w, b, p):
    """The alliance before its first week. Writes: alliance."""
    a = w.alliance
    sectors = 0.0
    for s in range(SECTOR_COUNT):
        for i in range(a.organisations):
            if w.organisations[i].sector == s and w.organisations[i].is_founder == 1:
                sectors += 1.0
                break
    a.setup_queue = setup_items(p.formality, sectors, float(p.negotiation), p.goal_specificity, p.goal_measurability, p)
    a.agreed_week = NEVER
    a.list_week = week_of_list(w.organisations, a.organisations, p.list_quorum)
    a.goal_settled_week = NEVER
    a.last_confrontation = -1000
    a.won_week = NEVER
    a.dissolved_week = NEVER
    a.dormant_since = NEVER
    a.paid_until = NEVER
    a.host = NOBODY
    a.urgency = 1.0
    a.productivity = 1.0
    a.administration = 1.0
    a.efficacy = p.efficacy_base
    a.map_quality = p.power_mapping
    a.mean_trust = 0.35
    a.mean_drive = 0.5
    a.mean_enthusiasm = p.enthusiasm_start
    a.legitimacy = 0.3
    a.turnout = 0.5
    a.interval = float(p.meeting_interval)
    a.arms = b.arm_ratio.shape[0]
    for k in range(a.arms):
        a.arm_ratio[k] = b.arm_ratio[k]
    meet_soon(a)
    a.coherence = 0.5
    a.funding = 1.0
    if b.active == 0:
        a.phase = DISSOLVED


@rule
def open_doors_first(w, b, p, key):
    """Drafters, or an organic group, are members from the first week; what they pool fills the fund (S01 S11 S51).

    Writes: organisations, alliance, counts, rows.
    """
    a = w.alliance
    if b.active == 0:
        return
    log(w.events, w.counts, 0, E_FOUNDED, NOBODY, NOBODY, NOBODY, 0.0)
    for i in range(a.organisations):
        m = w.organisations[i]
        if m.is_founder == 1 and m.invited_week == 0 and m.is_drafter == 1:
            m.asked_week = 0
            w.counts.drafters += 1
            welcome(w.organisations, w.alliance, w.counts, w.events, p, 0, i)
            a.fund += p.pooled_fund * 0.5 * m.money * p.member_money


@rule
def list_opponents(w):
    """Rows of the opponents. Writes: public.opponents, opponent_count. Source: S03."""
    s = w.public
    for i in range(w.alliance.organisations):
        if w.organisations[i].is_opponent == 1 and s.opponent_count < MOST_OPPONENTS:
            s.opponents[s.opponent_count] = i
            s.opponent_count += 1


@rule
def note_start(w, p):
    """Realised starting conditions, kept for the outcomes (EVIDENCE section 1). Writes: counts."""
    a = w.alliance
    c = w.counts
    trust = 0.0
    pairs = 0
    for i in range(a.organisations):
        m = w.organisations[i]
        if m.is_opponent == 1:
            c.opposition_hours += m.hours
        if m.is_founder == 0:
            continue
        c.founders += 1
        c.founding_hours += m.hours * p.member_hours
        for j in range(a.organisations):
            if w.organisations[j].is_founder == 1 and j != i:
                trust += w.trust[i, j]
                pairs += 1
    c.founding_trust = trust / max(1, pairs)
    c.founding_diversity = founding_diversity(w)
    for h in range(a.holders):
        c.start_veto += w.holders[h].veto
        c.start_disposition += w.holders[h].veto * w.holders[h].disposition
    c.start_disposition = c.start_disposition / max(1, c.start_veto)
    c.shared_vision = shared_vision(w)


@rule
def founding_diversity(w):
    """Blau diversity of sectors on the first list, 0 to 1 (S12). Writes: counts.founding_sectors."""
    total = 0.0
    n = w.alliance.organisations
    founders = 0
    for i in range(n):
        founders += w.organisations[i].is_founder
    for s in range(SECTOR_COUNT):
        number = 0
        for i in range(n):
            if w.organisations[i].is_founder == 1 and w.organisations[i].sector == s:
                number += 1
        w.counts.founding_sectors += 1 if number > 0 else 0
        total += (number / max(1, founders)) * (number / max(1, founders))
    return (1.0 - total) * SECTOR_COUNT / (SECTOR_COUNT - 1.0) if founders > 0 else 0.0


@rule
def shared_vision(w):
    """How close founders stand on the aim before any talk: one minus twice their mean distance from
    the middle (S12).
    """
    a = w.alliance
    founders = 0
    distance = 0.0
    for i in range(a.organisations):
        if w.organisations[i].is_founder == 1:
            founders += 1
            for q in range(a.provisions):
                distance += abs(w.organisations[i].anchor[q] - w.provisions[q].liking) / a.provisions
    return max(0.0, 1.0 - 2.0 * distance / founders) if founders > 0 else 0.0


@part
def found(w, store, b, p, weights, key):
    """Fill a cleared world for one run. Writes: everything."""
    clear(w, store, b.blank)
    w.counts.tells = 1 if w.events.shape[0] > 0 else 0
    set_provisions(w, b, p, key)
    set_policy(w, p, key)
    set_public(w, b, p, key)
    if b.listed[1] == 1:
        list_offices(w, b, p, key)
    else:
        make_offices(w, b, p, key)
    if b.listed[0] == 1:
        list_members(w, b, p, key)
    else:
        draft_list(w, b, p, weights, key)
        add_outsiders(w, b, p, key)
    build_trust(w, p, key)
    take_positions(w, b, p, key)
    ask_for(w, p)
    give_access(w, b, p, key)
    set_alliance(w, b, p)
    open_doors_first(w, b, p, key)
    list_opponents(w)
    note_start(w, p)
