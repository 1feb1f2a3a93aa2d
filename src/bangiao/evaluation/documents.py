"""What is compared: a document's contacts, commitments and page fields, as gold files and predictions hold them.

The records are lenient on purpose: a prediction may leave out any field, and fields that are not scored are ignored.
"""

from collections.abc import Iterable

import msgspec
from msgspec import UNSET, Struct, UnsetType

from bangiao.model.errors import InputError


class ToldPerson(Struct, frozen=True):
    """A person of a side, by name and office."""

    name: str | None = None
    office: str | None = None


class ToldSide(Struct, frozen=True):
    """A country or an organisation with the people it sent."""

    country: str | None = None
    org: str | None = None
    people: tuple[ToldPerson, ...] = ()


class ToldContact(Struct, frozen=True):
    """One contact as a document tells it, in the guide's fields."""

    form: str | None = None
    trigger: str | None = None
    mode: str | None = None
    status: str | None = None
    date: str | None = None
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    sides: tuple[ToldSide, ...] = ()
    channels: tuple[str, ...] = ()


class CitedLine(Struct, frozen=True):
    """The part of a citation that scoring needs: the line of the document's text."""

    line: int | None = None


class ToldCommitment(Struct, frozen=True):
    """One promise, with the line of its sentence, given outright, by its first citation or by its words."""

    line: int | None = None
    quote: str | None = None
    kind: str | None = None
    by: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    evidence: tuple[CitedLine, ...] | CitedLine = ()

    @property
    def at(self) -> int | None:
        """The 1-based line that carries the promise."""
        if self.line:
            return self.line
        first = self.evidence[0] if isinstance(self.evidence, tuple) and self.evidence else self.evidence
        return first.line if isinstance(first, CitedLine) else None


class ToldRelated(Struct, frozen=True):
    """The headline of another report that the page shows."""

    headline: str


class Document(Struct, frozen=True):
    """One document of a gold file or of a prediction.

    `text_starts`, `text_ends` and `not_text` stand in gold only, where it says how the page is to be cut;
    `text` and `body` stand in predictions only.
    """

    id: str
    contacts: tuple[ToldContact, ...] = ()
    commitments: tuple[ToldCommitment, ...] | UnsetType = UNSET
    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    credit: str | None = None
    published: str | None = None
    text: str | None = None
    body: str | None = None
    captions: tuple[str, ...] | None = None
    related: tuple[ToldRelated | str, ...] | None = None
    text_starts: str | None = None
    text_ends: str | None = None
    not_text: tuple[str, ...] = ()


def read_documents(lines: Iterable[bytes], name: str) -> dict[str, Document]:
    """Read one document a line, by its id; a line that is no document is an InputError with its number."""
    decode = msgspec.json.Decoder(Document).decode
    documents = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            hint = "give one JSON object a line with id and contacts"
            raise InputError(f"line {number} is no document ({error}), {name}", hint) from error
        documents[document.id] = document
    return documents
