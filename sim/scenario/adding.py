"""Candidates of a table beside the members of a scenario: read together, so that names are held against one another."""

from __future__ import annotations

import os

from sim.errors import BadInput, Problem
from sim.scenario.building import build
from sim.scenario.editing import MEMBERS
from sim.scenario.levers import idle_reason, sections
from sim.scenario.merging import gather
from sim.scenario.nodes import Entry, Listing, Node, Scalar, Table, read_nodes
from sim.scenario.structure import Organisation

CANDIDATES, COST = "candidates", "cost"


def with_candidates(
    config: str | os.PathLike[str], text: str, file: str
) -> tuple[tuple[Organisation, ...], dict[str, float | None]]:
    """All members of a scenario and of a list of candidates, and the names of the candidates with what each costs.

    Parameters
    ----------
    config : path or name
        Of a usable scenario; where it lists no members, the candidates are all there is.
    text : str
        A YAML text: `candidates`, a list of members, or such a list by itself; an entry may say its `cost`.

    Raises BadInput with everything that is wrong with the text, each at its line.
    """
    tree, problems = read_nodes(text.encode("utf-8"), file)
    base = gather(config)
    if tree is None or problems or base.tree is None:
        raise BadInput(problems or base.problems)
    listing = tree.entries.get(CANDIDATES) or tree.entries.get(MEMBERS)
    if listing is None or not isinstance(listing.node, Listing) or not listing.node.items:
        expected = "expected `candidates:` and below it a list, one entry a candidate: {name: …, kind: …, cost: …}"
        raise BadInput(Problem(file, listing.place.line if listing else 1, CANDIDATES, "", expected))
    costs: dict[str, float | None] = {}
    items = [_without_cost(item, costs, file, problems) for item in listing.node.items]
    own = base.tree.entries.get(MEMBERS)
    is_list = own is not None and isinstance(own.node, Listing)
    known = list(own.node.items) if own is not None and isinstance(own.node, Listing) else []
    entries = dict(base.tree.entries) if is_list else _for_a_list(base.tree)
    whole = Listing(listing.node.place, (*known, *items))
    scenario, found = build(Table(base.tree.place, entries | {MEMBERS: Entry(listing.place, whole)}), "pool")
    if scenario is None or problems or found:
        raise BadInput(sorted([*problems, *found], key=lambda problem: (problem.file, problem.line)))
    return scenario.members or (), costs


def _for_a_list(tree: Table) -> dict[str, Entry]:
    """What a scenario says, without what says how members are generated."""
    found = {}
    for section, entry in tree.entries.items():
        if section in sections() and isinstance(entry.node, Table):
            kept = {name: each for name, each in entry.node.entries.items()
                    if idle_reason(f"{section}.{name}", [MEMBERS]) is None}  # fmt: skip
            found[section] = Entry(entry.place, Table(entry.node.place, kept))
        else:
            found[section] = entry
    return found


def _without_cost(item: Node, costs: dict[str, float | None], file: str, problems: list[Problem]) -> Node:
    """An entry as a member's, its cost noted under its name."""
    if not isinstance(item, Table):
        return item
    entry, name = item.entries.get(COST), item.entries.get("name")
    if name is None or not isinstance(name.node, Scalar):
        problems.append(Problem(file, item.place.line, "name", "", "expected a name: candidates are told by it"))
        return item
    costs[name.node.text] = None
    if entry is not None:
        costs[name.node.text] = _amount(entry, file, problems)
    return Table(item.place, {key: each for key, each in item.entries.items() if key != COST})


def _amount(entry: Entry, file: str, problems: list[Problem]) -> float | None:
    text = entry.node.text if isinstance(entry.node, Scalar) else ""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value < 1e9:
        expected = "expected an amount in thousands, 0 or more"
        problems.append(Problem(file, entry.place.line, COST, text, expected))
        return None
    return value
