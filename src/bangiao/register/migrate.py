"""Bring the tables of a register to the form that this version of the program needs.

The source (readings, decisions, tenures) is migrated step by step; every other table follows from it, so its old form
is dropped and its new form made from the schema, for the program to fill.
"""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, MetaData, inspect, text

from bangiao.register.database import take_turn
from bangiao.register.schema import REVISION, SOURCE, metadata


def upgrade(engine: Engine, make_again: Callable[[Connection], None]) -> None:
    """Make or change the tables and fill them again, in one transaction: all of it or nothing."""
    config = settings()
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        take_turn(connection)
        if _is_current(connection):
            return  # another process did it while we waited
        _drop_what_follows(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, REVISION)
        metadata.create_all(connection)
        make_again(connection)


def _is_current(connection: Connection) -> bool:
    """Whether the tables are those of this version, seen in our turn."""
    if "alembic_version" not in inspect(connection).get_table_names():
        return False
    return REVISION in connection.scalars(text("SELECT version_num FROM alembic_version"))


def _drop_what_follows(connection: Connection) -> None:
    """Drop our derived tables as they are, in the order of their own references; nobody else's table is touched."""
    ours = {name for name, table in metadata.tables.items() if table not in SOURCE}
    old = MetaData()
    old.reflect(connection, only=sorted(ours & set(inspect(connection).get_table_names())))
    old.drop_all(connection, tables=[table for name, table in old.tables.items() if name in ours])


def settings() -> Config:
    """Where the migrations lie: in the package itself."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config
