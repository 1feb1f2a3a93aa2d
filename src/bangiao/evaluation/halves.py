"""The gold in two halves, told apart by the id alone: one to read errors in, one for figures only."""

from hashlib import sha1
from typing import Literal

Half = Literal["read", "figures"]


def half_of(document: str) -> Half:
    """The half that a document belongs to, by the first hex digit of the SHA-1 of its id: 0-7 is for reading."""
    first = sha1(document.encode("utf-8"), usedforsecurity=False).hexdigest()[0]
    return "read" if first in "01234567" else "figures"
