"""Opponents: organisations that work to prevent the change (S03)."""

from __future__ import annotations

from sim.agents import acts
from sim.agents.organisation import Organisation


class Opponent(Organisation):
    """An organisation that resists: never a member, it answers what the alliance does (S03)."""

    def oppose(self) -> None:
        """Mobilise, with a lag, as far as it feels threatened."""
        acts.oppose(self.model.touch, self.row)

    def remove(self) -> None:
        """Cease to exist: its hours work against nobody any more."""
        record = self.record
        record.hours = record.mobilisation = record.visible = 0.0
        super().remove()
