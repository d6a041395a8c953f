"""The commands by name; each lives in a file of its own and loads what it needs when it is called."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Annotated, Any

import typer

from alliance.cli.app import app as application
from alliance.cli.calibrate import calibrate
from alliance.cli.check import check
from alliance.cli.compare import compare
from alliance.cli.compose import compose
from alliance.cli.discover import discover
from alliance.cli.lists import outcomes, parameters
from alliance.cli.new import new
from alliance.cli.plan import plan
from alliance.cli.replay import replay
from alliance.cli.reproduce import reproduce
from alliance.cli.results import report, results, resume
from alliance.cli.run import run
from alliance.cli.sensitivity import sensitivity
from alliance.cli.sweep import sweep
from alliance.cli.tradeoff import tradeoff
from alliance.cli.validate import validate


class Stopped(Exception):
    """A command was stopped from outside; `reason` is by what. Typer would swallow the reason itself."""

    def __init__(self, reason: BaseException):
        super().__init__(str(reason))
        self.reason = reason


def stoppable(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command, with an interruption, or an answer that nobody reads any more, handed out as `Stopped`."""

    @functools.wraps(command)
    def guarded(*words: Any, **options: Any) -> Any:
        try:
            return command(*words, **options)
        except (KeyboardInterrupt, BrokenPipeError) as reason:
            raise Stopped(reason) from None

    return guarded


app = typer.Typer(
    name="alliance",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Example: alliance sensitivity georgia\n\n"
    "A laboratory for alliances that work for policy change: simulate, compare, find out what matters.",
    epilog="--debug with any command shows the full account of an error.",
)


def _version(asked: bool) -> None:
    """Print the version and end."""
    if asked:
        from importlib.metadata import version

        typer.echo(f"alliance-lab {version('alliance-lab')}")
        raise typer.Exit


@app.callback()
def alliance(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


for function, short in (
    (run, "Run a scenario once, or many times."),
    (sensitivity, "Find out which factors matter (the main job)."),
    (tradeoff, "Show one trade-off: two sentences and a picture."),
    (compare, "Compare alternatives on the same futures, with a report."),
    (compose, "Whom to invite: what each candidate adds, the best compositions within limits."),
    (application, "The web application for trainers and strategists, on this machine."),
    (sweep, "Run any design of experiments; base rates and what the alliance adds."),
    (plan, "From a pilot: samples or replicates? How a larger study would best spend its runs."),
    (discover, "Find the conditions under which change happens in a stored study."),
    (validate, "Hold the model against published facts, run anew."),
    (calibrate, "Fit coefficients to the facts: an ensemble of sets, and what stays open."),
    (check, "Check scenario and study files without running them."),
    (new, "Write a scenario file to edit."),
    (parameters, "List every parameter."),
    (outcomes, "List every outcome."),
    (results, "Say what a result folder holds, and verify it."),
    (resume, "Finish an interrupted study."),
    (replay, "Make one run of a stored study again: its story, or why it failed."),
    (reproduce, "Run a stored study again and compare every byte."),
    (report, "Write a study's page and figures again, in French or English."),
):
    app.command(short_help=short)(stoppable(function))
