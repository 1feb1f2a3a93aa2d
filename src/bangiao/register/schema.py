"""The tables of the register: what was read, what follows from it, and what people decided.

`readings`, `decisions` and `tenures` are the source; every other table follows from them and can be made again.
Text sorts by code point on every database, so that a register looks the same wherever it lies.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

REVISION = "0007"
OLDER_REVISIONS: tuple[str, ...] = ("0001", "0002", "0003", "0004", "0005", "0006")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def words() -> TypeEngine[str]:
    """Text that sorts by code point, on PostgreSQL as on SQLite."""
    return Text().with_variant(Text(collation="C"), "postgresql")


def _key(name: str) -> Column[str]:
    return Column(name, words(), primary_key=True)


def _order(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _text(name: str, *, index: bool = False) -> Column[str]:
    return Column(name, words(), nullable=False, index=index)


def _maybe(name: str, *, index: bool = False) -> Column[str]:
    return Column(name, words(), nullable=True, index=index)


def _of(
    name: str, target: str, *, key: bool = False, needed: bool = True, end: str = "CASCADE", index: bool = True
) -> Column[str]:
    """A reference; what belongs to a row goes with it."""
    rule = ForeignKey(target, ondelete=end)
    return Column(name, words(), rule, primary_key=key, nullable=not (key or needed), index=index and not key)


def _place() -> list[Column[int]]:
    """Half-open code points in the report's text, and the 1-based line."""
    return [Column(name, Integer, nullable=True) for name in ("start", "end", "line")]


# -- the source ------------------------------------------------------------------------------------
readings = Table(
    "readings",
    metadata,
    _key("reading_id"),
    _text("report_id", index=True),
    _text("given_id", index=True),
    _maybe("url_key", index=True),
    _text("text_hash"),
    _text("reader"),
    _maybe("updated"),
    _maybe("published"),
    _maybe("fetched"),
    _text("rank"),
    Column("current", Boolean, nullable=False),
    _text("text"),
    _text("report"),
    _text("findings"),
)
decisions = Table(
    "decisions",
    metadata,
    _key("decision_id"),
    _text("kind"),
    _text("subjects"),
    _text("by"),
    _text("at"),
    _text("why"),
    _text("anchors"),
    _maybe("field"),
    _maybe("value"),
)
# who held which office when, as a user imported it: one row a tenure, its fields as JSON in `content`
tenures = Table("tenures", metadata, _key("tenure_id"), _text("country"), _text("person"), _text("content"))

# when which web address was asked, so that only what is new is asked for: of this running, not of the reports
visits = Table(
    "visits", metadata, _key("address"), _maybe("etag"), _maybe("modified"), _maybe("changed"), _maybe("after")
)
# which page was read by whom, so that it is not read again: of this running too
pages = Table("pages", metadata, _key("page"), _text("reader"))
# the rules that joined names and reports, see maker.py; one row
maker = Table("maker", metadata, _key("mark"))

# -- what one report says --------------------------------------------------------------------------
sources = Table("sources", metadata, _key("source_id"), _text("outlet"))
reports = Table(
    "reports",
    metadata,
    _key("report_id"),
    _of("reading_id", "readings.reading_id", end="RESTRICT"),
    _of("source_id", "sources.source_id", needed=False, end="RESTRICT", index=False),
    _text("given_id", index=True),
    _maybe("url"),
    _maybe("headline"),
    _maybe("outlet"),
    _maybe("published", index=True),
    _maybe("language"),
    _maybe("credit"),
    _text("sketch"),
    Column("diplomatic", Boolean, nullable=False),
)
Index("ix_reports_source_id_outlet", reports.c.source_id, reports.c.outlet)
contacts = Table(
    "contacts",
    metadata,
    _key("contact_id"),
    _text("block", index=True),
    _text("form"),
    _text("trigger"),
    _text("mode"),
    _text("status"),
    _maybe("date"),
    _maybe("date_basis"),
    _maybe("date_candidates"),
    _maybe("first_day"),
    _maybe("last_day"),
    _text("sort"),
    _maybe("venue"),
    _maybe("city"),
    _maybe("country"),
    _maybe("occasion"),
    _maybe("visit_kind"),
    _maybe("session"),
    Column("tellings", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    _maybe("main_finding"),
    _text("disagreements"),
    _maybe("decision_id"),
    Column("rejected", Boolean, nullable=False),
)
Index("ix_contacts_sort_contact_id", contacts.c.sort, contacts.c.contact_id)

findings = Table(
    "findings",
    metadata,
    _key("finding_id"),
    _of("report_id", "reports.report_id"),
    _text("kind"),
    Column("number", Integer, nullable=False),
    Column("line", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    _maybe("block", index=True),
    _of("contact_id", "contacts.contact_id", needed=False, end="SET NULL"),
    _text("content"),
    _text("title"),
    _text("name"),
    _text("marks"),
    _text("counts"),
)
# what tellings of one contact share: a new report looks up here which blocks it touches
telling_keys = Table("telling_keys", metadata, _of("finding_id", "findings.finding_id", key=True), _key("key"))
Index("ix_telling_keys_key", telling_keys.c.key, telling_keys.c.finding_id)
evidence = Table(
    "evidence",
    metadata,
    _of("finding_id", "findings.finding_id", key=True),
    _order("position"),
    _text("field"),
    *_place(),
    _text("quote"),
    _text("rule"),
)
inferences = Table(
    "inferences",
    metadata,
    _of("finding_id", "findings.finding_id", key=True),
    _order("position"),
    _text("field"),
    _text("reason"),
    *_place(),
    _text("quote"),
)
people = Table("people", metadata, _key("person_id"), _text("name"), _text("side"))
spellings = Table(
    "spellings",
    metadata,
    _key("base_id"),
    _key("spelling"),
    _of("person_id", "people.person_id"),
    _text("side"),
    _text("plain", index=True),
)
# the spelling by which each name is compared, what spellings of one person share, and whom it may be one with
filed_names = Table("filed_names", metadata, _key("base_id"), _text("name"), _text("side"))
name_keys = Table("name_keys", metadata, _key("base_id"), _key("key"))
Index("ix_name_keys_key", name_keys.c.key, name_keys.c.base_id)
near_names = Table("near_names", metadata, _key("base_id"), Column("other_id", words(), primary_key=True, index=True))
# a second spelling that a report itself teaches, with the words that do
lexicon = Table(
    "lexicon",
    metadata,
    _of("report_id", "reports.report_id", key=True),
    _order("position"),
    _text("name"),
    _text("alias"),
    _text("side"),
    _text("name_base", index=True),
    _text("alias_base", index=True),
    _text("kind"),
    *_place(),
    _text("quote"),
)
bodies = Table("bodies", metadata, _key("body_id"), _text("name"), _text("side"))
offices = Table(
    "offices",
    metadata,
    _key("office_id"),
    _text("title"),
    _text("post"),
    _text("side"),
    _maybe("body_id"),
    _maybe("channel"),
    Column("rank", Integer, nullable=True),
)
mentions = Table(
    "mentions",
    metadata,
    _of("finding_id", "findings.finding_id", key=True),
    _order("side"),
    _order("position"),
    _maybe("base_id"),
    _of("person_id", "people.person_id", needed=False, end="RESTRICT"),
    _maybe("name"),
    _maybe("office"),
    _maybe("office_read"),  # as the report was read, where a person set it right; people are told apart by this
    _maybe("office_basis"),
    _maybe("role"),
    _maybe("attested"),
)
# how mentions show each name, in which office as worded and between which days, and who stands beside whom
attestations = Table(
    "attestations", metadata, _key("base_id"), _key("wording"), _maybe("office"), _maybe("first"), _maybe("last")
)
companions = Table("companions", metadata, _key("base_id"), Column("other_id", words(), primary_key=True, index=True))
# the single posts of an office as worded, each with its own words
posts = Table(
    "posts",
    metadata,
    _of("finding_id", "findings.finding_id", key=True),
    _order("side"),
    _order("position"),
    _order("number"),
    _of("office_id", "offices.office_id", end="RESTRICT", index=False),
    _text("title"),
)
# the first wording of a thing is looked up at every reading: these indexes answer it in one step
Index("ix_mentions_base_id_name", mentions.c.base_id, mentions.c.name)
Index("ix_posts_office_id_title", posts.c.office_id, posts.c.title)
body_mentions = Table(
    "body_mentions",
    metadata,
    _of("finding_id", "findings.finding_id", key=True),
    _order("side"),
    _order("position"),
    _of("body_id", "bodies.body_id", end="RESTRICT", index=False),
    _text("name"),
)
Index("ix_body_mentions_body_id_name", body_mentions.c.body_id, body_mentions.c.name)
# changes of hands that a report tells; one row for each post that the words name
changes = Table(
    "changes",
    metadata,
    _of("report_id", "reports.report_id", key=True),
    _order("position"),
    _text("kind"),
    _text("name"),
    _text("side"),
    _text("base_id", index=True),
    _text("office"),
    _text("post", index=True),
    _maybe("told"),
    *_place(),
    _text("quote"),
)
commitments = Table(
    "commitments",
    metadata,
    _key("commitment_id"),
    _of("finding_id", "findings.finding_id"),
    _text("kind", index=True),
    Column("line", Integer, nullable=False),
)
statements = Table(
    "statements",
    metadata,
    _key("statement_id"),
    _of("finding_id", "findings.finding_id"),
    _text("kind", index=True),
    Column("line", Integer, nullable=False),
    _maybe("speaker"),
)
parties = Table(
    "parties",
    metadata,
    _of("finding_id", "findings.finding_id", key=True),
    _order("position"),
    _text("party", index=True),
)
topics = Table(
    "topics",
    metadata,
    _of("finding_id", "findings.finding_id", key=True),
    _order("position"),
    _text("topic", index=True),
)
doubts = Table(
    "doubts",
    metadata,
    _key("doubt_id"),
    _of("report_id", "reports.report_id", needed=False),
    _of("contact_id", "contacts.contact_id", needed=False),
    _maybe("base_id", index=True),
    _text("kind", index=True),
    _text("message"),
    *_place(),
    _text("quote"),
)

# -- what all reports say together -----------------------------------------------------------------
contact_sides = Table(
    "contact_sides",
    metadata,
    _of("contact_id", "contacts.contact_id", key=True),
    _order("side"),
    _text("label", index=True),
    _maybe("country"),
    _maybe("org"),
)
participants = Table(
    "participants",
    metadata,
    _of("contact_id", "contacts.contact_id", key=True),
    _order("side"),
    _order("position"),
    _of("person_id", "people.person_id", needed=False, end="RESTRICT"),
    _maybe("name"),
    _maybe("office"),
    _maybe("role"),
)
contact_bodies = Table(
    "contact_bodies",
    metadata,
    _of("contact_id", "contacts.contact_id", key=True),
    _order("side"),
    _order("position"),
    _of("body_id", "bodies.body_id", end="RESTRICT"),
    _text("name"),
)
contact_channels = Table(
    "contact_channels",
    metadata,
    _of("contact_id", "contacts.contact_id", key=True),
    Column("channel", words(), primary_key=True, index=True),
)
# which report of a contact repeats which other, so that it is no source of its own
copies = Table(
    "copies",
    metadata,
    _of("contact_id", "contacts.contact_id", key=True),
    _of("report_id", "reports.report_id", key=True),
    _text("original"),
    _text("how"),
)

SOURCE = (readings, decisions, tenures, visits, pages)
