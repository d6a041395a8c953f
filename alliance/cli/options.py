"""The options that several commands share, each said once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sim.errors import Problem
    from sim.scenario.structure import Scenario

MOST_SEED = 2**63 - 1


class Lang(StrEnum):
    """Language of texts, figures and reports."""

    en = "en"
    fr = "fr"


class Method(StrEnum):
    """Ways of asking which factors matter."""

    sobol = "sobol"
    morris = "morris"
    radial = "radial"
    fast = "fast"
    shapley = "shapley"
    rbd_fast = "rbd_fast"
    delta = "delta"
    pawn = "pawn"
    hdmr = "hdmr"
    rsa = "rsa"


class Statistic(StrEnum):
    """What of the runs at a point is explained."""

    mean = "mean"
    probability = "probability"
    dispersion = "dispersion"


class Until(StrEnum):
    """When a study is large enough."""

    stable = "stable"


class Role(StrEnum):
    """Roles of parameters."""

    lever = "lever"
    context = "context"
    coefficient = "coefficient"


Config = Annotated[
    str, typer.Argument(metavar="CONFIG", help="A scenario or study: a YAML file, or a shipped name such as georgia.")
]
Folder = Annotated[Path, typer.Argument(metavar="RESULTS", help="A result folder, such as results/georgia-sobol.")]
Seed = Annotated[int | None, typer.Option("--seed", min=0, max=MOST_SEED, help="The number that fixes all chance.")]
Replicates = Annotated[
    int | None, typer.Option("--replicates", "-r", min=1, max=1_000_000, help="Runs of each point with other chance.")
]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Another value for a parameter; may be repeated."),
]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR", help="The folder for the results.")]
Workers = Annotated[
    int | None, typer.Option("--workers", "-w", min=1, max=1024, help="Threads; all cores if not said.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON on standard output.")]
Language = Annotated[Lang, typer.Option("--lang", envvar="ALLIANCE_LANG", help="Language of the answer.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but the answer.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more.")]
Accept = Annotated[
    bool, typer.Option("--accept-code-change", help="Go on although code or versions changed; the manifest says so.")
]
Extend = Annotated[
    bool, typer.Option("--extend", help="Go on from the smaller study of the same kind that the folder holds.")
]
Sets = Annotated[
    str | None,
    typer.Option(
        "--coefficients",
        metavar="posterior|FILE.csv",
        help="Draw sets of coefficients that fit the evidence: what is not known of the model, beside chance.",
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say how many runs, how long and how much disk it would take; run nothing.")
]
EveryByte = Annotated[bool, typer.Option("--verify", help="Check every stored byte first, not a sample.")]


def with_options(scenario: Scenario, texts: list[str] | None) -> Scenario:
    """The scenario with the values of all `--set PATH=VALUE`; BadInput with everything that is wrong with them."""
    from sim.errors import BadInput
    from sim.scenario import with_settings

    settings, problems = _settings(texts)
    try:
        scenario = with_settings(scenario, settings)
    except BadInput as error:
        problems += error.problems
    if problems:
        raise BadInput(problems)
    return scenario


def _settings(texts: list[str] | None) -> tuple[dict[str, str], list[Problem]]:
    """`PATH=VALUE` texts as a mapping, and those that have no equals sign or a path that comes twice."""
    from sim.errors import Problem

    found: dict[str, str] = {}
    problems = []
    for text in texts or []:
        path, sign, value = text.partition("=")
        if not sign or not path.strip() or not value.strip():
            problems.append(Problem("--set", 0, "", text, "expected PATH=VALUE, such as alliance.meeting_interval=4"))
        elif path.strip() in found:
            problems.append(Problem("--set", 0, path.strip(), value, "set twice"))
        else:
            found[path.strip()] = value.strip()
    return found, problems
Contexts = Annotated[int, typer.Option("--contexts", min=0, max=5_000, help="Sampled contexts; 0 for none.")]
Enough = Annotated[float, typer.Option("--enough", min=0.0, max=1.0, help="Chance of change that is good enough.")]
