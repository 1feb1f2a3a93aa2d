"""The rows of a pack's tables as their author writes them: what each key may hold."""

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from bangiao.model.vocabulary import CHANNELS, Channel, Form

Word = Annotated[str, Meta(min_length=1)]
Words = Annotated[list[Word], Meta(min_length=1)]
Frame = Literal[
    "meet",
    "visit",
    "move",
    "attend",
    "event",
    "send",
    "convey",
    "welcome",
    "credentials",
    "award",
    "homage",
    "sign",
    "statement",
]
MarkerRole = Literal[
    "inviter",
    "occasion",
    "stage",
    "noise",
    "accepted",
    "by",
    "future",
    "past",
    "cancelled",
    "negative",
    "invite",
    "speech",
    "both",
    "joiner",
]
AreaRole = Literal["city", "region"]
OfficeChannel = Literal[
    "party",
    "state",
    "government",
    "parliament",
    "defence_security",
    "justice",
    "local",
    "people",
    "business",
    "international",
    "other",
    "by_body",
]
FRAMES: tuple[Frame, ...] = get_args(Frame)
MARKER_ROLES: tuple[MarkerRole, ...] = get_args(MarkerRole)


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One meaning and all the words that have it.

    `examples` are short sentences in which one of the words has this meaning, `not_examples` sentences in which
    none is; the tests of the pack run both.
    """

    words: Words
    gloss: str = ""
    source: str = ""
    examples: list[Word] = []
    not_examples: list[Word] = []


class OfficeRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The head of an office: its channel, or "by_body" where the body after it decides, else `default`."""

    channel: OfficeChannel | Literal[""] = ""
    default: Channel | Literal[""] = ""
    posted: bool = False


class BodyRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body: its channels with a space between; `open` where a name of its own may follow; `country` where only one
    country has it."""

    channel: str = ""
    country: str = ""
    default: Channel | Literal[""] = ""
    open: bool = False

    def __post_init__(self) -> None:
        wrong = [channel for channel in self.channel.split() if channel not in CHANNELS]
        if wrong:
            raise ValueError(f"unknown channel {wrong[0]!r}; known: {', '.join(CHANNELS)}")


class TriggerRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb or noun that tells a contact: the form it tells and the frame by which its slots are filled."""

    form: Form
    frame: Frame
    noun: bool = False
    online: bool = False
    session: bool = False
    weak: bool = False
    verb: bool = False


class MarkerRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A small word and the role that it plays in its clause."""

    role: MarkerRole


class AreaRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun before a place's name, and whether a city or a region follows it."""

    role: AreaRole


class CountryRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A country with every way the press writes it."""

    code: Word
    names: Words
    short: list[Word] = []
    paired: list[Word] = []
    gloss: str = ""
    source: str = ""
    examples: list[Word] = []
    not_examples: list[Word] = []


class PairRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that stand for two countries at once, as the two stand in them or as the press orders them."""

    codes: Annotated[list[Word], Meta(min_length=2, max_length=2)]


class OrganisationRow(Struct, frozen=True, forbid_unknown_fields=True):
    """An international organisation: its usual short form and its names."""

    code: Word
    names: list[Word] = []
    channel: Channel = "international"
    members_are_states: bool = True
    gloss: str = ""
    source: str = ""
    examples: list[Word] = []
    not_examples: list[Word] = []


class CityRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A city and its country."""

    name: Word
    country: str
    names: list[Word] = []
    ambiguous: bool = False
    capital: bool = False


class RegionRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A province, state or prefecture and its country; `until` and `merged_into` where it is no more."""

    country: str
    names: Words
    kind: str = ""
    until: str = ""
    merged_into: str = ""
    ambiguous: bool = False


class VenueRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of venue, or a word that a venue's name begins with (`head`)."""

    words: Words
    country: str | None = None
    head: bool = False
    gloss: str = ""
    source: str = ""
    examples: list[Word] = []
    not_examples: list[Word] = []
