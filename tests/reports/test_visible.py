"""What a reader sees of a page."""

from hypothesis import given
from hypothesis import strategies as st

from bangiao.reports.visible import visible


def test_one_line_per_block_without_scripts_and_hidden_parts() -> None:
    seen = visible(
        "<html><head><title>T</title><style>p{}</style></head><body><script>x()</script><h1>Một  <b>hai</b></h1>"
        "<p>Ba<br>bốn</p><div hidden>năm</div><div style='display: none'>sáu</div><noscript>bảy</noscript>"
        "<!-- tám --><ul><li><a href='/'>chín</a></li></ul></body></html>"
    )
    assert seen.text == "Một hai\nBa\nbốn\nchín"
    assert [hint.heading for hint in seen.hints] == ["h1", None, None, None]
    assert [hint.links for hint in seen.hints] == [0.0, 0.0, 0.0, 1.0]


def test_the_head_tells_facts() -> None:
    seen = visible(
        """<html lang="vi"><head><title>Tin - Báo X</title><meta property="og:site_name" content="Báo X">
        <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Tin",
        "datePublished": "2024-01-02", "publisher": {"name": "Báo X"}, "author": [{"name": "Lê Sơn"}]}]}</script>
        <script type="application/ld+json">{broken</script></head><body>Tin</body></html>"""
    )
    assert seen.facts == {
        "title": "Tin - Báo X",
        "outlet": "Báo X",
        "headline": "Tin",
        "published": "2024-01-02",
        "author": "Lê Sơn",
        "language": "vi",
    }


def test_a_page_may_nest_without_end() -> None:
    assert visible("<div>" * 20_000 + "đáy" + "</div>" * 20_000).text == "đáy"


def test_json_may_nest_without_end() -> None:
    nested = "[" * 100_000 + "]" * 100_000
    assert visible(f'<script type="application/ld+json">{nested}</script><p>chữ</p>').text == "chữ"


@given(st.text(alphabet=st.sampled_from("<>/=\"' abpdivstyle!-&;đ\n\x00"), max_size=300))
def test_any_markup_gives_as_many_hints_as_lines(markup: str) -> None:
    seen = visible(markup)
    lines = seen.text.split("\n") if seen.text else []
    assert len(lines) == len(seen.hints)
    assert all(line.strip() for line in lines)
