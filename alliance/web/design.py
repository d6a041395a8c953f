"""A design: what a page sends of an alliance, as a difference from a shipped scenario; read like any scenario file."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.errors import BadInput, Problem
from sim.parameters import PARAMETERS
from sim.scenario import shipped_scenarios
from sim.scenario.loading import load_text
from sim.scenario.structure import Scenario

VERSION = 1
PRESETS = (
    "water", "georgia", "zambia", "peru", "minimal", "comparisons/many_sectors", "comparisons/like_minded",
)  # fmt: skip
MOST_MEMBERS, MOST_EDITS = 60, 120
KEYS = {"version", "preset", "set", "added", "removed", "changed", "seed"}
SHOWN = "design"


@dataclass(frozen=True)
class Design:
    """An alliance as a page sees it.

    Parameters
    ----------
    preset : str
        Name of the shipped scenario that it starts from.
    settings : mapping
        Values of parameters by dotted path.
    added, removed, changed
        Edits of the list of members, as a scenario file says them.
    seed : int
        Fixes all chance.
    """

    preset: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    added: tuple[Mapping[str, Any], ...] = ()
    removed: tuple[str, ...] = ()
    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    seed: int = 1

    def document(self) -> dict[str, Any]:
        """The design as a scenario file says it."""
        told: dict[str, Any] = {"extends": self.preset}
        for path, value in sorted(self.settings.items()):
            section, name = path.split(".", 1)
            told.setdefault(section, {})[name] = value
        edits = {"members_added": list(self.added), "members_removed": list(self.removed),
                 "members_changed": dict(self.changed)}  # fmt: skip
        return told | {key: value for key, value in edits.items() if value}

    @property
    def digest(self) -> str:
        """The same for the same runs."""
        text = json.dumps([self.document(), self.seed], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]

    def scenario(self) -> Scenario:
        """The checked scenario; BadInput with every problem."""
        scenario = _read(json.dumps(self.document(), ensure_ascii=False, sort_keys=True))
        if len(scenario.members or ()) > MOST_MEMBERS:
            expected = f"expected {MOST_MEMBERS} members or fewer here; the command line takes more"
            raise BadInput(Problem(SHOWN, 0, "members", str(len(scenario.members or ())), expected))
        return scenario


@functools.lru_cache(maxsize=256)
def _read(text: str) -> Scenario:
    return load_text(text, SHOWN)


def read_design(said: Any) -> Design:
    """The design that a page sent; BadInput where it has another shape. Values are checked by `Design.scenario`."""
    if not isinstance(said, Mapping):
        raise _wrong("", said, "expected an object")
    unknown = sorted(set(said) - KEYS)
    if unknown:
        raise _wrong(unknown[0], "", f"no such key; expected one of {', '.join(sorted(KEYS))}")
    if said.get("version", VERSION) != VERSION:
        raise _wrong("version", said["version"], f"made by another version; expected {VERSION}")
    preset = said.get("preset", PRESETS[0])
    if preset not in PRESETS or preset not in shipped_scenarios():
        raise _wrong("preset", preset, f"expected one of {', '.join(PRESETS)}")
    seed = said.get("seed", 1)
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**53:
        raise _wrong("seed", seed, "expected a whole number from 0 to 2**53 - 1")
    settings = _table(said, "set")
    for path in settings:
        if path not in PARAMETERS:
            raise _wrong(f"set.{path}", "", "no such parameter")
    added, removed, changed = _list(said, "added"), _list(said, "removed"), _table(said, "changed")
    if len(added) + len(removed) + len(changed) > MOST_EDITS:
        raise _wrong("added", len(added), f"expected {MOST_EDITS} edits of members or fewer")
    return Design(preset, settings, tuple(added), tuple(map(str, removed)), changed, seed)


def _table(said: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = said.get(key, {})
    if not isinstance(found, Mapping):
        raise _wrong(key, found, "expected an object")
    return found


def _list(said: Mapping[str, Any], key: str) -> list[Any]:
    found = said.get(key, [])
    if not isinstance(found, list):
        raise _wrong(key, found, "expected a list")
    return found


def _wrong(key: str, value: Any, expected: str) -> BadInput:
    return BadInput(Problem(SHOWN, 0, key, str(value)[:80], expected))
