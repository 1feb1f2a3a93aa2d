"""The form of a line, by itself."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bangiao.reports.lines import read_lines
from bangiao.reports.visible import visible

FORMS = [
    ("Hai bên trao đổi về nông nghiệp và đào tạo.", "sentence"),
    ("Hai bên hài lòng về kết quả./.", "sentence"),
    ("Hai bên nhất trí về các nội dung sau:", "sentence"),
    ("“Chúng tôi luôn coi trọng mối quan hệ bạn bè này”", "sentence"),
    ("両国の外相は会談した。", "sentence"),
    ("Bộ trưởng Ngoại giao lên đường thăm nước bạn", "heading"),
    ("Ishiba Attends Summit in Laos; Regional Tensions Said To ...", "heading"),
    ("Hợp tác giáo dục", "label"),
    ("- Kinh nghiệm quản lý rừng của một số nước", "item"),
    ("Kinh nghiệm quản lý rừng của một số nước -", "item"),
    ("-", "tools"),
    ("/", "tools"),
    ("Hai trưởng đoàn tại buổi hội đàm. Ảnh: TTXVN", "caption"),
    ("Hai trưởng đoàn tại buổi hội đàm (Ảnh: Lê Sơn/TTXVN).", "caption"),
    ("Ảnh VGX/Lê Sơn", "caption"),
    ("Bộ trưởng Lê Sơn (trái) tiếp Đại sứ nước bạn.", "caption"),
    ("Minister Jane Doe, center, takes part in a debate on Saturday.", "caption"),
    ("握手する両外相＝東京都内、写真提供", "caption"),
    ("Thứ hai, 26/04/2021 19:36", "date"),
    ("Lê Sơn - 26/04/2021 19:36", "date"),
    ("Đoàn thanh niên lên đường thăm nước bạn (10/12/2023)", "dated"),
    ("Xem thêm: Đoàn thanh niên lên đường thăm nước bạn", "more"),
    (">> Đoàn thanh niên lên đường thăm nước bạn", "more"),
    ("Lê Sơn (tổng hợp)", "signature"),
    ("CÓ THỂ BẠN QUAN TÂM", "others"),
    ("Có thể bạn quan tâm", "others"),
    ("Các tin khác:", "others"),
    ("関連ニュース", "others"),
    ("Related articles", "others"),
    ("Ý kiến bình luận (12)", "replies"),
    ("Họ và tên", "replies"),
    ("Từ khóa: ngoại giao, đào tạo, nông nghiệp, rừng", "tools"),
    ("Chia sẻFacebookTwitter", "tools"),
    ("Bản in Gửi bài viết Cỡ chữ", "tools"),
    ("Trang chủ » Đối ngoại » Tin hoạt động", "tools"),
    ("Thời sự | Kinh tế | Văn hóa | Thể thao", "tools"),
    ("メールでシェアする", "tools"),
    ("© 2024 Trang tin", "notice"),
    ("Copyright © The Daily Example. All rights reserved.", "notice"),
    ("leftcenterrightdel", "frame"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_a_line_has_a_form(text: str, form: str) -> None:
    (line,) = read_lines(text)
    assert line.form == form


@pytest.mark.parametrize("text", ["Thông tin khác biệt", "Đánh giá kết quả", "Nội dung hợp tác", "Theo dõi bầu cử"])
def test_a_subheading_that_begins_like_a_label_is_none(text: str) -> None:
    (line,) = read_lines(text)
    assert line.form not in ("others", "replies", "tools")


def test_decomposed_letters_read_as_composed_ones() -> None:
    (line,) = read_lines("Có thể bạn quan tâm".encode().decode())
    import unicodedata

    (other,) = read_lines(unicodedata.normalize("NFD", "Có thể bạn quan tâm"))
    assert line.form == other.form == "others"


@example("\u200b\r\ufeff")
@given(st.text(alphabet=st.sampled_from("aĐ. \n\r\t-•:/12()“日本\u200b\ufeff"), max_size=200) | st.text(max_size=200))
def test_lines_are_in_order_inside_the_text_and_not_blank(text: str) -> None:
    end = 0
    for line in read_lines(text):
        assert end <= line.start < line.end <= len(text)
        shown = text[line.start : line.end]
        assert shown.strip()
        assert "\n" not in shown
        end = line.end


def test_a_hint_stays_with_its_line_behind_one_that_shows_nothing() -> None:
    page = visible("<p>\u200b</p><h1>Hội đàm cấp cao</h1><p>Hai bên đã trao đổi.</p>")
    assert [line.hint.tag for line in read_lines(page.text, page.hints) if line.hint] == ["h1", "p"]
