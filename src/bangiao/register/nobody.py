"""The reports in which a name was read that is none: their rows are made anew when that is said, or taken back."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from bangiao.register.chunks import chunks
from bangiao.register.reading import findings_of, stored
from bangiao.register.schema import findings, mentions, readings, spellings
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.names import best_spelling
from bangiao.resolution.nobody import names_read


def words(connection: Connection, name: str) -> str:
    """The words that reports give for a name, in the best of their spellings."""
    query = select(spellings.c.spelling).where(spellings.c.base_id == name)
    return best_spelling(list(connection.scalars(query)))


def naming(connection: Connection, names: Collection[str]) -> set[str]:
    """The reports that the register shows to give these names, by the ids of names."""
    found: set[str] = set()
    query = select(findings.c.report_id).join(mentions, mentions.c.finding_id == findings.c.finding_id).distinct()
    for chunk in chunks(sorted(names)):
        found |= set(connection.scalars(query.where(mentions.c.base_id.in_(chunk))))
    return found


def read_so(connection: Connection, names: Collection[str], rulings: Rulings) -> set[str]:
    """The reports that were read to give these names: no row shows that, so all readings are looked at."""
    if not names:
        return set()
    found = set()
    for row in connection.execute(select(readings).where(readings.c.current)).mappings():
        signs = rulings.parted.get(row["report_id"], {})
        if not names_read(findings_of(stored(row)), signs).isdisjoint(names):
            found.add(row["report_id"])
    return found
