"""What kind of content a stream holds, told by its name, its first bytes, or what the server says."""

import re
from typing import Literal

from bangiao.model.errors import InputError

Media = Literal[
    "text/plain",
    "text/html",
    "application/jsonl",
    "application/warc",
    "application/parquet",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]
Packing = Literal["gzip", "zstd"]

SUFFIXES: dict[str, Media] = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".jsonl": "application/jsonl",
    ".warc": "application/warc",
    ".wet": "application/warc",
    ".parquet": "application/parquet",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_PACKED: dict[str, Packing] = {".gz": "gzip", ".zst": "zstd"}
_BY_MAGIC: tuple[tuple[bytes, Media], ...] = (
    (b"WARC/", "application/warc"),
    (b"PAR1", "application/parquet"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
)

OFFICE: frozenset[str] = frozenset(("application/pdf", SUFFIXES[".docx"]))
BUNDLES: frozenset[str | None] = frozenset(("application/jsonl", "application/warc", "application/parquet"))

_SAVE_AS_TEXT = "save it as text or HTML and give that"
_BINARIES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _SAVE_AS_TEXT),
    (b"PK\x03\x04", "a zip file or an office document", "unpack it, or save the document as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old office document", _SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text document", _SAVE_AS_TEXT),
    (b"\x89PNG", "an image", "give the report as text or HTML"),
    (b"\xff\xd8\xff", "an image", "give the report as text or HTML"),
    (b"GIF8", "an image", "give the report as text or HTML"),
    (b"\x7fELF", "a program", "give a text or HTML file"),
    (b"SQLite format 3\0", "a database", "to look into a register, use the commands that ask it"),
    (b"BZh", "packed with bzip2", "unpack it, or pack it with gzip"),
    (b"\xfd7zXZ", "packed with xz", "unpack it, or pack it with gzip"),
    (ZSTD_MAGIC, "packed with zstd twice", "unpack it once and give that"),
    (b"7z\xbc\xaf", "packed with 7-Zip", "unpack it, or pack it with gzip"),
    (b"Rar!", "packed with RAR", "unpack it, or pack it with gzip"),
    (GZIP_MAGIC, "packed with gzip twice", "unpack it once and give that"),
    (b"From: <Saved by", "a page saved as MHTML", "save it from the browser as HTML only"),
    (b"WARC/", "a web archive", "give the file itself"),
    (b"PAR1", "a Parquet file", "give the file itself"),
)
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1|table|script)\b", re.IGNORECASE
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html)\b", re.I)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SERVED: dict[str, Media | None] = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "application/jsonl": "application/jsonl",
    "application/jsonlines": "application/jsonl",
    "application/x-jsonlines": "application/jsonl",
    "application/x-ndjson": "application/jsonl",
    "text/plain": None,
    "application/json": None,
    "application/gzip": None,
    "application/x-gzip": None,
    "application/octet-stream": None,
    "binary/octet-stream": None,
    "application/pdf": "application/pdf",
    "": None,
}


def packing(name: str) -> Packing | None:
    """How a file is packed, as its name tells."""
    return next((kind for suffix, kind in _PACKED.items() if name.lower().endswith(suffix)), None)


def by_name(name: str) -> Media | None:
    """The kind that a file name tells, packed or not; null for a suffix that is not known."""
    lower = _unpacked_name(name).lower()
    dot = lower.rfind(".")
    return SUFFIXES.get(lower[dot:]) if dot > 0 else None


def stem(name: str) -> str:
    """A file's name without its suffix, and without .gz or .zst."""
    bare = _unpacked_name(name)
    dot = bare.rfind(".")
    return bare[:dot] if dot > 0 else bare


def _unpacked_name(name: str) -> str:
    suffix = next((one for one in _PACKED if name.lower().endswith(one) and len(name) > len(one)), "")
    return name[: len(name) - len(suffix)]


def by_header(content_type: str, name: str) -> Media | None:
    """The kind that a server declares; null leaves it to the content. Raises InputError for no report at all."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind in OFFICE:
        return next(media for media in SUFFIXES.values() if media == kind)
    if kind not in _SERVED:
        raise InputError(f"is {kind}, not a page", "give the address of a page in HTML or plain text")
    return _SERVED[kind] or by_name(name)


def by_content(head: bytes, told: Media | None) -> Media:
    """The kind that the first bytes show. A name that says text is believed unless a whole page stands there."""
    start = _bare(head)
    if told is None or told not in ("text/plain", "text/html"):
        bundle = next((kind for magic, kind in _BY_MAGIC if head.startswith(magic)), None)
        if bundle:
            return bundle
    if told == "text/plain":
        return "text/html" if _begins_page(start) else "text/plain"
    if told is not None:
        return told
    if re.match(rb"\s*\{\s*\"", start):
        return "application/jsonl"
    if re.match(rb"\s*\[\s*\{", start):
        raise InputError("is a JSON list", "write one JSON object a line (.jsonl)")
    if start.lstrip().startswith(b"<"):
        if _MARKUP.search(start):
            return "text/html"
        if start.lstrip().startswith(b"<?xml"):
            raise InputError("is XML, but no page", "give the report as text or HTML")
    return "text/plain"


def refuse_binary(head: bytes) -> None:
    """Raise InputError, naming the kind, for content that is known not to be text."""
    for magic, name, hint in _BINARIES:
        if head.startswith(magic):
            raise InputError(f"is {name}, not text" if "packed" not in name else f"is {name}", hint)


def _bare(head: bytes) -> bytes:
    """The first bytes without byte order mark and, for UTF-16, without the zero bytes between letters."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")


def _begins_page(start: bytes) -> bool:
    """Whether a page's own first tag stands at the start, at most after comments and an XML declaration."""
    rest = start.lstrip()
    while rest.startswith((b"<!--", b"<?xml")):
        rest = rest.partition(b"-->" if rest.startswith(b"<!--") else b"?>")[2].lstrip()
    return _PAGE.match(rest) is not None
