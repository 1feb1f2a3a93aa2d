"""What was worked out once is kept for whoever asks next."""

from itertools import count
from threading import Barrier, Thread

import pytest

from bangiao.register.kept import Kept


def test_an_answer_is_made_once() -> None:
    kept, number = Kept(2), count(1)
    assert [kept.of("a", lambda: next(number)) for _ in range(3)] == [1, 1, 1]


def test_what_nobody_asked_for_longest_goes() -> None:
    kept = Kept(2)
    kept.put("a", 1)
    kept.put("b", 2)
    assert kept.find("a") == 1
    kept.of("a", lambda: 0)
    kept.of("c", lambda: 3)
    assert (kept.find("a"), kept.find("b"), kept.find("c")) == (1, None, 3)


def test_where_making_fails_the_next_one_tries_again() -> None:
    kept = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.of("a", lambda: 1 // 0)
    assert kept.find("a") is None
    assert kept.of("a", lambda: 7) == 7


def test_who_asks_at_once_waits_for_one_answer() -> None:
    kept, number = Kept(4), count(1)
    told: list[int] = []
    together = Barrier(8)

    def ask() -> None:
        together.wait()
        told.append(kept.of("a", lambda: next(number)))

    threads = [Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (told, next(number)) == ([1] * 8, 2)
