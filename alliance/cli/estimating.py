"""What `--dry-run` shows: how large a study would be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from alliance.cli.showing import answer, as_json, duration
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.study import Study


def would_take(studies: Sequence[Study], root: Path, workers: int | None, json: bool, lang: str) -> None:
    """Points, runs, chunks, time and disk of one study or of all arms together; nothing is run but a short pilot."""
    from experiments.studies.estimating import estimate
    from experiments.words import count, number

    found = [estimate(study, root, workers) for study in studies]
    added = ("points", "runs", "chunks", "seconds", "bytes")
    whole = found[0] | {key: sum(each[key] for each in found) for key in added}
    if json:
        as_json(whole)
        return
    numbers = {key: count(whole[key], lang) for key in ("points", "replicates", "runs", "chunks", "pilot_runs")}
    answer(say("would_run", lang, **numbers))
    disk = {key: number(whole[name] / 1e6, lang, 0) for key, name in (("disk", "bytes"), ("free", "free_bytes"))}
    answer(say("would_take", lang, time=duration(whole["seconds"]), pilot=numbers["pilot_runs"], **disk))
