"""While the register is joined anew a browser is told to wait; nobody who asks meanwhile is turned away."""

import socket

import httpx

from bangiao.sources.listening import listening
from bangiao.web.waiting import waiting


def test_a_browser_is_told_to_wait_and_to_come_again() -> None:
    with listening("127.0.0.1", 0) as place, waiting(place), httpx.Client(timeout=600) as client:
        at = f"http://127.0.0.1:{place.getsockname()[1]}"
        for answer in (client.get(f"{at}/review"), client.post(f"{at}/add")):
            assert answer.status_code == 503
            assert answer.headers["refresh"] == "5"
            assert 'lang="vi"' in answer.text
            assert "being joined anew" in answer.text


def test_who_asks_between_waiting_and_opening_is_answered_when_the_desk_opens() -> None:
    with listening("127.0.0.1", 0) as place:
        with waiting(place):
            pass
        with socket.create_connection(place.getsockname()) as asking:
            asking.sendall(b"GET /add HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
            with waiting(place):
                asking.settimeout(600)
                assert asking.recv(12) == b"HTTP/1.0 503"
