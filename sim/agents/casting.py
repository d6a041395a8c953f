"""Who is played by which class: those of the families, or a user's own by id, kind or family."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from sim.agents.actor import Actor
from sim.agents.families import CLASSES
from sim.agents.power_holder import PowerHolder
from sim.declare import OFFICES
from sim.errors import BadInput, Problem
from sim.kinds import KINDS
from sim.scenario.structure import Scenario

Classes = Mapping[str, type[Actor]]


def names_of(situation: Scenario) -> Iterator[tuple[str, type[Actor]]]:
    """Every name that a class can be given for, with the class from which it must be derived."""
    yield from CLASSES.items()
    yield from ((name, CLASSES[kind.family]) for name, kind in KINDS.items())
    yield from ((member.id, CLASSES[KINDS[member.kind].family]) for member in situation.members or ())
    yield from ((name, PowerHolder) for name in (PowerHolder.__name__, *OFFICES))
    yield from ((office.id, PowerHolder) for office in situation.government or ())


def check_classes(classes: Classes, situation: Scenario) -> None:
    """Refuse names that mean nobody here, and classes that cannot play those meant."""
    known: dict[str, list[type[Actor]]] = {}
    for name, base in names_of(situation):
        known.setdefault(name, []).append(base)
    problems = [
        problem for name, given in classes.items() for problem in _problems(name, given, known.get(name, []), known)
    ]
    if problems:
        raise BadInput(problems)


def _problems(name: str, given: object, bases: list[type[Actor]], known: Iterable[str]) -> Iterator[Problem]:
    if not bases:
        close = difflib.get_close_matches(name, known, n=1)
        said = "no such family, kind, office or id in this scenario"
        yield Problem("agent_classes", 0, name, "", said, close[0] if close else "")
    elif not (isinstance(given, type) and issubclass(given, tuple(bases))):
        wanted = " or ".join(base.__name__ for base in bases)
        yield Problem("agent_classes", 0, name, repr(given), f"expected a class derived from {wanted}")


def class_for(names: Iterable[str], base: type[Actor], classes: Classes) -> type[Actor]:
    """The class given for the first of these names, or the usual one. A kind and an office may share a name."""
    given = (classes[name] for name in names if name in classes)
    return next((each for each in given if issubclass(each, base)), base)
