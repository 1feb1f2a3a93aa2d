"""Bodies under their several names: "Đảng ta", "Bộ Ngoại giao Nhật Bản" and the short name are one body of a side."""

from functools import lru_cache

from bangiao.resolution.ids import short_id
from bangiao.resolution.names import name_key
from bangiao.resolution.offices import without_country
from bangiao.resolution.tables import table


@lru_cache(maxsize=65536)
def body_key(name: str, label: str) -> str:
    """A body's name for comparing, without its own country; an alias gives the name that it stands for."""
    bare = without_country(name_key(name), label)
    known = _aliases()
    for key in (name_key(name), bare):
        found = known.get((label, key)) or known.get(("", key))
        if found:
            return without_country(found, label)
    return bare


def body_id(name: str, label: str) -> str:
    """The id of the body (ministry, committee, province …) of this name on this side."""
    return short_id("b", body_key(name, label), label)


@lru_cache(maxsize=1)
def _aliases() -> dict[tuple[str, str], str]:
    """Every other name with its country, to the name in full."""
    found = {}
    for row in table("bodies")["body"]:
        label, full = row.get("country", ""), name_key(row["name"])
        for words in (row["name"], *row["words"]):
            found[label, name_key(words)] = full
            found.setdefault((label, without_country(name_key(words), label)), full)
    return found
