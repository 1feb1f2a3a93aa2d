"""How many documents a report says were signed: two reports may give two numbers, and both are shown."""

import re

from bangiao.model.report import Report
from bangiao.resolution.names import name_key
from bangiao.resolution.tellings import Count

_COUNT = re.compile(
    r"(?<![\d/.,-])(\d{1,3}) (văn kiện|thỏa thuận|thoả thuận|hiệp định|biên bản ghi nhớ|biên bản|văn bản|tài liệu)",
    re.IGNORECASE,
)


def counts_of(report: Report) -> tuple[Count, ...]:
    """The numbers of documents in a report's headline, text and captions, with their words."""
    found = []
    for block in report.blocks:
        if block.kind in ("headline", "body", "caption"):
            for match in _COUNT.finditer(report.text, block.span.start, block.span.end):
                found.append(Count(name_key(match[2]), int(match[1]), match.start(), match[0]))
    return tuple(sorted(set(found)))
