"""Every pattern, in the order of the facts; each file holds those of one theme."""

from __future__ import annotations

import re

from experiments.evidence.contract import Pattern
from experiments.evidence.patterns import (
    base_rates,
    cases,
    diversity,
    functioning,
    people,
    predictability,
    sides,
    tactics,
)

_ROOMS = (base_rates, sides, predictability, diversity, tactics, people, functioning, cases)
_THEMES = tuple(theme.PATTERNS for theme in _ROOMS)


def _place(pattern: Pattern) -> tuple[int, int, str]:
    """Facts by number, then the cases by name."""
    found = re.match(r"A(\d+)(\w?)", pattern.id)
    return (0, int(found.group(1)), found.group(2)) if found else (1, 0, pattern.id.split(" ")[0])


_ALL = sorted((each for theme in _THEMES for each in theme), key=_place)
PATTERNS: dict[str, Pattern] = {pattern.id: pattern for pattern in _ALL}
if len(PATTERNS) < len(_ALL):
    raise ValueError("two patterns have one name")
