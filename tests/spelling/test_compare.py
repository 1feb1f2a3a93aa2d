"""Spellings of one name meet, names of two people do not; a wrong *same* is the worst answer."""

import json
import random
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.spelling import Context, compare, japanese
from bangiao.spelling.compare import forget
from bangiao.text.fold import fold
from tests.spelling.judging import Row, is_figure, measure, read_rows, reads_kanji

SYLLABLE = "[A-ZÀ-ỸĐ][a-zà-ỹđ]+"
VIETNAMESE = re.compile(
    rf"\b(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Võ|Đặng|Bùi|Đỗ|Phan|Hồ|Ngô|Dương|Lý)(?: {SYLLABLE}){{2}}\b"
)
DRAWN = 2_000


@reads_kanji
def test_table_of_pairs(pairs: list[Row]) -> None:
    share, wrong = measure(pairs)
    assert wrong == []
    assert share >= 0.96


def test_pairs_no_rule_was_written_on(later_pairs: list[Row]) -> None:
    share, wrong = measure([row for row in later_pairs if is_figure(row)])
    assert wrong == []
    assert share >= 0.88


@reads_kanji
def test_pairs_of_every_kind(pairs_by_kind: list[Row]) -> None:
    share, wrong = measure(pairs_by_kind)
    assert wrong == []
    assert share >= 0.94
    assert measure([row for row in pairs_by_kind if is_figure(row)])[0] >= 0.95


def test_names_of_the_gold(shared_dir: Path) -> None:
    share, wrong = measure(read_rows(shared_dir / "gold" / "names.dev.tsv"))
    assert wrong == []
    assert share >= 0.94


def _together(shared: Path) -> set[tuple[str, str]]:
    """Pairs of people named in one contact, who are certainly two."""
    found: set[tuple[str, str]] = set()
    for name in ("leads.dev.jsonl", "reports.dev.jsonl", "seeds.jsonl"):
        for line in (shared / "gold" / name).read_text(encoding="utf-8").splitlines():
            for contact in json.loads(line).get("contacts", []):
                people = {one["name"] for side in contact["sides"] for one in side.get("people") or () if one["name"]}
                found.update(combinations(sorted(people), 2))
    return found


def test_people_of_one_contact_are_two(shared_dir: Path) -> None:
    pairs = _together(shared_dir)
    assert len(pairs) > 200
    assert [pair for pair in sorted(pairs) if compare(*pair).verdict == "same"] == []


def _alike(shared: Path) -> list[tuple[str, str]]:
    """Vietnamese names drawn from the corpora: surname and middle name shared, another given name."""
    names: set[str] = set()
    for file in ("leads.jsonl", "reports.jsonl"):
        text = (shared / "corpus" / file).read_text(encoding="utf-8")
        names.update(VIETNAMESE.findall(fold(text).text))
    heads = sorted({name.rsplit(" ", 1)[0] for name in names})
    givens = sorted({name.rsplit(" ", 1)[1] for name in names})
    draw = random.Random(20211213)
    drawn = [(draw.choice(heads), *draw.sample(givens, 2)) for _ in range(DRAWN)]
    return [(f"{head} {one}", f"{head} {other}") for head, one, other in drawn]


def test_vietnamese_names_compare_on_all_syllables(shared_dir: Path) -> None:
    assert [pair for pair in _alike(shared_dir) if compare(*pair).verdict == "same"] == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nguyễn Phú Trọng", "Nguyễn Phú Bình"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Abe Shinzo", "Abe Shintaro"),
        ("Wang Yi", "Wang Yang"),
        ("Vũ Văn Thiên", "Vu Van Tien"),
        ("Li Yuan", "Li Yue"),
        ("Maria Zakharova", "Mario Zakharova"),
        ("Yamada Shuichi", "Yamada Chuichi"),
        ("しいかずお", "Xu-hác-tô"),
        ("チャン・ホン・ハー", "Chung Xê Ki-un"),
        ("Ван И", "Wang Yang"),
        ("Ли Цян", "Li Xi"),
        ("Ван И", "Vương Dương"),
    ],
)
def test_names_that_look_alike_are_not_one(a: str, b: str) -> None:
    assert compare(a, b).verdict != "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ooshima Tadamori", "Oshima Tadamori"),
        ("Mao Ninh", "Mao Ning"),
        ("Mao Ninh", "毛宁"),
        ("Kim Xông Nam", "Kim Song Nam"),
        ("T.Ble", "Tony Blair"),
        ("M.Đi-át Ca-nên", "Miguel Díaz-Canel"),
        ("Johari bin Abdul", "Johari Abdul"),
        ("Abdulrahman Saleh", "Abdurahman Saleh"),
        ("Abdulsalam Haidar", "Abdessalam Haidar"),
        ("トンルン・シスリット", "Thong-lun Xi-xu-lít"),
        ("アンゲラ・メルケル", "An-giê-la Méc-ken"),
        ("Си Цзиньпин", "Xi Jinping"),
        ("Ван И", "Wang Yi"),
        ("Ван И", "Vương Nghị"),
        ("Ли Цян", "李强"),
        ("Синдзо Абэ", "Abe Shinzo"),
        ("Дзюнъитиро Коидзуми", "Koizumi Jun'ichirō"),
    ],
)
def test_ways_of_writing_one_name(a: str, b: str) -> None:
    assert compare(a, b).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nukawa Fukushiro", "Nukaga Fukushiro"),
        ("Tô Lâm", "Tô Lân"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("Putin", "Vladimir Putin"),
        ("Ferdinand Marcos Jr.", "Ferdinand Marcos"),
        ("George Bush", "George W. Bush"),
        ("Ana Prado Lima", "Ana Beatriz Prado Lima"),
        ("N.P.Trọng", "Nguyễn Phú Trọng"),
        ("โทลัม", "Tô Lâm"),
    ],
)
def test_what_a_name_alone_cannot_tell_is_unsure(a: str, b: str) -> None:
    assert compare(a, b).verdict == "unsure"


@reads_kanji
def test_kanji_are_read_by_the_dictionary() -> None:
    assert compare("志位和夫", "Shii Kazuo").verdict == "same"


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The extra `japanese` is not installed."""
    monkeypatch.setattr(japanese, "_dictionary", lambda: None)
    _forget_readings()
    yield
    monkeypatch.undo()
    _forget_readings()


def _forget_readings() -> None:
    forget()
    japanese._entries.cache_clear()
    japanese.kanji_readings.cache_clear()


@pytest.mark.usefixtures("unread")
def test_kanji_without_the_dictionary_are_unsure() -> None:
    found = compare("志位和夫", "Shii Kazuo")
    assert (found.verdict, "bangiao[japanese]" in found.reason) == ("unsure", True)
    assert compare("习近平", "Tập Cận Bình").verdict == "same"


def test_country_keeps_namesakes_apart() -> None:
    apart = compare("Lee Min-ho", "Lee Min Ho", Context(country="KR"), Context(country="SG"))
    assert (apart.verdict, "KR" in apart.reason) == ("unsure", True)


def test_one_office_at_one_time_joins_a_surname_to_its_name() -> None:
    here = Context("RU", "Tổng thống", "2024-06-20")
    assert compare("Putin", "Vladimir Putin", here, here).verdict == "same"
    assert compare("Putin", "Vladimir Putin", here, Context("RU", "Tổng thống", "2012")).verdict == "unsure"


def test_one_letter_stays_unsure_whatever_the_context() -> None:
    here = Context("JP", "Chủ tịch Hạ viện", "2024-04-02")
    assert compare("Nukawa Fukushiro", "Nukaga Fukushiro", here, here).verdict == "unsure"


names = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxy AĐX-.,'’áạ志位ジョン김정은Вл\u0301\t"), max_size=40)


def test_a_word_with_a_hyphen_in_another_script_is_compared_with_initials() -> None:
    assert compare("Анна-Мария Иванова", "A. Ivanova").verdict == "same"
    assert compare("Анна-Мария И.", "Maria Ivanova").verdict != "same"
    assert compare("А-Б. Иванова", "Vla-đi-mia P.").verdict in ("unsure", "different")


def test_a_mark_without_its_letter_is_no_initial() -> None:
    assert compare("\u0301. C", "Xaa. A").verdict == "different"


words = st.sampled_from(
    ("Анна", "В.", "Путин", "김", "정은", "トー", "ラム", "Tô", "Lâm", "V.", "Putin", "志位", "Xi", "Pu-tin", "bin")
)
joined = st.lists(st.tuples(words, st.sampled_from((" ", "-", "・", ", "))), min_size=1, max_size=4).map(
    lambda some: "".join(word + between for word, between in some)
)


@given(joined, joined)
def test_words_of_any_script_joined_in_any_way_are_compared(one: str, other: str) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (there.verdict, there.score, there.reason) == (back.verdict, back.score, back.reason)


@given(names, names)
def test_any_two_texts_have_a_verdict_whichever_comes_first(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert (there.a, there.b) == (a, b)
    assert (there.verdict, there.score, there.reason) == (back.verdict, back.score, back.reason)
    assert 0.0 <= there.score <= 1.0


@given(names)
def test_a_name_is_its_own_name(name: str) -> None:
    assert compare(name, name).verdict == ("same" if any(map(str.isalpha, name)) else "unsure")
