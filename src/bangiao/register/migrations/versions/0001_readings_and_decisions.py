"""The source: what was read and what people decided."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def words() -> TypeEngine[str]:
    """Text that sorts by code point on every database."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables of the source."""
    op.create_table(
        "decisions",
        sa.Column("decision_id", words(), nullable=False),
        sa.Column("kind", words(), nullable=False),
        sa.Column("subjects", words(), nullable=False),
        sa.Column("by", words(), nullable=False),
        sa.Column("at", words(), nullable=False),
        sa.Column("why", words(), nullable=False),
        sa.Column("anchors", words(), nullable=False),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_decisions")),
    )
    op.create_table(
        "readings",
        sa.Column("reading_id", words(), nullable=False),
        sa.Column("report_id", words(), nullable=False),
        sa.Column("given_id", words(), nullable=False),
        sa.Column("url_key", words(), nullable=True),
        sa.Column("text_hash", words(), nullable=False),
        sa.Column("reader", words(), nullable=False),
        sa.Column("updated", words(), nullable=True),
        sa.Column("published", words(), nullable=True),
        sa.Column("fetched", words(), nullable=True),
        sa.Column("rank", words(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("text", words(), nullable=False),
        sa.Column("report", words(), nullable=False),
        sa.Column("findings", words(), nullable=False),
        sa.PrimaryKeyConstraint("reading_id", name=op.f("pk_readings")),
    )
    op.create_index(op.f("ix_readings_given_id"), "readings", ["given_id"], unique=False)
    op.create_index(op.f("ix_readings_report_id"), "readings", ["report_id"], unique=False)
    op.create_index(op.f("ix_readings_url_key"), "readings", ["url_key"], unique=False)
