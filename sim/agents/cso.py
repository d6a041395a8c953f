"""Civil society: close to the people affected, short of hours and money, apt to drift from its base (S33 S34 S36)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class CSO(Organisation):
    """Civil society: close to the people affected, short of hours and money, apt to drift from its
    base (S33 S34 S36).
    """

    def contribute(self) -> None:
        """Go back to the people for whom it speaks."""
        acts.consult_base(self.model.touch, self.row)
