"""Passwords as the desk keeps them: hashed by Argon2 with the library's current settings, never as they are."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_LONGEST = 1_000  # nobody may keep the desk busy with a book


def hashed(word: str) -> str:
    """The hash under which a password is kept."""
    return PasswordHasher().hash(word[:_LONGEST])


def fits(kept: str | None, word: str) -> bool:
    """Whether a password is the one that was hashed; for an unknown name it takes as long to say no."""
    try:
        PasswordHasher().verify(kept or _nobodys(), word[:_LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return hashed("the password of nobody")
