"""`alliance compose`: what each candidate adds, and the best compositions within limits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alliance.cli.options import Config, Contexts, Enough, Json, Lang, Language, Out, Quiet, Replicates, Seed, Workers
from alliance.cli.showing import answer, as_json, first_time, note, progress, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.composing import Composition

Table = Annotated[
    str | None, typer.Option("--pool", metavar="FILE", help="Candidates: YAML or CSV; else the members listed.")
]
Size = Annotated[int | None, typer.Option("--size", min=0, max=160, help="Candidates that are invited at most.")]
Budget = Annotated[float | None, typer.Option("--budget", min=0.0, help="What they may cost together, in thousands.")]
Must = Annotated[list[str] | None, typer.Option("--must", metavar="NAME", help="Invited in any case; repeatable.")]
Never = Annotated[list[str] | None, typer.Option("--never", metavar="NAME", help="Not invited; repeatable.")]
Permutations = Annotated[int, typer.Option("--permutations", min=4, max=10_000, help="Orders of joining; even.")]
Trials = Annotated[int, typer.Option("--trials", min=10, max=100_000, help="Compositions that the search looks at.")]



def compose(
    config: Config,
    pool: Table = None,
    size: Size = None,
    budget: Budget = None,
    must: Must = None,
    never: Never = None,
    permutations: Permutations = 100,
    trials: Trials = 800,
    contexts: Contexts = 40,
    enough: Enough = 0.5,
    replicates: Replicates = None,
    seed: Seed = None,
    out: Out = None,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    quiet: Quiet = False,
) -> None:
    """Example: alliance compose georgia --pool candidates.csv --size 8

    Whom to invite: what each candidate adds to the chance of change (Shapley value, by access, skills, legitimacy and
    hours), and the best compositions within limits by chance, cost and the voice of local bodies, each as a scenario
    file for `alliance compare`; and how these do in sampled contexts.
    """
    from experiments.studies.composing import Composition
    from experiments.studies.inviting import read_limits, read_pool
    from sim.errors import BadInput, Problem

    found = read_pool(config, pool)
    limits = read_limits(found, size, budget, must or (), never or ())
    if permutations % 2:
        expected = "expected an even number: each order comes with its reverse"
        raise BadInput(Problem("--permutations", 0, "", str(permutations), expected))
    asked = Composition(found, limits, permutations, trials=trials, replicates=replicates or 600,
                        contexts=contexts, enough=enough, seed=seed or 1)  # fmt: skip
    finish(asked, out or Path("results") / _folder(config), workers, json, lang.value, quiet)


def _folder(config: str) -> str:
    from experiments.store.layout import plain_name

    return f"composition-{plain_name(Path(config).stem)[:50]}"


def finish(asked: Composition, root: Path, workers: int | None, json: bool, lang: str, quiet: bool) -> None:
    """Answer, or finish it in its folder, and show what was found."""
    from experiments.studies.composing import compose as work
    from experiments.studies.opening import Manner

    if not quiet:
        first_time(lang)

    def told(stage: str) -> None:
        if not quiet:
            note(say(f"stage_{stage}", lang))

    with progress(asked.runs, lang, quiet=quiet) as advance:
        data = work(asked, root, Manner(workers, advance, lang), told)
    if json:
        as_json(data | {"folder": root.as_posix()})
    else:
        _show(data, root, lang)


def _show(data: dict[str, Any], root: Path, lang: str) -> None:
    from experiments.report.composing import answer_sentences, context_table, front_table, limits_sentence, member_table

    for sentence in answer_sentences(data, lang):
        answer(sentence)
    answer(limits_sentence(data, lang))
    tables = [member_table(data, lang), front_table(data, lang)]
    if "contexts" in data:
        tables.append(context_table(data, lang))
    for made in tables:
        answer()
        sides = ["left", *("right" for _ in made["heads"][1:])]
        table(list(zip(made["heads"], sides, strict=True)), made["rows"])
    answer()
    answer(say("report", lang, path=(root / "report.html").as_posix()))
    answer(say("data", lang, path=root.as_posix()))
