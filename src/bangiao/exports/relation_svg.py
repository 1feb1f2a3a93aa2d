"""A relation's contacts by channel and year as an SVG picture: a table of bars, with what every cell rests on."""

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bangiao.views.relation import RelationView
    from bangiao.views.relation_contacts import Cell

LEFT, TOP, ROW, COLUMN, BAR = 150, 70, 34, 110, 84
INK, PALE, FAINT = "#1d3557", "#e8eef4", "#5c6b7a"


def relation_svg(view: "RelationView") -> str:
    """The picture as text; every bar and every empty cell carries a title that says it in words."""
    years = [cell.year for cell in view.chart[0].cells] if view.chart else []
    width = LEFT + COLUMN * (len(years) + 1) + 20
    height = TOP + ROW * max(len(view.chart), 1) + 44
    top = max((cell.contacts for row in view.chart for cell in row.cells), default=1) or 1
    title = f"{view.first.name} – {view.second.name}: contacts by channel and year"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="system-ui, sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        _text(20, 26, title, size=16, weight="600"),
        _text(20, 44, f"as known on the morning of {view.on}; {view.contacts:,} contacts in {view.reports:,} "
              f"of {view.read.reports:,} reports read", colour=FAINT, size=12),
    ]  # fmt: skip
    for at, year in enumerate([*years, "no year"]):
        parts.append(_text(LEFT + at * COLUMN, TOP - 8, year, colour=FAINT, size=12))
    for at, row in enumerate(view.chart):
        y = TOP + at * ROW
        parts.append(_text(20, y + 20, row.channel.replace("_", " ")))
        parts += [_cell(LEFT + place * COLUMN, y, row.channel, cell, top) for place, cell in enumerate(row.cells)]
        parts.append(_text(LEFT + len(row.cells) * COLUMN, y + 20, str(row.undated or "none"), colour=FAINT))
    parts.append(_text(20, height - 16, _foot(view), colour=FAINT, size=11))
    return "\n".join([*parts, "</svg>", ""])


def _cell(x: int, y: int, channel: str, cell: "Cell", top: int) -> str:
    if not cell.contacts:
        said = f"none in {cell.reports_read:,} reports of {cell.year} read"
        return (
            f"<g><title>{said}</title>{_text(x, y + 20, f'none in {cell.reports_read:,}', colour=FAINT, size=11)}</g>"
        )
    long = max(3, round(BAR * cell.contacts / top))
    said = f"{channel}, {cell.year}: {cell.contacts} contacts; {cell.reports_read:,} reports of that year read"
    return (
        f'<g><title>{escape(said)}</title><rect x="{x}" y="{y + 6}" width="{BAR}" height="18" fill="{PALE}"/>'
        f'<rect x="{x}" y="{y + 6}" width="{long}" height="18" fill="{INK}"/>'
        f"{_text(x + BAR + 4, y + 20, str(cell.contacts))}</g>"
    )


def _foot(view: "RelationView") -> str:
    read = ", ".join(f"{one.period}: {one.reports:,}" for one in view.read.years[-8:])
    return f"Reports read by year: {read or 'none of stated day'}; {view.read.undated:,} of no stated day."


def _text(x: int, y: int, words: str, colour: str = INK, size: int = 13, weight: str = "400") -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" font-weight="{weight}">{escape(words)}</text>'
