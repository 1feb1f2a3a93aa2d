"""Who read a report: the version of the program, and a mark of the very rules and tables it read with."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from bangiao import __version__

_READING = ("model", "text", "languages", "reports", "findings")
_KINDS = (".py", ".toml")


@lru_cache(maxsize=1)
def this_reader() -> str:
    """The mark of the reader that runs now, such as `0.1.0+3f2a91c07d5e`.

    Whoever adds a verb to a table is another reader: reports read again then show the new findings. The
    mark is the same on every machine that has the same files.
    """
    return mark_of(_READING)


def mark_of(folders: tuple[str, ...]) -> str:
    """The version of the program with a hash of all code and tables in these folders of the package."""
    digest = sha256()
    for folder in folders:
        for path, entry in sorted(_below(files("bangiao") / folder, folder), key=lambda item: item[0]):
            digest.update(path.encode() + b"\0" + entry.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The files of a folder that reading rests on, with their paths."""
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(_KINDS):
            yield f"{path}/{entry.name}", entry
