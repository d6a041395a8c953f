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
        acts.RECEIVE_FUNDING(*self.model.touch, self.row)

    def change_staff(self) -> None:
        """The person behind it may change (S39)."""
        acts.CHANGE_STAFF(*self.model.touch, self.row)

    def decide_to_join(self) -> None:
        """Answer an invitation, if there is one (S05)."""
        acts.DECIDE_TO_JOIN(*self.model.touch, self.row)

    def leave(self) -> None:
        """Stay or go (S41)."""
        acts.LEAVE(*self.model.touch, self.row)

    def attend(self) -> None:
        """Come to this week's meeting, or not (S21)."""
        acts.ATTEND(*self.model.touch, self.row)

    def listen(self) -> None:
        """Be moved by those it trusts (S16 S33)."""
        acts.LISTEN(*self.model.touch, self.row)

    def bond(self) -> None:
        """Trust those who came, a little less those who did not (S39)."""
        acts.BOND(*self.model.touch, self.row)

    def go_home(self) -> None:
        """Bring the meeting home, and come back with one's own house's view (S16)."""
        acts.GO_HOME(*self.model.touch, self.row)

    def offer(self) -> None:
        """Offer to take charge of something (S20)."""
        acts.OFFER(*self.model.touch, self.row)

    def work(self) -> None:
        """Give hours to the activities on which it works (S20)."""
        acts.WORK(*self.model.touch, self.row)

    def contribute(self) -> None:
        """What its family does of its own accord (S10): nothing, for a family without a rule of its own."""

    def face_confrontation(self) -> None:
        """Speak, stay silent or go when the alliance opposes the government (S29)."""
        acts.FACE_CONFRONTATION(*self.model.touch, self.row)

    def relate(self) -> None:
        """Tend relations with the others (S30)."""
        acts.RELATE(*self.model.touch, self.row)

    def tend_own_relations(self) -> None:
        """Heart, rest and common work out of relations (S30)."""
        acts.TEND_OWN_RELATIONS(*self.model.touch, self.row)

    def feel(self) -> None:
        """State of mind after the week (S32 S42)."""
        acts.FEEL(*self.model.touch, self.row)

    def oppose(self) -> None:
        """Work against the change: only opponents do."""
