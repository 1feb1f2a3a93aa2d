"""Ids from content: the same thing has the same id, in whatever order reports are read."""

from base64 import b32encode
from collections.abc import Sequence
from hashlib import sha256

import msgspec

Part = str | int | None | Sequence["Part"]

LENGTH = 12  # base32 letters, 60 bits: among a hundred million things a clash has a chance of 1 in 250


def short_id(prefix: str, *parts: Part) -> str:
    """A short readable id such as `c-4xq7…` from the parts that make a thing what it is."""
    digest = sha256(msgspec.json.encode(parts)).digest()
    return f"{prefix}-{b32encode(digest).decode().lower()[:LENGTH]}"


def text_hash(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as hexadecimal digits."""
    return sha256(text.encode("utf-8")).hexdigest()
