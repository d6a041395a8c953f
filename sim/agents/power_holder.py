"""Power-holders: offices that decide, and the people in them (S25)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mesa

from sim.agents import acts
from sim.declare import OFFICES

if TYPE_CHECKING:
    from sim.model import AllianceModel


class PowerHolder(mesa.Agent):
    """An office of power and whoever holds it: it is worked on, listens to its peers and the public, and votes."""

    model: AllianceModel

    def __init__(self, model: AllianceModel, row: int):
        super().__init__(model)
        self.row = row

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
    def is_member(self) -> bool:
        """Never: power-holders are outside; present on every agent class, so that it can be collected."""
        return False

    @property
    def position(self) -> float:
        """Where it stands on the change, -1 (against) to 1 (for)."""
        return float(self.record.position)

    @property
    def influence(self) -> float:
        """Real influence on the other holders."""
        return float(self.record.influence)

    @property
    def trust(self) -> float:
        """Trust in the alliance, 0 to 1."""
        return float(self.record.trust)

    @property
    def has_veto(self) -> bool:
        """Whether its consent is needed."""
        return bool(self.record.veto)

    def serve_term(self) -> None:
        """Stay in office, or be replaced (S50)."""
        acts.SERVE_TERM(*self.model.touch, self.row)

    def receive(self) -> None:
        """Be worked on by both sides, the public and its peers (S24 to S28)."""
        acts.RECEIVE(*self.model.touch, self.row)

    def vote(self) -> None:
        """Vote, if a vote is called and its consent is needed (S25)."""
        acts.VOTE(*self.model.touch, self.row)
