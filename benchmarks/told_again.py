"""What the n-th report of one contact costs: the work of adding it, counted in calls, not on a clock.

    python -m benchmarks.told_again --reports 20 40 80 160 320

Every report tells the same talks under its own outlet; `alike` in the same words, `each its own way` in words of its
own, so that no two look the same. A report is added by itself, as `bangiao read` adds the last of a folder, and with
31 others, as it adds those before.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random
from types import FrameType

from bangiao.model.report import Page
from bangiao.pipeline import Reading, read_page
from bangiao.register.store import Register

WORDS = (
    "sáng",
    "nay",
    "trang trọng",
    "tại",
    "trụ sở",
    "nhân dịp",
    "năm mới",
    "quan hệ",
    "tin cậy",
    "kinh tế",
    "hai nước",
)
TOGETHER = 32


def pages(own_way: bool) -> Iterator[Page]:
    """Reports of one meeting without end."""
    number = 0
    while True:
        pick = Random(number if own_way else 0)
        tail = " ".join(pick.choices(WORDS, k=6))
        lead = f"Ngày 12/3/2025, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Lào Bounmy Sisavath {tail}."
        rest = " ".join(pick.choices(WORDS, k=80))
        yield Page(f"r-{number:05}", f"{lead}\nTin của báo số {number}: {rest}.", published="2025-03-13")
        number += 1


def readings(own_way: bool) -> Iterator[Reading]:
    """The same, read."""
    for page in pages(own_way):
        reading = read_page(page)
        if not isinstance(reading, Reading):
            sys.exit(f"{page.id} is refused")
        yield reading


def calls(work: Callable[[], object]) -> int:
    """How many calls some work takes."""
    count = 0

    def counting(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def cost(reports: int, own_way: bool) -> tuple[int, int, int]:
    """Calls for one more report by itself, for each of 32 together, and how many contacts there are then."""
    told = readings(own_way)
    with Register.open(":memory:") as register:
        held = [(one.report, one.findings) for one in islice(told, reports - 1)]
        for start in range(0, len(held), TOGETHER):
            register.add_many(held[start : start + TOGETHER])
        last, *many = ((one.report, one.findings) for one in islice(told, 1 + TOGETHER))
        alone = calls(lambda: register.add(*last))
        together = calls(lambda: register.add_many(many)) // TOGETHER
        return alone, together, register.counts().contacts


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[20, 40, 80, 160, 320])
    chosen = parser.parse_args()
    print("| the n-th report | told | calls, added alone | calls, one of 32 | contacts |\n|---:|---|---:|---:|---:|")
    for own_way in (False, True):
        cost(40, own_way)  # what is remembered of words is remembered before counting
        for reports in chosen.reports:
            alone, together, contacts = cost(reports, own_way)
            told = "each its own way" if own_way else "alike"
            print(f"| {reports} | {told} | {alone:,} | {together:,} | {contacts} |", flush=True)


if __name__ == "__main__":
    main()
