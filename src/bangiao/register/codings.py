"""Double codings beside a register: what two readers wrote of one sample, and what a third settled, kept for ever.

They are research data about the register's texts, no part of the register: it is handed on without them.
"""

from pathlib import Path

import msgspec
from msgspec import Struct
from sqlalchemy import Column, Integer, MetaData, Table, Text, insert, select

from bangiao.evaluation.coding import Documents
from bangiao.evaluation.documents import Document
from bangiao.evaluation.settling import Ruling
from bangiao.model.errors import QuestionError
from bangiao.register.database import open_beside
from bangiao.register.place import beside
from bangiao.resolution.ids import short_id

metadata = MetaData()
codings = Table(
    "codings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("coding_id", Text, nullable=False, unique=True),
    Column("coders", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
)
rulings = Table(
    "rulings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("coding_id", Text, nullable=False, index=True),
    Column("difference", Text, nullable=False),
    Column("value", Text),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
)


class DoubleCoding(Struct, frozen=True):
    """Two codings of one sample by the named coders under a codebook, and the rulings in the order given."""

    id: str
    coders: tuple[str, str]
    codebook: str
    one: Documents
    other: Documents
    rulings: tuple[Ruling, ...] = ()


class Codings:
    """The double codings that lie beside one register; the file is made with the first."""

    def __init__(self, register: str | None) -> None:
        self._place: Path = beside(register, "codings")
        self._engine = open_beside(self._place)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def take(self, coders: tuple[str, str], codebook: str, one: Documents, other: Documents) -> DoubleCoding:
        """Take in two codings of one sample; the same two again keep what was settled on them."""
        if coders[0] == coders[1]:
            raise QuestionError("both codings are of one coder", "give two names: --coders Lan,Minh")
        if not one.keys() & other.keys():
            raise QuestionError("the two codings have no document in common", "give two codings of one sample")
        written = {"one": _written(one), "other": _written(other)}
        ident = short_id("s", list(coders), codebook, *written.values())
        self._place.parent.mkdir(parents=True, exist_ok=True)
        metadata.create_all(self._engine)
        with self._engine.begin() as connection:
            if not connection.scalar(select(codings.c.number).where(codings.c.coding_id == ident)):
                words = msgspec.json.encode(coders).decode()
                new = {"coding_id": ident, "coders": words, "codebook": codebook, **written}
                connection.execute(insert(codings).values(new))
        return self.coding(ident)

    def coding(self, ident: str | None = None) -> DoubleCoding:
        """A double coding by the beginning of its id, by default the one taken in last; raises QuestionError."""
        query = select(codings).order_by(codings.c.number.desc())
        if ident:
            query = query.where(codings.c.coding_id.startswith(ident, autoescape=True))
        if not self._place.exists():
            raise _nothing()
        with self._engine.connect() as connection:
            row = connection.execute(query.limit(1)).mappings().first()
            if row is None:
                raise _nothing()
            said = select(rulings.c.difference, rulings.c.value, rulings.c.by, rulings.c.at, rulings.c.why)
            said = said.where(rulings.c.coding_id == row["coding_id"]).order_by(rulings.c.number)
            given = tuple(Ruling(*one) for one in connection.execute(said))
        coders = msgspec.json.decode(row["coders"], type=tuple[str, str])
        return DoubleCoding(row["coding_id"], coders, row["codebook"], _read(row["one"]), _read(row["other"]), given)

    def latest(self) -> DoubleCoding | None:
        """The double coding taken in last; null where there is none."""
        try:
            return self.coding()
        except QuestionError:
            return None

    def settle(self, ident: str, ruling: Ruling, seen: int) -> None:
        """Enter a word on a difference; raises QuestionError where others gave one on it since `seen` rulings."""
        mine = rulings.c.coding_id == ident
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                said = select(rulings.c.difference, rulings.c.by).where(mine).order_by(rulings.c.number).offset(seen)
                late = [by for difference, by in connection.execute(said) if difference == ruling.difference]
                if late:
                    raise QuestionError(f"this was settled by {late[-1]} since you opened it", "look at it again")
                connection.execute(insert(rulings).values(coding_id=ident, **msgspec.structs.asdict(ruling)))
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise


def _written(documents: Documents) -> str:
    return msgspec.json.encode(tuple(documents[ident] for ident in sorted(documents))).decode()


def _read(text: str) -> dict[str, Document]:
    return {one.id: one for one in msgspec.json.decode(text, type=tuple[Document, ...])}


def _nothing() -> QuestionError:
    return QuestionError("no codings lie beside this register", "take two in: bangiao coding take LAN.jsonl MINH.jsonl")
