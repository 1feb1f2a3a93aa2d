"""Office files are zip archives that note when they were made: the same content must give the same bytes."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping

_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can say


def timeless(content: bytes, instead: Mapping[str, Iterable[bytes]] | None = None) -> bytes:
    """The archive without the times of its making; `instead` gives members new content, in pieces."""
    sink, instead = io.BytesIO(), instead or {}
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            with after.open(member, "w", force_zip64=True) as inside:
                inside.writelines(instead.get(name) or [_undated(name, before.read(name))])
    return sink.getvalue()


def _undated(name: str, inside: bytes) -> bytes:
    return _MADE.sub(rb"\g<1>1980-01-01T00:00:00Z\2", inside) if name == "docProps/core.xml" else inside
