"""What a composition brings: runs on stated replicates, made once, kept line by line, so that nothing is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.studies.inviting import Pool, composed
from sim.declare import OFFICES, SKILLS
from sim.kinds import MEMBER_KINDS
from sim.outcomes import OUTCOMES
from sim.parameters import pack
from sim.running import prepare, simulate
from sim.scenario.structure import Organisation, Scenario

Array = NDArray[np.float64]
KEPT = ("policy_changed", "provisions_won", "local_voice_share", "money_total", "hours_total")
CHANGE, WON, VOICE, MONEY, HOURS = range(len(KEPT))
PATHWAYS = ("access", "skills", "legitimacy", "hours")
TOKEN_HOURS, ORDINARY = 0.5, 0.25
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """A composition to run: numbers of candidates, the first replicate and how many; where one candidate comes with
    some pathways only, its number and those that it keeps; and in which sampled context, -1 for that of the scenario.
    """

    chosen: frozenset[int]
    first: int
    count: int
    whose: int = -1
    keeps: tuple[str, ...] = ()
    context: int = -1

    @property
    def key(self) -> str:
        """The same for the same runs."""
        return json.dumps([sorted(self.chosen), self.first, self.count, self.whose, list(self.keeps), self.context])


def bare(one: Organisation, keeps: Sequence[str]) -> Organisation:
    """An organisation that is present, and brings of itself only these pathways.

    Without access no door opens to it alone; without skills it is an ordinary office; without legitimacy it speaks for
    nobody, is believed as anybody and surprises nobody; without hours it gives a token half hour a week and no money.
    """
    attributes, access, skills = dict(one.attributes), dict(one.access), dict(one.skills)
    if "access" not in keeps:
        access = dict.fromkeys(OFFICES, 0.0)
    if "skills" not in keeps:
        skills = dict.fromkeys(SKILLS, ORDINARY)
    if "legitimacy" not in keeps:
        attributes |= {"representativeness": 0.0, "credibility": 0.5, "unlikeliness": 0.0}
    if "hours" not in keeps:
        attributes |= {"hours": TOKEN_HOURS, "money": 0.0}
    return replace(one, attributes=attributes, access=access, skills=skills)


@dataclass(eq=False)
class Values:
    """Runs of compositions of a pool, in the scenario's context or in one of `contexts` (values of parameters by path);
    `kept` is the file in which they stand, one line a composition."""

    pool: Pool
    seed: int
    kept: Path
    workers: int | None = None
    progress: Progress | None = None
    contexts: Sequence[Mapping[str, Any]] = ()
    known: dict[str, Array] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.kept.is_file():
            return
        for line in self.kept.read_text(encoding="utf-8").splitlines():
            try:
                said = json.loads(line)
            except json.JSONDecodeError:
                continue  # the last line of a process that was killed
            self.known[said["key"]] = np.array(said["values"])

    def of(self, asked: Sequence[Asked]) -> list[Array]:
        """Kept outcomes of each composition, (replicates, outcomes), run where they are not known yet."""
        missing = list({each.key: each for each in asked if each.key not in self.known}.values())
        if missing:
            with ThreadPoolExecutor(self.workers or os.cpu_count() or 1) as pool:
                step = 64
                for number in range(0, len(missing), step):
                    part = missing[number : number + step]
                    self._keep(part, list(pool.map(self._run, part)))
        return [self.known[each.key] for each in asked]

    def _keep(self, asked: Sequence[Asked], values: Sequence[Array]) -> None:
        """Note what was run, whole lines only, before it is used."""
        pairs = list(zip(asked, values, strict=True))
        lines = [json.dumps({"key": each.key, "values": found.tolist()}) for each, found in pairs]
        ends_whole = not self.kept.is_file() or self.kept.stat().st_size == 0 or _last_byte(self.kept) == b"\n"
        with self.kept.open("a", encoding="utf-8", newline="\n") as file:
            file.write("" if ends_whole else "\n")
            file.write("\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self.known |= {each.key: found for each, found in pairs}
        if self.progress is not None:
            self.progress(sum(each.count for each in asked))

    def _run(self, asked: Asked) -> Array:
        changed = {}
        if asked.whose >= 0:
            changed = {asked.whose: bare(self.pool.candidates[asked.whose].organisation, asked.keeps)}
        scenario = composed(self.pool, sorted(asked.chosen), changed)
        if asked.context >= 0:
            elsewhere = scenario.parameters.with_values(self.contexts[asked.context])
            scenario = scenario.replace(parameters=elsewhere)
        return outcomes_of(scenario, asked.first, asked.count, self.seed)


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)


def outcomes_of(scenario: Scenario, first: int, count: int, seed: int) -> Array:
    """Kept outcomes of so many replicates, (replicates, outcomes); where nobody is a member, of the world without an
    alliance."""
    somebody = any(one.kind in MEMBER_KINDS and not (one.outside or one.idle) for one in scenario.members or ())
    blueprint = prepare(scenario, active=somebody)
    out = np.full((count, len(OUTCOMES)), np.nan)
    simulate(blueprint, pack(scenario.parameters, count), np.arange(first, first + count), seed, out)
    names = list(OUTCOMES)
    return np.nan_to_num(out[:, [names.index(name) for name in KEPT]])
