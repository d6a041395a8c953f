"""A served application and the system's own Chromium. Skipped, with the line that installs it, where there is none."""

from __future__ import annotations

import os
import shutil
import threading
import time
from urllib.parse import urlsplit

import pytest
import uvicorn

from alliance.web.server import application
from alliance.web.serving import LOOPBACK, listening, prepare_model, settings

INSTALL = "no Chromium here: apt-get install chromium (or set ALLIANCE_CHROMIUM to the path of one)"
REQUIRED = "ALLIANCE_BROWSER_TESTS"  # set by .ci/run: a missing browser fails instead of skipping
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


def chromium():
    named = os.environ.get("ALLIANCE_CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def address():
    """A running server; its address."""
    prepare_model()
    with listening(0, LOOPBACK) as bound:
        server = uvicorn.Server(settings(application()))
        running = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        running.start()
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.05)
        yield f"http://{LOOPBACK}:{bound.getsockname()[1]}"
        server.should_exit = True
        running.join(10)


@pytest.fixture(scope="session")
def browser():
    path = chromium()
    if path is None:
        (pytest.fail if os.environ.get(REQUIRED) else pytest.skip)(INSTALL)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=path, args=FLAGS)
        yield made
        made.close()


class Watched:
    """A page whose errors and requests are kept."""

    def __init__(self, browser, address, size=(1366, 768)):
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True)
        self.page, self.address = self.context.new_page(), address
        self.wrong, self.hosts = [], set()
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))

    def open(self, where, lang="fr"):
        self.page.goto(f"{self.address}/?lang={lang}#/{where}")
        self.page.wait_for_selector("#main[data-ready=yes]")
        return self.page

    def settled(self):
        """Wait until all futures are there."""
        self.page.wait_for_function("() => /1\\D?000/.test(document.querySelector('.known').textContent)")

    def close(self):
        self.context.close()


@pytest.fixture
def visit(browser, address):
    """Open pages, each with a browser of its own."""
    made = []

    def new(size=(1366, 768)):
        made.append(Watched(browser, address, size))
        return made[-1]

    yield new
    for each in made:
        each.close()
