"""What tests stand on: plain twins of compiled rules, small worlds by hand, and comparison to the bit."""

from __future__ import annotations

import functools
import math
import os
import subprocess
import sys
import types
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numba
import numpy as np

import sim.founding
import sim.outcomes
import sim.running
import sim.week  # noqa: F401  loaded so that `PLAIN` knows every rule
from sim.parameters import PARAMETERS, Parameters, full_path, pack
from sim.rules.words import ACTING
from sim.state import CALENDAR, NEVER, NOBODY, TERM, Store, World, empty_world, records

ROOT = Path(sim.week.__file__).resolve().parents[1]


# Plain twins --------------------------------------------------------------------------------------------------------


def _is_rule(value: Any) -> bool:
    return hasattr(value, "py_func")


def _plain_spaces() -> dict[str, dict[str, Any]]:
    """The namespaces of all modules of `sim`, with every rule in them as plain Python that calls plain Python."""
    spaces = {name: dict(vars(m)) for name, m in sys.modules.items() if name.startswith("sim.") and m is not None}
    twins: dict[int, Callable[..., Any]] = {}
    for space in spaces.values():
        for name, value in list(space.items()):
            if _is_rule(value):
                body = value.py_func
                if id(body) not in twins:
                    home = spaces[body.__module__]
                    twins[id(body)] = types.FunctionType(body.__code__, home, body.__name__, body.__defaults__)
                space[name] = twins[id(body)]
    return spaces


_SPACES = _plain_spaces()


def plain(rule: Any) -> Callable[..., Any]:
    """A rule as plain Python, and all that it calls too: the text that is read, not the code that was compiled."""
    if not _is_rule(rule):
        return rule
    body = rule.py_func
    twin: Callable[..., Any] = _SPACES[body.__module__][body.__name__]
    return twin


@functools.cache
def compiled(rule: Any) -> Callable[..., Any]:
    """A rule compiled by itself, with an entry from Python: a fraction of a second, against minutes for the model."""
    if not _is_rule(rule):
        return rule
    return numba.njit(error_model="numpy")(rule.py_func)


class Twins:
    """`both(rule)(…)` calls the plain and the compiled rule, wants the same bits from both, and returns them.

    For formulas: functions of numbers that change nothing.
    """

    def __call__(self, rule: Any) -> Callable[..., Any]:
        one, other = plain(rule), compiled(rule)

        def answer(*arguments: Any) -> Any:
            with np.errstate(all="ignore"):
                said = one(*arguments)
            again = other(*arguments)
            assert bits(said) == bits(again), f"plain {said!r}, compiled {again!r}"
            return said

        return answer


def bits(value: Any) -> Any:
    """A number, or several, as text or bytes that are equal only where every bit is; NaN equals NaN."""
    if isinstance(value, np.ndarray):
        return value.tobytes()
    if isinstance(value, Mapping):
        return {name: bits(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [bits(each) for each in value]
    number = float(value)
    return "nan" if math.isnan(number) else number.hex()


# Parameters and worlds by hand --------------------------------------------------------------------------------------


def with_values(**chosen: Any) -> Parameters:
    """The defaults with other values, by short name: `with_values(trust_gain=0.0)`. Ranges do not bind."""
    paths = {name: full_path(name) for name in chosen}
    unknown = [name for name, path in paths.items() if path is None]
    assert not unknown, f"no such parameters: {unknown}"
    return Parameters().with_values({str(paths[name]): value for name, value in chosen.items()})


def values(**chosen: Any) -> Any:
    """One record of parameters as rules read it: the defaults, except what is said here."""
    return pack(with_values(**chosen))[0]


def coefficients_off(*names: str) -> dict[str, float]:
    """Coefficients at zero, by dotted path: a mechanism switched off."""
    paths = [f"coefficient.{name}" for name in names]
    unknown = [path for path in paths if path not in PARAMETERS]
    assert not unknown, f"no such coefficients: {unknown}"
    return dict.fromkeys(paths, 0.0)


def small_world(members: int = 4, holders: int = 3, provisions: int = 2, outsiders: int = 0, log: int = 50) -> World:
    """A world by hand: so many ordinary members, present and equal, in an acting alliance that agreed long ago.

    Members trust each other by 0.4, want the asked provisions by 0.6, have 5 hours and 5 thousand, skill 0.5 in
    everything, and can reach every holder by 0.3. Holders are all officials who stand at 0.1. Tests change what they
    are about.
    """
    count = members + outsiders
    w, _ = empty_world(max(1, count), max(1, holders), records(0, CALENDAR), records(0, TERM), events=log)
    a = w.alliance
    a.organisations, a.holders, a.provisions, a.member_count = count, holders, provisions, members
    a.phase, a.agreed, a.agreed_week, a.goal_settled_week = ACTING, 1, 10, 10
    a.coherence, a.legitimacy, a.administration, a.funding = 0.8, 0.5, 1.0, 1.0
    a.mean_trust, a.mean_drive, a.mean_enthusiasm, a.efficacy = 0.4, 0.5, 0.5, 0.5
    a.productivity, a.urgency, a.interval = 1.0, 1.0, 2.0
    a.arms, a.arm_ratio[0] = 1, 1.0
    a.won_week = a.dissolved_week = a.dormant_since = a.paid_until = a.host = NEVER
    a.last_confrontation = -1000
    for i in range(count):
        _fill(w.organisations[i], i, provisions, i < members)
    for h in range(holders):
        o = w.holders[h]
        o.address, o.office, o.position, o.disposition = 500 + h, 2, 0.1, 0.1
        o.trust, o.influence, o.formal_power, o.is_present = 0.4, 1.0, 0.3, 1
        o.evidence_receptivity = o.pressure_receptivity = o.donor_receptivity = 0.5
        o.from_member, o.tenure, o.side = NOBODY, 130.0, 1.0
    for q in range(provisions):
        b = w.provisions[q]
        b.weight, b.is_asked, b.liking, b.tried_week, b.adopted_week = 1.0, 1, 0.6, NEVER, NEVER
        b.is_wished = 1
    w.rows[:members] = np.arange(members)
    w.trust[:, :] = 0.4
    np.fill_diagonal(w.trust, 0.0)
    y = w.policy
    y.voting_gate = y.sponsor = y.adopted_week = y.change_week = NEVER
    w.public.salience = w.public.base_salience = 0.3
    w.public.support = w.public.base_support = 0.5
    w.public.government_side = 1.0
    return w


def _fill(m: Any, i: int, provisions: int, is_member: bool) -> None:
    m.address, m.kind, m.family, m.sector, m.scope = 100 + i, 0, 0, i % 3, 1
    m.hours = m.money = 5.0
    m.representativeness = m.base_representativeness = 0.5
    m.credibility, m.reliability, m.small, m.funding, m.approach = 0.5, 0.75, 0.3, 1.0, 0.5
    m.is_founder = 1
    m.is_member = m.is_present = m.has_joined = int(is_member)
    m.leaves_week = m.asked_week = m.joined_week = m.left_week = m.objects_since = NEVER
    m.arm, m.is_called = NEVER, int(is_member)
    m.chair_from = m.chair_to = m.host_from = m.host_to = m.lead_from = m.lead_to = NEVER
    m.drive = m.commitment = m.enthusiasm = m.surround = 0.5
    m.satisfaction, m.voice, m.mean_trust, m.expectation, m.purse = 1.0, 0.45, 0.4, 0.5, 2.0
    m.skill[:] = 0.5
    m.access[:] = 0.3
    m.position[:provisions] = m.anchor[:provisions] = 0.6


def renumbered(w: World, order: Any) -> World:
    """The same world with its organisations in other rows: row k of the new one is row `order[k]` of the old one."""
    order = np.asarray(order)
    place = np.argsort(order)
    n = len(order)
    other, _ = empty_world(n, len(w.holders), w.calendar.copy(), w.terms.copy(), events=len(w.events))
    for name in ("holders", "activities", "provisions", "events"):
        getattr(other, name)[:] = getattr(w, name)
    for name in ("alliance", "public", "policy", "counts"):
        for field in getattr(w, name).dtype.names:
            getattr(other, name)[field] = getattr(w, name)[field]
    other.organisations[:] = w.organisations[order]
    other.trust[:, :] = w.trust[np.ix_(order, order)]
    other.known[:, :] = w.known[np.ix_(order, order)]
    members = sorted(int(place[r]) for r in w.rows[: int(w.alliance.member_count)])
    other.rows[: len(members)] = members
    return other


# Other processes ----------------------------------------------------------------------------------------------------


def in_another_process(code: str, *, root: Path = ROOT, seconds: float = 300.0, **environment: str) -> str:
    """What a fresh Python prints when it runs this code against the `sim` of this checkout (or of another root)."""
    env = {**os.environ, "PYTHONPATH": str(root), **environment}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=root, capture_output=True, text=True, timeout=seconds, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


__all__ = [
    "ROOT",
    "Store",
    "Twins",
    "bits",
    "coefficients_off",
    "compiled",
    "in_another_process",
    "plain",
    "renumbered",
    "small_world",
    "values",
    "with_values",
]
