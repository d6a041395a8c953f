"""One tree out of a file and the files that it extends."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from sim.errors import Problem
from sim.scenario.editing import edited, refuse_alone, without_edits
from sim.scenario.finding import find, find_base, missing, shipped, shown
from sim.scenario.nodes import MOST_BYTES, Entry, Scalar, Table, brief, read_nodes

MOST_FILES = 10
MOST_PATH = 200
NOT_INHERITED = ("extends", "name")


@dataclass(slots=True)
class Gathered:
    """What a path led to: file as shown, short name, merged tree (None if unreadable), problems."""

    file: str
    name: str
    tree: Table | None = None
    problems: list[Problem] = field(default_factory=list)


def gather(said: str | os.PathLike[str]) -> Gathered:
    """Read a scenario file with all that it extends."""
    path = find(said)
    if path is None:
        return Gathered(os.fspath(said), "", problems=[missing(said)])
    gathered = Gathered(shown(path, said), path.stem)
    gathered.tree = _read(path, gathered.file, [], gathered.problems)
    return gathered


def gather_text(text: str | bytes, file: str) -> Gathered:
    """Read a scenario from a text, with the shipped scenarios that it extends."""
    gathered = Gathered(file, Path(file).stem)
    raw = text if isinstance(text, bytes) else text.encode("utf-8", errors="surrogatepass")
    tree, found = read_nodes(raw, file)
    gathered.problems += found
    if tree is not None:
        base = _base(tree, None, file, [Path(file)], gathered.problems)
        gathered.tree = _laid(base, tree, gathered.problems)
    return gathered


def gather_inside(tree: Table, teller: Path) -> tuple[Table, list[Problem]]:
    """The tree of a scenario that stands inside another file, laid over what it extends, and all that is wrong.

    `teller` is that file: paths are seen from it.
    """
    problems: list[Problem] = []
    base = _base(tree, teller, tree.place.file, [teller.resolve()], problems)
    return _laid(base, tree, problems), problems


def _read(path: Path, file: str, chain: list[Path], problems: list[Problem]) -> Table | None:
    """The tree of one file, laid over that of the file it extends."""
    try:
        raw = _bytes(path)
    except OSError as error:
        problems.append(Problem(file, 0, "", "", f"cannot be read: {error.strerror}"))
        return None
    tree, found = read_nodes(raw, file, depth=len(chain))
    problems += found
    if tree is None:
        return None
    base = _base(tree, path, file, [*chain, path.resolve()], problems)
    return _laid(base, tree, problems)


def _laid(base: Table | None, tree: Table, problems: list[Problem]) -> Table:
    """A tree over the one that it extends, with its edits carried out."""
    if base is None:
        return without_edits(tree) if "extends" in tree.entries else refuse_alone(tree, problems)
    return edited(merge(base, tree), tree, problems)


def _bytes(path: Path) -> bytes:
    """The content of a file, no more of it than is needed to see that it is too large."""
    with path.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _base(tree: Table, path: Path | None, file: str, chain: list[Path], problems: list[Problem]) -> Table | None:
    """The tree of the file that this one extends, if it extends a readable one. A text has no path."""
    entry = tree.entries.get("extends")
    if entry is None:
        return None
    if not isinstance(entry.node, Scalar) or not 0 < len(entry.node.text) <= MOST_PATH:
        problems.append(_problem(entry, file, "expected the path or name of one scenario file"))
        return None
    base = shipped(entry.node.text) if path is None else find_base(entry.node.text, path)
    if base is None:
        nearest = missing(entry.node.text).nearest
        problems.append(
            _problem(entry, file, "no such file beside this one, and no shipped scenario of this name", nearest)
        )
        return None
    return _next(base, entry, file, chain, problems)


def _next(base: Path, entry: Entry, file: str, chain: list[Path], problems: list[Problem]) -> Table | None:
    if base.resolve() in chain:
        problems.append(_problem(entry, file, "the files extend one another in a circle"))
        return None
    if len(chain) >= MOST_FILES:
        problems.append(_problem(entry, file, f"more than {MOST_FILES} files extend one another"))
        return None
    assert isinstance(entry.node, Scalar)
    inner = _read(base, shown(base), chain, problems)
    return None if inner is None else _heritage(inner)


def _problem(entry: Entry, file: str, expected: str, nearest: str = "") -> Problem:
    return Problem(file, entry.node.place.line, "extends", brief(entry.node), expected, nearest)


def _heritage(base: Table) -> Table:
    """What is handed on to the file that extends this one."""
    return Table(base.place, {key: entry for key, entry in base.entries.items() if key not in NOT_INHERITED})


def merge(base: Table, over: Table) -> Table:
    """Two trees as one: groups merge key by key, values and lists of `over` replace those of `base`."""
    entries = dict(base.entries)
    for key, entry in over.entries.items():
        entries[key] = _laid_over(entries.get(key), entry)
    return Table(over.place, entries)


def _laid_over(below: Entry | None, above: Entry) -> Entry:
    if below is not None and isinstance(below.node, Table) and isinstance(above.node, Table):
        return Entry(above.place, merge(below.node, above.node))
    return above
