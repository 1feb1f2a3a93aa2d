"""Which pages were read, so that none is read twice by one version of the program."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def words() -> TypeEngine[str]:
    """Text that sorts by code point on every database."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the marks of pages, each with the reader that read it last; none is known yet."""
    op.create_table(
        "pages",
        sa.Column("page", words(), nullable=False),
        sa.Column("reader", words(), nullable=False),
        sa.PrimaryKeyConstraint("page", name=op.f("pk_pages")),
    )
