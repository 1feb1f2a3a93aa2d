"""While the register is joined anew a browser is told to wait, and a taken place stops nothing."""

import socket

import httpx

from bangiao.web.waiting import waiting


def test_a_browser_is_told_to_wait_and_to_come_again() -> None:
    with waiting("127.0.0.1", 0) as port, httpx.Client(timeout=600) as client:
        for answer in (client.get(f"http://127.0.0.1:{port}/review"), client.post(f"http://127.0.0.1:{port}/add")):
            assert answer.status_code == 503
            assert answer.headers["refresh"] == "5"
            assert 'lang="vi"' in answer.text
            assert "being joined anew" in answer.text


def test_where_the_place_is_taken_the_work_goes_on() -> None:
    with socket.create_server(("127.0.0.1", 0)) as here, waiting("127.0.0.1", here.getsockname()[1]) as port:
        assert port is None
