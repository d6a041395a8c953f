"""Media outlets: they keep the issue in the news as far as the press is free (S45)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class Media(Organisation):
    """Media outlets: they keep the issue in the news as far as the press is free (S45)."""

    def contribute(self) -> None:
        """Report on the issue."""
        acts.report_issue(self.model.touch, self.row)
