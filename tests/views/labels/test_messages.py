"""Whatever an error says on a page is told in Vietnamese too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bangiao
from bangiao.model.errors import installing
from bangiao.register.contact_rows import _COUNTED, _DISAGREE, _LIKELY
from bangiao.views.labels import labels

SOURCE = Path(bangiao.__file__).parent
ERRORS = {"InputError", "NotNow", "Refusal", "QuestionError", "BangiaoError", "RegisterError"}
# what a page, a file or an address can be refused for, and what a question of a page can be wrong about
SEEN = ["sources/decode.py", "sources/lines.py", "sources/media.py", "sources/network.py", "sources/office.py"]
SEEN += ["sources/streams.py", "sources/web.py", "sources/manners.py", "sources/archives.py", "reports/cut.py"]
SEEN += ["views/timeline.py", "views/body.py", "views/partners.py", "views/doubts.py", "views/review.py"]
SEEN += ["views/review_item.py", "views/words.py", "views/coding.py", "register/ledger.py", "register/subjects.py"]
SEEN += ["web/jobs.py", "web/pages/ahead.py", "web/pages/coding.py", "web/pages/review.py", "register/ask_reports.py"]


def said(node: ast.expr) -> str | None:
    """The words of an argument, with X for what is put in; null for what is no text of its own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value or None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "X" for one in node.values)
    return None


def messages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS):
            continue
        if all(one.arg != "key" for one in node.keywords):
            yield from filter(None, map(said, node.args))


@pytest.mark.parametrize("place", SEEN)
def test_every_message_of_a_page_has_vietnamese_words(place: str) -> None:
    told = {one: labels("vi").message(one) for one in messages(SOURCE / place)}
    assert [one for one, (_, language) in told.items() if language != "vi"] == []


@pytest.mark.parametrize("extra", ["web", "office", "spark"])
def test_how_to_install_what_is_missing_is_told_in_vietnamese(extra: str) -> None:
    told, language = labels("vi").message(installing(extra))
    assert language == "vi"
    assert f"pip install 'bangiao[{extra}]'" in told


def test_what_is_put_into_a_message_stays_and_the_fuller_message_is_chosen() -> None:
    say = labels("vi")
    assert say.message("cannot be fetched: no connection to mofa.gov.vn")[0].endswith("với mofa.gov.vn")
    assert say.message("is packed with RAR, which was not asked for")[0].startswith("được nén bằng RAR dù")
    assert say.message("nobody says this") == ("nobody says this", "en")


def test_what_is_doubted_of_a_contact_is_told_in_vietnamese() -> None:
    for words in (_DISAGREE.format("date"), _COUNTED.format("“12 văn kiện”, “14 văn kiện”"), _LIKELY.format("c-1")):
        assert labels("vi").message(words)[1] == "vi"


def test_english_pages_say_what_the_program_says() -> None:
    assert labels("en").message("is empty") == ("is empty", "en")


def test_no_message_runs_away() -> None:
    """However long a hostile file makes it."""
    assert labels("vi").message("is not a report: " + "x: " * 200)[1] == "vi"
    assert re.search("x: x", labels("vi").message("is not a report: " + "x: " * 200)[0])
