"""`alliance app`: the web application, on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from alliance.cli.options import Lang, Language, Quiet
from alliance.cli.showing import answer, first_time, note
from alliance.cli.words import say

Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Where it listens; 0 for any free port.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")]
Check = Annotated[bool, typer.Option("--check", help="Say whether everything works here, and end.")]
Lan = Annotated[bool, typer.Option("--lan", help="Let others in this network join, with a token in the address.")]


def app(
    lang: Language = Lang.en,
    port: Port = 8710,
    no_browser: NoBrowser = False,
    check: Check = False,
    lan: Lan = False,
    quiet: Quiet = False,
) -> None:
    """Example: alliance app --lang fr

    The web application for trainers and strategists, in French and English, on 127.0.0.1; it needs no internet.
    --check tells the day before whether everything works; Ctrl+C ends it.
    """
    from alliance.web.serving import check_here, prepare_model, serve
    from experiments.studies.extras import must_have

    must_have("uvicorn", "app", "app")
    if not quiet:
        first_time(lang.value)
    if check:
        results = check_here(lang.value)
        for fine, text in results:
            answer(f"{'✓' if fine else '✗'} {text}")
        raise typer.Exit(0 if all(fine for fine, _ in results) else 1)
    prepare_model()

    def told(address: str, shared: str | None) -> None:
        answer(say("app_address", lang.value, address=address))
        if shared is not None:
            answer(say("app_shared", lang.value, address=shared))
            answer(_code(shared))
        if not quiet:
            note(say("app_end", lang.value))

    serve(port, told, lang=lang.value, browser=not no_browser, lan=lan)


def _code(address: str) -> str:
    """The address as a QR code of characters."""
    import io

    import segno

    text = io.StringIO()
    segno.make(address, error="l").terminal(out=text, compact=True)
    return text.getvalue()
