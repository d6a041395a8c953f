"""The members of a scenario: organisations by name, with what differs from their kind."""

from __future__ import annotations

from typing import Any

from sim.declare import SCOPES, SECTORS, SKILLS
from sim.kinds import KINDS, MEMBER_KINDS
from sim.scenario.nodes import Node, Table
from sim.scenario.reading import Clock, NodeReader, Reading, by_name, listing, reference, scalar, table, week
from sim.scenario.structure import ROLES, Organisation, Role
from sim.scenario.values import Word, choice, line_of_text, number, text, truth

MOST_ORGANISATIONS = 160
SHARE = scalar(number(0.0, 1.0))


def _truth_number(word: Word) -> float:
    return float(truth(word))


ATTRIBUTES: dict[str, NodeReader] = {
    "hours": scalar(number(0.0, 400.0, "hours a week")),
    "money": scalar(number(0.0, 1_000_000.0, "thousand a year")),
    "representativeness": SHARE,
    "credibility": SHARE,
    "unlikeliness": SHARE,
    "lean": scalar(number(-1.0, 1.0)),
    "agreement": SHARE,
    "stubborn": scalar(_truth_number),
    "reliability": SHARE,
    "approach": SHARE,
    "mobilisation": SHARE,
}
ROLE_FIELDS = {"role": scalar(choice(ROLES)), "from": week(early=True), "to": week(early=False)}
PROVISION_ID = reference("provision", scalar(line_of_text))
HOLDER_ID = reference("holder", scalar(line_of_text))


def read_role(node: Node, key: str, reading: Reading) -> Role | None:
    """A duty with dates."""
    said = table(ROLE_FIELDS, required=("role",))(node, key, reading)
    if not said or "role" not in said or reading.clock is None:
        return None
    clock, first, last = reading.clock, said.get("from", 0), said.get("to")
    if last is not None and last < first:
        reading.report(node.place, f"{key}.to", "", "the role ends before it begins")
    if first >= clock.weeks or (last is not None and last < 0):
        return None
    return Role(said["role"], max(0, first), _within(last, clock))


def _within(last: int | None, clock: Clock) -> int | None:
    """A last week; None where it lies beyond the end."""
    return last if last is None or last < clock.weeks else None


FIELDS: dict[str, NodeReader] = {
    "name": scalar(line_of_text),
    "id": scalar(line_of_text),
    "kind": scalar(choice(tuple(KINDS))),
    "scope": scalar(choice(SCOPES)),
    "sector": scalar(choice(SECTORS)),
    "count": scalar(number(1, MOST_ORGANISATIONS, whole=True)),
    "joins": week(early=True),
    "leaves": week(early=False),
    "guest": scalar(truth),
    "outside": scalar(truth),
    "idle": scalar(truth),
    "arm": reference("arm", scalar(line_of_text)),
    "roles": listing(read_role, 20, "leave the key out where there is no role"),
    "positions": by_name(PROVISION_ID, SHARE),
    "skills": by_name(scalar(choice(SKILLS)), SHARE),
    "access": by_name(HOLDER_ID, SHARE),
    "contests": listing(PROVISION_ID, 8, "leave the key out where nothing is contested"),
    "mark": scalar(text()),
} | ATTRIBUTES
ONLY_MEMBERS = ("joins", "leaves", "guest", "arm", "roles")


def read_block(node: Node, key: str, reading: Reading) -> tuple[Organisation, ...] | None:
    """The organisations of one entry: one, or as many as its `count` says; none where it is out of time."""
    said = table(FIELDS, required=("kind",))(node, key, reading)
    if not said or "kind" not in said or reading.clock is None:
        return None
    _check_status(said, node, key, reading)
    found = _organisations(said, reading.clock) if _is_within(said, reading.clock) else ()
    for one in found:
        _claim_names(one, node, key, reading)
    return found


def _organisations(said: dict[str, Any], clock: Clock) -> tuple[Organisation, ...]:
    """One entry as organisations, numbered where it has a count."""
    count = said.pop("count", None)
    name = said.pop("name", f"unnamed {said['kind']}")
    identity = said.pop("id", name)
    fields = _fields(said, clock)
    if count is None:
        return (Organisation(id=identity, name=name, **fields),)
    numbers = range(1, count + 1)
    return tuple(Organisation(id=f"{identity}-{n}", name=f"{name} {n}", **fields) for n in numbers)


def _claim_names(one: Organisation, node: Node, key: str, reading: Reading) -> None:
    """Names and ids are each given once: two bodies of one name could not be told apart in a report."""
    says_id = isinstance(node, Table) and "id" in node.entries
    if reading.claim("member name", one.name, node.place, f"{key}.name"):
        reading.claim_entity(one.id, node.place, f"{key}.id" if says_id else f"{key}.name")


def _is_within(said: dict[str, Any], clock: Clock) -> bool:
    """Whether the organisation is there at any time; only what is inherited can be out of time."""
    joins, leaves = said.get("joins", 0), said.get("leaves")
    return joins < clock.weeks and (leaves is None or leaves > 0 or joins >= 0)


def _fields(said: dict[str, Any], clock: Clock) -> dict[str, Any]:
    """What an entry says, as the fields of an organisation."""
    attributes = {name: said.pop(name) for name in ATTRIBUTES if name in said}
    said["joins"] = max(0, said.get("joins", 0))
    said["leaves"] = _within(said.get("leaves"), clock)
    return said | {"attributes": attributes}


def _check_status(said: dict[str, Any], node: Node, key: str, reading: Reading) -> None:
    """What an entry says of itself must be possible together."""
    is_opponent = said["kind"] not in MEMBER_KINDS
    if is_opponent or said.get("outside"):
        who = "an opponent" if is_opponent else "an outside ally"
        for name in ONLY_MEMBERS:
            if said.get(name):
                reading.report(node.place, f"{key}.{name}", "", f"{who} never joins: leave this key out")
    if said.get("contests") and not is_opponent:
        reading.report(node.place, f"{key}.contests", "", "only an opponent contests; for others give positions")
    roles = [role.role for role in said.get("roles", ())]
    if len(set(roles)) < len(roles):
        reading.report(
            node.place, f"{key}.roles", "", "each role once: an organisation holds it for one stretch of time"
        )
    if said.get("leaves") is not None and said["leaves"] <= said.get("joins", 0):
        reading.report(node.place, f"{key}.leaves", "", "leaves before it joins, or in the same week")


_BLOCKS = listing(read_block, MOST_ORGANISATIONS, "leave the key out and members are generated from the levers")


def read_members(node: Node, key: str, reading: Reading) -> tuple[Organisation, ...] | None:
    """All listed organisations."""
    before = len(reading.problems)
    blocks: tuple[tuple[Organisation, ...], ...] | None = _BLOCKS(node, key, reading)
    if blocks is None:
        return None
    members = tuple(one for block in blocks for one in block)
    if len(reading.problems) == before and reading.clock is not None:
        _check_members(members, node, key, reading)
    return members


def _check_members(members: tuple[Organisation, ...], node: Node, key: str, reading: Reading) -> None:
    """There must be somebody at the start, and no more than the model can hold."""
    if len(members) > MOST_ORGANISATIONS:
        reading.report(node.place, key, f"{len(members)} organisations", f"expected at most {MOST_ORGANISATIONS}")
    if not any(is_founder(one) for one in members):
        reading.report(node.place, key, "", "nobody is there at the start: expected a member that joins in week 0")


def is_founder(one: Organisation) -> bool:
    """Whether an organisation is a member from the start."""
    return one.kind in MEMBER_KINDS and not (one.outside or one.guest or one.idle) and one.joins == 0
