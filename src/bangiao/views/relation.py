"""The relation of two sides at a glance: contacts, mechanisms, plans, levels, framework, what is open."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.resolution.frameworks import names_framework
from bangiao.resolution.mechanisms import adopts, names_mechanism, reviews
from bangiao.resolution.spoken_of import speaks_of
from bangiao.views.commitments import CommitmentLine, CommitmentsQuestion, commitments
from bangiao.views.coverage import Coverage, coverage
from bangiao.views.framework import FrameworkLine, framework_lines
from bangiao.views.partners import Partner, between, partner
from bangiao.views.passages import Look, Places, passages
from bangiao.views.relation_contacts import (
    ChannelRow,
    LastContact,
    LevelSummary,
    Met,
    Plan,
    chart,
    last_contacts,
    level_gaps,
    met,
    plans,
    took_place,
)
from bangiao.views.sessions import MechanismView, mechanism_views

if TYPE_CHECKING:
    from bangiao.register.as_known import Known


class RelationView(Struct, frozen=True):
    """What the reports read tell of two partners, as known on the morning of `on`.

    `contacts` took place, `planned` were only announced, `cancelled` called off. `reports` of the reports in
    `read` tell a contact of both. Passed, ahead and undated plans are parted.
    """

    on: str
    first: Partner
    second: Partner
    read: Coverage
    reports: int
    contacts: int
    planned: int
    cancelled: int
    chart: tuple[ChannelRow, ...]
    last: tuple[LastContact, ...]
    met: tuple[Met, ...]
    levels: LevelSummary
    mechanisms: tuple[MechanismView, ...]
    not_reported_held: tuple[Plan, ...]
    plans_ahead: tuple[Plan, ...]
    plans_undated: tuple[Plan, ...]
    framework: tuple[FrameworkLine, ...]
    open_commitments: tuple[CommitmentLine, ...]
    open_total: int


def relation(register: "Known", first: str, second: str, language: str = "vi", limit: int = 10) -> RelationView:
    """Show a relation; raises QuestionError where one end cannot be read, or both ends are one."""
    return relation_with_commitments(register, first, second, language, limit)[0]


def relation_with_commitments(
    register: "Known", first: str, second: str, language: str = "vi", limit: int = 10
) -> tuple[RelationView, tuple[CommitmentLine, ...]]:
    """A relation, and all commitments of its second end, the latest first: a brief needs both, and asks once."""
    ends = partner(register, first, language), partner(register, second, language)
    if ends[0] == ends[1]:
        hint = "name two different countries or bodies, such as VN JP"
        raise QuestionError("a relation has two ends", hint, key="two_ends")
    contacts, on = between(register, *ends), register.morning
    held, read = took_place(contacts), coverage(register, with_doubts=False)
    passed, ahead, undated = plans(contacts, on, language)
    places = register.telling_places([one.id for one in contacts])
    own = {one.id for one in contacts}
    reports = sorted({one.report for one in places if one.contact in own})
    found = list(passages(register, Places(places), _LOOK, reports))
    sides = frozenset(one.label for one in ends)
    asked = CommitmentsQuestion(country=ends[1].label, limit=None, language=language)
    promised = commitments(register, asked).commitments
    open_ = tuple(one for one in promised if one.open and one.contact and one.contact.id in own)
    view = RelationView(
        on.on, *ends, read,
        reports=len(reports),
        contacts=len(held),
        planned=sum(one.status == "planned" for one in contacts),
        cancelled=sum(one.status == "cancelled" for one in contacts),
        chart=chart(held, read),
        last=last_contacts(held, ends, on, language),
        met=met(held, ends, limit),
        levels=level_gaps(held, ends, language),
        mechanisms=mechanism_views(found, sides, contacts, on, language),
        not_reported_held=passed,
        plans_ahead=ahead,
        plans_undated=undated,
        framework=framework_lines(one for one in found if speaks_of(one.sentence, sides, one.told)),
        open_commitments=open_[:limit],
        open_total=len(open_),
    )  # fmt: skip
    return view, promised


def _wanted(lower: str) -> bool:
    return names_framework(lower) or names_mechanism(lower)


def _plans(lower: str) -> bool:
    return reviews(lower) or adopts(lower)


_LOOK = Look("relation", _wanted, _plans)
