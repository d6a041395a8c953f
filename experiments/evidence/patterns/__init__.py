"""Every pattern, in the order of the facts; each file holds those of one theme."""

from __future__ import annotations

import re

from experiments.evidence.contract import Pattern
from experiments.evidence.patterns import base_rates, people, tactics

_THEMES = (base_rates.PATTERNS, tactics.PATTERNS, people.PATTERNS)


def _place(pattern: Pattern) -> tuple[int, str]:
    found = re.match(r"[A-Z]+(\d+)", pattern.id)
    return (int(found.group(1)) if found and pattern.id.startswith("A") else 1000, pattern.id)


PATTERNS: dict[str, Pattern] = {
    pattern.id: pattern for pattern in sorted((each for theme in _THEMES for each in theme), key=_place)
}
