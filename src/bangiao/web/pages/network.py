"""Who meets whom, as a picture and as a list."""

from litestar import Response, get

from bangiao.model.errors import QuestionError
from bangiao.views.network import LATEST, network
from bangiao.views.timeline import TimelineQuestion
from bangiao.web.asked import AtDesk, Word
from bangiao.web.charts import circle
from bangiao.web.desk import Context


@get("/network", sync_to_thread=True, include_in_schema=False)
def network_page(desk: AtDesk, country: Word = None, since: Word = None, until: Word = None) -> Response[bytes]:
    """Show the people who met most often."""
    asked = TimelineQuestion(country or None, since=since or None, until=until or None, limit=LATEST, newest=desk.today)

    def context() -> Context:
        try:
            view, problem = network(desk.register, asked), None
        except QuestionError as error:
            view, problem = None, error
        spots = circle(len(view.nodes)) if view else ()
        places = {node.id: spot for node, spot in zip(view.nodes, spots, strict=True)} if view else {}
        names = {node.id: node.name for node in view.nodes} if view else {}
        shown = {"view": view, "problem": problem, "places": places, "names": names}
        return {**shown, "sides": desk.register.sides()}

    return desk.page("network.html", context)
