"""Furniture around a report may be moved, repeated or removed: body, date and headline stay."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bangiao.model.report import Page, Refusal, Report
from bangiao.reports.cut import cut

HEADLINE = "Bộ trưởng Lê Sơn thăm và làm việc tại nước bạn"
DATE = "Thứ hai, 26/04/2021 19:36"
BODY = [
    "Nhận lời mời của phía bạn, Bộ trưởng Lê Sơn đã thăm và làm việc tại nước bạn trong ba ngày, từ ngày 23 đến 25/4.",
    "Tại cuộc hội đàm, hai Bộ trưởng trao đổi về hợp tác nông nghiệp, đào tạo, giao thông và ghi nhận nhiều tiến bộ.",
    "Hai bên nhất trí lập một nhóm công tác chung để chuẩn bị kế hoạch của giai đoạn tới và gặp nhau hai lần mỗi năm.",
    "Bộ trưởng cũng đã gặp gỡ cộng đồng người Việt đang sinh sống tại đây và thăm một trường học vừa được sửa sang.",
]
SIGNATURE = "Trần Bích"
MENU = ["Trang chủ", "Thời sự", "Kinh tế", "Văn hóa - Xã hội", "Liên hệ"]
SHARE = ["Chia sẻ", "Facebook", "In bài viết"]
RELATED = [
    "Tin liên quan",
    "Đoàn thanh niên lên đường dự trại hè ở nước ngoài (12/04/2021)",
    "Khai mạc triển lãm tranh của các họa sĩ hai nước (02/04/2021)",
]
BULLETS = ["- Kinh nghiệm quản lý rừng của một số nước trong khu vực", "- Những bài học về xây dựng nông thôn mới"]
TEASERS = [
    "Các tin khác",
    "Hội chợ hàng thủ công mở cửa tại trung tâm thành phố",
    "Sáng 28/1/2026, hội chợ hàng thủ công với hơn hai trăm gian hàng đã mở cửa đón khách tham quan và mua sắm.",
    "Thư viện tỉnh nhận thêm mười nghìn cuốn sách",
    "Số sách do bạn đọc nhiều nơi gửi tặng sẽ được chuyển đến các trường học vùng xa trước năm học mới.",
]
FORM = ["Ý kiến bình luận", "Họ và tên", "Email", "Xác thực"]
FOOTER = ["© 2021 Trang tin. Giấy phép số 12/GP", "Về đầu trang"]
AROUND = [MENU, SHARE, RELATED, BULLETS, TEASERS, FORM, FOOTER]
# before a report stand menus and buttons; lists and teasers of other reports too, under their own head
blocks = st.lists(st.sampled_from(AROUND), max_size=6)


def read(lines: list[str]) -> Report:
    report = cut(Page("x", "\n".join(lines)))
    assert isinstance(report, Report)
    return report


def page(before: list[list[str]], after: list[list[str]], gap: str) -> list[str]:
    report = [HEADLINE, DATE, *BODY, SIGNATURE]
    lines = [line for block in before for line in block] + report + [line for block in after for line in block]
    return [part for line in lines for part in ([line, ""] if gap else [line])]


@settings(max_examples=200)
@given(before=blocks, after=blocks, gap=st.sampled_from(["", "\n"]))
def test_furniture_moved_repeated_or_removed_changes_nothing(
    before: list[list[str]], after: list[list[str]], gap: str
) -> None:
    report = read(page(before, after, gap))
    assert report.body == "\n".join(BODY)
    assert report.headline == HEADLINE
    assert report.published == "2021-04-26"
    assert report.byline == SIGNATURE


@settings(max_examples=100)
@given(before=blocks, after=blocks)
def test_the_same_blocks_as_markup_give_the_same_report(before: list[list[str]], after: list[list[str]]) -> None:
    lines = page(before, after, "")
    markup = "<body>" + "".join(f"<div>{line}</div>" for line in lines) + "</body>"
    report = cut(Page("x", markup, "text/html"))
    assert isinstance(report, Report)
    flat = read(lines)
    assert (report.body, report.headline, report.published) == (flat.body, flat.headline, flat.published)


PIECES = [
    HEADLINE,
    DATE,
    SIGNATURE,
    *BODY,
    *(line for block in AROUND for line in block),
    "",
    "-",
    "leftcenterrightdel",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=60), max_size=25))
def test_no_text_breaks_the_cutter_and_blocks_lie_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    report = cut(Page("x", text))
    if not isinstance(report, Report):
        return
    assert report.text == text
    end = 0
    for block in report.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        end = block.span.end
    assert cut(Page("x", text)) == report


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("<>/=\"' apdivh1li!-&;đ.\n0129:"), max_size=400))
def test_no_markup_breaks_the_cutter(markup: str) -> None:
    report = cut(Page("x", markup, "text/html"))
    assert isinstance(report, Report | Refusal)
    if isinstance(report, Report):
        assert all(block.span.of(report.text).strip() for block in report.blocks)
