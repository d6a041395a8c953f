"""A strategy as an edit: members who are added to, taken from or changed in the list of the file that one extends."""

from __future__ import annotations

from sim.errors import Problem
from sim.scenario.nodes import Entry, Listing, Node, Scalar, Table, brief
from sim.scenario.values import closest

MEMBERS = "members"
ADDED, REMOVED, CHANGED = "members_added", "members_removed", "members_changed"
EDITS = (ADDED, REMOVED, CHANGED)


def edited(whole: Table, said: Table, problems: list[Problem]) -> Table:
    """A tree with the edits carried out that the file on top says; they are not handed on to files that extend it.

    Parameters
    ----------
    whole : Table
        The file laid over what it extends.
    said : Table
        The file itself.
    problems : list
        Added to: edits of a list that is not there, and names that are not on it.
    """
    edits = {key: said.entries[key] for key in EDITS if key in said.entries}
    rest = dict(without_edits(whole).entries)
    if not edits:
        return Table(whole.place, rest)
    listed = rest.get(MEMBERS)
    if listed is None or not isinstance(listed.node, Listing) or MEMBERS in said.entries:
        for key, entry in edits.items():
            expected = "edits the list of members of the file that `extends` names: there is none, or it is said anew"
            problems.append(Problem(entry.place.file, entry.place.line, key, "", expected))
        return Table(whole.place, rest)
    items = list(listed.node.items)
    if REMOVED in edits:
        items = _without(items, edits[REMOVED], problems)
    if CHANGED in edits:
        items = _changed(items, edits[CHANGED], problems)
    if ADDED in edits:
        items += _list_of(edits[ADDED], ADDED, problems)
    rest[MEMBERS] = Entry(listed.place, Listing(listed.node.place, tuple(items)))
    return Table(whole.place, rest)


def without_edits(tree: Table) -> Table:
    """A tree without its edits."""
    return Table(tree.place, {key: entry for key, entry in tree.entries.items() if key not in EDITS})


def refuse_alone(tree: Table, problems: list[Problem]) -> Table:
    """A tree that extends nothing: its edits, if it has any, are problems."""
    if not any(key in tree.entries for key in EDITS):
        return tree
    nothing = Table(tree.place, {key: each for key, each in tree.entries.items() if key != MEMBERS})
    return edited(nothing, tree, problems)


def _names(item: Node) -> tuple[str, ...]:
    """The id of a listed member, and its name."""
    if not isinstance(item, Table):
        return ()
    entries = (item.entries.get(key) for key in ("id", "name"))
    return tuple(each.node.text for each in entries if each is not None and isinstance(each.node, Scalar))


def _place(items: list[Node], name: str, said: Node, key: str, problems: list[Problem]) -> int | None:
    for number, item in enumerate(items):
        if name in _names(item):
            return number
    known = [each for item in items for each in _names(item)]
    problems.append(Problem(said.place.file, said.place.line, key, name, "no such member", closest(name, known)))
    return None


def _list_of(entry: Entry, key: str, problems: list[Problem]) -> list[Node]:
    if isinstance(entry.node, Listing) and entry.node.items:
        return list(entry.node.items)
    problems.append(Problem(entry.place.file, entry.place.line, key, brief(entry.node), "expected a list of members"))
    return []


def _without(items: list[Node], entry: Entry, problems: list[Problem]) -> list[Node]:
    gone = set()
    for each in _list_of(entry, REMOVED, problems):
        if not isinstance(each, Scalar):
            expected = "expected the id or the name of a member"
            problems.append(Problem(each.place.file, each.place.line, REMOVED, brief(each), expected))
            continue
        gone.add(_place(items, each.text, each, REMOVED, problems))
    return [item for number, item in enumerate(items) if number not in gone]


def _changed(items: list[Node], entry: Entry, problems: list[Problem]) -> list[Node]:
    if not isinstance(entry.node, Table):
        expected = "expected ids or names of members, each with the keys that change"
        problems.append(Problem(entry.place.file, entry.place.line, CHANGED, brief(entry.node), expected))
        return items
    for name, change in entry.node.entries.items():
        number = _place(items, name, Scalar(change.place, name), CHANGED, problems)
        if number is None:
            continue
        item = items[number]
        if not isinstance(change.node, Table) or not isinstance(item, Table):
            expected = "expected keys with values, such as hours: 12"
            key = f"{CHANGED}.{name}"
            problems.append(Problem(change.place.file, change.place.line, key, brief(change.node), expected))
            continue
        items[number] = Table(item.place, item.entries | change.node.entries)
    return items
