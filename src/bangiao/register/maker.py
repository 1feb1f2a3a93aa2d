"""By which rules a register joined names and reports: other rules make other keys, and old ones would not be found."""

from functools import lru_cache

from sqlalchemy import Connection, delete, insert, select

from bangiao.register.reader import mark_of
from bangiao.register.schema import maker, readings

_JOINING = ("text", "spelling", "reference", "resolution")


@lru_cache(maxsize=1)
def this_maker() -> str:
    """The mark of the rules that join names and reports now."""
    return mark_of(_JOINING)


def made_by_others(connection: Connection) -> bool:
    """Whether what the register holds was joined by other rules than these."""
    held = connection.scalar(select(readings.c.reading_id).limit(1))
    return bool(held) and _mark(connection) != this_maker()


def sign(connection: Connection) -> None:
    """Say that these rules made what the register holds."""
    if _mark(connection) != this_maker():
        connection.execute(delete(maker))
        connection.execute(insert(maker).values(mark=this_maker()))


def _mark(connection: Connection) -> str | None:
    return connection.scalar(select(maker.c.mark).limit(1))
