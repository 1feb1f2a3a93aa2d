"""Whether two reports tell one contact: sides, people, days and kind must fit; what is missing is no agreement."""

from collections.abc import Container, Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from bangiao.resolution.tellings import Party, Sight
from bangiao.resolution.windows import Window
from bangiao.resolution.wordings import of_session, same_meeting, same_name, same_number, same_session, same_words

Verdict = Literal["same", "unsure", "different"]
_FAMILY = {"talks": "meeting"}
_NAMED = ("conference", "ceremony", "signing")  # told apart by what they are called
_BUCKET = 16  # days
_SLACK = {"message": 2, "call": 1, "visit": 3, "conference": 1}
_CHAIN = {True: 21, False: 7}  # days over which tellings without a date may still be linked by others between them


class Match(Struct, frozen=True):
    """The verdict on two tellings; `rank` orders the sames, the surest first: how exact the days, how near."""

    verdict: Verdict
    rank: tuple[int, int, int, int] = (9, 0, 0, 0)


DIFFERENT = Match("different")
UNSURE = Match("unsure")


def family(form: str) -> str:
    """Forms that two reports may use for one contact: talks are a meeting."""
    return _FAMILY.get(form, form)


def match(one: Sight, other: Sight) -> Match:
    """Compare two tellings of different reports; the order of the two does not matter."""
    days = _days(one, other)
    verdict = DIFFERENT.verdict if days is None else _fits(one, other)
    if days is None or verdict == "different":
        return DIFFERENT
    if verdict == "unsure":
        return UNSURE
    unlike = int(one.form != other.form) + int(one.trigger != other.trigger)
    shared = [len(party.people & other.parties[at].people) for at, party in one.parties.items() if at in other.parties]
    return Match("same", (*days, unlike, -sum(shared)))


def conflict(one: Sight, other: Sight) -> bool:
    """Whether two tellings cannot be one contact even by way of others between them."""
    if one.window is None or other.window is None:
        return True
    if _fits(one, other) == "different" and not _one_session(one, other):
        return True
    both = one.window.exact and other.window.exact
    if one.window.meets(other.window, _slack(one, other) if both else 0):
        return False
    return both or one.window.distance(other.window) > _CHAIN[one.form in ("visit", "conference")]


def _fits(one: Sight, other: Sight) -> Verdict:
    """Whether form, kind, sides and people fit, whatever the days."""
    form = one.form
    if family(form) != family(other.form) or not _kinds_fit(one, other):
        return "different"
    if form == "visit":
        return _visit(one, other)
    return _conference(one, other) if form == "conference" else _meeting(one, other)


def bare_sides(sights: Iterable[Sight]) -> frozenset[tuple[str, str]]:
    """The sides, by family of form, on which some telling has nobody: only there titles of meetings count."""
    return frozenset(
        (family(seen.form), label) for seen in sights for label, party in seen.parties.items() if not party.anyone
    )


def without_title(seen: Sight, bare: Container[tuple[str, str]]) -> Sight:
    """A telling without its title, where no comparison among tellings with these bare sides asks for it.

    What reports say after the verb is all that many tellings of one meeting differ in. A numbered session keeps its
    title: every other telling of it is compared by it.
    """
    named = (
        seen.form in _NAMED
        or of_session(seen.title)
        or (seen.form != "visit" and any((family(seen.form), label) in bare for label in seen.parties))
    )
    return seen if named else replace(seen, title="")


def keys(seen: Sight) -> Iterator[str]:
    """Words that two tellings share whenever they can be one contact: form, side, who, the other side, days."""
    for one in seen.judged:
        yield f"judged {one.decision}"
    if seen.window is None:
        return
    slack = max(_SLACK.values())
    buckets = range((seen.window.first - slack) // _BUCKET, (seen.window.last + slack) // _BUCKET + 1)
    form = family(seen.form)
    for label, party in sorted(seen.parties.items()):
        others = sorted(seen.parties.keys() - {label})
        for who in sorted(party.people | party.unnamed | party.posts):
            yield from (f"{form} {label} {who} {other} {bucket}" for other in others for bucket in buckets)


def _days(one: Sight, other: Sight) -> tuple[int, int] | None:
    """How exact and how near the days of two tellings are; null where they cannot be the same."""
    if one.window is None or other.window is None:
        return None
    exact = one.window.exact + other.window.exact
    slack = _slack(one, other) if exact == 2 else 0
    if not one.window.meets(other.window, slack):
        return None
    return 2 - exact, one.window.distance(other.window)


def _slack(one: Sight, other: Sight) -> int:
    """Days by which reports may differ on one contact: what is held once in a visit, what is sent."""
    forms = {one.form, other.form}
    if forms == {"talks"} or (one.kind and one.kind.once and one.kind == other.kind):
        return 1
    return max(_SLACK.get(form, 0) for form in forms)


def apart(one: Window | None, other: Window | None) -> bool:
    """Whether two stated days are not the same, so that a third telling can mean only one of them."""
    return bool(one and other and one.exact and other.exact and not one.meets(other))


def _kinds_fit(one: Sight, other: Sight) -> bool:
    """Whether the two are of one kind; a meeting of a special kind is not the plain one of the same day."""
    names = {seen.kind.name for seen in (one, other) if seen.kind}
    unlike = one.kind != other.kind and family(one.form) == "meeting"
    if len(names) > 1 or unlike:
        return False
    return not (one.sends and other.sends and one.sends != other.sends)


def _sides(one: Party, other: Party) -> Literal["same", "open", "different"]:
    """Whether the same people are on a side: by name, or by post where one report leaves the name out."""
    if one.people & other.people or one.unnamed & other.posts or other.unnamed & one.posts:
        return "same"
    if one.unnamed & other.unnamed:
        return "same"
    return "different" if one.anyone and other.anyone else "open"


def _compared(one: Sight, other: Sight) -> dict[str, Literal["same", "open", "different"]]:
    return {
        label: _sides(party, other.parties[label]) for label, party in one.parties.items() if label in other.parties
    }


def _meeting(one: Sight, other: Sight) -> Verdict:
    """Meetings, calls, messages, signings, ceremonies: the people of two sides must be the same."""
    sides = _compared(one, other)
    same = sum(1 for value in sides.values() if value == "same")
    if len(sides) < 2 or not same or _more_sides(one, other):
        return "different"
    if _one_session(one, other):
        return "same"
    if "different" in sides.values():
        return "different"
    open_ = [label for label, value in sides.items() if value == "open"]
    needs_kind = one.form in ("ceremony", "signing")
    if needs_kind and not (one.kind and other.kind) and same_name(one.title, other.title) is not True:
        return "unsure" if same > 1 and (one.kind or other.kind) else "different"
    if same > 1 or all(_same_bodies(one.parties[label], other.parties[label]) for label in open_):
        return "same"
    nobody = all(not seen.parties[label].anyone for label in open_ for seen in (one, other))
    if _one_event(one, other, needs_kind) or (nobody and same_words(one.title, other.title)):
        return "same"
    both = one.window and other.window and one.window.exact and other.window.exact
    return "unsure" if both and one.parties.keys() == other.parties.keys() else "different"


def _one_event(one: Sight, other: Sight, named: bool) -> bool:
    """Whether two tellings, one of which leaves out who was on a side, are one event by its kind, name or number."""
    if same_number(one.title, other.title, alike=one.form == "ceremony" and one.kind == other.kind is not None):
        return True
    return named and bool((one.kind and one.kind.once) or same_name(one.title, other.title) is True)


def _one_session(one: Sight, other: Sight) -> bool:
    """Whether both tell the numbered session of one committee: it is held once, whoever is said to have been there."""
    talks = family(one.form) == family(other.form) == "meeting" and one.parties.keys() == other.parties.keys()
    return talks and same_session(one.title, other.title)


def _more_sides(one: Sight, other: Sight) -> bool:
    """Whether one of the two has a side with people that the other does not know."""
    unshared = one.parties.keys() ^ other.parties.keys()
    return any(seen.parties[label].anyone for label in unshared for seen in (one, other) if label in seen.parties)


def _same_bodies(one: Party, other: Party) -> bool:
    return bool(one.bodies & other.bodies)


def _visit(one: Sight, other: Sight) -> Verdict:
    """A visit: the same visitor, the same host; who receives does not matter."""
    hosts = one.country, other.country
    if hosts[0] and hosts[1] and hosts[0] != hosts[1]:
        return "different"
    host = hosts[0] or hosts[1]
    sides = _compared(one, other)
    if len(sides) < 2 or (host and host not in sides):
        return "different"
    visitors = {label: value for label, value in sides.items() if label != host}
    if "same" in visitors.values():
        return "same" if host else "unsure"
    return "different"


def _partners(seen: Sight, other: Sight) -> set[str]:
    """Sides without people that only one report tells: partners of the event; who attends differs anyway."""
    return {label for label, party in seen.parties.items() if not party.anyone and label not in other.parties}


def _conference(one: Sight, other: Sight) -> Verdict:
    """A conference: somebody who is at both, the same organiser or host, and a name that fits."""
    sides = _compared(one, other)
    if len(sides) < 2 or "same" not in sides.values():
        return "different"
    organisers = one.orgs & other.orgs
    named = same_name(one.title, other.title, organisers)
    places = one.country, other.country
    elsewhere = bool(places[0] and places[1] and places[0] != places[1])
    meeting = named is not True and one.kind is not None and one.kind == other.kind
    if meeting and organisers and same_meeting(one.title, other.title, organisers):
        named = True
    if named is False or (elsewhere and not organisers):
        return "different"
    alike = not _partners(one, other) | _partners(other, one) or sum(value == "same" for value in sides.values()) > 1
    return "same" if named and alike else "unsure"
