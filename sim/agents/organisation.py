"""An organisation as an agent: it acts by handing its own row to the rules, shows state and owns none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mesa

from sim.agents import acts
from sim.kinds import KIND_NAMES

if TYPE_CHECKING:
    from sim.model import AllianceModel


class Organisation(mesa.Agent):
    """A body that is or may become a member, or that opposes; its kind's family decides its class.

    Every method is one step of the week that it takes part in. Overriding one in a subclass changes that organisation:
    leave out the call to `super()`, and it does not do what others do.
    """

    model: AllianceModel

    def __init__(self, model: AllianceModel, row: int):
        super().__init__(model)
        self.row = row

    @property
    def record(self) -> Any:
        """This organisation's row of the state; writing to its fields changes the run."""
        return self.model.world.organisations[self.row]

    @property
    def name(self) -> str:
        """Name in the scenario, or kind and number."""
        return self.model.names.organisation(self.row, 0)

    @property
    def kind(self) -> str:
        """Kind of organisation."""
        return KIND_NAMES[int(self.record.kind)]

    @property
    def is_member(self) -> bool:
        """Whether it is in the alliance now."""
        return bool(self.record.is_member)

    @property
    def commitment(self) -> float:
        """Settled willingness, 0 to 1."""
        return float(self.record.commitment)

    @property
    def enthusiasm(self) -> float:
        """Enthusiasm, 0 to 1."""
        return float(self.record.enthusiasm)

    @property
    def fatigue(self) -> float:
        """Fatigue, 0 to 1."""
        return float(self.record.fatigue)

    @property
    def voice(self) -> float:
        """How heard it feels, 0 to 1."""
        return float(self.record.voice)

    @property
    def trust(self) -> float:
        """Mean trust in the other members, 0 to 1; every agent class has this, so that it can be collected."""
        return float(self.record.mean_trust)

    @property
    def position(self) -> float:
        """Mean position on the asked provisions, 0 to 1."""
        provisions = self.model.world.provisions
        asked = [q for q in range(len(provisions)) if provisions[q].is_asked]
        return float(sum(self.record.position[q] for q in asked) / max(1, len(asked)))

    @property
    def hours_given(self) -> float:
        """Hours given since the start."""
        return float(self.record.hours_given)

    def trust_in(self, other: Organisation) -> float:
        """Trust towards another organisation, 0 to 1."""
        return float(self.model.world.trust[self.row, other.row])

    def receive_funding(self) -> None:
        """Means for the week."""
        w, p, key, week = self.model.touch
        acts.RECEIVE_FUNDING(w.organisations, w.alliance, p, key, week, self.row)

    def change_staff(self) -> None:
        """The person behind it may change (S39)."""
        w, p, key, week = self.model.touch
        acts.CHANGE_STAFF(w.organisations, w.trust, w.alliance, w.counts, w.events, p, key, week, self.row)

    def decide_to_join(self) -> None:
        """Answer an invitation, if there is one (S05)."""
        w, p, key, week = self.model.touch
        acts.DECIDE_TO_JOIN(w.organisations, w.alliance, w.public, w.provisions, w.known, w.trust, w.rows, w.counts,
                            w.events, p, key, week, self.row)  # fmt: skip

    def leave(self) -> None:
        """Stay or go (S41)."""
        w, p, key, week = self.model.touch
        acts.LEAVE(w.organisations, w.alliance, w.public, w.trust, w.rows, w.counts, w.events, p, key, week, self.row)

    def attend(self) -> None:
        """Come to this week's meeting, or not (S21)."""
        w, p, key, week = self.model.touch
        acts.ATTEND(w.organisations, w.alliance, w.counts, p, key, week, self.row)

    def listen(self) -> None:
        """Be moved by those it trusts (S16 S33)."""
        w, p, _, _ = self.model.touch
        acts.LISTEN(w.organisations, w.alliance, w.trust, w.rows, p, self.row)

    def bond(self) -> None:
        """Trust those who came, a little less those who did not (S39)."""
        w, p, _, _ = self.model.touch
        acts.BOND(w.organisations, w.alliance, w.trust, w.rows, p, self.row)

    def go_home(self) -> None:
        """Bring the meeting home, and come back with one's own house's view (S16)."""
        w, p, _, _ = self.model.touch
        acts.GO_HOME(w.organisations, w.alliance, p, self.row)

    def offer(self) -> None:
        """Offer to take charge of something (S20)."""
        w, p, key, week = self.model.touch
        acts.OFFER(w.organisations, w.alliance, p, key, week, self.row)

    def work(self) -> None:
        """Give hours to the activities on which it works (S20)."""
        w, p, key, week = self.model.touch
        acts.WORK(w.organisations, w.alliance, w.activities, w.trust, w.counts, p, key, week, self.row)

    def contribute(self) -> None:
        """What its family does of its own accord (S10): nothing, for a family without a rule of its own."""

    def face_confrontation(self) -> None:
        """Speak, stay silent or go when the alliance opposes the government (S29)."""
        w, p, key, week = self.model.touch
        acts.FACE_CONFRONTATION(w.organisations, w.alliance, w.holders, w.trust, w.rows, w.counts, w.events, p, key,
                                week, self.row)  # fmt: skip

    def relate(self) -> None:
        """Tend relations with the others (S30)."""
        w, p, _, week = self.model.touch
        acts.RELATE(w.organisations, w.alliance, w.trust, w.rows, p, week, self.row)

    def tend_own_relations(self) -> None:
        """Heart, rest and common work out of relations (S30)."""
        w, p, _, _ = self.model.touch
        acts.TEND_OWN_RELATIONS(w.organisations, w.alliance, p, self.row)

    def feel(self) -> None:
        """State of mind after the week (S32 S42)."""
        w, p, _, week = self.model.touch
        acts.FEEL(w.organisations, w.alliance, w.provisions, p, week, self.row)

    def oppose(self) -> None:
        """Work against the change: only opponents do."""
