"""Public bodies inside the alliance: they vouch for it where they have access (S27 S54)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class Government(Organisation):
    """Public bodies inside the alliance: they vouch for it where they have access (S27 S54)."""

    def contribute(self) -> None:
        """Vouch for the alliance."""
        acts.open_doors(self.model.touch, self.row)
