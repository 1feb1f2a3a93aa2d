"""Both languages have a label for everything the model can say, and the same phrases."""

import re
from pathlib import Path
from typing import get_args

import pytest

from bangiao.model import vocabulary
from bangiao.model.tenure import AnniversaryKind
from bangiao.register.store import Outcome
from bangiao.resolution.changes import ChangeKind
from bangiao.resolution.copies import How as CopyKind
from bangiao.resolution.decisions import DecisionKind
from bangiao.resolution.ladder import RUNGS
from bangiao.views.as_known import age
from bangiao.views.labels import LANGUAGES, Labels, labels, locale
from bangiao.views.office import How
from bangiao.views.threads import How as Step

CLOSED: dict[str, tuple[str, ...]] = {
    "form": vocabulary.FORMS,
    "mode": vocabulary.MODES,
    "status": vocabulary.STATUSES,
    "channel": vocabulary.CHANNELS,
    "role": get_args(vocabulary.Role),
    "commitment_kind": vocabulary.COMMITMENT_KINDS,
    "statement_kind": vocabulary.STATEMENT_KINDS,
    "topic": vocabulary.TOPICS,
    "block_kind": vocabulary.BLOCK_KINDS,
    "how_known": get_args(How),
    "anniversary_kind": get_args(AnniversaryKind),
    "change_kind": get_args(ChangeKind),
    "copy_kind": get_args(CopyKind),
    "decision_kind": get_args(DecisionKind),
    "rung": RUNGS,
    "thread_step": tuple(one.replace(" ", "_") for one in get_args(Step)),
    "read_outcome": tuple(one.replace(" ", "_") for one in get_args(Outcome)),
}


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Labels:
    return labels(request.param)


@pytest.mark.parametrize("vocabulary", CLOSED)
def test_every_value_of_a_vocabulary_has_a_label(words: Labels, vocabulary: str) -> None:
    assert tuple(words.tables[vocabulary]) == CLOSED[vocabulary]
    assert all(words.tables[vocabulary].values())


def test_both_languages_have_the_same_keys() -> None:
    vi, en = (labels(one).tables for one in LANGUAGES)
    assert {table: list(entries) for table, entries in vi.items()} == {
        table: list(entries) for table, entries in en.items()
    }


def test_both_languages_put_the_same_words_in_a_phrase() -> None:
    def places(text: object) -> set[str]:
        return {part.partition("}")[0] for part in str(text).split("{")[1:]}

    vi, en = (labels(one).tables for one in LANGUAGES)
    differing = [
        f"{table}.{key}"
        for table, entries in vi.items()
        if table != "count"
        for key, text in entries.items()
        if places(text) != places(en[table][key])
    ]
    assert differing == []


def test_a_count_has_every_plural_form_of_its_language(words: Labels) -> None:
    needed = {"other", *locale(words.language).plural_form.tags}
    for what, forms in words.tables["count"].items():
        assert set(forms) == needed, what


def test_counts_and_numbers_are_those_of_the_language() -> None:
    vi, en = (labels(one) for one in LANGUAGES)
    assert [en.count("reports", one) for one in (0, 1, 1204)] == ["0 reports", "1 report", "1,204 reports"]
    assert [vi.count("reports", one) for one in (0, 1, 1204)] == ["0 bản tin", "1 bản tin", "1.204 bản tin"]


@pytest.mark.parametrize(
    ("edtf", "vi", "en"),
    [
        ("2024-12-05", "5 tháng 12, 2024", "5 December 2024"),
        ("2024-12", "tháng 12 năm 2024", "December 2024"),
        ("2024", "2024", "2024"),
        ("XXXX-02-29", "29 tháng 2, không rõ năm", "29 February, year unknown"),
        ("XXXX-04", "tháng 4, không rõ năm", "April, year unknown"),
        ("2024-12-03/2024-12-07", "3\u2009–\u20097 thg 12, 2024", "3–7 Dec 2024"),
        ("2024-11/2024-12-07", "tháng 11 năm 2024 – 7 tháng 12, 2024", "November 2024 – 7 December 2024"),
        ("../2024-12-07", "đến 7 tháng 12, 2024", "until 7 December 2024"),
        ("2024-12-03/..", "từ 3 tháng 12, 2024", "from 3 December 2024"),
        ("[2023,2024]", "2023 hoặc 2024", "2023 or 2024"),
        ("2024-34", "quý 2 năm 2024", "quarter 2 of 2024"),
        ("2024-21", "mùa xuân 2024", "spring 2024"),
        ("199X", "thập niên 1990", "1990s"),
        ("2024-05~", "khoảng tháng 5 năm 2024", "about May 2024"),
        (None, "không rõ ngày", "date unknown"),
        ("2024-02-30", "2024-02-30", "2024-02-30"),
        ("hôm qua", "hôm qua", "hôm qua"),
    ],
)
def test_dates_are_told_in_words(edtf: str | None, vi: str, en: str) -> None:
    assert (labels("vi").date(edtf), labels("en").date(edtf)) == (vi, en)


def test_a_basis_keeps_the_reason_of_an_inference() -> None:
    assert labels("vi").basis("from publication date") == "tính từ ngày đăng"
    assert labels("en").basis("inferred: 2024 is the only year") == "inferred: 2024 is the only year"
    assert labels("en").basis(None) == ""


def test_what_has_no_label_comes_back_as_it_is(words: Labels) -> None:
    assert words.of("doubt_kind", "of-another-kind") == "of-another-kind"
    assert words.of("form", None) == ""
    assert words.country("ASEAN") == "ASEAN"
    with pytest.raises(KeyError):
        words.say("date.of_no_such_thing")


@pytest.mark.parametrize("days", [1, 12, 59, 60, 365, 800, 967])
def test_an_age_is_told_alike_on_a_terminal_and_on_a_page(days: int) -> None:
    assert labels("en").ago(days) == f"{age(days)} ago"
    assert labels("en").age(days) == age(days)
    assert labels("vi").ago(days) == f"cách đây {labels('vi').age(days)}"


def test_an_age_is_told_in_the_units_of_the_language(words: Labels) -> None:
    assert labels("vi").age(800) == "2 năm 2 tháng"
    assert words.ago(None) == ""
    assert words.ago(0) == words.say("brief.today")
    assert words.ago(-3) == words.say("brief.in_days", age=words.age(3))


def test_every_message_with_a_key_has_its_words_and_none_is_idle(words: Labels, repository: Path) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (repository / "src").rglob("*.py"))
    raised = set(re.findall(r"""\bkey"?[=:] ?"([a-z_]+)\"""", source)) & {
        one.removesuffix("_hint") for one in words.tables["fault"]
    }
    assert {name for one in raised for name in (one, f"{one}_hint")} == set(words.tables["fault"])
    assert words.fault("no_such_key", {}) is None
    assert words.fault("no_date", {"value": "{x}"}) is not None
