"""An organisation as an agent: it acts by handing its own row to the rules, shows state and owns none."""

from __future__ import annotations

from typing import Any, ClassVar

from sim.agents import acts
from sim.agents.actor import Actor, shown
from sim.declare import FAMILIES
from sim.kinds import KIND_NAMES


class Organisation(Actor):
    """A body that is or may become a member, or that opposes; its kind's family decides its class.

    Every method is one step of the week that it takes part in, called when it has a part in it (`sim.agents.turns`).
    Overriding one in a subclass changes that organisation: leave out the call to `super()`, and it does not do what
    others do.
    """

    sort: ClassVar[str] = "organisation"

    drive = shown("drive", "Willingness this week, 0 to 1: coming, working, staying.")
    commitment = shown("commitment", "Settled willingness, 0 to 1.")
    enthusiasm = shown("enthusiasm", "Enthusiasm, 0 to 1.")
    fatigue = shown("fatigue", "Fatigue, 0 to 1.")
    voice = shown("voice", "How heard it feels, 0 to 1.")
    satisfaction = shown("satisfaction", "Satisfaction with progress, 0 to 1.")

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
    def family(self) -> str:
        """Family of its kind."""
        return FAMILIES[int(self.record.family)]

    @property
    def is_member(self) -> bool:
        """Whether it is in the alliance now."""
        return bool(self.record.is_member)

    @property
    def trust(self) -> float:
        """Mean trust in the other members, 0 to 1."""
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

    def enter(self) -> None:
        """Become a member now, asked or not: for a `decide_to_join` of your own."""
        acts.enter(self.model.touch, self.row)

    def go(self) -> None:
        """Leave the alliance now; those who trusted it lose heart: for a `leave` of your own."""
        acts.go(self.model.touch, self.row)

    def remove(self) -> None:
        """Cease to exist: it leaves the alliance, is asked no more and acts no more."""
        self.go()
        self.record.is_idle = 1
        super().remove()

    def trust_in(self, other: Organisation) -> float:
        """Trust towards another organisation, 0 to 1."""
        return float(self.model.world.trust[self.row, other.row])

    def receive_funding(self) -> None:
        """Means for the week."""
        acts.receive_funding(self.model.touch, self.row)

    def change_staff(self) -> None:
        """The person behind it may change (S39)."""
        acts.change_staff(self.model.touch, self.row)

    def decide_to_join(self) -> None:
        """Answer an invitation, if there is one (S05)."""
        acts.decide_to_join(self.model.touch, self.row)

    def leave(self) -> None:
        """Stay or go (S41)."""
        acts.leave(self.model.touch, self.row)

    def attend(self) -> None:
        """Come to this week's meeting, or not (S21)."""
        acts.attend(self.model.touch, self.row)

    def listen(self) -> None:
        """Be moved by those it trusts (S16 S33)."""
        acts.listen(self.model.touch, self.row)

    def bond(self) -> None:
        """Trust those who came, a little less those who did not (S39)."""
        acts.bond(self.model.touch, self.row)

    def go_home(self) -> None:
        """Bring the meeting home, and come back with one's own house's view (S16)."""
        acts.go_home(self.model.touch, self.row)

    def offer(self) -> None:
        """Offer to take charge of something (S20)."""
        acts.offer(self.model.touch, self.row)

    def work(self) -> None:
        """Give hours to the activities on which it works (S20)."""
        acts.work(self.model.touch, self.row)

    def contribute(self) -> None:
        """What its family does of its own accord (S10): nothing, for a family without a rule of its own."""

    def face_confrontation(self) -> None:
        """Speak, stay silent or go when the alliance opposes the government (S29)."""
        acts.face_confrontation(self.model.touch, self.row)

    def relate(self) -> None:
        """Tend relations with the others (S30)."""
        acts.relate(self.model.touch, self.row)

    def tend_own_relations(self) -> None:
        """Heart, rest and common work out of relations (S30)."""
        acts.tend_own_relations(self.model.touch, self.row)

    def feel(self) -> None:
        """State of mind after the week (S32 S42)."""
        acts.feel(self.model.touch, self.row)

    def oppose(self) -> None:
        """Work against the change: only opponents do."""
