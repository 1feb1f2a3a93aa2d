"""A mark of the rules that joined names and reports; what follows from the source is made anew with it."""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The source stays as it is."""
