"""People over spellings, contacts over reports: what follows from the source is made anew, the source is kept."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# in an order in which nothing is dropped that another table still refers to
DERIVED = (
    "participants",
    "contact_bodies",
    "contact_channels",
    "contact_sides",
    "doubts",
    "topics",
    "parties",
    "statements",
    "commitments",
    "body_mentions",
    "mentions",
    "evidence",
    "inferences",
    "findings",
    "contacts",
    "reports",
    "sources",
    "spellings",
    "people",
    "bodies",
    "offices",
)


def words() -> TypeEngine[str]:
    """Text that sorts by code point on every database."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the derived tables in their new form; the program fills them from readings and decisions."""
    for table in DERIVED:
        op.drop_table(table)
    op.add_column("decisions", sa.Column("field", words(), nullable=True))
    op.add_column("decisions", sa.Column("value", words(), nullable=True))
    op.create_table(
        "bodies",
        sa.Column("body_id", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("side", words(), nullable=False),
        sa.PrimaryKeyConstraint("body_id", name=op.f("pk_bodies")),
    )
    op.create_table(
        "contacts",
        sa.Column("contact_id", words(), nullable=False),
        sa.Column("block", words(), nullable=False),
        sa.Column("form", words(), nullable=False),
        sa.Column("trigger", words(), nullable=False),
        sa.Column("mode", words(), nullable=False),
        sa.Column("status", words(), nullable=False),
        sa.Column("date", words(), nullable=True),
        sa.Column("date_basis", words(), nullable=True),
        sa.Column("date_candidates", words(), nullable=True),
        sa.Column("first_day", words(), nullable=True),
        sa.Column("last_day", words(), nullable=True),
        sa.Column("sort", words(), nullable=False),
        sa.Column("venue", words(), nullable=True),
        sa.Column("city", words(), nullable=True),
        sa.Column("country", words(), nullable=True),
        sa.Column("occasion", words(), nullable=True),
        sa.Column("visit_kind", words(), nullable=True),
        sa.Column("session", words(), nullable=True),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("main_finding", words(), nullable=True),
        sa.Column("disagreements", words(), nullable=False),
        sa.Column("decision_id", words(), nullable=True),
        sa.Column("rejected", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_block"), "contacts", ["block"], unique=False)
    op.create_index("ix_contacts_sort_contact_id", "contacts", ["sort", "contact_id"], unique=False)
    op.create_table(
        "name_keys",
        sa.Column("base_id", words(), nullable=False),
        sa.Column("key", words(), nullable=False),
        sa.PrimaryKeyConstraint("base_id", "key", name=op.f("pk_name_keys")),
    )
    op.create_index("ix_name_keys_key", "name_keys", ["key", "base_id"], unique=False)
    op.create_table(
        "offices",
        sa.Column("office_id", words(), nullable=False),
        sa.Column("title", words(), nullable=False),
        sa.Column("post", words(), nullable=False),
        sa.Column("side", words(), nullable=False),
        sa.Column("body_id", words(), nullable=True),
        sa.Column("channel", words(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_offices")),
    )
    op.create_table(
        "people",
        sa.Column("person_id", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("side", words(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_people")),
    )
    op.create_table(
        "sources",
        sa.Column("source_id", words(), nullable=False),
        sa.Column("outlet", words(), nullable=False),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_sources")),
    )
    op.create_table(
        "tenures",
        sa.Column("tenure_id", words(), nullable=False),
        sa.Column("country", words(), nullable=False),
        sa.Column("person", words(), nullable=False),
        sa.Column("content", words(), nullable=False),
        sa.PrimaryKeyConstraint("tenure_id", name=op.f("pk_tenures")),
    )
    op.create_table(
        "contact_bodies",
        sa.Column("contact_id", words(), nullable=False),
        sa.Column("side", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body_id", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.body_id"], name=op.f("fk_contact_bodies_body_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.contact_id"], name=op.f("fk_contact_bodies_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("contact_id", "side", "position", name=op.f("pk_contact_bodies")),
    )
    op.create_index(op.f("ix_contact_bodies_body_id"), "contact_bodies", ["body_id"], unique=False)
    op.create_table(
        "contact_channels",
        sa.Column("contact_id", words(), nullable=False),
        sa.Column("channel", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.contact_id"], name=op.f("fk_contact_channels_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("contact_id", "channel", name=op.f("pk_contact_channels")),
    )
    op.create_index(op.f("ix_contact_channels_channel"), "contact_channels", ["channel"], unique=False)
    op.create_table(
        "contact_sides",
        sa.Column("contact_id", words(), nullable=False),
        sa.Column("side", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("label", words(), nullable=False),
        sa.Column("country", words(), nullable=True),
        sa.Column("org", words(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.contact_id"], name=op.f("fk_contact_sides_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("contact_id", "side", name=op.f("pk_contact_sides")),
    )
    op.create_index(op.f("ix_contact_sides_label"), "contact_sides", ["label"], unique=False)
    op.create_table(
        "participants",
        sa.Column("contact_id", words(), nullable=False),
        sa.Column("side", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", words(), nullable=True),
        sa.Column("name", words(), nullable=True),
        sa.Column("office", words(), nullable=True),
        sa.Column("role", words(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.contact_id"], name=op.f("fk_participants_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.person_id"], name=op.f("fk_participants_person_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("contact_id", "side", "position", name=op.f("pk_participants")),
    )
    op.create_index(op.f("ix_participants_person_id"), "participants", ["person_id"], unique=False)
    op.create_table(
        "reports",
        sa.Column("report_id", words(), nullable=False),
        sa.Column("reading_id", words(), nullable=False),
        sa.Column("source_id", words(), nullable=True),
        sa.Column("given_id", words(), nullable=False),
        sa.Column("url", words(), nullable=True),
        sa.Column("headline", words(), nullable=True),
        sa.Column("outlet", words(), nullable=True),
        sa.Column("published", words(), nullable=True),
        sa.Column("language", words(), nullable=True),
        sa.Column("credit", words(), nullable=True),
        sa.Column("sketch", words(), nullable=False),
        sa.Column("diplomatic", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.reading_id"], name=op.f("fk_reports_reading_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.source_id"], name=op.f("fk_reports_source_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_given_id"), "reports", ["given_id"], unique=False)
    op.create_index(op.f("ix_reports_published"), "reports", ["published"], unique=False)
    op.create_index(op.f("ix_reports_reading_id"), "reports", ["reading_id"], unique=False)
    op.create_index("ix_reports_source_id_outlet", "reports", ["source_id", "outlet"], unique=False)
    op.create_table(
        "spellings",
        sa.Column("base_id", words(), nullable=False),
        sa.Column("spelling", words(), nullable=False),
        sa.Column("person_id", words(), nullable=False),
        sa.Column("side", words(), nullable=False),
        sa.Column("plain", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.person_id"], name=op.f("fk_spellings_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("base_id", "spelling", name=op.f("pk_spellings")),
    )
    op.create_index(op.f("ix_spellings_person_id"), "spellings", ["person_id"], unique=False)
    op.create_index(op.f("ix_spellings_plain"), "spellings", ["plain"], unique=False)
    op.create_table(
        "changes",
        sa.Column("report_id", words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("side", words(), nullable=False),
        sa.Column("base_id", words(), nullable=False),
        sa.Column("office", words(), nullable=False),
        sa.Column("post", words(), nullable=False),
        sa.Column("told", words(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("quote", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name=op.f("fk_changes_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_id", "position", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_base_id"), "changes", ["base_id"], unique=False)
    op.create_index(op.f("ix_changes_post"), "changes", ["post"], unique=False)
    op.create_table(
        "copies",
        sa.Column("contact_id", words(), nullable=False),
        sa.Column("report_id", words(), nullable=False),
        sa.Column("original", words(), nullable=False),
        sa.Column("how", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.contact_id"], name=op.f("fk_copies_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name=op.f("fk_copies_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("contact_id", "report_id", name=op.f("pk_copies")),
    )
    op.create_table(
        "doubts",
        sa.Column("doubt_id", words(), nullable=False),
        sa.Column("report_id", words(), nullable=True),
        sa.Column("contact_id", words(), nullable=True),
        sa.Column("base_id", words(), nullable=True),
        sa.Column("kind", words(), nullable=False),
        sa.Column("message", words(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("quote", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.contact_id"], name=op.f("fk_doubts_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name=op.f("fk_doubts_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("doubt_id", name=op.f("pk_doubts")),
    )
    op.create_index(op.f("ix_doubts_base_id"), "doubts", ["base_id"], unique=False)
    op.create_index(op.f("ix_doubts_contact_id"), "doubts", ["contact_id"], unique=False)
    op.create_index(op.f("ix_doubts_kind"), "doubts", ["kind"], unique=False)
    op.create_index(op.f("ix_doubts_report_id"), "doubts", ["report_id"], unique=False)
    op.create_table(
        "findings",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("report_id", words(), nullable=False),
        sa.Column("kind", words(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("block", words(), nullable=True),
        sa.Column("contact_id", words(), nullable=True),
        sa.Column("content", words(), nullable=False),
        sa.Column("title", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("marks", words(), nullable=False),
        sa.Column("counts", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.contact_id"], name=op.f("fk_findings_contact_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name=op.f("fk_findings_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("finding_id", name=op.f("pk_findings")),
    )
    op.create_index(op.f("ix_findings_block"), "findings", ["block"], unique=False)
    op.create_index(op.f("ix_findings_contact_id"), "findings", ["contact_id"], unique=False)
    op.create_index(op.f("ix_findings_report_id"), "findings", ["report_id"], unique=False)
    op.create_table(
        "lexicon",
        sa.Column("report_id", words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("alias", words(), nullable=False),
        sa.Column("side", words(), nullable=False),
        sa.Column("name_base", words(), nullable=False),
        sa.Column("alias_base", words(), nullable=False),
        sa.Column("kind", words(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("quote", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name=op.f("fk_lexicon_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_id", "position", name=op.f("pk_lexicon")),
    )
    op.create_index(op.f("ix_lexicon_alias_base"), "lexicon", ["alias_base"], unique=False)
    op.create_index(op.f("ix_lexicon_name_base"), "lexicon", ["name_base"], unique=False)
    op.create_table(
        "body_mentions",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("side", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body_id", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.body_id"], name=op.f("fk_body_mentions_body_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_body_mentions_finding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("finding_id", "side", "position", name=op.f("pk_body_mentions")),
    )
    op.create_index("ix_body_mentions_body_id_name", "body_mentions", ["body_id", "name"], unique=False)
    op.create_table(
        "commitments",
        sa.Column("commitment_id", words(), nullable=False),
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("kind", words(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_commitments_finding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("commitment_id", name=op.f("pk_commitments")),
    )
    op.create_index(op.f("ix_commitments_finding_id"), "commitments", ["finding_id"], unique=False)
    op.create_index(op.f("ix_commitments_kind"), "commitments", ["kind"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", words(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("quote", words(), nullable=False),
        sa.Column("rule", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_evidence_finding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("finding_id", "position", name=op.f("pk_evidence")),
    )
    op.create_table(
        "inferences",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", words(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("quote", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_inferences_finding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("finding_id", "position", name=op.f("pk_inferences")),
    )
    op.create_table(
        "mentions",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("side", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("base_id", words(), nullable=True),
        sa.Column("person_id", words(), nullable=True),
        sa.Column("name", words(), nullable=True),
        sa.Column("office", words(), nullable=True),
        sa.Column("role", words(), nullable=True),
        sa.Column("attested", words(), nullable=True),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_mentions_finding_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.person_id"], name=op.f("fk_mentions_person_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("finding_id", "side", "position", name=op.f("pk_mentions")),
    )
    op.create_index("ix_mentions_base_id_name", "mentions", ["base_id", "name"], unique=False)
    op.create_index(op.f("ix_mentions_person_id"), "mentions", ["person_id"], unique=False)
    op.create_table(
        "parties",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("party", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_parties_finding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("finding_id", "position", name=op.f("pk_parties")),
    )
    op.create_index(op.f("ix_parties_party"), "parties", ["party"], unique=False)
    op.create_table(
        "posts",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("side", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("office_id", words(), nullable=False),
        sa.Column("title", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_posts_finding_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.office_id"], name=op.f("fk_posts_office_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("finding_id", "side", "position", "number", name=op.f("pk_posts")),
    )
    op.create_index("ix_posts_office_id_title", "posts", ["office_id", "title"], unique=False)
    op.create_table(
        "statements",
        sa.Column("statement_id", words(), nullable=False),
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("kind", words(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("speaker", words(), nullable=True),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_statements_finding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_finding_id"), "statements", ["finding_id"], unique=False)
    op.create_index(op.f("ix_statements_kind"), "statements", ["kind"], unique=False)
    op.create_table(
        "telling_keys",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("key", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_telling_keys_finding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("finding_id", "key", name=op.f("pk_telling_keys")),
    )
    op.create_index("ix_telling_keys_key", "telling_keys", ["key", "finding_id"], unique=False)
    op.create_table(
        "topics",
        sa.Column("finding_id", words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("topic", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.finding_id"], name=op.f("fk_topics_finding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("finding_id", "position", name=op.f("pk_topics")),
    )
    op.create_index(op.f("ix_topics_topic"), "topics", ["topic"], unique=False)
