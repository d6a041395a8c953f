"""The policy of a scenario: the provisions that are wanted, and where each stands today."""

from __future__ import annotations

from typing import Any

from sim.scenario.nodes import Node
from sim.scenario.reading import Reading, listing, scalar, table
from sim.scenario.structure import GATES, Provision
from sim.scenario.values import choice, line_of_text, number, text, truth

FEWEST_PROVISIONS = 3
MOST_PROVISIONS = 8

FIELDS = {
    "id": scalar(line_of_text),
    "title": scalar(text()),
    "weight": scalar(number(0.01, 100.0)),
    "difficulty": scalar(number(-2.0, 2.0)),
    "gate": scalar(choice(GATES)),
    "today": scalar(number(0.0, 1.0)),
    "non_negotiable": scalar(truth),
}


def read_provision(node: Node, key: str, reading: Reading) -> Provision | None:
    """One provision; None where it says nothing usable."""
    said = table(FIELDS, required=("id",))(node, key, reading)
    if not said or "id" not in said:
        return None
    reading.claim("provision", said["id"], node.place, f"{key}.id")
    return Provision(**said)


_PROVISIONS = listing(read_provision, MOST_PROVISIONS, f"name {FEWEST_PROVISIONS} to {MOST_PROVISIONS} provisions")


def read_policy(node: Node, key: str, reading: Reading) -> tuple[Provision, ...] | None:
    """The provisions of a policy."""
    said: dict[str, Any] | None = table({"provisions": _PROVISIONS}, required=("provisions",))(node, key, reading)
    provisions: tuple[Provision, ...] | None = (said or {}).get("provisions")
    if provisions is None:
        return None
    if 0 < len(provisions) < FEWEST_PROVISIONS:
        reading.report(node.place, f"{key}.provisions", f"{len(provisions)}", f"expected at least {FEWEST_PROVISIONS}")
    if provisions and all(each.today >= 1.0 for each in provisions):
        reading.report(
            node.place,
            f"{key}.provisions",
            "",
            "every provision stands already: expected one with today below 1",
        )
    return provisions
