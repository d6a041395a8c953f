"""Fingerprints of small exact runs: a hash over every bit of the outcomes and the trajectory, and a few values to
read.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from sim.running import Run, run
from sim.scenario import load_scenario

FILE = Path(__file__).with_name("runs.json")
SCENARIOS = ("georgia", "minimal", "peru", "zambia")
WEEKS = 40
SEED = 1
READABLE = (
    "members_final",
    "agreement_week",
    "trust_mean",
    "legitimacy",
    "hours_total",
    "activities_completed",
    "government_trust",
    "stage_reached",
)


def hashed(values: Any) -> str:
    """SHA-256 over numbers, each written with all its bits; 16 hexadecimal digits."""
    text = "\n".join(f"{name} {' '.join(float(x).hex() for x in line)}" for name, line in values)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def fingerprint(found: Run) -> dict[str, Any]:
    """What stays of a run: two hashes and the readable outcomes."""
    return {
        "outcomes": hashed((name, [value]) for name, value in found.outcomes.items()),
        "trajectory": hashed(found.trajectory.items()),
        "read": {name: round(found.outcomes[name], 6) for name in READABLE},
    }


def taken(name: str) -> dict[str, Any]:
    """The fingerprint of a shipped scenario as the model lives it now."""
    found = run(load_scenario(name).replace(weeks=WEEKS), seed=SEED, trajectory=True)
    fingerprinted: dict[str, Any] = json.loads(json.dumps(fingerprint(found)))
    return fingerprinted


def kept() -> dict[str, Any]:
    """The fingerprints on file."""
    if not FILE.exists():
        return {}
    stored: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return stored
