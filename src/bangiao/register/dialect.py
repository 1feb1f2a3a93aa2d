"""What one database says in words of its own: PostgreSQL's part is loaded only where a register lies there."""

from types import ModuleType

from sqlalchemy import Connection


def dialect_of(connection: Connection) -> ModuleType:
    """The part of SQLAlchemy for the database of a connection; it has the `insert` that says what to do on conflict."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql
    from sqlalchemy.dialects import sqlite

    return sqlite
