"""The words of a refusal: one line that names the input, what is wrong and what to do."""

import errno
import re

from bangiao.model.errors import InputError
from bangiao.model.report import Refusal

_LONGEST_REASON = 400
_LONGEST_NAME = 4096  # names are cut only where no system would take them
_UNDECODED = re.compile("[\ud800-\udfff]")


def shown(words: str, longest: int = _LONGEST_REASON) -> str:
    """A name or message fit for one line of a terminal: no control characters, not too long."""
    clean = "".join(ch if ch.isprintable() else f"\\x{ord(ch):02x}" for ch in words[: longest + 1])
    return clean if len(clean) <= longest else f"{clean[: longest - 1]}…"


def readable_name(name: str) -> str:
    """A file name as valid Unicode: bytes that the file system could not decode become question marks."""
    return _UNDECODED.sub("\ufffd", name)


def refuse(name: str, error: InputError | OSError) -> Refusal:
    """Turn an error into the refusal of the input that it befell."""
    mended = error if isinstance(error, InputError) else from_system(error)
    return Refusal(shown(readable_name(name), _LONGEST_NAME) or '""', shown(str(mended)), mended.hint)


def from_system(error: OSError) -> InputError:
    """What the operating system said, in plain words."""
    if isinstance(error, FileNotFoundError):
        return InputError("does not exist", "check the name and the folder")
    if isinstance(error, PermissionError):
        return InputError("may not be read: permission denied", "change its permissions, or read a copy")
    if error.errno == errno.ELOOP:
        return InputError("is a link that leads round in a circle", "name the file itself")
    if error.errno == errno.ENAMETOOLONG:
        return InputError("is too long for a file name", "put - for text from standard input")
    if isinstance(error, NotADirectoryError):
        return InputError("does not exist: a part of its path is a file", "check the name and the folder")
    return InputError(f"cannot be read: {error.strerror or error}", "check the disk and try again")


def size(count: int) -> str:
    """A number of bytes in the unit that reads best, such as "20 MB"."""
    for unit, name in ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")):
        if count >= unit:
            return f"{count / unit:.3g} {name}"
    return f"{count} bytes"
