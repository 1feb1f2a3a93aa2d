"""A document as PDF, set by Typst with a template that may be replaced."""

import msgspec

from bangiao.exports.brief_text import shipped
from bangiao.exports.page import Page
from bangiao.model.errors import InputError


def pdf(page: Page, template: str | None = None) -> bytes:
    """The document as PDF; the words are data for the template, never its text."""
    import typst

    text = template or shipped("brief.typ")
    words = msgspec.json.encode(page).decode()
    try:
        made = typst.compile(text.encode(), format="pdf", sys_inputs={"page": words})
    except typst.TypstError as error:
        message = str(error).splitlines()[0]
        raise InputError(f"the template cannot be set: {message}", "start from the shipped brief.typ") from None
    return bytes(made)
