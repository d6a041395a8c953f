"""Kinds of organisation: one file each. A new kind is a new file here; nothing else lists them.

Endowments are judgement J2 of the design (ranges of plus or minus 30 %); only the ratio of donors' to grassroots
access, 3 to 5, is measured (A25: Kalla and Broockman 2016).
"""

from __future__ import annotations

import importlib
import pkgutil

from sim.declare import FAMILIES, Kind


def _gather() -> dict[str, Kind]:
    found = {}
    for module in pkgutil.iter_modules(__path__):
        kind = importlib.import_module(f"{__name__}.{module.name}").KIND
        found[kind.name] = kind
    return dict(sorted(found.items(), key=lambda item: (FAMILIES.index(item[1].family), item[0])))


KINDS: dict[str, Kind] = _gather()
KIND_NAMES = tuple(KINDS)
MEMBER_KINDS = tuple(name for name, kind in KINDS.items() if kind.family != "Opponent")
