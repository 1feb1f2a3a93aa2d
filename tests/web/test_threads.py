"""A page that fails in its thread is answered, whatever it raised."""

from pathlib import Path

import pytest
from litestar import get
from litestar.testing import TestClient

from bangiao.web.app import application
from bangiao.web.settings import Settings
from bangiao.web.threads import Threads
from tests.web.conftest import AT


def nothing_there() -> str:
    return next(iter(()))


def test_what_was_not_found_is_told() -> None:
    with Threads(1) as threads, pytest.raises(RuntimeError, match="not found"):
        threads.submit(nothing_there).result(600)


def test_what_goes_well_comes_back() -> None:
    with Threads(1) as threads:
        assert threads.submit(max, 1, 2).result(600) == 2


def test_a_page_that_looks_for_what_is_not_there_is_answered(samples: Path) -> None:
    app = application(Settings(str(samples)))
    app.register(get("/nothing", sync_to_thread=True)(nothing_there))
    with TestClient(app, base_url=AT) as client:
        assert client.get("/nothing").status_code == 500
