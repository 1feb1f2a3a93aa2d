"""A page that fails in its thread is answered, whatever it raised."""

import asyncio

import pytest
from litestar import Litestar
from litestar.concurrency import get_asyncio_executor
from litestar.testing import TestClient

from bangiao.web.threads import THREADS, Threads


def nothing_there() -> str:
    return next(iter(()))


def test_what_was_not_found_is_told() -> None:
    async def asked() -> str:
        with Threads(1) as threads:
            return await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(threads, nothing_there), 600)

    with pytest.raises(RuntimeError, match="not found"):
        asyncio.run(asked())


def test_what_goes_well_comes_back() -> None:
    with Threads(1) as threads:
        assert threads.submit(max, 1, 2).result(600) == 2


def test_the_desk_makes_its_pages_there(client: "TestClient[Litestar]") -> None:
    assert client.get("/").status_code == 200
    assert get_asyncio_executor() is THREADS
