"""A YAML text as a tree of nodes that know their line; nothing is interpreted yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sim.errors import Problem

MOST_BYTES = 1_000_000
MOST_DEPTH = 20
MOST_VALUES = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said: file as the user knows it, line, and how many `extends` away that file is."""

    file: str
    line: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written; `plain` where it stands without quotes."""

    place: Place
    text: str
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping: where the key stands, and its value."""

    place: Place
    node: Node


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, in the order of the file."""

    place: Place
    entries: dict[str, Entry]


Node = Scalar | Listing | Table


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been met yet."""

    place: Place
    is_table: bool
    path: str
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: tuple[str, Place] | None = None


class _Refused(Exception):
    """Stops reading a text that no tree can be made of."""

    def __init__(self, line: int, value: str, expected: str):
        super().__init__(expected)
        self.line, self.value, self.expected = line, value, expected


class _Builder:
    """Turns the parser's events into nodes, and collects what is not admitted on the way."""

    def __init__(self, file: str, depth: int):
        self.file, self.depth = file, depth
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.documents = 0
        self.values = 0

    def place(self, event: Event) -> Place:
        return Place(self.file, event.start_mark.line + 1, self.depth)

    def report(self, place: Place, key: str, value: str, expected: str) -> None:
        self.problems.append(Problem(self.file, place.line, key, value, expected))

    def take(self, event: Event) -> None:
        """Handle one event of the parser."""
        if isinstance(event, DocumentStartEvent):
            self.count_document(event)
        elif isinstance(event, AliasEvent):
            self.refuse_alias(event)
        elif isinstance(event, ScalarEvent):
            self.refuse_marks(event)
            text = unicodedata.normalize("NFC", event.value)
            self.put(Scalar(self.place(event), text, plain=event.style is None))
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self.refuse_marks(event)
            self.open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.close()

    def count_document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Refused(
                event.start_mark.line + 1, "---", "expected one document in a file; a second one begins here"
            )

    def refuse_alias(self, event: Any) -> None:
        place = self.place(event)
        self.report(
            place,
            self.here(),
            f"*{event.anchor}",
            "aliases are not admitted; write the value out, or use extends",
        )
        self.put(Scalar(place, "", plain=False))

    def refuse_marks(self, event: Any) -> None:
        """Anchors and tags say nothing that a scenario needs, and can say what it must not."""
        if event.anchor is not None:
            self.report(
                self.place(event),
                self.here(),
                f"&{event.anchor}",
                "anchors are not admitted; write the value out",
            )
        if event.tag is not None:
            self.report(self.place(event), self.here(), str(event.tag), "tags are not admitted; write the plain value")

    def here(self) -> str:
        """The dotted key under which the next value stands."""
        if not self.stack:
            return ""
        top = self.stack[-1]
        if not top.is_table:
            return f"{top.path}[{len(top.items)}]"
        return join(top.path, top.key[0]) if top.key else top.path

    def open(self, event: Event) -> None:
        if len(self.stack) >= MOST_DEPTH:
            raise _Refused(event.start_mark.line + 1, "", f"nested more than {MOST_DEPTH} deep")
        self.stack.append(_Open(self.place(event), isinstance(event, MappingStartEvent), self.here()))

    def close(self) -> None:
        done = self.stack.pop()
        made: Node = Table(done.place, done.entries) if done.is_table else Listing(done.place, tuple(done.items))
        self.put(made)

    def put(self, node: Node) -> None:
        """Hand a finished value to what is open around it."""
        self.values += 1
        if self.values > MOST_VALUES:
            raise _Refused(node.place.line, "", f"expected at most {MOST_VALUES} keys and values in a file")
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_table:
            top.items.append(node)
        elif top.key is None:
            top.key = (self.key_text(node), node.place)
        else:
            self.enter(top, node)

    def key_text(self, node: Node) -> str:
        if isinstance(node, Scalar) and node.text.strip():
            return node.text
        self.report(node.place, self.here(), "", "expected a name before the colon")
        return f"(no name, line {node.place.line})"

    def enter(self, top: _Open, node: Node) -> None:
        assert top.key is not None
        key, place = top.key
        top.key = None
        if isinstance(node, Scalar) and node.plain and not node.text:
            node = Scalar(place, "")  # the parser finds what is missing only on a later line
        first = top.entries.get(key)
        if first is None:
            top.entries[key] = Entry(place, node)
        else:
            said = f"said twice: first at line {first.place.line}; keep one"
            self.report(place, join(top.path, key), brief(node), said)


def join(path: str, key: str) -> str:
    """A dotted path with one more key."""
    return f"{path}.{key}" if path else key


def brief(node: Node) -> str:
    """A value as it is shown in a message: short, on one line."""
    if isinstance(node, Listing):
        return f"a list of {len(node.items)}" if node.items else "an empty list"
    if isinstance(node, Table):
        return "a group of keys" if node.entries else "an empty group of keys"
    text = " ".join(node.text.split())
    text = text if len(text) <= 60 else text[:57] + "..."
    return text if node.plain else f'"{text}"'


def read_nodes(raw: bytes, file: str, depth: int = 0) -> tuple[Table | None, list[Problem]]:
    """The mapping that a file holds, None where there is none, and everything that is not admitted in it."""
    builder = _Builder(file, depth)
    try:
        _refuse_bytes(raw)
        for event in YAML(typ="rt", pure=True).parse(_text(raw)):
            builder.take(event)
        return _root(builder), builder.problems
    except _Refused as refusal:
        found = Problem(file, refusal.line, "", refusal.value, refusal.expected)
    except MarkedYAMLError as error:
        found = Problem(file, _line(error), "", "", f"not readable as YAML: {_reason(error)}")
    except YAMLError as error:
        found = Problem(file, 0, "", "", f"not readable as YAML: {' '.join(str(error).split())}")
    return None, [*builder.problems, found]


def _root(builder: _Builder) -> Table:
    root = builder.root
    if root is None or (isinstance(root, Table) and not root.entries) or (isinstance(root, Scalar) and not root.text):
        raise _Refused(0, "", "an empty file; expected at least one key such as `title: ...`")
    if not isinstance(root, Table):
        raise _Refused(
            root.place.line,
            brief(root),
            "expected keys with values, such as `title: ...`, at the outermost level",
        )
    return root


def _refuse_bytes(raw: bytes) -> None:
    if len(raw) > MOST_BYTES:
        raise _Refused(0, f"{len(raw)} bytes", f"expected at most {MOST_BYTES} bytes")


def _text(raw: bytes) -> str:
    """The file as text, if it is UTF-8 without control characters."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _Refused(
            line, f"byte 0x{raw[error.start]:02x}", "expected text in UTF-8; save the file as UTF-8"
        ) from error
    for line, content in enumerate(text.split("\n"), start=1):
        for character in _control_characters(content):
            raise _Refused(line, f"character U+{ord(character):04X}", "control characters are not admitted; delete it")
    return text


def _control_characters(line: str) -> Iterator[str]:
    inner = line.removesuffix("\r")
    return (c for c in inner if c != "\t" and unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp"))


def _line(error: MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 0


def _reason(error: MarkedYAMLError) -> str:
    """The parser's words on one line, with a mend for the slips that are met most often."""
    words = " ".join(str(error.problem or error.context or "unknown").split())
    if "'\\t'" in words:
        return f"{words}; indent with spaces, not tabs"
    if "mapping values are not allowed" in words:
        return f"{words}; a colon inside a text needs quotes around the text"
    return words


def plain_nodes(data: Any, place: Place) -> Node:
    """Plain data (mappings, lists, texts, numbers, truth values) as nodes, all at one place."""
    if isinstance(data, Mapping):
        return Table(place, {str(key): Entry(place, plain_nodes(value, place)) for key, value in data.items()})
    if isinstance(data, Sequence) and not isinstance(data, str | bytes):
        return Listing(place, tuple(plain_nodes(value, place) for value in data))
    if isinstance(data, bool):
        return Scalar(place, "true" if data else "false")
    if data is None:
        return Scalar(place, "null")
    if isinstance(data, str):
        return Scalar(place, unicodedata.normalize("NFC", data), plain=False)
    return Scalar(place, _number_text(data))


def _number_text(data: Any) -> str:
    """A number as a file would write it; numpy's numbers count as numbers."""
    return repr(data.item()) if hasattr(data, "item") else repr(data)
