"""Power-holders: offices that decide, and the people in them (S25)."""

from __future__ import annotations

from typing import Any, ClassVar

from sim.agents import acts
from sim.agents.actor import Actor, shown
from sim.declare import OFFICES


class PowerHolder(Actor):
    """An office of power and whoever holds it: it is worked on, listens to its peers and the public, and votes."""

    sort: ClassVar[str] = "holder"

    position = shown("position", "Where it stands on the change, -1 (against) to 1 (for).", low=-1.0)
    trust = shown("trust", "Trust in the alliance, 0 to 1.")

    @property
    def record(self) -> Any:
        """This holder's row of the state; writing to its fields changes the run."""
        return self.model.world.holders[self.row]

    @property
    def name(self) -> str:
        """Name of the occupant in the scenario, or office and number."""
        return self.model.names.holder(self.row, self.model.week, 0)

    @property
    def office(self) -> str:
        """Kind of office."""
        return OFFICES[int(self.record.office)]

    @property
    def kind(self) -> str:
        """Kind of office."""
        return self.office

    @property
    def family(self) -> str:
        """The word for all of them, where organisations say their family."""
        return "PowerHolder"

    @property
    def influence(self) -> float:
        """Real influence on the other holders."""
        return float(self.record.influence)

    @property
    def has_veto(self) -> bool:
        """Whether its consent is needed."""
        return bool(self.record.veto)

    def serve_term(self) -> None:
        """Stay in office, or be replaced (S50)."""
        acts.serve_term(self.model.touch, self.row)

    def receive(self) -> None:
        """Be worked on by both sides, the public and its peers (S24 to S28)."""
        acts.receive(self.model.touch, self.row)

    def vote(self) -> None:
        """Vote, if a vote is called and its consent is needed (S25)."""
        acts.vote(self.model.touch, self.row)

    def cast(self, consents: bool) -> None:
        """Consent or refuse, if a vote is called and its consent is needed: for a `vote` of your own."""
        acts.cast(self.model.touch, self.row, bool(consents))
