"""Add reports: paste a text, drop files, give an address; then what is new."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.response import Redirect

from bangiao.model.errors import QuestionError
from bangiao.views.summary import Brought, summary
from bangiao.web.access import may_change
from bangiao.web.asked import AtDesk, Ident
from bangiao.web.jobs import Jobs
from bangiao.web.taking import Given

_LIMIT = 64 * 1024 * 1024


@get("/add", sync_to_thread=True, include_in_schema=False)
def add_page(desk: AtDesk) -> Response[bytes]:
    """Ask for reports."""
    return desk.form("add.html", {"problem": None})


@post("/readings", guards=[may_change], include_in_schema=False, request_max_body_size=_LIMIT, status_code=303)
async def add(desk: AtDesk, request: Request[Any, Any, Any]) -> Response[bytes] | Redirect:
    """Take reports in, and lead to how far their reading is."""
    form = await request.form()
    files = [one for one in form.getall("files", []) if isinstance(one, UploadFile) and one.filename]
    given = Given(
        text=str(form.get("text", "")).replace("\r\n", "\n"),
        address=str(form.get("address", "")).strip(),
        files=tuple([(one.filename, await one.read()) for one in files]),
    )
    if given.is_nothing:
        return desk.form("add.html", {"problem": "nothing"}, 400)
    jobs: Jobs = request.app.state.jobs
    return Redirect(f"/readings/{jobs.start(desk.register, given)}", status_code=303)


@get("/readings/{ident:str}", sync_to_thread=True, include_in_schema=False)
def added_page(desk: AtDesk, ident: Ident) -> Response[bytes]:
    """Show how far the reading is, and at its end what is new; while it goes on the page asks again by itself."""
    jobs: Jobs = desk.request.app.state.jobs
    job = jobs.find(ident)
    if job is None:
        hint = "readings are remembered until the desk is closed"
        raise QuestionError(f"no reading is called {ident!r}", hint, key="no_reading")
    if not job.done:
        answer = desk.form("adding.html", {"job": job})
        answer.headers["Refresh"] = "1"
        return answer
    view = summary(desk.register, Brought.of(job.added), job.refused, language=desk.language, limit=50)
    return desk.form("added.html", {"job": job, "view": view, "outcomes": {one.report: one for one in job.added}})
