"""Keep a copy of a register while others read and write it, and put one back.

A register is a function of its source (readings, decisions, tenures), so a backup is the source alone, copied in one
moment into a register file of SQLite, whatever database it comes from; what follows is made again in the copy.
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from bangiao.model.errors import NoRegister, RegisterError
from bangiao.register import keep
from bangiao.register.schema import SOURCE
from bangiao.register.store import Register

_ROWS = 200  # at a time: a reading holds a whole report


def back_up(register: Register, to: Path) -> int:
    """Write a register into a new file, whole or not at all; gives the number of stored readings.

    Raises RegisterError when the file exists already or cannot be written.
    """
    if to.exists():
        raise RegisterError(f"{to} exists already", "name a new file, or move the old backup away")
    unfinished = to.with_name(f".{to.name}.{os.getpid()}")
    try:
        with Register.open(str(unfinished)) as copy:
            number = _copy(register, copy)
            _prove(copy, str(to))
        _forget_log(unfinished)
        os.replace(unfinished, to)
    except RegisterError as error:
        raise RegisterError(str(error).replace(str(unfinished), str(to)), error.hint) from None
    except OSError as error:
        raise RegisterError(f"{to} cannot be written: {error.strerror}", "choose another place") from None
    finally:
        for left in unfinished.parent.glob(f"{unfinished.name}*"):
            left.unlink()
    return number


def restore(file: Path, target: str | None) -> int:
    """Put a backup into an empty or new register; gives the number of stored readings.

    Nothing is put over a register that holds something. Raises RegisterError, and then nothing is stored.
    """
    with _backup(file) as source:
        _prove(source, str(file))
        with Register.open(target) as register:
            with register._reading() as connection:
                held = sum(_size(connection).values())
            if held:
                raise RegisterError(
                    f"the register {register.shown} is not empty", "restore into a new one: --register FILE"
                )
            return _copy(source, register)


def _backup(file: Path) -> Register:
    """The backup, opened; a file that is not there is no call to read reports."""
    try:
        return Register.open(str(file), create=False)
    except NoRegister:
        raise RegisterError(f"there is no backup at {file}", "check the name and the folder") from None


def _copy(source: Register, target: Register) -> int:
    """The source tables, read in one moment and written in one transaction, and all that follows from them."""
    with source._reading() as old, target._writing() as new:
        for table in SOURCE:
            rows = old.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            for some in rows.partitions(_ROWS):
                new.execute(insert(table), [dict(row) for row in some])
        keep.make_again(new)
        return _size(new)["readings"]


def _size(connection: Connection) -> dict[str, int]:
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in SOURCE}


def _prove(register: Register, shown: str) -> None:
    faults = register.check()
    if faults:
        told = f"{len(faults)} faults, the first: {faults[0].where}: {faults[0].message}"
        raise RegisterError(f"{shown} is not sound: {told}", "see all with `bangiao doctor`")


def _forget_log(file: Path) -> None:
    """A file to be moved away must be one file: SQLite's log is written into it."""
    import sqlite3

    connection = sqlite3.connect(file)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()
