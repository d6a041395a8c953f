"""`alliance validate`: how the model stands against published facts, run anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alliance.cli.options import Json, Lang, Language, Out, Quiet, Seed, Verbose, Workers
from alliance.cli.showing import answer, as_json, first_time, note, progress, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.evidence import Verdict

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[PATTERN]...", help="Facts such as A1 or A8; all if none is named.")
]
Fast = Annotated[bool, typer.Option("--quick", help="A fifth of the draws: a first look, with wider intervals.")]


def validate(
    patterns: Names = None,
    quick: Fast = False,
    seed: Seed = None,
    out: Out = None,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    silent: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Example: alliance validate --quick

    Runs the experiments behind every published fact that can be tested, measures the model's own figure beside it and
    says whether it lies in the band. Nothing is read from earlier verdicts. --out keeps the runs, from which anyone
    can measure again.
    """
    from experiments.studies import validating as job
    from experiments.studies.opening import Manner

    asked = job.Validation(job.asked_patterns(patterns or []), quick, seed)
    if not silent:
        first_time(lang.value)
    with progress(asked.runs, lang.value, quiet=silent) as advance:
        verdicts = job.validate(asked, out, Manner(workers, advance, lang.value))
    if json:
        as_json(job.answer(verdicts))
    else:
        _show(verdicts, lang.value, verbose, out)


def _show(verdicts: list[Verdict], lang: str, verbose: bool, out: Path | None) -> None:
    """One row a pattern; with -v what was found there and what is measured here."""
    rows = []
    for each in verdicts:
        span = f"{_number(each.low, lang)} … {_number(each.high, lang)}"
        band = f"{_number(each.pattern.low, lang)} … {_number(each.pattern.high, lang)}"
        value = _number(each.value, lang)
        rows.append((each.pattern.id, say(_key(each), lang), value, span, band, each.pattern.status))
    heads = [("pattern", "left"), ("verdict", "left"), ("value", "right"), ("interval", "right"), ("band", "right")]
    table([(say(key, lang), side) for key, side in [*heads, ("evidence", "left")]], rows, spare=(5,))
    answer()
    counts = {key: sum(_key(each) == key for each in verdicts) for key in KEYS.values()}
    answer(", ".join(f"{say(key, lang)}: {number}" for key, number in counts.items() if number))
    if verbose:
        for each in verdicts:
            answer()
            answer(f"{each.pattern.id}: {each.pattern.fact[lang]} ({each.pattern.source})")
            answer(f"  {each.pattern.statistic[lang]}")
            if each.pattern.reason:
                answer(f"  {each.pattern.reason[lang]}")
    if out is not None:
        note(say("data", lang, path=out.as_posix()))


KEYS = {"pass": "passes", "fail": "fails", "undecided": "open", "not tested": "untested"}


def _key(verdict: Verdict) -> str:
    return KEYS[verdict.verdict]


def _number(value: float, lang: str) -> str:
    """Two decimals, or a sign where a band has no end."""
    import math

    from experiments.words import number

    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "+∞" if value > 0 else "−∞"
    return number(value, lang, 2)
