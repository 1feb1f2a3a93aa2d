"""When which web address was asked."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def words() -> TypeEngine[str]:
    """Text that sorts by code point on every database."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the marks that servers gave with their answers."""
    names = ("etag", "modified", "changed", "after")
    op.create_table(
        "visits",
        sa.Column("address", words(), nullable=False),
        *(sa.Column(name, words(), nullable=True) for name in names),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_visits")),
    )
