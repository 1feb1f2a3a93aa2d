"""What one report tells: contacts, commitments and statements, each citing its words."""

from msgspec import Struct

from bangiao.model.evidence import Doubt, Evidence, Inference
from bangiao.model.vocabulary import Channel, CommitmentKind, Form, Mode, Role, StatementKind, Status, Topic


class Participant(Struct, frozen=True):
    """A person who took part, in the office that the report gives; a null name means the office alone."""

    name: str | None
    office: str | None = None
    role: Role | None = None


class Side(Struct, frozen=True):
    """A country (ISO 3166-1 alpha-2) or an organisation in a contact, with its people and bodies."""

    country: str | None = None
    org: str | None = None
    people: tuple[Participant, ...] = ()
    bodies: tuple[str, ...] = ()


class Contact(Struct, frozen=True):
    """Who met whom: one exchange between two or more countries or organisations.

    `date` is EDTF ("2024-12-05", "XXXX-04-02", "2024-12-03/2024-12-07", "../2024-12-07") or null;
    `date_basis` says how it was read: "stated", "from publication date", "inferred: …"; where several years
    are left for a date without one, `date_candidates` holds them as an EDTF one-of set. `country` is where
    it took place. `evidence[0]` is the trigger.
    """

    form: Form
    trigger: str
    mode: Mode
    status: Status
    sides: tuple[Side, ...]
    channels: tuple[Channel, ...]
    date: str | None = None
    date_basis: str | None = None
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    occasion: str | None = None
    visit_kind: str | None = None
    session: str | None = None
    date_candidates: str | None = None
    evidence: tuple[Evidence, ...] = ()
    inferred: tuple[Inference, ...] = ()


class Commitment(Struct, frozen=True):
    """A sentence that agrees, proposes, pledges, invites, signs or lifts relations; evidence[0] is that sentence."""

    line: int
    kind: CommitmentKind
    by: tuple[str, ...]
    topics: tuple[Topic, ...]
    evidence: tuple[Evidence, ...] = ()
    inferred: tuple[Inference, ...] = ()


class Statement(Struct, frozen=True):
    """A sentence between contact and commitment: who informed, thanked, valued, affirmed …, and about what."""

    line: int
    kind: StatementKind
    by: tuple[str, ...]
    speaker: str | None
    topics: tuple[Topic, ...]
    evidence: tuple[Evidence, ...] = ()
    inferred: tuple[Inference, ...] = ()


class Findings(Struct, frozen=True):
    """All that one report says, with the doubts that reading it left."""

    report: str
    contacts: tuple[Contact, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    statements: tuple[Statement, ...] = ()
    doubts: tuple[Doubt, ...] = ()
