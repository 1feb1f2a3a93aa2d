"""What is known of a web address since it was last asked."""

from msgspec import Struct


class Visit(Struct, frozen=True):
    """The marks that a server gave with its last answer, so that only what is new is asked for.

    `etag` and `modified` are its headers ETag and Last-Modified as they came, `changed` what the list that names the
    address said of its last change, `after` the time (ISO 8601, UTC) before which its host wants to be left alone.
    """

    address: str
    etag: str | None = None
    modified: str | None = None
    changed: str | None = None
    after: str | None = None
