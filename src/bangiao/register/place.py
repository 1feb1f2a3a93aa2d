"""Where the register lies: a file, a database's address, or the user's own data folder."""

import os
import sys
from hashlib import sha256
from pathlib import Path

from bangiao.model.errors import NoRegister, RegisterError

_FILE = "register.sqlite"


def data_folder() -> Path:
    """The folder in which programs of this user keep their data, by the custom of the system."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        stated = os.environ.get("XDG_DATA_HOME", "")
        base = Path(stated) if os.path.isabs(stated) else home / ".local" / "share"
    return base / "bangiao"


def database_address(target: str | None, *, create: bool) -> str:
    """Turn what the user gave into a database's address; makes the user's data folder when it is needed.

    Raises RegisterError when the file cannot be a register, or is missing and may not be made.
    """
    if target and "://" in target:
        return _server_address(target)
    if target == ":memory:":
        return "sqlite://"
    path = Path(target).expanduser() if target else data_folder() / _FILE
    _refuse(path, create, is_default=not target)
    return f"sqlite:///{path}"


def beside(register: str | None, what: str) -> Path:
    """The file for what is no part of a register: beside one that is a file, else in the user's data folder."""
    address = database_address(register, create=True)
    if address.startswith("sqlite:///"):
        return Path(f"{address.removeprefix('sqlite:///')}.{what}.sqlite")
    return data_folder() / f"{sha256(address.encode()).hexdigest()[:12]}.{what}.sqlite"


def _server_address(target: str) -> str:
    scheme, rest = target.split("://", 1)
    if scheme in ("postgres", "postgresql"):
        return f"postgresql+pg8000://{rest}"
    if scheme.split("+")[0] in ("sqlite", "postgresql"):
        return target
    raise RegisterError(
        f"a register cannot be kept at a {scheme}: address", "give a file, sqlite:///FILE or postgresql://HOST/NAME"
    )


def _refuse(path: Path, create: bool, is_default: bool) -> None:
    if path.is_dir():
        raise RegisterError(f"{path} is a folder", f"name a file in it, such as {path / _FILE}")
    if path.exists() and (create or path.stat().st_size):
        return
    if not create:
        raise NoRegister(str(path))
    try:
        if is_default:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegisterError(
            f"the folder {path.parent} cannot be made: {error.strerror}", "choose a file with --register FILE"
        ) from None
    if not path.parent.is_dir():
        raise RegisterError(f"the folder {path.parent} does not exist", "make it first, or choose another file")
