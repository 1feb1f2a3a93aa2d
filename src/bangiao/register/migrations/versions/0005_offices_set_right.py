"""Offices that a person set right stand where people are attested; what follows from the source is made anew."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The source stays as it is."""
