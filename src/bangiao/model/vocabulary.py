"""The closed vocabularies: what a contact can be, on which channel, and what a sentence can promise."""

from typing import Literal, get_args

Form = Literal["visit", "talks", "meeting", "call", "message", "conference", "signing", "ceremony"]
Mode = Literal["in_person", "phone", "online", "written"]
Status = Literal["held", "planned", "recalled", "cancelled"]
Channel = Literal[
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
]
Role = Literal["chairs", "leads", "attends", "sends", "receives", "conveys", "invites", "signs", "witnesses"]
CommitmentKind = Literal["agreed", "proposed", "pledged", "invited", "signed", "elevated"]
StatementKind = Literal[
    "informed",
    "congratulated",
    "thanked",
    "valued",
    "affirmed",
    "supported",
    "shared_view",
    "conveyed_greetings",
]
Topic = Literal[
    "politics",
    "party",
    "parliament",
    "defence_security",
    "maritime",
    "trade_investment",
    "development_aid",
    "infrastructure_transport",
    "labour",
    "education_training",
    "science_technology",
    "digital",
    "energy_climate",
    "agriculture",
    "health",
    "culture_tourism",
    "local",
    "people_to_people",
    "consular_community",
    "law_justice",
    "international_regional",
    "other",
]
BlockKind = Literal[
    "headline", "body", "caption", "outlet", "date", "byline", "credit", "related", "teaser", "furniture"
]

FORMS: tuple[Form, ...] = get_args(Form)
MODES: tuple[Mode, ...] = get_args(Mode)
STATUSES: tuple[Status, ...] = get_args(Status)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
COMMITMENT_KINDS: tuple[CommitmentKind, ...] = get_args(CommitmentKind)
STATEMENT_KINDS: tuple[StatementKind, ...] = get_args(StatementKind)
TOPICS: tuple[Topic, ...] = get_args(Topic)
BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
