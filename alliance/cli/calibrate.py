"""`alliance calibrate`: coefficients against the facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from alliance.cli.options import Json, Lang, Language, Out, Quiet, Seed, Workers
from alliance.cli.showing import answer, as_json, first_time, note, table
from alliance.cli.words import say

Case = Annotated[str, typer.Argument(metavar="[CASE]", help="evidence (the published facts), georgia, peru or zambia.")]
Chosen = Annotated[int, typer.Option("--chosen", min=2, max=60, help="Coefficients that go on from the first round.")]
Places = Annotated[int, typer.Option("--places", min=16, max=16_384, help="Places of the second round.")]
Draws = Annotated[int, typer.Option("--draws", min=16, max=2_048, help="Situations at each place.")]
Members = Annotated[int, typer.Option("--members", min=2, max=1_000, help="Sets that are kept at most.")]


def calibrate(
    case: Case = "evidence",
    chosen: Chosen = 20,
    places: Places = 512,
    draws: Draws = 128,
    members: Members = 100,
    seed: Seed = None,
    out: Out = None,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    quiet: Quiet = False,
) -> None:
    """Example: alliance calibrate --places 256

    Moves every coefficient, keeps those that move the facts most, and finds by history matching the sets of them that
    runs do not rule out: posterior.csv, for --coefficients. Says which facts no coefficient can reach, whether known
    coefficients would be found again, and which stay open. Defaults are not changed.
    """
    from experiments.studies.calibrating import Calibration, asked_case
    from experiments.studies.calibrating import calibrate as work
    from experiments.studies.opening import Manner

    root = out or Path("results") / f"calibration-{case}"
    asked = Calibration(asked_case(case), chosen=chosen, places=places, draws=draws, members=members, seed=seed or 1)
    if not quiet:
        first_time(lang.value)

    def told(stage: str) -> None:
        if not quiet:
            note(say(f"round_{stage}", lang.value))

    data = work(asked, root, Manner(workers), told)
    if json:
        as_json(data | {"folder": root.as_posix()})
    else:
        _show(data, root, lang.value)


def _show(data: dict[str, Any], root: Path, lang: str) -> None:
    """How many sets agree, what is out of reach, and what is known of each coefficient."""
    import pandas as pd

    from experiments.words import number
    from sim.parameters import PARAMETERS

    answer(say("calibrated", lang, **{key: str(data[key]) for key in ("tried", "plausible", "sets")}))
    if not data["agree"]:
        answer(say("disagree", lang))
    for key in ("out_of_reach", "not_emulated"):
        if data[key]:
            answer(say("fact", lang, name=say(key, lang), value=", ".join(data[key])))
    answer()
    rows = []
    for row in pd.read_csv(root / "coefficients.csv").to_dict("records"):
        path = row["coefficient"]
        declared = float(PARAMETERS[path].default)
        values = (row["width"], data["recovered"][path], data["medoid"][path], declared)
        rows.append((path, say(row["verdict"], lang), *(number(value, lang, 3) for value in values)))
    heads = [("coefficient", "left"), ("verdict", "left"), ("width", "right"), ("recovered", "right")]
    heads += [("medoid", "right"), ("declared", "right")]
    table([(say(key, lang), side) for key, side in heads], rows)
    answer()
    answer(say("data", lang, path=root.as_posix()))
