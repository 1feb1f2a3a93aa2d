"""Two people of one spelling on one side: told by posts that nobody holds at once, parted by a person's decision."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from bangiao.model.findings import Contact, Findings, Side
from bangiao.resolution.dates import days_between
from bangiao.resolution.names import name_key, person_id, side_label
from bangiao.resolution.tables import table

FEWEST_DAYS = 30  # reports go on using a post for some days after it changed hands
LONGEST_CAREER = 60  # years in office
LONGEST_SIGN = 80


class Span(Struct, frozen=True, order=True):
    """A post in which reports show somebody, with the first and the last day of these reports (YYYY-MM-DD)."""

    post: str
    first: str
    last: str


def exclusive(spans: Iterable[Span]) -> tuple[Span, Span] | None:
    """Two posts that one person does not hold, told side by side or a life apart; null where there are none."""
    full = [(one, kind) for one in sorted(spans) if (kind := _kind(one.post))]
    for (one, kind), (other, beside) in combinations(full, 2):
        if kind == beside and (not _single()[kind] or one.post in other.post or other.post in one.post):
            continue
        if _together(one, other) or _within(one, other) or _within(other, one):
            return one, other
    told = [one for one, _ in full]
    first = min(told, key=lambda one: (one.first, one), default=None)
    last = max(told, key=lambda one: (one.last, one), default=None)
    return (first, last) if first and last and int(last.last[:4]) - int(first.first[:4]) > LONGEST_CAREER else None


def _together(one: Span, other: Span) -> bool:
    """Whether both posts are told over the same weeks."""
    return days_between(max(one.first, other.first), min(one.last, other.last)) >= FEWEST_DAYS


def _within(one: Span, other: Span) -> bool:
    """Whether one post is told weeks after the other was first told, and weeks before it was told again."""
    return min(days_between(other.first, one.first), days_between(one.last, other.last)) >= FEWEST_DAYS


@lru_cache(maxsize=1)
def _single() -> dict[str, bool]:
    """The kinds of posts that fill a person's time; whether two of one kind exclude each other as well."""
    return {row["kind"]: row["single"] for row in table("offices")["full"]}


@lru_cache(maxsize=65536)
def _kind(post: str) -> str | None:
    """The kind of a post that fills a person's time; null for any other."""
    heads = ((name_key(head), row["kind"]) for row in table("offices")["full"] for head in row["heads"])
    return max(((head, kind) for head, kind in heads if post.startswith(head)), default=("", None))[1]


def sign_of(name: str, sign: str) -> str:
    """The name of a namesake with what tells him or her apart: "Nguyễn Văn Hùng (Thứ trưởng Bộ Y tế)"."""
    return f"{name} ({' '.join(sign.split())[:LONGEST_SIGN].strip()})"


def id_after_parting(name: str, label: str, signs: Mapping[str, str]) -> str:
    """The id of a name as it counts in a report whose namesakes were parted."""
    base = person_id(name, label)
    return person_id(sign_of(name, signs[base]), label) if base in signs else base


def unsigned(name: str) -> str:
    """The name that a namesake shares with another, without what tells the two apart."""
    return name.partition(" (")[0] if name.endswith(")") else name


def parted(findings: Findings, signs: Mapping[str, str]) -> Findings:
    """What a report tells, its namesakes under names of their own; `signs` by the id of the name as reported."""
    if not signs:
        return findings
    return replace(findings, contacts=tuple(_contact(one, signs) for one in findings.contacts))


def _contact(contact: Contact, signs: Mapping[str, str]) -> Contact:
    return replace(contact, sides=tuple(_side(side, signs) for side in contact.sides))


def _side(side: Side, signs: Mapping[str, str]) -> Side:
    people = []
    for one in side.people:
        sign = signs.get(person_id(one.name, side_label(side))) if one.name else None
        people.append(replace(one, name=sign_of(one.name or "", sign)) if sign else one)
    return replace(side, people=tuple(people))
