"""NGOs, international and local: those with means accompany small members (S33 S36)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class NGO(Organisation):
    """NGOs, international and local: those with means accompany small members (S33 S36)."""

    def contribute(self) -> None:
        """Accompany a small member for a while."""
        acts.accompany(self.model.touch, self.row)
