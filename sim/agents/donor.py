"""Donors: money and access, few hours; they align in the pooled fund as trust grows (S51)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class Donor(Organisation):
    """Donors: money and access, few hours; they align in the pooled fund as trust grows (S51)."""

    def contribute(self) -> None:
        """Put more into the pooled fund."""
        acts.align_funding(self.model.touch, self.row)
