"""How names are told is kept beside the mentions; what follows from the source is made anew with it."""

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The source stays as it is."""
