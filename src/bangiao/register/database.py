"""Open a database as a register: connection settings, and the check that its tables are ours and current."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, exc, inspect, make_url, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import StaticPool

from bangiao.model.errors import NoRegister, ReadOnly, RegisterError, installing
from bangiao.register.schema import OLDER_REVISIONS, REVISION

_BUSY_SECONDS = 30
_WAITING_PAGES = 8000  # 32 MB that wait beside the file: pages that many reports change are put in place once
_CACHE = 64 << 10  # kB of pages that a writer keeps: ids are spread over the whole of a large register
_TURN = 0x62616E67  # "bang": the number of our lock among those of a database
_UNWRITABLE = ("readonly", "read-only", "permission denied")  # SQLite's word, and PostgreSQL's

# What fails is raised and told in our words; the library would print the trace of an interrupted transaction as well.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())

MakeAgain = Callable[[Connection], None]


def connect(address: str, *, create: bool, make_again: MakeAgain) -> Engine:
    """Open the database at an address and bring its tables up to date; raises RegisterError.

    Where tables of an older version become newer ones, `make_again` fills what follows from readings and
    decisions within the same transaction: a register is never left upgraded and empty.
    """
    try:
        return _connect(address, create, make_again)
    except RegisterError as error:
        may_lie_still = isinstance(error, ReadOnly) or "unable to open" in str(error)
        lying_still = _lying_still(address) if may_lie_still else None
        if lying_still is None:
            raise
        return _connect(lying_still, False, make_again)


def _connect(address: str, create: bool, make_again: MakeAgain) -> Engine:
    engine = _engine(address)
    shown = shown_as(engine)
    try:
        with told_plainly(shown):
            _bring_up_to_date(engine, shown, create, make_again)
    except BaseException:
        engine.dispose()
        raise
    return engine


def shown_as(engine: Engine) -> str:
    """The place of a register as messages name it, without passwords."""
    if engine.url.query.get("immutable"):
        return str(engine.url.database).removeprefix("file:")
    return engine.url.render_as_string(hide_password=True).removeprefix("sqlite:///")


def _lying_still(address: str) -> str | None:
    """The address under which a file is read where nothing may be written beside it; null for what is no such file.

    Even a reader of a file in which many may read at once writes beside it. Without that, the file is taken to lie
    still; where changes wait beside it that are not in it yet, it cannot be read so.
    """
    place = make_url(address).database
    if not address.startswith("sqlite:///") or not place or place.startswith("file:") or not Path(place).is_file():
        return None
    waiting = Path(f"{place}-wal")
    if waiting.exists() and waiting.stat().st_size:
        raise ReadOnly(
            f"the register {place} cannot be used: changes wait beside it in {waiting.name}, and it may only be read",
            "open it once where it may be written, or copy both files into a folder of your own",
        )
    return f"sqlite:///file:{quote(str(Path(place).absolute()))}?mode=ro&immutable=1&uri=true"


@contextmanager
def told_plainly(shown: str) -> Iterator[None]:
    """Turn the database's own errors into a message with what to do; the first line of it is kept."""
    try:
        yield
    except exc.DBAPIError as error:
        reason = _reason(error)
        kind = ReadOnly if any(words in reason for words in _UNWRITABLE) else RegisterError
        raise kind(f"the register {shown} cannot be used: {reason}", _hint(reason)) from error


def _reason(error: exc.DBAPIError) -> str:
    """The first line of what the database says; PostgreSQL's driver wraps it in a table."""
    if error.connection_invalidated:
        return "the connection was lost"
    said = error.orig.args[0] if error.orig and error.orig.args else ""
    words = str(said.get("M", "") if isinstance(said, dict) else said).strip()
    return words.splitlines()[0] if words else type(error).__name__


def _hint(reason: str) -> str:
    """What to do about the commonest faults of a database."""
    hints = {
        "locked": "another program is writing to it; try again when it has finished",
        "not a database": "this file is something else; choose another file with --register FILE",
        "read-only": "you may read it, not write it; ask for the right to, or choose another with --register",
        "permission denied": "you may read it, not write it; ask for the right to, or choose another with --register",
        "readonly": "you may not write it or into its folder; copy it into a folder of your own, --register FILE",
        "unable to open": "look whether the folder exists and you may write in it",
        "full": "the disk is full; nothing of the last report was stored; make room and read again",
        "I/O": "the disk could not be written, perhaps it is full; make room and read again",
        "malformed": "the file is damaged; take a copy from your backup, or read the reports again",
        "connection was lost": "nothing of the last report was stored; look whether the server runs, and run it again",
        "terminating": "nothing of the last report was stored; look whether the server runs, and run it again",
        "connect": "look whether the server runs and the address is right",
    }
    return next((hint for word, hint in hints.items() if word in reason), "look at the address and your rights there")


def _engine(address: str) -> Engine:
    try:
        url = make_url(address)
        if url.get_backend_name() == "postgresql" and not url.username:
            address = url.set(username=getuser()).render_as_string(hide_password=False)  # as PostgreSQL's own tools do
        memory = address in ("sqlite://", "sqlite:///:memory:")
        options: dict[str, Any] = {"poolclass": StaticPool} if memory else {}
        engine = create_engine(address, **options)
    except exc.ArgumentError:
        raise RegisterError("the register's address cannot be read", "write postgresql://USER@HOST/NAME") from None
    except ImportError:
        raise RegisterError("PostgreSQL needs one more package", installing("postgres")) from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "handle_error", _notice_loss)
    return engine


def _notice_loss(context: ExceptionContext) -> None:
    """What the driver says when the network is gone: the connection is not to be used again."""
    if "network error" in str(context.original_exception):
        context.is_disconnect = True


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """References are enforced, and a writer waits for its turn."""
    connection.isolation_level = None  # the driver's own implicit transactions would split a report in two
    for setting in (
        f"busy_timeout={_BUSY_SECONDS * 1000}",
        "foreign_keys=ON",
        "synchronous=NORMAL",
        "temp_store=MEMORY",
        f"wal_autocheckpoint={_WAITING_PAGES}",
    ):
        connection.execute(f"PRAGMA {setting}")


def open_beside(place: Path) -> Engine:
    """A small database of its own beside a register; others may read while one writes."""
    engine = create_engine(f"sqlite:///{place}", connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", lambda one, _: one.execute("PRAGMA journal_mode=WAL"))
    return engine


def _let_many_read(engine: Engine) -> None:
    """Others may read while one writes: a property of the file, set once, and never on files that are not ours."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once; taking it halfway could fail after work was done."""
    writing = connection.get_execution_options().get("writing", False)
    if writing:
        connection.exec_driver_sql(f"PRAGMA cache_size=-{_CACHE}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def take_turn(connection: Connection) -> None:
    """Let writers of one register on PostgreSQL go one after the other, as they do on SQLite.

    Two reports of one contact, written at once, would else not see each other.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:register)"), {"register": _TURN})


def _bring_up_to_date(engine: Engine, shown: str, create: bool, make_again: MakeAgain) -> None:
    """Look at the version first; the migration tool is loaded only where there is something to do."""
    revision = _revision(engine, shown)
    if revision == REVISION:
        return
    if revision is None and not create:
        raise NoRegister(shown)
    if revision is not None and revision not in OLDER_REVISIONS:
        raise RegisterError(
            f"the register {shown} was made by another version of bangiao (its tables are at {revision})",
            "install the newest bangiao, or choose another file with --register FILE",
        )
    from bangiao.register.migrate import upgrade

    if engine.dialect.name == "sqlite":
        _let_many_read(engine)
    upgrade(engine, make_again)


def _revision(engine: Engine, shown: str) -> str | None:
    """The version of the tables; null for an empty database."""
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if "alembic_version" in tables:
            rows = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
            if rows:
                return str(rows[0])
        elif not tables:
            return None
    raise RegisterError(f"{shown} is a database, but not a register", "choose another file with --register FILE")
