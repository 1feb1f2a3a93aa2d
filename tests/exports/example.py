"""A short report read by hand, in which every kind of finding stands; people and events are invented."""

from bangiao.model.evidence import Doubt, Evidence, Inference, Span
from bangiao.model.findings import Commitment, Contact, Findings, Participant, Side, Statement
from bangiao.model.report import Block, Related, Report

LINES = (
    ("outlet", "Tin Đối Ngoại"),
    ("furniture", "Trang chủ"),
    ("headline", "Bộ trưởng Đặng Văn Thử hội đàm với Bộ trưởng Lào <b>Khamla & con</b>"),
    ("date", "Thứ Năm, 05/12/2024 10:30"),
    ("body", "Sáng 5/12, tại Nhà khách Chính phủ, Bộ trưởng Đặng Văn Thử hội đàm với Bộ trưởng Lào Khamla Vong."),
    ("body", "Hai bên nhất trí mở thêm hai cửa khẩu trong năm tới."),
    ("caption", "Quang cảnh buổi hội đàm. Ảnh: Tự chụp"),
    *(("teaser", f"Tin khác số {number}") for number in range(12)),
)
TEXT = "\n".join(line for _, line in LINES)


def blocks() -> tuple[Block, ...]:
    """One block a line, as the lines say."""
    out, at = [], 0
    for kind, line in LINES:
        out.append(Block(kind, Span(at, at + len(line))))  # type: ignore[arg-type]
        at += len(line) + 1
    return tuple(out)


def cite(field: str, quote: str, rule: str, after: str = "Sáng 5/12") -> Evidence:
    """Evidence for a quote, looked for from the lead on."""
    start = TEXT.index(quote, TEXT.index(after))
    return Evidence(field, start, start + len(quote), TEXT.count("\n", 0, start) + 1, quote, rule)


REPORT = Report(
    id="hand-made",
    text=TEXT,
    blocks=blocks(),
    url="https://example.org/tin?a=1&b=2",
    language="vi",
    headline=LINES[2][1],
    outlet="Tin Đối Ngoại",
    published="2024-12-05",
    published_basis="stated",
    captions=(LINES[6][1],),
    related=(Related("Tin khác số 0", "2024-12-01"),),
)

CONTACT = Contact(
    form="talks",
    trigger="hội đàm",
    mode="in_person",
    status="held",
    sides=(
        Side("VN", people=(Participant("Đặng Văn Thử", "Bộ trưởng", "chairs"),)),
        Side("LA", people=(Participant("Khamla Vong", "Bộ trưởng"),), bodies=("Bộ Thử nghiệm",)),
    ),
    channels=("government",),
    date="2024-12-05",
    date_basis="from publication date",
    venue="Nhà khách Chính phủ",
    country="VN",
    evidence=(
        cite("trigger", "hội đàm", "verb.talks"),
        cite("date", "5/12", "date.day-month"),
        cite("venue", "Nhà khách Chính phủ", "place.after-at"),
        cite("sides.0.people.0.name", "Đặng Văn Thử", "person.after-office"),
        cite("sides.0.people.0.office", "Bộ trưởng", "office.head"),
        cite("sides.1.country", "Lào", "country"),
        cite("sides.1.people.0.name", "Khamla Vong", "person.after-office"),
        cite("sides.1.people.0.office", "Bộ trưởng", "office.head", after="hội đàm với Bộ trưởng Lào Khamla V"),
    ),
    inferred=(
        Inference("mode", "talks without another word are held face to face"),
        Inference("sides.0.country", "the outlet writes of its own government", 0, 3, 1, "Tin"),
    ),
)
COMMITMENT = Commitment(
    6,
    "agreed",
    ("VN", "LA"),
    ("infrastructure_transport",),
    (cite("quote", LINES[5][1], "agreed.both", after="Hai bên"),),
)
STATEMENT = Statement(
    6, "informed", ("VN",), "Đặng Văn Thử", (), (cite("quote", LINES[5][1], "informed", after="Hai bên"),)
)
FINDINGS = Findings(
    "hand-made",
    (CONTACT,),
    (COMMITMENT,),
    (STATEMENT,),
    (Doubt("date-not-placed", "a date stands alone", quote="năm tới"),),
)
