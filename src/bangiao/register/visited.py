"""What is known of web addresses since they were last asked, and which pages were read, kept beside the reports."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from bangiao.model.visit import Visit
from bangiao.register.chunks import chunks
from bangiao.register.dialect import dialect_of
from bangiao.register.schema import pages, visits


def visit(connection: Connection, address: str) -> Visit | None:
    """The last visit to an address."""
    row = connection.execute(select(visits).where(visits.c.address == address)).mappings().one_or_none()
    return Visit(**row) if row else None


def remember(connection: Connection, made: Iterable[Visit]) -> None:
    """Keep visits; the last one to an address stands."""
    rows = [msgspec.structs.asdict(one) for one in {each.address: each for each in made}.values()]
    if not rows:
        return
    dialect = dialect_of(connection)
    wish = dialect.insert(visits)
    values = {name: wish.excluded[name] for name in Visit.__struct_fields__ if name != "address"}
    connection.execute(wish.on_conflict_do_update(index_elements=["address"], set_=values), rows)


def pages_read(connection: Connection, marks: Iterable[str], reader: str) -> set[str]:
    """Those of these pages that this reader read last."""
    found: set[str] = set()
    for chunk in chunks(sorted(set(marks))):
        query = select(pages.c.page).where(pages.c.page.in_(chunk), pages.c.reader == reader)
        found |= set(connection.scalars(query))
    return found


def remember_pages(connection: Connection, marks: Iterable[str], reader: str) -> None:
    """Keep that this reader read these pages, in one transaction with what it found in them."""
    rows = [{"page": mark, "reader": reader} for mark in sorted(set(marks))]
    if rows:
        wish = dialect_of(connection).insert(pages)
        wish = wish.on_conflict_do_update(index_elements=["page"], set_={"reader": wish.excluded.reader})
        connection.execute(wish, rows)
