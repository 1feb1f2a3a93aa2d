"""The known tenures: those that ship with the program, and a user's own."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.tenure import Tenure
from bangiao.views.names import country_code

if TYPE_CHECKING:
    from bangiao.register.store import Register


class TenuresView(Struct, frozen=True):
    """Rows of all tables, each with its sources and origin, by country, office and start."""

    tenures: tuple[Tenure, ...]


def tenures(register: "Register", country: str | None = None) -> TenuresView:
    """Show the known tenures, of one country (code or name) where asked."""
    code = country_code(country) if country else None
    found = [one for one in register.known_tenures() if code in (None, one.country)]
    return TenuresView(tuple(sorted(found, key=lambda one: (one.country, one.title, one.start or "", one.person))))
