"""What it costs to read one spelling as another, by a table of correspondences alone.

A correspondence that the table does not hold cannot be used at any cost: letters are never simply exchanged.
"""

from collections.abc import Iterable

NEVER = 1_000_000
Pieces = tuple[tuple[str, int], ...]


def _by_first(targets: dict[str, int]) -> dict[str, Pieces]:
    """The pieces by their first letter, so that few are tried; the empty piece stands with every letter."""
    empty = tuple((piece, cost) for piece, cost in targets.items() if not piece)
    letters = {piece[0] for piece in targets if piece}
    found = {one: tuple(item for item in targets.items() if item[0][:1] == one) + empty for one in letters}
    return found | {"": empty}


Rows = list[tuple[str, str, int]]


def through(some: Rows, others: Rows, limit: int) -> Rows:
    """Two tables that lead to one spelling, put together: left of the first → left of the second, each cost added."""
    back: dict[str, list[tuple[str, int]]] = {}
    for left, right, cost in others:
        back.setdefault(right, []).append((left, cost))
    found = ((one, two, cost + more) for one, right, cost in some for two, more in back.get(right, ()))
    return [row for row in found if row[2] <= limit]


class Correspondences:
    """Pieces of one spelling, each with the pieces of the other that it may stand for and what that costs."""

    def __init__(self, pairs: Iterable[tuple[str, str, int]]) -> None:
        self.pieces: dict[str, dict[str, int]] = {}
        for left, right, cost in pairs:
            targets = self.pieces.setdefault(left, {})
            targets[right] = min(cost, targets.get(right, NEVER))
        inserted = self.pieces.pop("", None)
        self._inserted = _by_first(inserted) if inserted else {}
        self._longest = max(map(len, self.pieces), default=0)
        begun: dict[str, dict[str, Pieces]] = {piece[:end]: {} for piece in self.pieces for end in range(1, len(piece))}
        self._targets = begun | {piece: _by_first(targets) for piece, targets in self.pieces.items()}

    def cost(self, left: str, right: str, limit: int) -> int | None:
        """The least cost of reading `left` as `right`, or None where it is above `limit` or impossible."""
        reached: dict[int, dict[int, int]] = {0: {0: 0}}
        for start in range(len(left)):
            row = reached.pop(start, None)
            if row:
                self._read(row, reached, left, start, right, limit)
            elif not reached:
                return None
        last = reached.get(len(left), {})
        self._insert(last, right, limit)
        return last.get(len(right))

    def _read(
        self, row: dict[int, int], reached: dict[int, dict[int, int]], left: str, start: int, right: str, limit: int
    ) -> None:
        """Read every piece that begins at one place of the left side; stop where no piece begins so."""
        self._insert(row, right, limit)
        for end in range(start + 1, min(start + self._longest, len(left)) + 1):
            targets = self._targets.get(left[start:end])
            if targets is None:
                return
            if targets:
                ahead = reached.get(end, {})
                _step(row, ahead, targets, right, limit)
                if ahead:
                    reached[end] = ahead

    def _insert(self, row: dict[int, int], right: str, limit: int) -> None:
        """Letters of the right side that nothing on the left stands for."""
        if not self._inserted:
            return
        waiting = list(row)
        for position in waiting:
            cost = row[position]
            if cost >= limit:
                continue
            for piece, extra in self._inserted.get(right[position : position + 1], ()):
                reached, total = position + len(piece), cost + extra
                if total <= limit and total < row.get(reached, NEVER) and right.startswith(piece, position):
                    row[reached] = total
                    waiting.append(reached)


def _step(row: dict[int, int], ahead: dict[int, int], targets: dict[str, Pieces], right: str, limit: int) -> None:
    """Read one piece of the left side at every position reached so far."""
    empty = targets[""]
    for position, cost in row.items():
        for piece, extra in targets.get(right[position : position + 1], empty):
            total = cost + extra
            if total <= limit:
                reached = position + len(piece)
                if total < ahead.get(reached, NEVER) and right.startswith(piece, position):
                    ahead[reached] = total
