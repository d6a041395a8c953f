"""The entries through which agents call the rules: the very functions that the compiled week loops over.

numba describes each array anew at every call from Python: a world's fifteen cost up to a hundred times what a rule
does. So an agent hands over one number, the place in memory of a list that says where everything of its run lies, and
the entry takes from there what its rule touches. In plain Python it hands over the `Desk` itself.

All this is one file because numba, which keeps the compiled entries on disk, sees edits in the file of an entry only.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from types import FunctionType
from typing import Any

import numba
import numpy as np
from numba.core import cgutils
from numba.extending import intrinsic
from numba.np.arrayobj import make_array, populate_array

from sim import founding, outcomes
from sim import week as weeks
from sim.compiled import COMPILING, door, rule
from sim.parameters import PARAMETER_DTYPE
from sim.rules import (
    acting,
    calendar,
    deciding,
    explaining,
    families,
    influencing,
    joining,
    leaving,
    meeting,
    opposing,
    relating,
    working,
)  # fmt: skip
from sim.rules.words import C_DISCONTENT
from sim.state import (
    ACTIVITY,
    ALLIANCE,
    CALENDAR,
    CALLED,
    COUNTS,
    EVENT,
    HOLDER,
    MOOD,
    NEVER,
    ORGANISATION,
    POLICY,
    PROVISION,
    PUBLIC,
    TERM,
    Store,
    World,
)  # fmt: skip

# What lies at each place: the type of one item, and the number of axes; a single record has none.
LAID: dict[str, tuple[Any, int]] = {
    "organisations": (ORGANISATION, 1),
    "holders": (HOLDER, 1),
    "activities": (ACTIVITY, 1),
    "alliance": (ALLIANCE, 0),
    "public": (PUBLIC, 0),
    "policy": (POLICY, 0),
    "provisions": (PROVISION, 1),
    "counts": (COUNTS, 0),
    "trust": (np.float64, 2),
    "known": (np.int8, 2),
    "calendar": (CALENDAR, 1),
    "terms": (TERM, 1),
    "events": (EVENT, 1),
    "trajectory": (np.float64, 2),
    "rows": (np.int64, 1),
    "moods": (MOOD, 1),
    "roll": (CALLED, 1),
    "settings": (np.float64, 1),
    "parameters": (PARAMETER_DTYPE, 0),
}
NAMES = (*World._fields, "parameters")
KEY, WEEK, FIRST, WIDTH = 0, 1, 2, 3  # two numbers, then for each array its place and the lengths of two axes


class Desk:
    """The state of one run, laid out so that entries reach it; it keeps what it lays out alive.

    Parameters
    ----------
    world, store
        The arrays of a run, and those behind its single records and its parameters.
    key : unsigned integer
        The run's key of draws.
    """

    def __init__(self, world: World, store: Store, key: Any, week: int = 0):
        vars(self).update(world._asdict())
        self.world, self.parameters, self.key = world, store.point[0], key
        self.arrays = {**world._asdict(), **store._asdict(), "parameters": store.point}
        self.list = np.zeros(FIRST + WIDTH * len(NAMES), dtype=np.int64)
        self.list[KEY] = np.uint64(key).view(np.int64)
        for number, name in enumerate(NAMES):
            self._lay(FIRST + WIDTH * number, name, self.arrays[name])
        self.turn_to(week)
        self.touch: Any = int(self.list.ctypes.data) if COMPILING else self

    def _lay(self, place: int, name: str, array: Any) -> None:
        """Write down where an array lies. Compiled code will not check it: what is not as expected is refused here."""
        dtype, axes = LAID[name]
        if array.dtype != dtype or array.ndim != max(axes, 1) or not array.flags.c_contiguous:
            raise TypeError(f"{name}: {array.dtype} with {array.ndim} axes; expected {dtype} with {axes}, in C order")
        self.list[place] = array.ctypes.data
        self.list[place + 1 : place + 1 + array.ndim] = array.shape

    def turn_to(self, week: int) -> None:
        """Set the week in which agents act."""
        self.week = week
        self.list[WEEK] = week


def _number(builder: Any, desk: Any, place: int) -> Any:
    """Code that reads one number of the list."""
    start = builder.inttoptr(desk, cgutils.intp_t.as_pointer())
    return builder.load(cgutils.gep_inbounds(builder, start, place))


def _declared(kind: Any, write: Callable[..., Any]) -> Any:
    """A function of compiled code from the place of a desk's list to `kind`, whose code `write` writes."""

    def typed(_typing: Any, desk: Any) -> Any:
        def written(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            return write(context, builder, arguments[0])

        return kind(desk), written

    return intrinsic(typed)


def _scalar(place: int, kind: Any) -> Any:
    return _declared(kind, lambda _context, builder, desk: _number(builder, desk, place))


def _record(place: int, kind: Any) -> Callable[..., Any]:
    """What writes the code that reaches a single record."""

    def write(context: Any, builder: Any, desk: Any) -> Any:
        return builder.inttoptr(_number(builder, desk, place), context.get_value_type(kind))

    return write


def _array(place: int, kind: Any) -> Callable[..., Any]:
    """What writes the code that reaches an array."""

    def write(context: Any, builder: Any, desk: Any) -> Any:
        array = make_array(kind)(context, builder)
        size = cgutils.intp_t(context.get_abi_sizeof(context.get_data_type(kind.dtype)))
        shape = [_number(builder, desk, place + 1 + axis) for axis in range(kind.ndim)]
        strides = [size] if kind.ndim == 1 else [builder.mul(shape[1], size), size]
        data = builder.inttoptr(_number(builder, desk, place), array.data.type)
        populate_array(array, data=data, shape=shape, strides=strides, itemsize=size, meminfo=None)
        return array._getvalue()

    return write


def _part(name: str) -> tuple[Any, Callable[..., Any]]:
    """The type of one array or record, and what writes the code that reaches it."""
    dtype, axes = LAID[name]
    place = FIRST + WIDTH * NAMES.index(name)
    item = numba.from_dtype(np.dtype(dtype))
    if axes == 0:
        return item, _record(place, item)
    kind = numba.types.Array(item, axes, "C")
    return kind, _array(place, kind)


def _reach(name: str) -> Any:
    """The function that reaches one array or record: `organisations_of(desk)`."""
    return _declared(*_part(name)) if COMPILING else attrgetter(name)


def _reach_world() -> Any:
    """The function that reaches the whole world of a run."""
    if not COMPILING:
        return attrgetter("world")
    parts = [_part(name) for name in World._fields]
    kind = numba.types.NamedTuple([each for each, _ in parts], World)

    def write(context: Any, builder: Any, desk: Any) -> Any:
        return context.make_tuple(builder, kind, [writing(context, builder, desk) for _, writing in parts])

    return _declared(kind, write)


organisations_of = _reach("organisations")
holders_of = _reach("holders")
activities_of = _reach("activities")
alliance_of = _reach("alliance")
public_of = _reach("public")
policy_of = _reach("policy")
provisions_of = _reach("provisions")
counts_of = _reach("counts")
trust_of = _reach("trust")
known_of = _reach("known")
events_of = _reach("events")
rows_of = _reach("rows")
moods_of = _reach("moods")
roll_of = _reach("roll")
parameters_of = _reach("parameters")
world_of = _reach_world()
key_of = _scalar(KEY, numba.uint64) if COMPILING else attrgetter("key")
week_of = _scalar(WEEK, numba.int64) if COMPILING else attrgetter("week")


def entry(function: Callable[..., Any]) -> Any:
    """Declare an entry from Python: compiled at its first call, and kept on disk."""
    return door(rule(function))


# What an organisation does ------------------------------------------------------------------------------------------


@entry
def receive_funding(desk, i):
    calendar.receive_funding(organisations_of(desk), alliance_of(desk), parameters_of(desk), key_of(desk),
                             week_of(desk), i)  # fmt: skip


@entry
def change_staff(desk, i):
    calendar.change_staff(organisations_of(desk), trust_of(desk), alliance_of(desk), counts_of(desk), events_of(desk),
                          parameters_of(desk), key_of(desk), week_of(desk), i)  # fmt: skip


@entry
def decide_to_join(desk, i):
    joining.decide_to_join(organisations_of(desk), alliance_of(desk), public_of(desk), provisions_of(desk),
                           known_of(desk), trust_of(desk), rows_of(desk), counts_of(desk), events_of(desk),
                           parameters_of(desk), key_of(desk), week_of(desk), i)  # fmt: skip


@entry
def leave(desk, i):
    leaving.leave(organisations_of(desk), alliance_of(desk), public_of(desk), trust_of(desk), rows_of(desk),
                  counts_of(desk), events_of(desk), parameters_of(desk), key_of(desk), week_of(desk), i)  # fmt: skip


@entry
def attend(desk, i):
    meeting.attend(organisations_of(desk), alliance_of(desk), counts_of(desk), parameters_of(desk), key_of(desk),
                   week_of(desk), i)  # fmt: skip


@entry
def listen(desk, i):
    meeting.listen(organisations_of(desk), alliance_of(desk), trust_of(desk), roll_of(desk), parameters_of(desk), i)


@entry
def bond(desk, i):
    meeting.bond(organisations_of(desk), alliance_of(desk), trust_of(desk), roll_of(desk), parameters_of(desk), i)


@entry
def go_home(desk, i):
    meeting.go_home(organisations_of(desk), alliance_of(desk), parameters_of(desk), i)


@entry
def offer(desk, i):
    working.offer(organisations_of(desk), alliance_of(desk), parameters_of(desk), key_of(desk), week_of(desk), i)


@entry
def work(desk, i):
    working.work(organisations_of(desk), alliance_of(desk), activities_of(desk), trust_of(desk), counts_of(desk),
                 parameters_of(desk), key_of(desk), week_of(desk), i)  # fmt: skip


@entry
def face_confrontation(desk, i):
    acting.face_confrontation(organisations_of(desk), alliance_of(desk), holders_of(desk), trust_of(desk),
                              rows_of(desk), counts_of(desk), events_of(desk), parameters_of(desk), key_of(desk),
                              week_of(desk), i)  # fmt: skip


@entry
def relate(desk, i):
    relating.relate(organisations_of(desk), alliance_of(desk), trust_of(desk), moods_of(desk), parameters_of(desk),
                    week_of(desk), i)  # fmt: skip


@entry
def tend_own_relations(desk, i):
    relating.tend_own_relations(organisations_of(desk), alliance_of(desk), parameters_of(desk), i)


@entry
def feel(desk, i):
    relating.feel(organisations_of(desk), alliance_of(desk), provisions_of(desk), parameters_of(desk), week_of(desk), i)


@entry
def oppose(desk, i):
    opposing.oppose(organisations_of(desk), alliance_of(desk), public_of(desk), policy_of(desk), holders_of(desk),
                    parameters_of(desk), i)  # fmt: skip


@entry
def accompany(desk, i):
    families.accompany(organisations_of(desk), alliance_of(desk), trust_of(desk), rows_of(desk), counts_of(desk),
                       parameters_of(desk), key_of(desk), week_of(desk), i)  # fmt: skip


@entry
def consult_base(desk, i):
    families.consult_base(organisations_of(desk), alliance_of(desk), parameters_of(desk), i)


@entry
def align_funding(desk, i):
    families.align_funding(organisations_of(desk), alliance_of(desk), parameters_of(desk), i)


@entry
def open_doors(desk, i):
    families.open_doors(organisations_of(desk), holders_of(desk), alliance_of(desk), parameters_of(desk),
                        week_of(desk), i)  # fmt: skip


@entry
def publish(desk, i):
    families.publish(organisations_of(desk), alliance_of(desk), parameters_of(desk), i)


@entry
def weigh_interest(desk, i):
    families.weigh_interest(organisations_of(desk), alliance_of(desk), public_of(desk), parameters_of(desk), i)


@entry
def report_issue(desk, i):
    families.report_issue(organisations_of(desk), alliance_of(desk), public_of(desk), parameters_of(desk), i)


@entry
def enter(desk, i):
    if organisations_of(desk)[i].is_member == 0:
        joining.welcome(organisations_of(desk), alliance_of(desk), counts_of(desk), events_of(desk),
                        parameters_of(desk), week_of(desk), i)  # fmt: skip


@entry
def go(desk, i):
    if organisations_of(desk)[i].is_member == 1:
        cost = parameters_of(desk).exit_disheartens
        leaving.depart(organisations_of(desk), trust_of(desk), rows_of(desk), alliance_of(desk), counts_of(desk),
                       events_of(desk), week_of(desk), i, C_DISCONTENT, cost)  # fmt: skip
        explaining.explain_discontent(organisations_of(desk)[i], alliance_of(desk), counts_of(desk), events_of(desk),
                                      parameters_of(desk), week_of(desk))  # fmt: skip


# What a power-holder does -------------------------------------------------------------------------------------------


@entry
def serve_term(desk, h):
    calendar.serve_term(holders_of(desk), policy_of(desk), public_of(desk), counts_of(desk), events_of(desk),
                        parameters_of(desk), key_of(desk), week_of(desk), h)  # fmt: skip


@entry
def receive(desk, h):
    influencing.receive(organisations_of(desk), holders_of(desk), alliance_of(desk), public_of(desk), policy_of(desk),
                        counts_of(desk), parameters_of(desk), key_of(desk), week_of(desk), h)  # fmt: skip


@entry
def vote(desk, h):
    deciding.vote(holders_of(desk), policy_of(desk), parameters_of(desk), key_of(desk), week_of(desk), h)


@entry
def cast(desk, h, consents):
    gate = policy_of(desk).voting_gate
    holder = holders_of(desk)[h]
    if gate != NEVER and deciding.needs_consent(holder, gate):
        holder.votes_for = 1 if consents else -1


# What all do together -----------------------------------------------------------------------------------------------


phase: Any = None  # a step of the week: every entry that `together` makes has its own


def _step(desk):
    phase(world_of(desk), parameters_of(desk), key_of(desk), week_of(desk))


def together(name: str) -> Any:
    """The entry to a step of the week that all do together: `_step`, in which `phase` is that step.

    A closure would do, but numba keeps those apart on disk by what they enclose, not by name.
    """
    step = FunctionType(_step.__code__, globals() | {"phase": getattr(weeks, name)}, name)
    step.__module__, step.__qualname__ = __name__, name
    return entry(step)


TOGETHER = {phase.name: together(phase.name) for phase in weeks.WEEK if phase.who == "alliance"}


@entry
def found(desk, store, blueprint, weights):
    founding.found(world_of(desk), store, blueprint, parameters_of(desk), weights, key_of(desk))


@entry
def measure(desk, horizon, results):
    outcomes.measure(world_of(desk), parameters_of(desk), horizon, results[0])
