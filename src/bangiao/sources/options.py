"""How far reading may go: sizes, times, and which addresses may be called."""

from msgspec import Struct

MEBIBYTE = 1024 * 1024


class SourceOptions(Struct, frozen=True):
    """The limits of one reading; the defaults suit news reports on a laptop.

    `max_document` is the size in bytes of one report (a file, a page, a line of a .jsonl file) after unpacking.
    `max_unpacked` and `max_ratio` bound what a gzip file may unpack to, in bytes and as a multiple of its size.
    `max_seconds` is the time for one address, redirects included; `wait_seconds` is how long a silent server
    is waited for. `trusted` is false for addresses that no person typed (from a report, a feed or a browser
    form): they may name no file, and no private address unless its host stands in `allow_hosts`.
    """

    max_document: int = 20 * MEBIBYTE
    max_unpacked: int = 4096 * MEBIBYTE
    max_ratio: int = 200
    max_redirects: int = 5
    max_seconds: float = 30.0
    wait_seconds: float = 10.0
    trusted: bool = True
    allow_hosts: tuple[str, ...] = ()


DEFAULTS = SourceOptions()
