"""The desk as an application: its pages, its safety, the register that it shows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from litestar import Litestar
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from bangiao import __version__
from bangiao.register.accounts import Accounts
from bangiao.register.codings import Codings
from bangiao.register.store import Register
from bangiao.web import access, safety
from bangiao.web.api import API
from bangiao.web.assets import serve_asset
from bangiao.web.desk import Answers, provide_desk
from bangiao.web.failures import show_failure
from bangiao.web.jobs import Jobs
from bangiao.web.pages.accounts import enter, leave, login_page, users_page
from bangiao.web.pages.adding import add, add_page, added_page
from bangiao.web.pages.ahead import brief_file, brief_page, calendar_file, calendar_page
from bangiao.web.pages.changes import changes_feed, changes_json, changes_page
from bangiao.web.pages.coding import coding_files, coding_page, settle
from bangiao.web.pages.commitments import commitments_page
from bangiao.web.pages.contacts import contact_page
from bangiao.web.pages.network import network_page
from bangiao.web.pages.people import body_page, office_page, person_page
from bangiao.web.pages.readouts import readouts_page, threads_page
from bangiao.web.pages.relation import relation_page, relations_page
from bangiao.web.pages.reports import report_page
from bangiao.web.pages.review import decide, decide_alike, link, link_page, review_page, take_back
from bangiao.web.pages.search import search_page
from bangiao.web.pages.state import coverage_page, doubts_page
from bangiao.web.pages.timeline import timeline_page
from bangiao.web.ready import Ready
from bangiao.web.reference import openapi_json, reference_page
from bangiao.web.settings import Settings
from bangiao.web.threads import Threads

PAGES = (
    timeline_page,
    search_page,
    report_page,
    contact_page,
    person_page,
    office_page,
    body_page,
    relations_page,
    relation_page,
    commitments_page,
    coverage_page,
    doubts_page,
    readouts_page,
    threads_page,
    network_page,
    calendar_page,
    calendar_file,
    brief_page,
    brief_file,
    add_page,
    add,
    added_page,
)
REVIEW = (review_page, decide, take_back, decide_alike, link_page, link, login_page, enter, leave, users_page)
CODING = (coding_page, settle, coding_files)
FEED = (changes_page, changes_json, changes_feed)


def application(settings: Settings) -> Litestar:
    """The desk over an existing register; raises RegisterError where there is none, QuestionError for an open host."""
    accounts = Accounts.of(settings.register)
    access.check_host(settings.host, accounts)
    register, answers = Register.open(settings.register, create=False), Answers()
    codings = Codings(settings.register)
    state = {"register": register, "answers": answers, "jobs": Jobs(), "settings": settings, "accounts": accounts}

    @asynccontextmanager
    async def opened(_: Litestar) -> AsyncIterator[None]:
        asyncio.get_running_loop().set_default_executor(Threads(thread_name_prefix="page"))
        with register, closing(codings):
            ahead = Ready(register, answers) if settings.ready else None
            if ahead:
                ahead.open()
            yield
            if ahead:
                ahead.close()

    return Litestar(
        route_handlers=[serve_asset, *PAGES, *REVIEW, *CODING, *FEED, *API, openapi_json, reference_page],
        dependencies={"desk": Provide(provide_desk, sync_to_thread=False)},
        exception_handlers={Exception: show_failure},
        state=State({**state, "codings": codings}),
        lifespan=[opened],
        csrf_config=safety.csrf(),
        allowed_hosts=AllowedHostsConfig(allowed_hosts=access.allowed_hosts(settings.host, settings.port)),
        before_request=access.let_in,
        before_send=[safety.guard],
        openapi_config=OpenAPIConfig(
            title="Bangiao",
            version=__version__,
            path="/api/description",
            render_plugins=[JsonRenderPlugin()],
            use_handler_docstrings=True,
        ),
    )
