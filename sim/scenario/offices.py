"""The government of a scenario: offices, and those who hold each in turn."""

from __future__ import annotations

import dataclasses
from typing import Any

from sim.declare import OFFICES
from sim.scenario.nodes import Listing, Node
from sim.scenario.reading import NodeReader, Reading, listing, reference, scalar, table, week
from sim.scenario.structure import Office, Term
from sim.scenario.values import choice, line_of_text, number, text, truth

TIERS = ("national", "local")
MOST_OFFICES = 24
MOST_TERMS = 60
SHARE = scalar(number(0.0, 1.0))
STANCE = scalar(number(-1.0, 1.0))
SIDE = scalar(number(-1, 1, whole=True))
INFLUENCE = scalar(number(0.0, 5.0))

TERM_FIELDS: dict[str, NodeReader] = {
    "name": scalar(line_of_text),
    "from": week(early=True),
    "side": SIDE,
    "stance": STANCE,
    "influence": INFLUENCE,
    "trust": SHARE,
    "from_member": reference("member", scalar(line_of_text)),
    "mark": scalar(text()),
}


def read_term(node: Node, key: str, reading: Reading) -> tuple[Node, Term] | None:
    """One person's time in office, with its node; the week may still lie before the start."""
    said = table(TERM_FIELDS, required=("name",))(node, key, reading)
    if not said or "name" not in said:
        return None
    return node, Term(from_week=said.pop("from", 0), **said)


_TERMS = listing(read_term, MOST_TERMS, "leave the key out and holders are drawn by the model")


def read_terms(node: Node, key: str, reading: Reading) -> tuple[Term, ...] | None:
    """Those who hold an office in turn, by date; of those who came before the start, the last one."""
    found: tuple[tuple[Node, Term], ...] | None = _TERMS(node, key, reading)
    if not found or reading.clock is None:
        return None
    ordered = sorted(found, key=lambda each: each[1].from_week)
    for (_, earlier), (place, later) in zip(ordered, ordered[1:], strict=False):
        if earlier.from_week == later.from_week:
            said = f"{earlier.name} begins in the same week; expected terms that follow one another"
            reading.report(place.place, key, later.name, said)
    if ordered[0][1].from_week > 0:
        reading.report(node.place, key, "", "who holds the office at the start? expected a first term without `from`")
    return _in_time([term for _, term in ordered], reading.clock.weeks)


def _in_time(terms: list[Term], weeks: int) -> tuple[Term, ...]:
    """The terms that fall into the horizon, the first one from week 0."""
    before = [term for term in terms if term.from_week <= 0][-1:]
    during = [term for term in terms if 0 < term.from_week < weeks]
    return tuple(dataclasses.replace(term, from_week=max(0, term.from_week)) for term in before + during)


def read_veto(node: Node, key: str, reading: Reading) -> bool | tuple[str, ...] | None:
    """Yes, no, or the provisions to which a veto is limited."""
    if isinstance(node, Listing):
        provision = reference("provision", scalar(line_of_text))
        limited: tuple[str, ...] | None = listing(provision, 8, "or true or false")(node, key, reading)
        return limited
    said: bool | None = scalar(truth)(node, key, reading)
    return said


FIELDS: dict[str, NodeReader] = {
    "id": scalar(line_of_text),
    "name": scalar(line_of_text),
    "office": scalar(choice(OFFICES)),
    "tier": scalar(choice(TIERS)),
    "veto": read_veto,
    "formal_power": SHARE,
    "influence": INFLUENCE,
    "stance": STANCE,
    "side": SIDE,
    "trust": SHARE,
    "evidence_receptivity": SHARE,
    "pressure_receptivity": SHARE,
    "donor_receptivity": SHARE,
    "tenure": scalar(number(1.0, 240.0, "months")),
    "vote_share": SHARE,
    "terms": read_terms,
    "mark": scalar(text()),
}


def read_office(node: Node, key: str, reading: Reading) -> Office | None:
    """One seat of power."""
    said = table(FIELDS, required=("office",))(node, key, reading)
    if not said or "office" not in said:
        return None
    said.setdefault("name", said.get("id", said["office"]))
    said.setdefault("id", said["name"])
    said.setdefault("tier", "local" if said["office"] == "local_authority" else "national")
    reading.claim_entity(said["id"], node.place, f"{key}.id" if said["id"] != said["name"] else f"{key}.name")
    _check_office(said, node, key, reading)
    return Office(**said)


def _check_office(said: dict[str, Any], node: Node, key: str, reading: Reading) -> None:
    """What an office says of itself must be possible together."""
    office, identity = said["office"], said["id"]
    if identity in OFFICES and identity != office:
        reading.report(
            node.place,
            f"{key}.id",
            identity,
            f"is the word for another office than {office}; give another id",
        )
    if "vote_share" in said and office != "candidate":
        reading.report(node.place, f"{key}.vote_share", "", "only a candidate has a share of the vote")
    if said.get("veto") and office == "candidate":
        reading.report(node.place, f"{key}.veto", "", "a candidate holds no office yet, so no veto")


_OFFICES = listing(read_office, MOST_OFFICES, "leave the key out and holders are generated from the contexts")


def read_government(node: Node, key: str, reading: Reading) -> tuple[Office, ...] | None:
    """All listed offices."""
    before = len(reading.problems)
    offices: tuple[Office, ...] | None = _OFFICES(node, key, reading)
    if offices and len(reading.problems) == before and not any(office.veto for office in offices):
        reading.report(node.place, key, "", "nobody's consent is needed: expected `veto: true` on one office at least")
    return offices
