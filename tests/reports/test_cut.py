"""Reports cut from pages: the seeds, real pages, the samples as pages and flattened, and made-up ones."""

import gzip
import html
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from bangiao.model.report import Page, Refusal, Report
from bangiao.reports.cut import cut
from bangiao.samples import expected, sample_paths

READINGS = expected()
PAGES = [path for path in sample_paths() if path.suffix != ".jsonl"]
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
each_html = pytest.mark.parametrize(
    "path", [path for path in PAGES if path.suffix == ".html"], ids=lambda path: path.name
)
_BLOCKS = (
    "address|article|blockquote|br|div|dd|dl|dt|figcaption|figure|footer|form|h[1-6]|header|li|nav|p|section|table|td|"
    "title|tr|ul"
)


def report_of(content: str, media: str = "text/plain", published: str | None = None) -> Report:
    report = cut(Page("x", content, media, published=published))
    assert isinstance(report, Report)
    return report


def read(path: Path) -> Report:
    return report_of(path.read_text(encoding="utf-8"), "text/html" if path.suffix == ".html" else "text/plain")


def flatten(markup: str, between: str) -> str:
    """What a plain tag-stripper makes of a page; `between` stands where a tag stood."""
    markup = re.sub(r"(?is)<(script|style)\b.*?</\1>|<!--.*?-->", " ", markup)
    if between == "lines":
        markup = re.sub(rf"(?i)</?(?:{_BLOCKS})\b[^>]*>", "\n", re.sub(r"\s+", " ", markup))
        between = ""
    return html.unescape(re.sub(r"<[^>]*>", between, markup))


def words(report: Report) -> tuple[list[list[str]], str | None, str | None]:
    """Body, date and headline with spaces evened out."""
    headline = " ".join(report.headline.split()) if report.headline else None
    return [line.split() for line in report.body.split("\n")], report.published, headline


def assert_page(report: Report, gold: dict[str, Any]) -> None:
    """Whether a page is cut as a person says."""
    body = unicodedata.normalize("NFC", report.body)
    assert unicodedata.normalize("NFC", " ".join((report.headline or "").split())) == gold["headline"]
    assert report.published == gold["published"]
    assert report.byline == gold["byline"]
    assert report.credit == gold["credit"]
    assert body.startswith(gold["text_starts"])
    assert body.endswith(gold["text_ends"])
    assert [text for text in gold["not_text"] if text in body] == []
    assert set(gold.get("captions", [])) <= set(report.captions)
    found = {item.headline: item.published for item in report.related}
    for item in gold["related"]:
        assert found.get(item["headline"]) == item["published"]


@each_page
def test_a_sample_is_cut_as_a_person_says(path: Path) -> None:
    gold, report = READINGS[path.stem], read(path)
    assert report.outlet == gold["outlet"]
    assert_page(report, gold)


@each_html
@pytest.mark.parametrize("between", ["lines", "", " ", "\n"])
def test_a_flattened_sample_gives_the_same_report(path: Path, between: str) -> None:
    markup = path.read_text(encoding="utf-8")
    assert words(report_of(flatten(markup, between))) == words(read(path))


@each_html
def test_a_flattened_sample_without_its_title_gives_the_same_report(path: Path) -> None:
    markup = re.sub(r"(?is)<head\b.*?</head>", "", path.read_text(encoding="utf-8"))
    assert words(report_of(flatten(markup, "lines"))) == words(read(path))


def test_the_seeds_are_cut_as_a_person_says(shared_dir: Path) -> None:
    for line in (shared_dir / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = (shared_dir / "corpus" / "seeds" / f"{gold['id']}.txt").read_text(encoding="utf-8")
        report = report_of(text)
        assert report.text == text
        assert report.outlet == gold["outlet"]
        assert_page(report, gold)


@pytest.mark.parametrize(
    ("name", "language", "published", "outlet", "first", "last"),
    [
        ("VnExpress_2025_10_22", "vi", "2025-10-22", "Báo VnExpress", "Người đàn ông", "xạ trị."),
        ("TheJapanNews_2024_10_13", "en", "2024-10-13", "The Japan News", "Prime Minister Shigeru", "the party."),
        ("AsahiShimbun_2025_01_13", "ja", "2025-01-13", "朝日新聞デジタル", "気象庁は13日", "肝付町"),
    ],
)
def test_real_pages(
    shared_dir: Path, name: str, language: str, published: str, outlet: str, first: str, last: str
) -> None:
    markup = gzip.decompress((shared_dir / "corpus" / "pages" / f"{name}.html.gz").read_bytes()).decode()
    report = report_of(markup, "text/html")
    assert (report.language, report.published, report.outlet) == (language, published, outlet)
    assert report.body.startswith(first)
    assert report.body.endswith(last)
    title = re.search(r"<title>([^<]*)", markup)
    assert title is not None
    assert "".join((report.headline or "?").split()) in "".join(html.unescape(title[1]).split())
    assert words(report_of(report.text)) == words(report)


def test_nothing_of_the_leads_is_lost(shared_dir: Path) -> None:
    lines = (shared_dir / "corpus" / "leads.jsonl").read_text(encoding="utf-8").splitlines()
    for item in map(json.loads, lines[::7]):
        headline, *lead = [line.strip() for line in item["text"].split("\n")]
        report = report_of(item["text"], published=item["published"])
        assert report.headline == headline
        assert report.body == "\n".join(line for line in lead if line)
        assert report.published == (item["published"][:10] if item["published"] else None)


def test_little_of_full_reports_is_set_apart(shared_dir: Path) -> None:
    lines = (shared_dir / "corpus" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [report_of(json.loads(line)["text"]) for line in lines[::5]]
    kinds = [block.kind for report in reports for block in report.blocks]
    assert kinds.count("headline") >= len(reports)
    assert sum(kind in ("furniture", "teaser") for kind in kinds) <= len(kinds) // 500
    assert kinds.count("related") <= len(kinds) // 80
    assert all(report.body for report in reports)


LEAD = "Bộ trưởng Lê Sơn đã tiếp Đại sứ nước bạn và trao đổi về hợp tác nông nghiệp giữa hai bên."
SECOND = "Hai bên nhất trí lập một nhóm công tác để chuẩn bị kế hoạch cho những năm tới và báo cáo hằng quý."
TITLE = "Bộ trưởng Lê Sơn tiếp Đại sứ nước bạn"


def test_the_source_s_date_wins_and_its_basis_is_told() -> None:
    text = f"{TITLE}\nThứ hai, 26/04/2021 19:36\n{LEAD}\n{SECOND}"
    assert (report_of(text).published, report_of(text).published_basis) == ("2021-04-26", "stated on the page")
    given = report_of(text, published="2021-04-27T08:00+07:00")
    assert (given.published, given.published_basis) == ("2021-04-27", "given with the page")


def test_a_dateline_gives_the_date_only_with_an_outlet_before_it() -> None:
    dated = report_of(f"{TITLE}\nTCXY - Ngày 25-12-2023, {LEAD}\n{SECOND}")
    assert (dated.outlet, dated.published, dated.published_basis) == ("TCXY", "2023-12-25", "dateline")
    assert report_of(f"{TITLE}\nNgày 25-12-2023, {LEAD}\n{SECOND}").published is None


def test_a_page_without_date_is_a_doubt() -> None:
    report = report_of(f"{TITLE}\n{LEAD}\n{SECOND}")
    assert report.published is None
    assert [doubt.kind for doubt in report.doubts] == ["no-date"]


def test_a_teaser_s_date_is_not_the_report_s() -> None:
    report = report_of(f"{TITLE}\n{LEAD}\n{SECOND}\nCác tin khác\nĐoàn thanh niên lên đường\n28/1/2026 10:00\n{LEAD}")
    assert report.published is None
    assert report.body == f"{LEAD}\n{SECOND}"


def test_a_date_of_change_is_kept_apart() -> None:
    report = report_of(f"{TITLE}\nĐăng lúc 3/5/2021 08:00\nCập nhật: 4/5/2021 09:30\n{LEAD}\n{SECOND}")
    assert (report.published, report.updated) == ("2021-05-03", "2021-05-04T09:30")


def test_captions_are_told_by_repetition_and_alternative_text() -> None:
    third = "Đại sứ mong hai nước có thêm nhiều dự án trong lĩnh vực đào tạo và khoa học thời gian tới."
    caption, other = "Bộ trưởng Lê Sơn và Đại sứ tại buổi tiếp.", "Buổi tiếp diễn ra tại trụ sở Bộ."
    report = report_of(f"{TITLE}\n{LEAD}\n\n{caption}\n{caption}\n\n{SECOND}\n\n{TITLE} -0\n{other}\n\n{third}")
    assert report.body == f"{LEAD}\n{SECOND}\n{third}"
    assert {caption, other} <= set(report.captions)


def test_a_list_belongs_to_the_sentence_that_announces_it() -> None:
    items = "- Nông nghiệp và phát triển nông thôn\n- Đào tạo nguồn nhân lực"
    report = report_of(f"{TITLE}\n{LEAD}\nHai bên nhất trí về các lĩnh vực sau đây:\n{items}")
    assert "Đào tạo nguồn nhân lực" in report.body


def test_a_last_section_of_one_paragraph_belongs_to_the_body() -> None:
    report = report_of(f"{TITLE}\n{LEAD}\n{SECOND}\nĐào tạo và khoa học kỹ thuật\n{SECOND[:-10]}.\nLê Bình")
    assert report.body.count("\n") == 3
    assert report.byline == "Lê Bình"


def test_a_page_on_which_nothing_can_be_read_is_refused() -> None:
    for content, media in (
        ("", "text/plain"),
        (" \n\n", "text/plain"),
        ("<p></p><img>", "text/html"),
        ("12 / 3", "text/plain"),
    ):
        refusal = cut(Page("empty", content, media))
        assert isinstance(refusal, Refusal)
        assert refusal.input == "empty"
        assert refusal.hint


def test_a_page_of_menus_is_a_doubt() -> None:
    report = report_of("Trang chủ\nThời sự\nKinh tế\nVăn hóa\nLiên hệ")
    assert report.body == ""
    assert [doubt.kind for doubt in report.doubts] == ["no-report"]


def test_a_sentence_alone_is_a_body() -> None:
    report = report_of(LEAD)
    assert (report.headline, report.body) == (None, LEAD)


def test_a_language_without_a_pack_still_gives_a_report() -> None:
    lines = ["外相が大使と会談", "2025年1月13日 21時37分", "外相は13日、大使と会談した。", "両国は今後も対話を続ける。"]
    report = report_of("\n".join(lines))
    assert (report.language, report.published, report.headline) == ("ja", "2025-01-13", "外相が大使と会談")
    assert report.body.count("\n") == 1


def test_a_line_without_end_is_read() -> None:
    report = report_of(f"{TITLE}\n" + "hai bên trao đổi " * 200_000)
    assert len(report.body) > 3_000_000


PARAGRAPHS = [LEAD, SECOND, "Đại sứ cảm ơn Bộ trưởng và mong hai nước có thêm nhiều dự án về đào tạo và khoa học."]
TEASER = "Hội chợ hàng thủ công mở cửa tại trung tâm thành phố"
SUMMARY = "Sáng 28/1/2026, hội chợ với hơn hai trăm gian hàng đã mở cửa đón khách tham quan và mua sắm."
OTHER = "Thư viện tỉnh nhận thêm mười nghìn cuốn sách"
OTHER_SUMMARY = "Số sách do bạn đọc nhiều nơi gửi tặng sẽ được chuyển đến các trường học vùng xa trong năm nay."
PICTURE = "Khách tham quan một gian hàng. (Ảnh: Minh Thư)"


@pytest.mark.parametrize(
    "tail",
    [
        [TEASER, SUMMARY, OTHER, OTHER_SUMMARY],
        [PICTURE, TEASER, SUMMARY],
        [TEASER, "28/01/2026 10:00", SUMMARY],
        ["Các tin khác", PICTURE, SUMMARY, PICTURE, OTHER_SUMMARY],
        ["Bình luận (1)", "Lê C", SUMMARY],
    ],
)
def test_teasers_without_a_head_are_told_by_their_shape(tail: list[str]) -> None:
    report = report_of("\n".join([TITLE, "26/04/2021 19:36", *PARAGRAPHS, *tail]))
    assert report.body == "\n".join(PARAGRAPHS)
    assert report.published == "2021-04-26"
    assert report.captions == ()


def test_a_box_of_links_within_a_report_is_cut_out_of_it() -> None:
    report = report_of("\n".join([TITLE, LEAD, "TIN LIÊN QUAN", f"- {TEASER}", f"- {OTHER}", *PARAGRAPHS[1:], "PV"]))
    assert report.body == "\n".join(PARAGRAPHS)
    assert [item.headline for item in report.related] == [TEASER, OTHER]


def test_a_section_s_name_above_is_not_the_headline() -> None:
    report = report_of("\n".join(["Chính trị", "26/04/2021 19:36", TITLE, *PARAGRAPHS]))
    assert (report.headline, report.published) == (TITLE, "2021-04-26")


def test_a_signature_behind_the_last_paragraph_is_cut_off() -> None:
    report = report_of("\n".join([TITLE, *PARAGRAPHS[:2], PARAGRAPHS[2][:-1] + "./. Trần Bích"]))
    assert report.byline == "Trần Bích"
    assert report.body.endswith("./.")


def test_both_dates_on_one_line_are_told_apart() -> None:
    line = "Ngày đăng: 03/04/2024 08:00 - Cập nhật: 05/04/2024 09:00"
    report = report_of("\n".join([TITLE, line, *PARAGRAPHS]))
    assert (report.published, report.updated) == ("2024-04-03", "2024-04-05T09:00")


def test_an_outlet_signs_for_nobody() -> None:
    report = report_of("\n".join([TITLE, f"VXV.VN - {LEAD}", SECOND, "Trần Lan/VXV.VN"]))
    assert (report.outlet, report.byline, report.credit) == ("VXV.VN", "Trần Lan", None)


@pytest.mark.parametrize(
    "piece", ["Xem thêm " + " " * 5000 + ":", "> " * 5000, "ảnh " * 5000, "(" * 5000, "1/1/2020 " * 900]
)
def test_lines_made_to_be_slow_are_read(piece: str) -> None:
    assert report_of("\n".join([TITLE, *PARAGRAPHS, *[piece] * 40])).headline == TITLE
