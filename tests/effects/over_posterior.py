"""Which effects keep their sign over the ensemble of coefficients: python -m tests.effects.over_posterior 3

Runs the quick effect tests once with each of so many sets, evenly from the shipped ensemble (four minutes a set on two
cores), and counts what `rises` and `falls` found. A test stops at its first claim that does not hold, so that later
claims of the same test are not counted then. Strict expected failures are counted like all others.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from experiments.designs import read_sets
from tests.effects.claims import KEPT
from tests.effects.pairs import SET
from tests.support import ROOT


def claims_of(number: int) -> list[dict[str, object]]:
    """What the quick tests find with one set."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "claims.jsonl"
        command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "-p", "no:cacheprovider", "tests/effects",
                   "--ignore", "tests/effects/test_tradeoffs.py"]  # fmt: skip
        environment = os.environ | {SET: str(number), KEPT: str(log)}
        subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=subprocess.DEVNULL)
        return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def kind(claim: dict[str, object]) -> str:
    """How a claim stands: as asked, with the right sign but smaller, not told from zero, or turned."""
    sign, mean = int(claim["sign"]), float(claim["mean"])
    near, far = (claim["low"], claim["high"]) if sign > 0 else (claim["high"], claim["low"])
    if sign * float(near) > 0.0:
        return "as asked" if sign * mean >= float(claim["least"]) else "smaller"
    return "turned" if sign * float(far) < 0.0 else "open"


def main() -> None:
    """Print how many claims stand how, and name those that turn."""
    count = int(sys.argv[1]) if sys.argv[1:] else 3
    whole = len(read_sets("posterior").sets)
    for number in [k * whole // count for k in range(count)]:
        claims = claims_of(number)
        print(number, dict(Counter(map(kind, claims))), flush=True)
        for each in claims:
            if kind(each) == "turned":
                print("  turned:", each["test"], each["outcome"], f"{float(each['mean']):+.4g}", flush=True)


if __name__ == "__main__":
    main()
