"""A place to answer at is taken at once, or said to be taken."""

import socket

import pytest

from bangiao.model.errors import InputError
from bangiao.sources.listening import listening


def test_a_place_that_is_taken_is_told_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as here, pytest.raises(InputError, match="cannot listen") as told:
        listening("127.0.0.1", here.getsockname()[1])
    assert "--port" in (told.value.hint or "")


def test_answers_are_sent_at_once() -> None:
    with listening("127.0.0.1", 0) as place:
        assert place.proto == socket.IPPROTO_TCP
