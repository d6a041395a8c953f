"""Business: unexpected allies with interests of their own, wary when the issue is hot (S08)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class Business(Organisation):
    """Business: unexpected allies with interests of their own, wary when the issue is hot (S08)."""

    def contribute(self) -> None:
        """Weigh its own interest."""
        acts.weigh_interest(self.model.touch, self.row)
