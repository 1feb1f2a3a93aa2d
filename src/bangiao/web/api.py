"""The register as data: each page's view as JSON, described by OpenAPI, with marks of its state and paging."""

from litestar import Response, get
from litestar.openapi.datastructures import ResponseSpec

from bangiao.languages import HOME
from bangiao.register.records import Counts
from bangiao.views.body import BodyView, body
from bangiao.views.brief import BriefQuestion, BriefView, brief
from bangiao.views.calendar import CalendarView, calendar
from bangiao.views.commitments import CommitmentsQuestion, CommitmentsView, commitments
from bangiao.views.contact import ContactView, contact
from bangiao.views.coverage import Coverage, coverage
from bangiao.views.density import DensityView, density
from bangiao.views.doubts import Doubts, doubts
from bangiao.views.marked import MarkedView, marked
from bangiao.views.network import LATEST, NetworkView, network
from bangiao.views.office import OfficeView, office
from bangiao.views.person import PersonView, person
from bangiao.views.readouts import ReadoutsView, readouts
from bangiao.views.relation import RelationView, relation
from bangiao.views.search import SearchView, search
from bangiao.views.threads import ThreadsQuestion, ThreadsView, threads
from bangiao.views.timeline import Timeline, TimelineQuestion, timeline
from bangiao.web.asked import AtDesk, Flag, Ident, Limit, Needed, Offset, Word
from bangiao.web.failures import Failure

FAILURES = {
    400: ResponseSpec(Failure, description="Something in the question cannot be read."),
    404: ResponseSpec(Failure, description="Nothing has this id."),
}


@get("/api/timeline", sync_to_thread=True, responses=FAILURES, tags=["contacts"])
def api_timeline(
    desk: AtDesk,
    country: Word = None,
    person: Word = None,
    channel: Word = None,
    form: Word = None,
    status: Word = None,
    since: Word = None,
    until: Word = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response[Timeline]:
    """Contacts by date, the earliest first, with the same filters as the page."""
    asked = TimelineQuestion(country, person, channel, form, status, since, until, offset, limit, desk.language)
    return desk.data(lambda: timeline(desk.register, asked), lambda view: view.total)


@get("/api/density", sync_to_thread=True, responses=FAILURES, tags=["contacts"])
def api_density(
    desk: AtDesk,
    country: Word = None,
    person: Word = None,
    channel: Word = None,
    form: Word = None,
    status: Word = None,
    since: Word = None,
    until: Word = None,
) -> Response[DensityView]:
    """How the contacts of a question are spread over years, or months where few years are asked for."""
    asked = TimelineQuestion(country, person, channel, form, status, since, until)
    return desk.data(lambda: density(desk.register, asked))


@get("/api/search", sync_to_thread=True, responses=FAILURES, tags=["search"])
def api_search(desk: AtDesk, q: Word = None, offset: Offset = 0, limit: Limit = 20) -> Response[SearchView]:
    """People, contacts and sentences for a few words, with or without marks, in any spelling of a name."""
    return desk.data(
        lambda: search(desk.register, q or "", desk.today, offset, limit, desk.language),
        lambda view: view.sentences_total,
    )


@get("/api/contacts/{ident:str}", sync_to_thread=True, responses=FAILURES, tags=["contacts"])
def api_contact(desk: AtDesk, ident: Ident) -> Response[ContactView]:
    """One contact: every field with the words that say it, from every report that tells it."""
    return desk.data(lambda: contact(desk.register, ident, desk.language))


@get("/api/people/{ident:str}", sync_to_thread=True, responses=FAILURES, tags=["people"])
def api_person(desk: AtDesk, ident: Ident, limit: Limit = 50) -> Response[PersonView]:
    """One person: times in office, contacts, spellings."""
    return desk.data(lambda: person(desk.register, ident, desk.language, limit))


@get("/api/offices/{ident:str}", sync_to_thread=True, responses=FAILURES, tags=["people"])
def api_office(desk: AtDesk, ident: Ident, country: Word = None, limit: Limit = 50) -> Response[OfficeView]:
    """One office, by its id or as reports word it: its holders over time."""

    def view() -> OfficeView:
        post = desk.register.post(ident)
        words, side = (post.title, post.side) if post else (ident, country or None)
        return office(desk.register, words, side, desk.language, limit)

    return desk.data(view)


@get("/api/bodies/{ident:str}", sync_to_thread=True, responses=FAILURES, tags=["people"])
def api_body(
    desk: AtDesk, ident: Ident, side: Word = None, offset: Offset = 0, limit: Limit = 50
) -> Response[BodyView]:
    """One body, by its id or by its name and side: its offices and contacts."""
    return desk.data(
        lambda: body(desk.register, ident, side, desk.today, offset=offset, limit=limit, language=desk.language),
        lambda view: view.contacts_total,
    )


@get("/api/relations/{first:str}/{second:str}", sync_to_thread=True, responses=FAILURES, tags=["relations"])
def api_relation(desk: AtDesk, first: Ident, second: Ident) -> Response[RelationView]:
    """The relation of two sides at a glance, as known this morning."""
    return desk.data(lambda: relation(desk.known(), first, second, desk.language))


@get("/api/commitments", sync_to_thread=True, responses=FAILURES, tags=["relations"])
def api_commitments(
    desk: AtDesk,
    country: Word = None,
    topic: Word = None,
    by: Word = None,
    open: Flag = False,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response[CommitmentsView]:
    """What was agreed, asked and promised, the latest first."""
    asked = CommitmentsQuestion(country, topic, by, open, offset, limit, desk.language)
    return desk.data(lambda: commitments(desk.known(), asked), lambda view: view.total)


@get("/api/threads", sync_to_thread=True, responses=FAILURES, tags=["relations"])
def api_threads(
    desk: AtDesk, country: Word = None, topic: Word = None, open: Flag = False, offset: Offset = 0, limit: Limit = 20
) -> Response[ThreadsView]:
    """Matters that run through several contacts, the latest first."""
    asked = ThreadsQuestion(country, topic, open, 2, offset, limit, desk.language)
    return desk.data(lambda: threads(desk.known(), asked), lambda view: view.total)


@get("/api/contacts/{ident:str}/readouts", sync_to_thread=True, responses=FAILURES, tags=["contacts"])
def api_readouts(desk: AtDesk, ident: Ident) -> Response[ReadoutsView]:
    """The reports of one contact side by side, matter by matter."""
    return desk.data(lambda: readouts(desk.known(), [ident], desk.language))


@get("/api/calendar", sync_to_thread=True, responses=FAILURES, tags=["relations"])
def api_calendar(desk: AtDesk, country: Word = None, until: Word = None) -> Response[CalendarView]:
    """What lies ahead: plans, announced events, anniversaries, sessions due, commitments with a day."""
    return desk.data(lambda: calendar(desk.known(), country or None, until or None, desk.language))


@get("/api/brief", sync_to_thread=True, responses=FAILURES, tags=["relations"])
def api_brief(desk: AtDesk, country: Needed, person: Word = None) -> Response[BriefView]:
    """What a desk wants to know before a meeting with a country, organisation or body, and a person of it."""
    return desk.data(lambda: brief(desk.known(), BriefQuestion(country, person or None, HOME, desk.language)))


@get("/api/network", sync_to_thread=True, responses=FAILURES, tags=["people"])
def api_network(desk: AtDesk, country: Word = None, since: Word = None, until: Word = None) -> Response[NetworkView]:
    """The people who met most often, and how often each two met."""
    asked = TimelineQuestion(country or None, since=since or None, until=until or None, limit=LATEST, newest=desk.today)
    return desk.data(lambda: network(desk.register, asked))


@get("/api/reports/{ident:str}", sync_to_thread=True, responses=FAILURES, tags=["reports"])
def api_report(desk: AtDesk, ident: Ident) -> Response[MarkedView]:
    """One report with everything found in it marked; `start` counts code points of its text."""
    return desk.data(lambda: marked(desk.register, ident, desk.language))


@get("/api/coverage", sync_to_thread=True, responses=FAILURES, tags=["reports"])
def api_coverage(desk: AtDesk) -> Response[Coverage]:
    """What was read, by year, month and outlet, and where nothing was."""
    return desk.data(lambda: coverage(desk.known()))


@get("/api/doubts", sync_to_thread=True, responses=FAILURES, tags=["reports"])
def api_doubts(desk: AtDesk, kind: Word = None, offset: Offset = 0, limit: Limit = 50) -> Response[Doubts]:
    """What the reading left unsure."""
    return desk.data(lambda: doubts(desk.register, kind, offset, limit), lambda view: view.total)


@get("/api/counts", sync_to_thread=True, tags=["reports"])
def api_counts(desk: AtDesk) -> Response[Counts]:
    """How much the register holds."""
    return desk.data(desk.register.counts)


API = (
    api_timeline,
    api_density,
    api_search,
    api_contact,
    api_person,
    api_office,
    api_body,
    api_relation,
    api_commitments,
    api_threads,
    api_readouts,
    api_calendar,
    api_brief,
    api_network,
    api_report,
    api_coverage,
    api_doubts,
    api_counts,
)
