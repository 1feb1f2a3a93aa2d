"""The register: what all reports say, kept in SQLite or PostgreSQL. The only folder with SQL.

Nothing here imports the database library until a register is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bangiao.register.store import Register


def open_register(target: str | None = None, *, create: bool = True) -> Register:
    """Open the register in a file, at a database's address, or in the user's own data folder.

    With `create=False` a register that does not exist yet is an error. Raises RegisterError.
    """
    from bangiao.register.store import Register

    return Register.open(target, create=create)
