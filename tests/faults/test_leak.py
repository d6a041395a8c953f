"""Many short runs in one process: memory stays where it was (OpenABM-Covid19 lost a model's worth with every run)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support import in_another_process

MIB = 1024.0 * 1024.0
CODE = """
from pathlib import Path
from experiments.designs import factor, lhs
from experiments.ensemble import evaluate
from sim.scenario import load_text

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

short = load_text("horizon: 26w\\nmembers: {{count: 6}}\\n")
design = lhs([factor("context.controversy"), factor("context.initial_trust")], 500, seed=1)
told = []
for turn in range({turns}):
    assert (evaluate(short, design, 8, seed=turn, workers=2)["status"] == "ok").all()
    told.append(held())
print(*told)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not say what a process holds")
def test_a_hundred_thousand_short_runs_hold_no_more_than_the_first_ten_thousand(tmp_path):
    """G8: growth below 5 MB for 1e5 runs, once what is loaded and warmed up with the first is there."""
    told = [int(each) for each in in_another_process(CODE.format(turns=28), seconds=1200).split()]
    growth = (told[-1] - told[2]) / MIB
    print(f"{25 * 4000} runs: {growth:.1f} MiB more than after the first {3 * 4000}", file=sys.stderr)
    assert growth < 5.0
