"""The moment of a register: a mark that stays while nothing in it changes, for whoever keeps answers."""

from __future__ import annotations

from threading import Lock

from sqlalchemy import Connection, Engine, text


class Watch:
    """Looks whether a register changed, through a connection of its own that never writes.

    Marks of one watch can be compared with each other, not with those of another or of an earlier run.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._connection: Connection | None = None

    def mark(self) -> str:
        """A short word that changes with every change of the register, by whatever program."""
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.connect()
            with self._connection.begin():
                if self._engine.dialect.name == "postgresql":
                    return str(self._connection.scalar(text("SELECT pg_current_snapshot()::text")))
                # the first counts what others wrote, the second what this connection did: a register in memory has one
                others = self._connection.exec_driver_sql("PRAGMA data_version").scalar()
                return f"{others}.{getattr(self._connection.connection.dbapi_connection, 'total_changes', 0)}"

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
