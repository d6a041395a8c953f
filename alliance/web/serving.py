"""Serving the application: a port, a warm model, a browser; and whether all of it works here."""

from __future__ import annotations

import errno
import json
import os
import secrets
import shutil
import socket
import threading
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable
from typing import Any

import numpy as np
import uvicorn

from alliance.web.catalogue import catalogue, first_scenario
from alliance.web.futures import Futures
from alliance.web.guards import HERE
from alliance.web.server import STATIC, application
from alliance.web.stories import told_future
from sim.errors import BadInput, Problem

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox", "microsoft-edge", "safari")
TEXTS = {
    "model": {"en": "the model runs: {count} futures", "fr": "le modèle tourne\u00a0: {count} futurs"},
    "pages": {"en": "pages, lessons and both languages are there ({count} lessons)",
              "fr": "pages, leçons et les deux langues sont là ({count} leçons)"},
    "port": {"en": "the server answers on {address}", "fr": "le serveur répond à l’adresse {address}"},
    "browser": {"en": "a browser is installed ({name})", "fr": "un navigateur est installé ({name})"},
    "no_browser": {"en": "no browser found; open the address in one yourself",
                   "fr": "aucun navigateur trouvé\u202f; ouvrez l’adresse vous-même dans un navigateur"},
    "fonts": {"en": "pages use the fonts of this machine and load none", "fr": "les pages se servent des polices de "
              "cette machine et n’en chargent aucune"},
    "outside": {"en": "pages name no other host: no internet is needed", "fr": "les pages ne nomment aucun autre "
                "serveur\u00a0: pas besoin d’internet"},
    "failed": {"en": "{what}: {why}", "fr": "{what}\u00a0: {why}"},
}  # fmt: skip
Told = Callable[[str, str | None], None]


def prepare_model() -> None:
    """Compile or load what pages use first, so that the first picture comes at once."""
    scenario = first_scenario()
    futures = Futures(scenario, 1)
    futures.make(0, 2)
    told_future(scenario.replace(weeks=8), 1, 0, "en")


def listening(port: int, host: str) -> socket.socket:
    """A socket bound to a port; BadInput where somebody else has it."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        why = "in use; expected a free port, or 0 for any" if error.errno == errno.EADDRINUSE else str(error.strerror)
        raise BadInput(Problem("--port", 0, "", str(port), why)) from None
    made.listen(128)
    return made


def serve(port: int, told: Told, *, lang: str, browser: bool, lan: bool) -> None:
    """Serve until interrupted; `told` gets the address, and the one for others where they may join."""
    bound = listening(port, EVERYWHERE if lan else LOOPBACK)
    number = bound.getsockname()[1]
    token = secrets.token_urlsafe(12) if lan else ""
    mine = f"http://{LOOPBACK}:{number}/?lang={lang}" + (f"&token={token}" if token else "")
    shared = None
    hosts = set(HERE)
    if lan:
        own = own_address()
        hosts |= {own, socket.gethostname().lower()}
        shared = f"http://{own}:{number}/?token={token}"
    server = uvicorn.Server(settings(application(hosts, token)))
    told(mine, shared)
    if browser:
        threading.Timer(0.8, webbrowser.open, (mine,)).start()
    with bound:
        server.run(sockets=[bound])


def settings(app: Any) -> uvicorn.Config:
    """How the server runs: no access log (an address may hold a token), messages of a moderate size."""
    return uvicorn.Config(app, log_level="warning", access_log=False, ws_max_size=64_000, ws="websockets-sansio",
                          timeout_graceful_shutdown=3, server_header=False)  # fmt: skip


def own_address() -> str:
    """This machine's address in its network; no packet is sent to find it."""
    probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        probe.connect(("192.0.2.1", 9))  # an address kept for documentation (RFC 5737): connecting sends nothing
        return str(probe.getsockname()[0])
    except OSError:
        return LOOPBACK
    finally:
        probe.close()


# Whether everything works here ------------------------------------------------------------------------------------


def check_here(lang: str) -> list[tuple[bool, str]]:
    """Each thing that a session needs: whether it works, and what was found."""
    checks: tuple[Callable[[str], tuple[bool, str]], ...] = (
        _check_model, _check_pages, _check_server, _check_outside, _check_fonts, _check_browser,
    )  # fmt: skip
    found = []
    for check in checks:
        try:
            found.append(check(lang))
        except Exception as error:  # the check says what failed and goes on to the next
            what = check.__name__.removeprefix("_check_")
            found.append((False, _say("failed", lang, what=what, why=f"{type(error).__name__}: {error}")))
    return found


def _say(key: str, lang: str, **parts: Any) -> str:
    return TEXTS[key][lang].format(**parts)


def _check_model(lang: str) -> tuple[bool, str]:
    prepare_model()
    futures = Futures(first_scenario(), 1)
    futures.make(0, 50)
    return bool(np.isfinite(futures.outcomes[:50, 0]).all()), _say("model", lang, count=50)


def _check_pages(lang: str) -> tuple[bool, str]:
    keys = [set(json.loads((STATIC / "i18n" / f"{each}.json").read_text(encoding="utf-8"))) for each in ("en", "fr")]
    count = len(catalogue(lang)["lessons"])
    return keys[0] == keys[1] and count > 0 and (STATIC / "index.html").is_file(), _say("pages", lang, count=count)


def _check_server(lang: str) -> tuple[bool, str]:
    """Serve on a free port for a moment, and ask for the page."""
    with listening(0, LOOPBACK) as bound:
        address = f"http://{LOOPBACK}:{bound.getsockname()[1]}/"
        server = uvicorn.Server(settings(application()))
        running = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        running.start()
        try:
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never through a proxy
            with opener.open(address, timeout=10) as page:
                fine = page.status == 200 and b"<html" in page.read()
        except urllib.error.URLError:
            fine = False
        finally:
            server.should_exit = True
            running.join(5)
    return fine, _say("port", lang, address=address)


def _check_outside(lang: str) -> tuple[bool, str]:
    """No shipped page, style or script names another host."""
    named = [path.name for path in STATIC.rglob("*") if path.suffix in (".html", ".css", ".js")
             if any(word in path.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
                    for word in ("http://", "https://", "//cdn", "@import"))]  # fmt: skip
    return not named, _say("outside", lang) if not named else _say("failed", lang, what="outside", why=", ".join(named))


def _check_fonts(lang: str) -> tuple[bool, str]:
    loads = any("@font-face" in path.read_text(encoding="utf-8") for path in STATIC.rglob("*.css"))
    return not loads, _say("fonts", lang)


def _check_browser(lang: str) -> tuple[bool, str]:
    if os.environ.get("BROWSER"):
        return True, _say("browser", lang, name=os.environ["BROWSER"])
    name = next((each for each in BROWSERS if shutil.which(each)), None)
    if name is None:
        try:
            name = webbrowser.get().name
        except webbrowser.Error:
            return False, _say("no_browser", lang)
    return True, _say("browser", lang, name=name)
