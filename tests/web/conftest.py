"""A desk over the samples: asked in this process, or over HTTP in a real browser."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from litestar import Litestar
from litestar.testing import TestClient

from bangiao.model.report import Refusal
from bangiao.pipeline import read_pages
from bangiao.register.store import Register
from bangiao.samples import sample_paths
from bangiao.sources.options import SourceOptions
from bangiao.web.app import application
from bangiao.web.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE = 300_000  # milliseconds; only what hangs takes so long, however slow the machine
AT = "http://127.0.0.1:8383"


def fill(place: Path, *inputs: Path) -> Path:
    """A register of these reports."""
    with Register.open(str(place)) as register:
        for one in read_pages([str(path) for path in inputs], SourceOptions()):
            assert not isinstance(one, Refusal), one
            register.add(one.report, one.findings)
    return place


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the sample reports; nobody writes to it."""
    return fill(tmp_path_factory.mktemp("samples") / "register.sqlite", *sample_paths())


@pytest.fixture(scope="session")
def client(samples: Path) -> Iterator["TestClient[Litestar]"]:
    """The desk over the samples, asked as a browser that speaks English would."""
    with TestClient(application(Settings(str(samples))), base_url=AT) as client:
        client.headers["accept-language"] = "en"
        yield client


@pytest.fixture(scope="session")
def register(samples: Path) -> Iterator[Register]:
    """The register of the samples, to look up what a page has to show."""
    with Register.open(str(samples)) as register:
        yield register


class Served:
    """A desk that listens, until it is stopped."""

    def __init__(self, place: Path) -> None:
        here = socket.create_server(("127.0.0.1", 0))  # handed on, so that nobody takes the port meanwhile
        port = here.getsockname()[1]
        self.at = f"http://127.0.0.1:{port}"
        app = application(Settings(str(place), port=port))
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        self._thread = threading.Thread(target=self._server.run, args=([here],), daemon=True)
        self._thread.start()
        while not self._server.started:
            assert self._thread.is_alive(), "the desk did not open"
            time.sleep(0.02)

    def stop(self) -> None:
        """Close the desk."""
        self._server.should_exit = True
        self._thread.join(60)
        assert not self._thread.is_alive(), "the desk did not close"


@pytest.fixture(scope="session")
def served(samples: Path) -> Iterator[str]:
    """The address of a desk over the samples."""
    desk = Served(samples)
    yield desk.at
    desk.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium, as the system has it; skips where it is not there."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed", exc_type=ImportError)
    place = os.environ.get("BANGIAO_CHROMIUM", "/usr/bin/chromium")
    if not os.access(place, os.X_OK):
        pytest.skip(f"{place} is absent: install chromium, or set BANGIAO_CHROMIUM")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"])
        yield browser
        browser.close()


def window(browser: "Browser", **options: Any) -> "Page":
    """A window with nothing remembered, whose waits fail only where something hangs; close its context."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context.new_page()
