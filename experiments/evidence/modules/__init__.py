"""Single mechanisms run by themselves, as an experiment on people would meet them: a few rules, no whole alliance.

A module gives samples as an experiment does, one an arm: called with the number of draws and a seed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from experiments.evidence.contract import Sample
from experiments.evidence.modules.attention import media_push
from experiments.evidence.modules.meetings import advice, camps
from experiments.evidence.modules.pathways import count_pathways
from experiments.evidence.modules.tenure import ministers

Module = Callable[[int, int], dict[str, Sample]]
MODULES: Mapping[str, Module] = {
    "module: advice": advice,
    "module: camps": camps,
    "module: media": media_push,
    "module: ministers": ministers,
    "pathways": count_pathways,
}
