"""A small report about talks between Việt Nam and Lào, to put a sentence into."""

from bangiao.findings.find import find
from bangiao.model.evidence import Span
from bangiao.model.findings import Findings
from bangiao.model.report import Block, Report

HEADLINE = "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Lào Sonexay Siphandone"
LEAD = (
    "Ngày 5/12/2024, tại Hà Nội, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone"
    " đang thăm chính thức Việt Nam."
)
FIRST_LINE = 3


def report(*lines: str, headline: str = HEADLINE, lead: str = LEAD, kind: str = "body") -> Report:
    """The report with further lines; `kind` is what these lines are."""
    text = "\n".join((headline, lead, *lines))
    first, second = len(headline), len(headline) + 1 + len(lead)
    blocks = [Block("headline", Span(0, first)), Block("body", Span(first + 1, second))]
    if lines:
        blocks.append(Block(kind, Span(second + 1, len(text))))  # type: ignore[arg-type]
    return Report("talks", text, tuple(blocks), language="vi", published="2024-12-05")


def told(*lines: str, headline: str = HEADLINE, lead: str = LEAD, kind: str = "body") -> Findings:
    """What the report tells."""
    return find(report(*lines, headline=headline, lead=lead, kind=kind))
