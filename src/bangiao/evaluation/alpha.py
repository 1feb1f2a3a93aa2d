"""How far two or more readers agree on nominal values, beyond chance: Krippendorff's alpha.

Source: Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), whose worked examples the tests repeat.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence


def alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal data; null where nothing can be paired or all values are one.

    A unit holds the values that the readers gave it; None is no value, and a unit with fewer than two counts nothing.
    """
    shares: dict[Hashable, float] = defaultdict(float)  # how often each value stands in a pair
    unlike = 0.0
    for unit in units:
        values = [one for one in unit if one is not None]
        if len(values) < 2:
            continue
        for one in values:
            shares[one] += 1
            unlike += sum(one != other for other in values) / (len(values) - 1)
    paired = sum(shares.values())
    if not paired:
        return None
    by_chance = (paired**2 - sum(share**2 for share in shares.values())) / (paired - 1)
    return 1 - unlike / by_chance if by_chance else None
