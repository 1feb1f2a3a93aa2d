"""What a browser gives to be read, turned into readings and taken into the register."""

from collections.abc import Iterator
from hashlib import blake2b
from io import BytesIO
from pathlib import PurePath

from msgspec import Struct

from bangiao.model.errors import BangiaoError
from bangiao.model.report import Page, Refusal
from bangiao.pipeline import read_page
from bangiao.register.store import Added, Register
from bangiao.sources.documents import Origin, read_document
from bangiao.sources.inputs import open_inputs
from bangiao.sources.media import by_name, packing, stem
from bangiao.sources.options import SourceOptions
from bangiao.sources.wording import readable_name

# no person typed what a form holds: it may name no file and no private address
UNTRUSTED = SourceOptions(trusted=False)


class Given(Struct, frozen=True):
    """A pasted text, an address, and files by name; any of them may be empty."""

    text: str = ""
    address: str = ""
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to read."""
        return not (self.text.strip() or self.address or self.files)


def pages(given: Given) -> Iterator[Page | Refusal]:
    """All pages that are given, and a refusal for what is none."""
    if given.text.strip():
        # the same text pasted twice is the same report
        ident = f"pasted-{blake2b(given.text.strip().encode('utf-8', 'replace'), digest_size=6).hexdigest()}"
        data = given.text.encode("utf-8", "replace")
        yield from read_document(BytesIO(data), Origin("pasted text", ident), UNTRUSTED)
    for path, data in given.files:
        name = readable_name(PurePath(path.replace("\\", "/")).name)
        origin = Origin(name, stem(name), by_name(name), packing(name))
        yield from read_document(BytesIO(data), origin, UNTRUSTED)
    if given.address:
        yield from open_inputs([given.address], UNTRUSTED)


def take_in(register: Register, given: Given) -> Iterator[Added | Refusal]:
    """Read what is given and add it, a report at a time; whatever cannot be read or stored is told."""
    for page in pages(given):
        read = page if isinstance(page, Refusal) else read_page(page)
        if isinstance(read, Refusal):
            yield read
            continue
        try:
            yield register.add(read.report, read.findings)
        except BangiaoError as error:
            yield Refusal(read.report.id, str(error), error.hint)
