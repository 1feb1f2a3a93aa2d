"""What is checked is what is dialled, and no wait outlasts the deadline."""

from collections.abc import Iterable, Sequence
from typing import Any

import httpcore
import pytest

from bangiao.model.errors import InputError
from bangiao.sources.network import Deadline, GuardedBackend, Network, resolve


class Nothing(httpcore.NetworkBackend):
    """Dials no one; the first address that it is given does not answer."""

    def __init__(self) -> None:
        self.dialled: list[str] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        self.dialled.append(host)
        if len(self.dialled) == 1:
            raise httpcore.ConnectError("no answer")
        return httpcore.NetworkStream()


def backend(answers: Sequence[str], private: bool = False, allow: Sequence[str] = ()) -> tuple[GuardedBackend, Nothing]:
    dial = Nothing()
    network = Network(lambda host, port: answers, dial)
    return GuardedBackend(network, Deadline(30), private, allow), dial


def test_each_address_is_tried() -> None:
    guarded, dial = backend(["8.8.8.8", "9.9.9.9"])
    guarded.connect_tcp("x.example", 80)
    assert dial.dialled == ["8.8.8.8", "9.9.9.9"]
    assert not guarded.reached_private


def test_the_last_one_says_why_not() -> None:
    guarded, _ = backend(["8.8.8.8"])
    with pytest.raises(httpcore.ConnectError):
        guarded.connect_tcp("x.example", 80)


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    guarded, dial = backend(["8.8.8.8", "10.0.0.1"])
    with pytest.raises(InputError, match=r"private address 10\.0\.0\.1") as told:
        guarded.connect_tcp("x.example", 80)
    assert "--allow-host x.example" in told.value.hint
    assert dial.dialled == []


def test_private_where_it_may_be() -> None:
    for private, allow in ((True, ()), (False, ("X.example",))):
        guarded, _ = backend(["10.0.0.1", "10.0.0.2"], private, allow)
        guarded.connect_tcp("x.example", 80)
        assert guarded.reached_private


def test_a_host_without_addresses() -> None:
    guarded, _ = backend([])
    with pytest.raises(InputError, match="no host"):
        guarded.connect_tcp("x.example", 80)


def test_no_socket_of_this_machine() -> None:
    with pytest.raises(NotImplementedError):
        backend([])[0].connect_unix_socket("/run/x")


def test_a_deadline_that_is_over() -> None:
    assert Deadline(30).left(None) <= 30
    assert Deadline(30).left(2) == 2
    with pytest.raises(InputError, match="takes longer than 0 seconds"):
        Deadline(0).left(2)


def test_the_system_resolves() -> None:
    assert set(resolve("localhost", 80)) <= {"127.0.0.1", "::1"}
    assert resolve("127.1", 80) == ["127.0.0.1"]
