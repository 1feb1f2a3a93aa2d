"""What was worked out once, kept for whoever asks next."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

T = TypeVar("T")


class _Place:
    """Where one answer is put; whoever makes it holds the lock."""

    __slots__ = ("lock", "made", "value")

    def __init__(self) -> None:
        self.lock = Lock()
        self.made = False
        self.value: Any = None


class Kept:
    """Answers by key, at most so many, the ones asked for last; two who ask at once wait for one answer.

    The key must name all that an answer follows from: nothing here grows old.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._places: OrderedDict[Hashable, _Place] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer of this key, made now if nobody asked before; where making it fails, nothing is kept."""
        place = self._place(key)
        with place.lock:
            if not place.made:
                try:
                    place.value = make()
                except BaseException:
                    self._forget(key, place)
                    raise
                place.made = True
            return cast(T, place.value)

    def find(self, key: Hashable) -> Any:
        """What is kept under a key; null where nothing is."""
        with self._lock:
            place = self._places.get(key)
            return place.value if place and place.made else None

    def put(self, key: Hashable, value: object) -> None:
        """Keep this under a key, in the place of what was there."""
        place = _Place()
        place.made, place.value = True, value
        with self._lock:
            self._places[key] = place

    def _place(self, key: Hashable) -> _Place:
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > self._most:
                self._places.popitem(last=False)
            return place

    def _forget(self, key: Hashable, place: _Place) -> None:
        with self._lock:
            if self._places.get(key) is place:
                del self._places[key]
