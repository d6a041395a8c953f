"""Single mechanisms run by themselves, as an experiment on people would meet them: a few rules, no whole alliance.

A module gives samples as an experiment does, one an arm: called with the number of draws and a seed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from experiments.evidence.contract import Sample
from experiments.evidence.modules.asking import ask_for_meetings
from experiments.evidence.modules.impulses import mobilise_once, push_once, show_research
from experiments.evidence.modules.meetings import hear_advice, hold_camps
from experiments.evidence.modules.pathways import count_pathways
from experiments.evidence.modules.pledges import sign_pledges
from experiments.evidence.modules.tenures import serve

Module = Callable[[int, int], dict[str, Sample]]
MODULES: Mapping[str, Module] = {
    "showing research": show_research, "one wave": mobilise_once, "one media push": push_once,
    "asking for a meeting": ask_for_meetings, "signed pledges": sign_pledges, "tenures": serve,
    "advice": hear_advice, "camps": hold_camps, "pathways": count_pathways,
}  # fmt: skip
