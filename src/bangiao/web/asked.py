"""What an address can hold, with its bounds; every route names its parts in these words."""

from typing import Annotated

from litestar.di import NamedDependency
from litestar.params import PathParameter, QueryParameter

from bangiao.web.desk import Desk

AtDesk = NamedDependency[Desk]
Ident = Annotated[str, PathParameter(max_length=400, description="An id of the register, or the beginning of one.")]
Word = Annotated[str | None, QueryParameter(max_length=400)]
Needed = Annotated[str, QueryParameter(min_length=1, max_length=400)]
Flag = Annotated[bool, QueryParameter()]
Limit = Annotated[int, QueryParameter(ge=1, le=500, description="At most how many.")]
Offset = Annotated[int, QueryParameter(ge=0, le=10_000_000, description="How many to leave out.")]
