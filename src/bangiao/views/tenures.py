"""The known tenures: those that ship with the program, and a user's own."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.tenure import Tenure
from bangiao.views.words import country as meant

if TYPE_CHECKING:
    from bangiao.register.ask import Answers


class TenuresView(Struct, frozen=True):
    """Rows of all tables, each with its sources and origin, by country, office and start."""

    tenures: tuple[Tenure, ...]


def tenures(register: "Answers", country: str | None = None) -> TenuresView:
    """Show the known tenures, of one country (code or name) where asked; raises QuestionError for what is none."""
    known = register.known_tenures()
    code = meant(country, {one.country for one in known}) if country else None
    found = [one for one in known if code in (None, one.country)]
    return TenuresView(tuple(sorted(found, key=lambda one: (one.country, one.title, one.start or "", one.person))))
