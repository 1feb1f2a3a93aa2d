"""Accounts of a desk of several, in a file beside the register: a register is handed on, its readers' secrets are not.

Secrets come hashed from the desk; session tokens are kept as digests alone, so that the file opens no door.
"""

from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct
from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from bangiao.model.errors import QuestionError
from bangiao.register.database import open_beside
from bangiao.register.place import beside

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
_KEPT_NOTES = 500

metadata = MetaData()
accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("added", Text, nullable=False),
)
sessions = Table(
    "sessions",
    metadata,
    Column("token", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("until", Text, nullable=False),
)
failures = Table(
    "failures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("who", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
)
notes = Table(
    "notes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
)


class Account(Struct, frozen=True):
    """Who may enter, and what they may do: read; review as well; or see the accounts, too."""

    name: str
    role: Role

    @property
    def may_change(self) -> bool:
        """Whether this account may decide."""
        return self.role != "reader"


class Note(Struct, frozen=True):
    """An entry of the audit: who did or saw what, and when (ISO time)."""

    at: str
    who: str
    what: str


def place_of(register: str | None) -> Path:
    """The file of the accounts."""
    return beside(register, "accounts")


class Accounts:
    """The accounts of one register; all times are ISO times that the caller gives."""

    def __init__(self, place: Path) -> None:
        self._engine = open_beside(place)
        metadata.create_all(self._engine)
        place.chmod(0o600)

    @classmethod
    def of(cls, register: str | None) -> "Accounts | None":
        """The accounts of a register; null where there are none."""
        place = place_of(register)
        if not place.exists():
            return None
        found = cls(place)
        return found if found.all() else None

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def all(self) -> tuple[Account, ...]:
        """All accounts by name."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(accounts.c.name, accounts.c.role).order_by(accounts.c.name))
            return tuple(Account(*row) for row in rows)

    def add(self, name: str, role: str, secret: str, at: str) -> Account:
        """Make an account, or give an old one a new secret and role; whoever was signed in must sign in again."""
        name = " ".join(name.split())
        if not name:
            raise QuestionError("an account needs a name", "bangiao users add NAME")
        kept = Account(name, _role(role))
        with self._engine.begin() as connection:
            connection.execute(delete(accounts).where(accounts.c.name == name))
            connection.execute(delete(sessions).where(sessions.c.name == name))
            connection.execute(insert(accounts).values(name=name, role=kept.role, secret=secret, added=at))
        return kept

    def remove(self, name: str) -> None:
        """Take an account away, and its sessions with it; what it decided stays in the register."""
        with self._engine.begin() as connection:
            if not connection.execute(delete(accounts).where(accounts.c.name == name)).rowcount:
                raise _nobody(name)
            connection.execute(delete(sessions).where(sessions.c.name == name))

    def give_role(self, name: str, role: str) -> None:
        """Change what an account may do, from its next page on."""
        with self._engine.begin() as connection:
            changed = connection.execute(update(accounts).where(accounts.c.name == name).values(role=_role(role)))
            if not changed.rowcount:
                raise _nobody(name)

    def secret(self, name: str) -> str | None:
        """The hashed secret of an account."""
        with self._engine.connect() as connection:
            return connection.scalar(select(accounts.c.secret).where(accounts.c.name == name))

    def enter(self, name: str, token: str, now: str, until: str) -> None:
        """Begin a session; sessions that have ended are forgotten."""
        with self._engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.until <= now))
            connection.execute(insert(sessions).values(token=_digest(token), name=name, until=until))

    def leave(self, token: str) -> None:
        """End a session."""
        with self._engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.token == _digest(token)))

    def who(self, token: str, now: str) -> Account | None:
        """Whose session a token is, as long as it lasts."""
        query = select(accounts.c.name, accounts.c.role).join(sessions, sessions.c.name == accounts.c.name)
        with self._engine.connect() as connection:
            row = connection.execute(
                query.where(sessions.c.token == _digest(token), sessions.c.until > now)
            ).one_or_none()
        return Account(*row) if row else None

    def failed(self, who: str, at: str) -> None:
        """Remember that somebody gave a wrong name or secret."""
        with self._engine.begin() as connection:
            connection.execute(insert(failures).values(who=who, at=at))

    def failures(self, who: str, since: str) -> int:
        """How often a name or an address failed lately."""
        query = select(func.count()).select_from(failures).where(failures.c.who == who, failures.c.at > since)
        with self._engine.connect() as connection:
            return connection.scalar(query) or 0

    def note(self, who: str, what: str, at: str) -> None:
        """Add to the audit."""
        with self._engine.begin() as connection:
            connection.execute(insert(notes).values(at=at, who=who, what=what))

    def notes(self) -> tuple[Note, ...]:
        """The audit, the latest first."""
        query = select(notes.c.at, notes.c.who, notes.c.what).order_by(notes.c.number.desc()).limit(_KEPT_NOTES)
        with self._engine.connect() as connection:
            return tuple(Note(*row) for row in connection.execute(query))


def _role(role: str) -> Role:
    found = next((one for one in ROLES if one == role), None)
    if found is None:
        raise QuestionError(f"{role!r} is no role", f"one of: {', '.join(ROLES)}")
    return found


def _nobody(name: str) -> QuestionError:
    return QuestionError(f"there is no account {name!r}", "bangiao users list shows all")


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
