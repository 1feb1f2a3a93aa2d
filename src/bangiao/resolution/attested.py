"""The day on which a report shows people in their offices, and how that day is known."""

from msgspec import Struct

from bangiao.model.findings import Contact
from bangiao.resolution.dates import bounds, is_exact


class Attested(Struct, frozen=True):
    """A day (YYYY-MM-DD, or null) with its basis: the contact's own, else "from publication date"."""

    day: str | None
    basis: str | None


def attested(contact: Contact, published: str | None) -> Attested:
    """The day of a contact that was held, else the day of the report.

    A recalled contact may give people the offices that they hold now.
    """
    days = bounds(contact.date) if is_exact(contact.date) and contact.status == "held" else None
    if days:
        return Attested(days.first, contact.date_basis)
    return Attested(published, "from publication date" if published else None)
