"""The sides of a contact in one line that a person can read and write: "VN: Lê Hoa, Bộ trưởng; , Đại sứ | JP"."""

from bangiao.evaluation.documents import ToldPerson, ToldSide


def written(sides: tuple[ToldSide, ...]) -> str:
    """Sides parted by |, people by ;, a name from its office by the first comma; who has no name begins with it."""
    return " | ".join(_side(one) for one in sorted(sides, key=_label))


def parsed(line: str) -> tuple[ToldSide, ...]:
    """The sides that a line says; two capitals are a country, any other word an organisation."""
    return tuple(_parsed(one) for one in line.split("|") if one.strip())


def _label(side: ToldSide) -> str:
    return side.country or side.org or ""


def _side(side: ToldSide) -> str:
    people = "; ".join(f"{one.name or ''}, {one.office}" if one.office else one.name or "" for one in side.people)
    return f"{_label(side)}: {people}" if people else _label(side)


def _parsed(part: str) -> ToldSide:
    label, _, people = (word.strip() for word in part.partition(":"))
    is_country = len(label) == 2 and label.isalpha() and label.isupper()
    who = tuple(_person(one) for one in people.split(";") if one.strip())
    return ToldSide(label if is_country else None, None if is_country else label, who)


def _person(words: str) -> ToldPerson:
    name, _, office = (word.strip() for word in words.partition(","))
    return ToldPerson(name or None, office or None)
