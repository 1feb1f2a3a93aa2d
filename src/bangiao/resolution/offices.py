"""An office as worded, taken apart into single posts that compare: "Thủ tướng Chính phủ nước X" is "Thủ tướng" of X."""

import re
from functools import lru_cache

from msgspec import Struct

from bangiao.languages.pack import load
from bangiao.resolution.names import name_key
from bangiao.resolution.tables import table

_HEADS = frozenset({"head", "prefix", "late"})
_ORDINAL = re.compile(r" thứ \d{1,3}(?: của)?(?!\w)")  # "Tổng thống thứ 47" makes no other post
_JOINS = (", ", " kiêm ", "; ")


class Post(Struct, frozen=True):
    """One post: `title` in the form that compares, `words` as the report has them."""

    title: str
    words: str


class PostClass(Struct, frozen=True):
    """Posts that a protocol table names together: they begin and end with the same words."""

    title: str
    begins: str
    ends: str

    def holds(self, post: str) -> bool:
        """Whether a post belongs to the class."""
        return post.startswith(f"{self.begins} ") and post.endswith(f" {self.ends}")


class Wordings(Struct, frozen=True):
    """The table of other wordings, of the posts that many people hold at once, and of classes of posts."""

    titles: dict[str, str]
    shared: frozenset[str]
    heads: tuple[str, ...]
    classes: tuple[PostClass, ...]


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """Read the table that ships with the program."""
    rows = table("offices")
    titles = {name_key(words): name_key(row["title"]) for row in rows["office"] for words in row["words"]}
    shared = rows["shared"]
    classes = tuple(
        PostClass(name_key(row["title"]), name_key(row["begins"]), name_key(row["ends"])) for row in rows["class"]
    )
    return Wordings(titles, frozenset(map(name_key, shared["words"])), tuple(map(name_key, shared["heads"])), classes)


@lru_cache(maxsize=65536)
def posts(office: str | None, label: str) -> tuple[Post, ...]:
    """The posts that an office's words name, in their order; `label` is the side whose country is left out."""
    return tuple(Post(title, words) for words in _parts(office or "") if (title := _title(words, label)))


@lru_cache(maxsize=65536)
def titles(office: str | None, label: str) -> frozenset[str]:
    """The posts of an office as one set to compare."""
    return frozenset(post.title for post in posts(office, label))


@lru_cache(maxsize=65536)
def telling_titles(office: str | None, label: str) -> frozenset[str]:
    """The posts that one person holds at a time, so that they say who somebody is."""
    known = wordings()
    return frozenset(
        title for title in titles(office, label) if title not in known.shared and not title.startswith(known.heads)
    )


def _parts(office: str) -> list[str]:
    """Cut before each head of an office; a comma inside a ministry's name cuts nothing."""
    pieces = [office]
    for join in _JOINS:
        pieces = [piece for whole in pieces for piece in _cut(whole, join)]
    return [piece.strip() for piece in pieces if piece.strip()]


def _cut(words: str, join: str) -> list[str]:
    found: list[str] = []
    for piece in words.split(join):
        if found and not begins_office(piece):
            found[-1] += join + piece
        else:
            found.append(piece)
    return found


def begins_office(words: str) -> bool:
    """Whether the lexicon knows the first words as the head of an office."""
    matches = load("vi").lexicon.matches(name_key(words))
    return any(start == 0 and any(one.kind in _HEADS for one in meant) for start, _, meant in matches)


def _title(words: str, label: str) -> str:
    """The post without its country, in the shortest of its usual wordings."""
    title = _ORDINAL.sub("", without_country(name_key(words), label)).removeprefix("tân ")  # the same post, newly taken
    for head in ("thủ tướng", "phó thủ tướng", "phó thủ tướng thường trực"):
        if title == f"{head} chính phủ":
            title = head
    title = title.replace("trưởng bộ ", "trưởng ")
    return wordings().titles.get(title, title)


@lru_cache(maxsize=65536)
def without_country(lower: str, label: str) -> str:
    """Cut out the names of the side's own country; the one after "tại" says where an envoy is posted, and stays."""
    kept, at = "", 0
    for start, end, meant in load("vi").lexicon.matches(lower):
        own = any(one.kind in ("country", "short") and one.code == label and not one.paired for one in meant)
        if not own or start < at or lower[:start].endswith(" tại "):
            continue
        before = lower[at:start].rstrip()
        for filler in ("nước", "của", "cộng hòa", "liên bang", "vương quốc"):
            before = before.removesuffix(f" {filler}")
        kept, at = f"{kept} {before}", end
    return " ".join(f"{kept} {lower[at:]}".split()).strip(" ,-") or lower
