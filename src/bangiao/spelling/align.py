"""What it costs to read one spelling as another, by a table of correspondences alone.

A correspondence that the table does not hold cannot be used at any cost: letters are never simply exchanged.
"""

from collections.abc import Iterable

NEVER = 1_000_000


class Correspondences:
    """Pieces of one spelling, each with the pieces of the other that it may stand for and what that costs."""

    def __init__(self, pairs: Iterable[tuple[str, str, int]]) -> None:
        self.pieces: dict[str, dict[str, int]] = {}
        for left, right, cost in pairs:
            targets = self.pieces.setdefault(left, {})
            targets[right] = min(cost, targets.get(right, NEVER))
        self.inserted = tuple(self.pieces.pop("", {}).items())
        self.longest = max(map(len, self.pieces), default=0)
        self.targets = {piece: tuple(targets.items()) for piece, targets in self.pieces.items()}

    def cost(self, left: str, right: str, limit: int) -> int | None:
        """The least cost of reading `left` as `right`, or None where it is above `limit` or impossible."""
        width = len(right)
        rows: list[dict[int, int]] = [{} for _ in range(len(left) + 1)]
        rows[0][0] = 0
        for start, row in enumerate(rows):
            if not row:
                continue
            self._insert(row, right, limit)
            steps = self._steps(left, start)
            for position, cost in row.items():
                for end, targets in steps:
                    ahead = rows[end]
                    for piece, extra in targets:
                        total = cost + extra
                        if total <= limit and right.startswith(piece, position):
                            reached = position + len(piece)
                            if total < ahead.get(reached, NEVER):
                                ahead[reached] = total
        return rows[-1].get(width)

    def _steps(self, left: str, start: int) -> list[tuple[int, tuple[tuple[str, int], ...]]]:
        """The pieces that begin here, with where each ends."""
        steps = []
        for end in range(start + 1, min(start + self.longest, len(left)) + 1):
            targets = self.targets.get(left[start:end])
            if targets:
                steps.append((end, targets))
        return steps

    def _insert(self, row: dict[int, int], right: str, limit: int) -> None:
        """Letters of the right side that nothing on the left stands for."""
        waiting = sorted(row)
        while waiting:
            position = waiting.pop(0)
            for piece, extra in self.inserted:
                total = row[position] + extra
                reached = position + len(piece)
                if total <= limit and right.startswith(piece, position) and total < row.get(reached, NEVER):
                    row[reached] = total
                    waiting.append(reached)
