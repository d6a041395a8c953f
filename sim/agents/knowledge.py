"""Universities and think tanks: their own studies feed the common evidence (S43)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class Knowledge(Organisation):
    """Universities and think tanks: their own studies feed the common evidence (S43)."""

    def contribute(self) -> None:
        """Publish a little of its own."""
        acts.publish(self.model.touch, self.row)
