"""Bring the tables of a register to the form that this version of the program needs."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from bangiao.register.schema import REVISION


def upgrade(engine: Engine) -> None:
    """Make or change the tables, in one transaction: all of it or nothing."""
    config = settings()
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, REVISION)


def settings() -> Config:
    """Where the migrations lie: in the package itself."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config
