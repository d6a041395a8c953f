"""What all actors have in common: a row of the state, through which they act and show what they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar

import mesa

if TYPE_CHECKING:
    from sim.model import AllianceModel


def shown(field: str, meaning: str, *, low: float = 0.0, high: float = 1.0) -> Any:
    """A number of an actor's record that can be read, and set within its bounds."""

    def read(self: Actor) -> float:
        return float(self.record[field])

    def write(self: Actor, value: float) -> None:
        if not low <= value <= high:
            raise ValueError(f"{field}: {value}; expected a number from {low:g} to {high:g}")
        self.record[field] = value

    return property(read, write, doc=meaning)


def fixed(value: Any, meaning: str) -> Any:
    """What an actor is asked for and does not have."""
    return property(lambda self: value, doc=meaning)


class Actor(mesa.Agent):
    """Whoever acts in the week: it hands its own row to the rules, shows state and owns none.

    What is declared here exists on every class, so that a collector can ask everybody; NaN says that an actor has no
    such thing.
    """

    sort: ClassVar[str]
    model: AllianceModel

    def __init__(self, model: AllianceModel, row: int):
        model.seat(self, row)
        super().__init__(model)
        self.row = row

    name: Any = fixed("", "Name.")
    kind: Any = fixed("", "Kind of organisation, or of office.")
    family: Any = fixed("", "Family of organisations, or PowerHolder.")
    office: Any = fixed("", "Kind of office: of power-holders.")
    is_member: Any = fixed(False, "Whether it is in the alliance now.")
    has_veto: Any = fixed(False, "Whether its consent to the policy is needed: of power-holders.")
    position: Any = fixed(math.nan, "Where it stands.")
    trust: Any = fixed(math.nan, "How far it trusts.")
    influence: Any = fixed(math.nan, "Real influence on other power-holders: of power-holders.")
    drive: Any = fixed(math.nan, "Willingness this week: of organisations.")
    commitment: Any = fixed(math.nan, "Settled willingness: of organisations.")
    enthusiasm: Any = fixed(math.nan, "Enthusiasm: of organisations.")
    fatigue: Any = fixed(math.nan, "Fatigue: of organisations.")
    voice: Any = fixed(math.nan, "How heard it feels: of organisations.")
    satisfaction: Any = fixed(math.nan, "Satisfaction with progress: of organisations.")
    hours_given: Any = fixed(math.nan, "Hours given since the start: of organisations.")

    record: Any = fixed(None, "Its row of the state; writing to its fields changes the run.")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.row}: {self.name}>"

    def remove(self) -> None:
        """Out of the model: it acts no more."""
        super().remove()
        self.model.unseat(self)
