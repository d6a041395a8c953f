"""An independent small version of the core rules, as plain Mesa objects with Python methods.

Written from the description of the model, not from its code, with random streams of its own. It serves twice: as what
a modeller would write first, to compare speed with, and as an oracle, whose means should lie near those of the full
model. It holds meeting, trust, work, influence and deciding for five kinds of organisation. It leaves out dormancy and
endings, evaluation, money, pledges, pilots, turnover of staff and of holders between elections, and what families do of
their own accord: it does less in a week than the full model.
"""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import mesa

SKILLS = ("evidence", "policy", "convening", "media", "mobilisation", "delivery", "fundraising", "administration")
OFFICES = ("executive", "minister", "official", "legislator", "local_authority")
PROVISIONS = range(5)

# sector, hours a week, money a year, representativeness, credibility, unlikeliness, access by office, strong skills
KINDS: dict[str, tuple[Any, ...]] = {
    "ingo": ("civil", 10, 8, 0.2, 0.55, 0.0, (0.35, 0.40, 0.50, 0.35, 0.30),
             ("policy", "convening", "delivery", "fundraising", "administration")),
    "local_ngo": ("civil", 6, 2, 0.5, 0.50, 0.0, (0.15, 0.20, 0.30, 0.30, 0.45), ("delivery",)),
    "grassroots": ("people", 4, 0.5, 0.9, 0.45, 0.05, (0.08, 0.12, 0.18, 0.25, 0.50), ("mobilisation",)),
    "bilateral_donor": ("donors", 4, 8, 0.1, 0.60, 0.3, (0.55, 0.60, 0.55, 0.35, 0.15),
                        ("policy", "convening", "fundraising")),
    "university": ("knowledge", 4, 3, 0.1, 0.80, 0.3, (0.25, 0.35, 0.50, 0.30, 0.20), ("evidence",)),
}  # fmt: skip
SECTORS = 8

# hours, skills asked
WORK: dict[str, tuple[float, dict[str, float]]] = {
    "research": (160, {"evidence": 0.7, "policy": 0.3}),
    "briefing": (36, {"policy": 0.5, "convening": 0.3, "evidence": 0.2}),
    "conference": (70, {"convening": 0.6, "policy": 0.2, "delivery": 0.2}),
    "media": (36, {"media": 0.7, "mobilisation": 0.2, "evidence": 0.1}),
    "mobilisation": (120, {"mobilisation": 0.6, "media": 0.2, "convening": 0.2}),
}


def logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, x))))


def clip(x: float, low: float = 0.0, high: float = 1.0) -> float:
    return min(high, max(low, x))


def below(x: float) -> float:
    """Standard normal distribution function."""
    return 0.5 * math.erfc(-x / math.sqrt(2.0))


class Member(mesa.Agent):
    """An organisation that may be in the alliance."""

    def __init__(self, model: PlainAlliance, kind: str, number: int):
        super().__init__(model)
        s, rng = model.settings, model.rng
        self.kind, self.number = kind, number
        self.sector, hours, money, represents, credibility, self.unlikely, self.access, strong = KINDS[kind]
        self.hours = hours * s.member_hours * math.exp(0.35 * rng.standard_normal())
        self.money = money * s.member_money * math.exp(0.35 * rng.standard_normal())
        self.represents = clip(represents + 0.1 * rng.standard_normal())
        self.credibility = clip(credibility + 0.1 * rng.standard_normal())
        self.skill = {k: clip((0.7 if k in strong else 0.25) + 0.1 * rng.standard_normal()) for k in SKILLS}
        self.small = 1.0 if self.money < 3.0 else 0.3
        self.stubborn = rng.random() < 0.15
        own = 0.10 + 0.16 * (1.0 - s.initial_agreement)
        middle = 0.62 + 0.49 * (s.initial_agreement - 0.5)
        offset = model.offsets[self.sector]
        self.anchor = [clip(middle + offset[q] + own * rng.standard_normal()) for q in PROVISIONS]
        self.position = list(self.anchor)
        self.trust: list[float] = []
        self.invited = 0.0 if number < s.drafting_group_size else model.drafting_weeks + 16.0 * rng.random()
        self.asked = self.inside = self.attending = self.is_chair = False
        self.drive, self.enthusiasm, self.fatigue, self.frustration, self.voice = 0.5, 0.5, 0.0, 0.0, 0.45
        self.tasks: list[Activity] = []
        self.spent = self.airtime = self.load = 0.0

    def others(self) -> list[Member]:
        return [other for other in self.model.members if other is not self]

    def mean_trust(self) -> float:
        others = self.others()
        return sum(self.trust[o.number] for o in others) / len(others) if others else 0.38

    def join(self) -> None:
        """Answer the invitation, once."""
        m, s = self.model, self.model.settings
        if self.asked or m.week < self.invited:
            return
        self.asked = True
        cost = 3.0 / self.hours * (1.0 - 0.5 * s.participation_support * self.small)
        wish = 1.8 + 2.2 * (sum(self.anchor) / 5.0 - 0.5) + 1.5 * (m.legitimacy - 0.4) + s.prior_collaboration
        wish -= 1.6 * cost * (0.5 + 0.5 * s.formality) + 1.2 * s.formality**2 * self.small
        wish -= s.controversy * (1.0 - s.civic_space)
        if self.number < s.drafting_group_size or m.rng.random() < logistic(wish):
            self.inside = True
            m.members.append(self)

    def leave(self) -> None:
        """Go when belonging is no longer worth it."""
        m = self.model
        if not self.inside or m.rng.random() >= 0.0015 * ((1.0 - self.drive) / 0.5) ** 3:
            return
        self.inside = False
        m.members.remove(self)
        for activity in list(self.tasks):
            activity.lose(self)
        for other in m.members:
            other.enthusiasm *= 1.0 - 0.03 * other.trust[self.number]

    def attend(self) -> None:
        """Come to the meeting, or not."""
        m = self.model
        self.attending = False
        self.spent = 0.0
        if self.inside and m.rng.random() < self.drive * (0.55 + 0.45 * m.administration()) * m.led:
            self.attending = True
            self.spent = 1.5 + 2.5 * m.settings.face_to_face

    def listen(self) -> None:
        """Feel heard, be moved by those one trusts, and trust those who came."""
        m, s = self.model, self.model.settings
        if not self.inside:
            return
        if not self.attending:
            self.voice += 0.04 * (0.25 + 0.3 * s.transparency - self.voice)
            return
        part = self.airtime * len(m.present)
        felt = part / (part + 0.5 + self.hours / 12.0) * (0.8 + 0.4 * s.bottom_up) + 0.05
        self.voice += 0.12 * (felt - self.voice)
        lift = 0.03 * (m.purpose - 0.45)
        self.enthusiasm = clip(self.enthusiasm + (lift if lift > 0.0 else 1.6 * lift))
        pull = 0.35 * (0.15 if self.stubborn else 1.0) * (0.7 + 0.3 * s.face_to_face)
        total, middle = 0.0, [0.0] * 5
        for other in m.present:
            if other is not self:
                apart = sum(abs(a - b) for a, b in zip(other.heard, self.heard, strict=True)) / 5.0
                weight = other.airtime * self.trust[other.number] * math.exp(-((apart / 0.5) ** 2))
                total += weight
                for q in PROVISIONS:
                    middle[q] += weight * other.heard[q]
        if total > 0.0:
            for q in PROVISIONS:
                self.position[q] = self.heard[q] + pull * (middle[q] / total - self.heard[q])

    def bond(self) -> None:
        m, s = self.model, self.model.settings
        if not (self.inside and self.attending):
            return
        gain = 0.6 * 0.05 * (0.5 + 0.5 * s.face_to_face) * (0.4 + 0.6 * m.purpose)
        for other in self.others():
            k = other.number
            if other.attending:
                self.trust[k] += gain * (1.0 - self.trust[k])
            else:
                self.trust[k] -= 0.1 * gain * self.trust[k]

    def go_home(self) -> None:
        for q in PROVISIONS:
            self.position[q] += 0.04 * (self.anchor[q] - self.position[q])
            if self.attending:
                self.anchor[q] += 0.02 * self.model.settings.bottom_up * (self.position[q] - self.anchor[q])

    def work(self) -> None:
        """Put what is left of the week's hours into one's tasks."""
        m, s = self.model, self.model.settings
        if not self.inside or not self.tasks:
            return
        left = max(0.0, self.hours * self.drive * (1.0 - s.relationship_investment) - self.spent)
        left *= 1.0 - 0.12 * s.controversy
        for activity in self.tasks:
            keeps = m.rng.random() < 0.55 + 0.45 * min(1.0, self.drive + 0.3 * m.accountable)
            if keeps:
                trust = activity.team_trust(self)
                activity.done += left / len(self.tasks) * m.productivity() * (0.65 + 0.9 * trust)

    def relate(self) -> None:
        """Each month: trust is tended, and drifts back."""
        m, s = self.model, self.model.settings
        if not self.inside or m.week % 4:
            return
        fade = 4.0 * 0.002 * (1.0 + 1.2 * (1.0 - s.transparency))
        for other in self.others():
            k = other.number
            gain = 4.0 * 0.55 * 0.05 * s.relationship_investment * math.sqrt(self.drive * other.drive)
            self.trust[k] += gain * (1.0 - self.trust[k])
            self.trust[k] += fade * (0.22 - self.trust[k])

    def feel(self) -> None:
        """Enthusiasm, fatigue, frustration and the will that follows from them."""
        m, s = self.model, self.model.settings
        if not self.inside:
            return
        weight = warmth = 0.0
        for other in self.others():
            weight += self.trust[other.number]
            warmth += self.trust[other.number] * other.enthusiasm
        surround = warmth / weight if weight else self.enthusiasm
        tone = 0.36 + 0.18 * s.co_chair_skill if s.co_chairs else 0.387
        self.enthusiasm = clip(self.enthusiasm + 0.04 * (surround - self.enthusiasm) + 0.035 * (tone - self.enthusiasm))
        meeting = (1.5 + 2.5 * s.face_to_face) / s.meeting_interval * self.drive
        load = clip((meeting + (0.5 * self.hours * self.drive if self.tasks else 0.0)) / self.hours)
        self.fatigue += 0.03 * (load - self.fatigue)
        hoped = (0.35 + 0.65 * s.goal_ambition) * (1.25 - 0.55 * s.expectation_management) * min(1.0, m.week / 156.0)
        seen = 0.15 * m.stage + 0.4 * m.efficacy
        self.frustration += 0.05 * (max(0.0, hoped - seen) - self.frustration)
        value = sum(self.position) / 5.0 * (0.35 + 0.65 * s.goal_ambition) * m.efficacy
        cost = load * (1.0 - 0.5 * s.participation_support * self.small)
        self.drive = logistic(
            -0.1 + 2.0 * (value - 0.2) + 2.5 * (self.mean_trust() - 0.38) + 1.6 * (self.voice - 0.45)
            + 2.0 * (self.enthusiasm - 0.45) - 1.6 * (cost - 0.35) - 1.2 * self.fatigue - 1.0 * self.frustration
        )  # fmt: skip


class Holder(mesa.Agent):
    """A power-holder."""

    def __init__(self, model: PlainAlliance, office: str):
        super().__init__(model)
        s, rng = model.settings, model.rng
        self.office, self.place, self.veto = office, OFFICES.index(office), False
        self.influence = 0.3 * math.exp(rng.standard_normal())
        self.formal = {"executive": 1.0, "minister": 0.9, "legislator": 0.6}.get(office, 0.3)
        self.disposition = model.obstacle + 0.20 * rng.standard_normal()
        self.position, self.trust, self.contact = self.disposition, s.initial_government_trust, 0.0

    def replace(self) -> None:
        s, rng = self.model.settings, self.model.rng
        self.disposition = self.model.obstacle + 0.20 * rng.standard_normal()
        self.position = self.disposition
        self.trust = 0.3 * self.trust + 0.7 * s.initial_government_trust
        self.contact *= 0.3

    def reach(self) -> tuple[float, float]:
        """Access and credibility of whoever speaks to this holder."""
        members = self.model.members
        best = max(members, key=lambda each: each.access[self.place])
        if self.model.settings.messenger == "strongest":
            return best.access[self.place], best.credibility
        mean = sum(each.access[self.place] for each in members) / len(members)
        return (0.35 * best.access[self.place] + 0.65 * mean,
                sum(each.credibility for each in members) / len(members))  # fmt: skip

    def be_asked(self, effect: float, learning: float) -> None:
        m, s = self.model, self.model.settings
        m.contacts += 1
        access, _ = self.reach()
        chance = 1.2 * access * (0.10 + s.government_openness) * (0.5 + 0.8 * self.trust)
        if m.rng.random() < chance:
            self.contact += effect
            self.trust += learning * 0.05 * (1.0 - self.trust)

    def receive(self) -> None:
        """A week of being worked on from all sides."""
        m, s = self.model, self.model.settings
        ours = 0.0
        if m.members:
            _, credibility = self.reach()
            heard = self.contact / (1.0 + self.contact)
            inside = m.coherence * 3.5 * self.trust * credibility * (0.4 + 1.2 * m.evidence * 0.5)
            inside *= (1.0 - 0.7 * m.salience) * heard
            ours = 0.075 * m.coherence * (1.35 if m.in_window() else 1.0) * (1.25 * inside + 4.0 * m.outside())
        o = m.opposition
        theirs = 0.075 * 1.35 * 0.28 * o / (1.0 + o) * (1.0 if self.veto else 0.8)
        x = self.position

        def pull(z: float) -> float:
            return 1.5 * z * math.exp(-((z / 1.8) ** 2))

        x += 0.02 * (self.disposition - x) + ours * pull(1.0 - x) + theirs * pull(-1.0 - x)
        x += 0.006 * m.salience * (1.5 if m.election_near() else 1.0) * ((2.0 * m.support - 1.0) - x)
        x += 0.014 * (m.peers - x) + 0.015 * m.rng.standard_normal()
        self.position = clip(x, -1.0, 1.0)
        self.trust += 0.006 * (s.initial_government_trust - self.trust)
        self.trust += 0.005 * s.government_engagement * (1.0 - self.trust)
        self.contact *= 0.93


class Activity:
    """A piece of work with an owner and a team."""

    def __init__(self, model: PlainAlliance, kind: str, owner: Member, team: list[Member]):
        hours, self.skills = WORK[kind]
        self.model, self.kind, self.owner, self.team = model, kind, owner, [owner, *team]
        self.needed = hours * (0.67 if kind == "research" and model.settings.existing_first else 1.0)
        self.done = 0.0
        for member in self.team:
            member.tasks.append(self)
        pace = sum(each.hours * each.drive / len(each.tasks) for each in self.team) * 0.7 * model.productivity()
        self.deadline = model.week + 2.2 * self.needed / max(0.5, pace) + 6.0

    def team_trust(self, member: Member) -> float:
        others = [each for each in self.team if each is not member]
        return sum(member.trust[each.number] for each in others) / len(others) if others else 0.38

    def lose(self, member: Member) -> None:
        self.team.remove(member)
        member.tasks.remove(self)

    def close(self) -> None:
        for member in list(self.team):
            self.lose(member)

    def quality(self) -> float:
        """Constant elasticity over the skills asked, the best of the team in each: a missing skill is a bottleneck."""
        s = self.model.settings
        if not self.team:
            return 0.0
        total = sum(w * max(0.02, max(each.skill[k] for each in self.team)) ** -0.5 for k, w in self.skills.items())
        return total**-2.0 * (0.8 + 0.2 * self.model.coherence) * (0.55 + 0.45 * s.goal_specificity)


class PlainAlliance(mesa.Model):
    """One alliance, one run. `settings` holds levers and contexts by their short names."""

    def __init__(self, settings: SimpleNamespace, size: int, rng: int):
        super().__init__(rng=rng)
        self.settings = s = settings
        normal, uniform = self.rng.standard_normal, self.rng.random
        self.week, self.members = 0, []  # type: ignore[var-annotated]
        self.drafting_weeks = 1.0 + 0.35 * s.drafting_group_size**2
        self.offsets = {k[0]: [0.25 * normal() for _ in PROVISIONS] for k in KINDS.values()}
        self.obstacle = 0.155 - 0.16 * (s.controversy - 0.4) + 0.36 * normal()
        self.difficulty = [0.55 * (s.goal_ambition - 0.35) + 0.13 * (q - 2) + 0.05 * normal() for q in PROVISIONS]
        kinds = list(KINDS)
        self.pool = [Member(self, kinds[n % len(kinds)], n) for n in range(size)]
        self._found_trust()
        offices = ("minister", "executive", "legislator", "legislator", "official", "official", "official",
                   "local_authority")  # fmt: skip
        self.holders = [Holder(self, office) for office in offices]
        for holder in self.holders[: s.veto_holders]:
            holder.veto = True
        sectors = len({each.sector for each in self.pool})
        self.setup = 2.0 + (3.0 * s.formality + 9.0 * s.formality**2) * (0.4 + 0.15 * sectors)
        self.setup += 4.0 * s.negotiation + s.goal_specificity + s.goal_measurability
        self.queue = self.backlog = self.evidence = self.pressure = self.conflict = 0.0
        self.accountable = 1.0 - math.exp(-4.0 * s.formality)
        self.led = 1.08 if s.co_chairs else 0.92
        self.legitimacy, self.coherence, self.efficacy, self.disagreement = 0.3, 0.5, 0.3, 0.2
        self.agreed, self.present, self.purpose = False, [], 0.45  # type: ignore[var-annotated]
        self.activities: list[Activity] = []
        self.asked = sorted(PROVISIONS, key=lambda q: -sum(each.anchor[q] for each in self.pool))
        self.asked = self.asked[: max(1, round(5 * s.scope_breadth))]
        self.red = set(self.asked[: round(s.non_negotiables * len(self.asked))])
        self.base_salience = 0.05 + 0.35 * s.initial_salience
        self.salience, self.buzz, self.support = 0.05 + 0.85 * s.initial_salience, 0.0, s.public_support
        self.opponents = s.opposition_strength * sum(each.hours for each in self.pool)
        self.mobilised = self.opposition = self.visible = self.peers = self.outside_work = 0.0
        self.contacts = self.pushed = 0.0
        self.stage, self.pause, self.implementation = 0, 0, 0.0
        self.next_vote = int(uniform() * 26)
        self.next_election = int(uniform() * s.election_interval)
        self.window_until = -1
        self.adopted = self.changed = self.is_reversed = False
        self.kept = 0.0
        self.turnouts: list[float] = []
        self.completed = self.failed = self.most_members = 0

    def _found_trust(self) -> None:
        s = self.settings
        for one in self.pool:
            one.trust = [0.0] * len(self.pool)
        for one in self.pool:
            for other in self.pool[: one.number]:
                same = 1.0 if one.sector == other.sector else 0.0
                known = self.rng.random() < 0.15 + 0.5 * s.prior_collaboration * (0.6 + 0.4 * same)
                level = 0.21 + 0.16 * same + 0.22 * s.prior_collaboration * known
                one.trust[other.number] = other.trust[one.number] = level

    # what several rules ask
    def administration(self) -> float:
        return 1.0 / (1.0 + self.backlog / 40.0)

    def productivity(self) -> float:
        crowded = 0.4 + 0.6 / (1.0 + max(0.0, self.queue - 6.0) / 12.0)
        return ((0.6 + 0.5 * self.settings.goal_specificity) * crowded * (0.5 + 0.5 * self.administration())
                * (0.85 + 0.25 * self.accountable))  # fmt: skip

    def in_window(self) -> bool:
        return self.week < self.window_until

    def election_near(self) -> bool:
        return 0 <= self.next_election - self.week <= 26

    def outside(self) -> float:
        speaker = 0.65 if self.settings.messenger == "strongest" else 1.0
        loud = self.pressure / (1.0 + self.pressure)
        return self.legitimacy**2 * speaker * (0.03 + 0.97 * self.salience**1.5) * loud

    def mean_trust(self) -> float:
        return sum(each.mean_trust() for each in self.members) / len(self.members) if self.members else 0.35

    # the week
    def step(self) -> None:
        self.turn_calendar()
        organisations, holders = self.agents_by_type[Member], self.agents_by_type[Holder]
        organisations.do("join")
        organisations.do("leave")
        self.most_members = max(self.most_members, len(self.members))
        self.agree()
        self.meet(organisations)
        self.administer()
        organisations.do("work")
        self.finish_work()
        organisations.do("relate")
        organisations.do("feel")
        self.be_seen()
        self.move_public()
        holders.do("receive")
        self.decide()
        self.week += 1

    def turn_calendar(self) -> None:
        s = self.settings
        if self.week != self.next_election:
            return
        self.next_election += s.election_interval
        self.window_until = self.week + 30
        if self.rng.random() < s.election_turnover:
            for holder in self.holders:
                legislator = holder.office == "legislator" and self.rng.random() < 0.4
                if holder.office in ("executive", "minister") or legislator:
                    holder.replace()

    def agree(self) -> None:
        s, n = self.settings, len(self.members)
        if n < 3:
            return
        if self.present:
            middle = [sum(each.position[q] for each in self.members) / n for q in PROVISIONS]
            apart = [sum(abs(e.position[q] - middle[q]) for q in PROVISIONS) / 5.0 for e in self.members]
            self.disagreement = sum(apart) / n
            quota = {"chair": 0.4, "majority": 0.5, "qualified": 0.7, "consensus": 0.9}[s.decision_rule]
            close = sum(1 for each in apart if each < 0.145) / n
            if not self.agreed and self.setup <= 0.0 and (not s.negotiation or close >= quota):
                self.agreed = True
                self.conflict = (1.2 if s.negotiation else 2.5) * self.disagreement
        self.coherence = math.exp(-((self.disagreement / 0.23) ** 2)) * (1.0 if self.agreed else 0.6)
        if self.rng.random() < 0.02 * self.conflict:
            for one in self.members:
                one.enthusiasm *= 0.95
                for other in self.members:
                    if self.rng.random() < 0.5:
                        one.trust[other.number] *= 1.0 - 0.05 * min(1.0, self.conflict)
            self.conflict *= 0.9

    def meet(self, organisations: Any) -> None:
        s, n = self.settings, len(self.members)
        self.queue = 0.98 * self.queue + 0.20 + 0.025 * n + 0.05 * len(self.activities)
        self.present = []
        if self.week % s.meeting_interval or n < 2:
            for member in self.members:
                member.attending, member.spent = False, 0.0
                member.go_home()
            return
        organisations.do("attend")
        self.present = [each for each in self.members if each.attending]
        if len(self.present) < 2:
            self.present = []
            return
        self.turnouts.append(len(self.present) / n)
        self.share_floor()
        waiting = self.queue + self.setup
        capacity = self.capacity(n)
        first = min(self.setup, capacity)
        rest = min(self.queue, capacity - first)
        self.setup -= first
        self.queue -= rest
        planned = self.plan(0.5 * (capacity - first - rest) + 0.35 * (first + rest))
        skilled = 0.72 + 0.5 * s.co_chair_skill
        self.purpose = (min(1.0, (waiting + 1.2 * planned) / (0.6 * capacity + 0.5))
                        * (0.4 + 0.6 * s.agenda_discipline) * skilled)  # fmt: skip
        for member in self.present:
            member.heard = list(member.position)
        organisations.do("listen")
        organisations.do("bond")
        for member in self.members:
            member.go_home()

    def share_floor(self) -> None:
        s = self.settings
        for member in self.present:
            weight = (0.3 + member.money) ** (0.6 * (1.0 - s.ingo_restraint))
            member.airtime = weight * (1.0 - s.inclusion_effort / 2.0) + s.inclusion_effort / 2.0
        total = sum(each.airtime for each in self.present)
        for member in self.present:
            member.airtime /= total

    def capacity(self, n: int) -> float:
        s = self.settings
        skill = sum(e.airtime * 0.5 * (e.skill["convening"] + e.skill["policy"]) for e in self.present)
        groups = {"none": 0.0, "by_need": max(0.0, n / 6.0 - 1.0), "fixed": 5.0}[s.working_groups]
        turnout = len(self.present) / n
        speed = {"chair": 1.3, "majority": 1.1, "qualified": 1.0, "consensus": 0.75}[s.decision_rule]
        led = 0.25 + 0.75 * s.co_chair_skill if s.co_chairs else 0.3
        return (12.0 * (0.55 + 0.9 * skill) * led * (0.45 + 0.55 * s.agenda_discipline)
                * min(1.2, math.sqrt(turnout / 0.5)) / (1.0 + 0.3 * s.bottom_up)
                / (1.0 + len(self.present) / 40.0 + 4.0 * max(0.0, self.disagreement - 0.09))
                * (0.6 + 0.4 * self.administration()) * (0.8 + 0.2 * s.face_to_face) * (0.5 + self.mean_trust())
                * speed * (1.0 + 0.35 * groups / (1.0 + 0.02 * groups**2)))  # fmt: skip

    def plan(self, wanted: float) -> int:
        """New activities: their kind, their owner, their team."""
        s, rng = self.settings, self.rng
        if not self.agreed:
            return 0
        at_hand = sum(each.hours * each.drive for each in self.members)
        open_hours = sum(max(0.0, each.needed - each.done) for each in self.activities)
        limit = (12.0 if s.owner_rule else 24.0) * at_hand * (1.0 + 0.3 * (1.0 - s.expectation_management))
        wanted = min(4.0, wanted)
        number = int(wanted) + (rng.random() < wanted - int(wanted))
        planned = 0
        for _ in range(number if open_hours < limit else 0):
            kind = self.choose_kind()
            willing = [e for e in self.present if len(e.tasks) < 2 and rng.random() < 1.5 * e.drive]
            if not willing:
                continue
            owner = max(willing, key=lambda e, k=kind: e_match(e, k) * (0.4 + e.drive) * (0.6 + 0.4 * e.hours / 8.0))
            self.activities.append(Activity(self, kind, owner, self.choose_team(kind, owner)))
            planned += 1
        return planned

    def choose_kind(self) -> str:
        s, rng = self.settings, self.rng
        if rng.random() >= s.insider_share:
            return "media" if rng.random() < 0.6 else "mobilisation"
        if rng.random() < 0.35 * (1.0 - self.evidence / 2.0):
            return "research"
        return "conference" if rng.random() < 0.5 * s.government_engagement else "briefing"

    def choose_team(self, kind: str, owner: Member) -> list[Member]:
        """Up to four who add the most missing skill, as far as the owner sees it, and whom it trusts."""
        team: list[Member] = []
        best = {k: owner.skill[k] for k in WORK[kind][1]}
        free = [e for e in self.members if e is not owner and len(e.tasks) < 2]
        for _ in range(4):
            worth = {e: sum(w * max(0.0, e.skill[k] - best[k]) for k, w in WORK[kind][1].items())
                     * (0.3 + 0.7 * self.settings.brainstorming) * e.trust[owner.number] * (0.4 + e.drive)
                     for e in free if e not in team}  # fmt: skip
            chosen = max(worth, key=lambda e: worth[e], default=None)
            if chosen is None or worth[chosen] <= 0.0:
                break
            team.append(chosen)
            best = {k: max(v, chosen.skill[k]) for k, v in best.items()}
        return team

    def administer(self) -> None:
        s, n = self.settings, len(self.members)
        need = 0.6 + 0.08 * n + 2.6 * s.formality**2 * (0.5 + n / 30.0) + 1.5 / s.meeting_interval
        done = need * 1.02 * (0.55 + 0.5 * logistic(3.0 * self.mean_trust()))
        self.backlog = max(0.0, 0.995 * self.backlog + need - done)

    def finish_work(self) -> None:
        for activity in list(self.activities):
            if activity.team and activity.done >= activity.needed:
                self.completed += 1
                self.take_effect(activity, activity.quality())
                self.celebrate(activity)
            elif not activity.team or self.week > activity.deadline:
                self.failed += 1
                self.disappoint(activity)
            else:
                continue
            activity.close()
            self.activities.remove(activity)

    def take_effect(self, activity: Activity, e: float) -> None:
        s, kind = self.settings, activity.kind
        if kind == "research":
            self.evidence += 0.22 * e * (1.0 - self.evidence)
            for holder in self.holders:
                holder.contact += 0.10 * e * 0.5
        elif kind in ("briefing", "conference"):
            for _ in range(2 if kind == "briefing" else 3):
                self.target().be_asked(e, 0.8 if kind == "briefing" else 1.6)
        elif kind == "media":
            self.pushed += 0.35 * e * s.media_freedom
            self.buzz += 0.30 * e * s.media_freedom * (0.6 + 0.8 * self.legitimacy)
            self.outside_work += e * s.media_freedom
        else:
            self.pushed += e * s.civic_space
            self.buzz += 0.40 * e * s.civic_space
            self.outside_work += 1.5 * e * s.civic_space
            for holder in self.holders:
                holder.trust *= 0.94

    def target(self) -> Holder:
        s = self.settings

        def weight(h: Holder) -> float:
            veto = (1.2 if h.position < 0.35 else 0.5) if h.veto else 0.0
            leverage = veto + 0.8 * h.influence
            aim = s.power_mapping * leverage + (1.0 - s.power_mapping) * 1.2 * h.formal
            local = 2.0 * s.local_engagement * (0.5 + s.decentralisation) if h.office == "local_authority" else 1.0
            return aim * local * (0.4 + 1.2 * self.rng.random()) / (1.0 + h.contact)

        return max(self.holders, key=weight)

    def celebrate(self, activity: Activity) -> None:
        self.efficacy += 0.04 * (1.0 - self.efficacy)
        for member in self.members:
            in_team = member in activity.team
            member.enthusiasm += (0.10 if in_team else 0.01) * (1.0 - member.enthusiasm)
            for other in activity.team:
                if other is not member:
                    gain = 2.5 * 0.05 if in_team else 0.2 * 0.05 * self.settings.transparency
                    member.trust[other.number] += gain * (1.0 - member.trust[other.number])

    def disappoint(self, activity: Activity) -> None:
        self.efficacy *= 0.94
        owner = activity.owner.number
        for member in self.members:
            member.enthusiasm *= 0.96
            loss = 1.5 * 1.5 * 0.05 if member in activity.team else 0.3 * 1.5 * 0.05 * self.settings.transparency
            member.trust[owner] -= loss * member.trust[owner]

    def be_seen(self) -> None:
        """Legitimacy: who is heard, weighed by voice squared."""
        s, members = self.settings, self.members
        self.efficacy += 0.01 * (0.3 - self.efficacy)
        if not members:
            return
        heard = sum(each.voice**2 for each in members)
        represents = sum(each.voice**2 * each.represents for each in members) / heard
        by_sector: dict[str, float] = {}
        for each in members:
            by_sector[each.sector] = by_sector.get(each.sector, 0.0) + each.voice**2 / heard
        blau = 1.0 - sum(v * v for v in by_sector.values())
        breadth = min(1.0, blau / 0.875 + 0.12 * max(each.unlikely for each in members))
        goal = represents**0.3 * breadth**0.9 * (0.9 + 0.1 * s.bottom_up)
        goal *= 0.85 + 0.15 * math.log(1.0 + len(members)) / 4.0
        self.legitimacy += 0.03 * (goal * (0.75 + 0.25 * self.coherence) - self.legitimacy)

    def move_public(self) -> None:
        s, rng = self.settings, self.rng
        self.visible += 0.1 * (min(1.0, 0.5 * self.pushed + 0.2 * self.contacts) - self.visible)
        minister = max(h.position for h in self.holders if h.office == "minister")
        threat = clip(0.15 * self.stage + 0.4 * max(0.0, minister) + 1.2 * self.visible)
        threat = 0.5 if self.stage == 3 else threat
        self.mobilised += 0.06 * (s.controversy * (0.05 + 0.95 * threat) - self.mobilised)
        given = sum(each.hours * each.drive for each in self.members)
        self.opposition = self.opponents * self.mobilised / (12.0 + 0.35 * given)
        noise = s.salience_volatility * 0.010 * rng.exponential()
        self.buzz = 0.5 * self.buzz + noise + 0.02 * s.controversy * self.opposition
        self.salience += 0.08 * self.buzz * (1.0 - self.salience) - 0.018 * (self.salience - self.base_salience)
        self.support += 0.01 * (s.public_support - self.support)
        self.support += 0.004 * self.outside_work * self.legitimacy * (1.0 - self.support)
        self.support -= 0.0012 * self.opposition * self.support - 0.006 * rng.standard_normal()
        self.salience, self.support = clip(self.salience), clip(self.support)
        self.pressure = 0.93 * self.pressure + self.pushed
        self.evidence *= 0.997
        self.pushed = self.contacts = self.outside_work = 0.0
        total = sum(h.influence for h in self.holders)
        self.peers = sum(h.influence * h.position for h in self.holders) / total

    def decide(self) -> None:
        rng, s = self.rng, self.settings
        minister, executive = self.holders[0].position, self.holders[1].position
        sponsor = max(minister, 0.5 * (minister + executive))
        window = math.log(1.5) if self.in_window() else 0.0
        if self.stage == 3:
            self.carry_out(minister)
            return
        session = self.week >= self.next_vote
        if session:
            self.next_vote += 26
        if self.week < self.pause:
            return
        if self.stage == 0:
            wish = -5.0 + 8.0 * self.salience + 1.6 * self.peers + sponsor + 6.0 * self.outside() + 2.0 * window
            self.stage = 1 if rng.random() < 0.06 * logistic(wish) else 0
        elif self.stage == 1:
            if rng.random() < 0.010 * (1.0 - self.salience) * logistic(-3.0 * self.peers):
                self.stage, self.pause = 0, self.week + 13
            elif rng.random() < 0.072 * logistic(-0.3 + 4.0 * sponsor + self.salience + window):
                self.stage = 2
        elif session or (self.in_window() and rng.random() < 0.04):
            self.vote(0.12 + (0.10 if s.problem_kind == "harmful" else 0.0))

    def vote(self, inertia: float) -> None:
        rng = self.rng
        vetoes = [h.position for h in self.holders if h.veto]
        comfort = 0.45 * (0.55 + 0.9 * rng.random())
        held = 0.25 + 0.6 * self.legitimacy + 0.4 * self.holders[0].trust
        locked = {q for q in self.red if self.agreed and rng.random() < held}
        bill = sorted(self.asked, key=lambda q: self.difficulty[q])

        def bold() -> float:
            mean = sum(self.difficulty[q] for q in bill) / len(bill)
            return mean + 0.10 * (len(bill) / len(self.asked) - 0.6)

        while len(bill) > 1 and below((min(vetoes) - inertia - bold()) / 0.38) <= comfort:
            free = [q for q in bill if q not in locked]
            if not free:
                break
            bill.remove(free[-1])
        common = rng.standard_normal()
        for position in vetoes:
            if position - inertia - bold() <= 0.38 * (0.8 * common + 0.6 * rng.standard_normal()):
                self.stage, self.pause = 1, self.week + 26
                return
        self.stage, self.adopted, self.implementation = 3, True, 0.05
        self.kept = len(bill) / len(self.asked)

    def carry_out(self, minister: float) -> None:
        s, rng = self.settings, self.rng
        officials = [h.position for h in self.holders if h.office == "official"]
        local = [h.position for h in self.holders if h.office == "local_authority"]
        mood = 0.5 * minister + 0.3 * sum(officials) / len(officials) + 0.2 * sum(local) / len(local)
        will = clip(0.40 + 0.45 * mood + 0.15 * self.evidence)
        o = self.opposition
        self.implementation += 0.016 * s.implementation_capacity * will * (1.0 - self.implementation)
        self.implementation -= 0.010 * (1.0 - will) * self.implementation + 0.003 * self.implementation * o / (1.0 + o)
        worst = min(h.position for h in self.holders if h.veto)
        if rng.random() < 0.024 * clip(-worst - 0.10) * (0.3 + o) / (0.6 + o):
            self.stage, self.pause, self.is_reversed = 1, self.week + 52, True
            self.implementation *= 0.3

    def run(self, weeks: int) -> dict[str, float]:
        """Live so many weeks; what the full model calls by the same names."""
        for _ in range(weeks):
            self.step()
        turnout = sum(self.turnouts) / len(self.turnouts) if self.turnouts else float("nan")
        closed = self.completed + self.failed
        return {
            "attendance": turnout,
            "trust_mean": self.mean_trust(),
            "adopted_ever": float(self.adopted),
            "completion": self.completed / closed if closed else float("nan"),
            "members_peak": float(self.most_members),
        }


def e_match(member: Member, kind: str) -> float:
    """How well an organisation's skills fit a kind of work."""
    return sum(weight * member.skill[skill] for skill, weight in WORK[kind][1].items())
