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
Others = Annotated[
    bool, typer.Option("--alternatives", help="Do conclusions stand under other readings of open questions?")
]
Sets = Annotated[
    str | None,
    typer.Option("--coefficients", metavar="SETS", help="Do they stand over sets: `posterior`, or a CSV file?"),
]


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
    alternatives: Others = False,
    coefficients: Sets = None,
) -> None:
    """Example: alliance validate --quick

    Runs the experiments behind every published fact that can be tested, measures the model's own figure beside it and
    says whether it lies in the band. Nothing is read from earlier verdicts. --out keeps the runs, from which anyone
    can measure again.

    With --alternatives or --coefficients it says instead under how many of them each trade-off and main fact stands.
    """
    from experiments.studies import validating as job
    from experiments.studies.opening import Manner

    if alternatives or coefficients is not None:
        _conclusions(alternatives, coefficients, patterns or [], quick, out, workers, json, lang.value, silent)
        return
    asked = job.Validation(job.asked_patterns(patterns or []), quick, seed)
    if not silent:
        first_time(lang.value)
    with progress(asked.runs, lang.value, quiet=silent) as advance:
        verdicts = job.validate(asked, out, Manner(workers, advance, lang.value))
    if json:
        as_json(job.answer(verdicts))
    else:
        _show(verdicts, lang.value, verbose, out)


def _conclusions(
    alternatives: bool, coefficients: str | None, named: list[str], quick: bool, out: Path | None, workers: int | None,
    json: bool, lang: str, silent: bool,
) -> None:  # fmt: skip
    """Which conclusions stand under every alternative; the table, or JSON, and with --out the figures as CSV."""
    from experiments.designs.coefficients import read_sets
    from experiments.store.files import write_text
    from experiments.studies import alternatives as job
    from experiments.studies.demonstration import read_tradeoff, shipped_tradeoffs
    from sim.errors import BadInput, Problem

    if named:
        raise BadInput(Problem("patterns", 0, "", named[0], "not with --alternatives or --coefficients: all are asked"))
    readings = job.read_alternatives() if alternatives else ()
    if coefficients is not None:
        readings += job.sets_as_alternatives(read_sets(coefficients))
    studies = [read_tradeoff(code) for code in shipped_tradeoffs()]
    part = job.QUICK if quick else 1
    if not silent:
        first_time(lang)
    table_ = job.across(studies, job.headline_patterns(), readings, job.REPLICATES // part, job.DRAWS // part, workers,
                        (lambda name: None) if silent else note)  # fmt: skip
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        write_text(out / "alternatives.csv", out, table_.to_csv(index=False, lineterminator="\n"))
    if json:
        as_json(table_.to_dict("records"))
        return
    found = job.stands(table_)
    rows = [(row["conclusion"], row["kind"], row["outcome"], *(str(row[key]) for key in ("pass", "undecided", "fail")),
             row["fails_under"]) for row in found.to_dict("records")]  # fmt: skip
    heads = [("conclusion", "left"), ("kind", "left"), ("outcome", "left"), ("passes", "right"), ("open", "right"),
             ("fails", "right"), ("fails_under", "left")]  # fmt: skip
    table([(say(key, lang), side) for key, side in heads], rows, spare=(1, 6))
    if out is not None:
        note(say("data", lang, path=(out / "alternatives.csv").as_posix()))


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
