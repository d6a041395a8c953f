"""The application: pages, questions over a socket, and the few things that take one answer each."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import tempfile
import threading
import uuid
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from alliance.web.asks import MOST_DESIGNS
from alliance.web.catalogue import catalogue, described
from alliance.web.design import SHOWN, Design, read_design
from alliance.web.futures import MOST, Stock
from alliance.web.guards import HERE, Guard
from alliance.web.handout import handout
from alliance.web.lessons import lessons
from alliance.web.live import Session, blocks
from alliance.web.stories import told_future
from alliance.web.turns import Turns
from experiments.studies.comparing import Comparison, compare
from experiments.studies.opening import Manner
from experiments.studies.parting import reasons
from experiments.words import LANGUAGES
from sim.errors import BadInput, Problem

STATIC = Path(__file__).parent / "static"
MOST_CONTEXTS = 60
REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
log = logging.getLogger("alliance.web")


def application(hosts: Collection[str] = HERE, token: str = "", workers: int | None = None) -> Starlette:
    """The web application, ready to be served; `token` is asked of everybody where it is not empty."""

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        app.state.turns, app.state.stock = Turns(workers), Stock()
        app.state.reporting, app.state.made = asyncio.Semaphore(1), Made()
        yield
        app.state.turns.close()

    routes = [
        Route("/", home), Route("/api/catalogue", told_catalogue),
        Route("/api/design", told_design, methods=["POST"]),
        Route("/api/future", future, methods=["POST"]), Route("/api/why", why, methods=["POST"]),
        Route("/api/report", report, methods=["POST"]), Route("/api/runs.csv", runs_table, methods=["POST"]),
        Route("/made/{name}.html", made_page), Route("/api/qr", qr, methods=["POST"]),
        Route("/handout/{number:int}.html", handed_out),
        WebSocketRoute("/live", live), Mount("/static", StaticFiles(directory=STATIC)),
    ]  # fmt: skip
    guard = Middleware(Guard, hosts=hosts, token=token)
    made = Starlette(routes=routes, middleware=[guard], lifespan=life)
    made.add_exception_handler(BadInput, refused)  # type: ignore[arg-type]
    made.add_exception_handler(Exception, broken)
    return made


async def refused(request: Request, error: BadInput) -> Response:
    """What was wrong with a question."""
    return JSONResponse({"problems": [problem.describe() for problem in error.problems]}, status_code=422)


async def broken(request: Request, error: Exception) -> Response:
    """Something that is our fault: a short name to report; nothing of what was asked is written down."""
    name = uuid.uuid4().hex[:8]
    log.error("request failed: %s: %s", name, type(error).__name__, exc_info=error)
    return JSONResponse({"failed": name}, status_code=500)


async def home(request: Request) -> Response:
    """The page itself."""
    return FileResponse(STATIC / "index.html", headers={"cache-control": "no-cache"})


async def live(socket: WebSocket) -> None:
    """One open page."""
    await Session(socket, socket.app.state.turns, socket.app.state.stock).serve()


async def told_catalogue(request: Request) -> Response:
    """Everything declared, in a language."""
    return JSONResponse(catalogue(_language(request.query_params.get("lang", "en"))))


async def told_design(request: Request) -> Response:
    """A design as a page edits it."""
    said = await _said(request)
    return JSONResponse(described(read_design(said.get("design")), _language(said.get("lang", "en"))))


async def future(request: Request) -> Response:
    """One future of a design."""
    said = await _said(request)
    design, lang = read_design(said.get("design")), _language(said.get("lang", "en"))
    replicate = _whole(said, "replicate", 0, MOST - 1)
    return JSONResponse(await _once(request, partial(told_future, design.scenario(), design.seed, replicate, lang)))


async def why(request: Request) -> Response:
    """Where paired futures of two designs first differ, counted, and three futures told."""
    said = await _said(request)
    designs = _designs(said)
    tables = {}
    for name, design in designs.items():
        futures = request.app.state.stock.of(design.digest, design.scenario(), design.seed)
        await request.app.state.turns.do(request, blocks(futures, MOST))
        futures.done = MOST
        tables[name] = futures.table(MOST)
    scenarios = {name: design.scenario() for name, design in designs.items()}
    seed = next(iter(designs.values())).seed
    return JSONResponse(await _once(request, partial(reasons, scenarios, tables, seed)))


async def runs_table(request: Request) -> Response:
    """Every run of a design as CSV."""
    said = await _said(request)
    design = read_design(said.get("design"))
    futures = request.app.state.stock.of(design.digest, design.scenario(), design.seed)
    await request.app.state.turns.do(request, blocks(futures, MOST))
    futures.done = MOST
    text = futures.table(MOST).drop(columns=["design_point", "weeks_until_change"]).to_csv(index=False)
    return PlainTextResponse(text, media_type="text/csv")


async def report(request: Request) -> Response:
    """The report on two or three designs, the same that `alliance compare` writes; told in lines as it goes."""
    said = await _said(request)
    designs, lang = _designs(said), _language(said.get("lang", "en"))
    contexts = _whole(said, "contexts", 0, MOST_CONTEXTS)
    scenarios = {name: design.scenario() for name, design in designs.items()}
    asked = Comparison(scenarios, MOST, contexts, seed=next(iter(designs.values())).seed)
    return StreamingResponse(_reporting(request, asked, lang), media_type="application/x-ndjson")


async def _reporting(request: Request, asked: Comparison, lang: str) -> AsyncIterator[str]:
    """Lines of JSON: how far it is, then the page's name and its data. One report at a time; who goes stops its own."""
    made: Made = request.app.state.made
    loop, lines = asyncio.get_running_loop(), asyncio.Queue[dict[str, Any]]()
    done, stop = 0, threading.Event()

    def advance(count: int) -> None:
        nonlocal done
        if stop.is_set():
            raise KeyboardInterrupt
        done += count
        loop.call_soon_threadsafe(lines.put_nowait, {"done": done, "of": asked.runs})

    def work() -> dict[str, Any]:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "comparison"
            data = compare(asked, root, Manner(request.app.state.turns.workers, advance, lang))
            return {"id": made.keep((root / "report.html").read_text(encoding="utf-8")), "data": data}

    async with request.app.state.reporting:
        working = asyncio.ensure_future(asyncio.to_thread(work))
        try:
            while not working.done() or not lines.empty():
                try:
                    yield json.dumps(await asyncio.wait_for(lines.get(), 0.25)) + "\n"
                except TimeoutError:
                    continue
            yield json.dumps(_result(working), ensure_ascii=False) + "\n"
        finally:
            stop.set()


def _result(working: asyncio.Future[dict[str, Any]]) -> dict[str, Any]:
    try:
        return working.result()
    except BadInput as error:
        return {"problems": [problem.describe() for problem in error.problems]}


class Made:
    """Pages that were made last, in memory only, each under a name that nobody can guess."""

    room = 20

    def __init__(self) -> None:
        self._pages: OrderedDict[str, str] = OrderedDict()

    def keep(self, page: str) -> str:
        """Keep a page; its name."""
        name = secrets.token_urlsafe(16)
        self._pages[name] = page
        while len(self._pages) > self.room:
            self._pages.popitem(last=False)
        return name

    def get(self, name: str) -> str | None:
        """The page of a name; None where it is gone."""
        return self._pages.get(name)


async def made_page(request: Request) -> Response:
    """A report that was made: it holds its own style, runs nothing and loads nothing."""
    page = request.app.state.made.get(request.path_params["name"])
    if page is None:
        return PlainTextResponse("gone: make it again\n", status_code=404)
    return Response(page, media_type="text/html", headers={"content-security-policy": REPORT_POLICY})


async def handed_out(request: Request) -> Response:
    """A lesson as one file that works by double-click."""
    number, lang = request.path_params["number"], _language(request.query_params.get("lang", "en"))
    if number not in lessons():
        raise BadInput(Problem(SHOWN, 0, "lesson", str(number), f"expected 1 to {len(lessons())}"))
    page = await handout(lessons()[number], request.app.state.stock, request.app.state.turns, lang)
    name = f"alliance-{lessons()[number].code.lower()}-{lang}.html"
    return Response(page, media_type="text/html", headers={"content-disposition": f'attachment; filename="{name}"'})


async def qr(request: Request) -> Response:
    """A text as a QR code, drawn here."""
    import segno

    said = await _said(request)
    text = str(said.get("text", ""))[:2000]
    svg = segno.make(text or " ", error="l").svg_inline(scale=4, border=2)
    return Response(svg, media_type="image/svg+xml")


# What a request says ----------------------------------------------------------------------------------------------


async def _said(request: Request) -> Mapping[str, Any]:
    try:
        said = json.loads(await request.body())
    except (ValueError, ClientDisconnect):
        raise BadInput(Problem(SHOWN, 0, "", "", "expected JSON of a moderate size")) from None
    if not isinstance(said, Mapping):
        raise BadInput(Problem(SHOWN, 0, "", "", "expected an object"))
    return said


def _designs(said: Mapping[str, Any]) -> dict[str, Design]:
    found = said.get("designs")
    if not isinstance(found, Mapping) or not 2 <= len(found) <= MOST_DESIGNS:
        raise BadInput(Problem(SHOWN, 0, "designs", "", f"expected two to {MOST_DESIGNS} designs by name"))
    return {str(name)[:60]: read_design(each) for name, each in found.items()}


def _language(said: Any) -> str:
    if said not in LANGUAGES:
        raise BadInput(Problem(SHOWN, 0, "lang", str(said)[:10], "expected en or fr"))
    return str(said)


def _whole(said: Mapping[str, Any], key: str, low: int, high: int) -> int:
    value = said.get(key, low)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise BadInput(Problem(SHOWN, 0, key, str(value)[:40], f"expected a whole number from {low} to {high}"))
    return value


async def _once(request: Request, work: Callable[[], Any]) -> Any:
    """One piece of work, in turn."""
    return (await request.app.state.turns.do(request, [work]))[0]
