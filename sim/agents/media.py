"""Media outlets: they keep the issue in the news as far as the press is free (S45)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class Media(Organisation):
    """Media outlets: they keep the issue in the news as far as the press is free (S45)."""

    def contribute(self) -> None:
        """Report on the issue."""
        w, p, _, _ = self.model.touch
        acts.REPORT_ISSUE(w.organisations, w.alliance, w.public, p, self.row)
