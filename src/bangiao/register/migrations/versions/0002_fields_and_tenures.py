"""Decisions on single fields, and the tenures that a user brings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def words() -> TypeEngine[str]:
    """Text that sorts by code point on every database."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add to the source; what follows from it is made anew."""
    op.add_column("decisions", sa.Column("field", words(), nullable=True))
    op.add_column("decisions", sa.Column("value", words(), nullable=True))
    op.create_table(
        "tenures",
        sa.Column("tenure_id", words(), nullable=False),
        sa.Column("country", words(), nullable=False),
        sa.Column("person", words(), nullable=False),
        sa.Column("content", words(), nullable=False),
        sa.PrimaryKeyConstraint("tenure_id", name=op.f("pk_tenures")),
    )
