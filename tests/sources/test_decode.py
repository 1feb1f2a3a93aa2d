"""Bytes to text in every set that reports come in, declared or not."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.errors import InputError
from bangiao.sources import charsets
from bangiao.sources.decode import decode

VIETNAMESE = "Sáng 3/4, tại Phủ Chủ tịch, Chủ tịch nước hội đàm với Quốc vương đang thăm cấp Nhà nước tới Việt Nam."
JAPANESE = "日本とベトナムの首脳は会談を行い、両国の協力について話し合った。"
FRENCH = "Le président a reçu l’ambassadeur à Hanoï ; les deux parties se félicitent de la coopération engagée."
_PARTS = ("\u0302", "\u0306", "\u031b")  # circumflex, breve and horn stay on the letter in windows-1258


def as_1258(text: str) -> str:
    """Vietnamese as windows-1258 spells it: the letter whole, its tone mark after it."""
    out = []
    for ch in unicodedata.normalize("NFC", text):
        base, *marks = tuple(unicodedata.normalize("NFD", ch))
        letter = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _PARTS))
        out.append(letter + "".join(mark for mark in marks if mark not in _PARTS))
    return "".join(out)


def test_windows_1258_keeps_its_marks() -> None:
    spelled = as_1258(VIETNAMESE)
    text = decode(spelled.encode("cp1258"), "windows-1258")
    assert text == spelled
    assert unicodedata.normalize("NFC", text) == VIETNAMESE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (VIETNAMESE, "utf-8"),
        (VIETNAMESE, "utf-8-sig"),
        (VIETNAMESE, "utf-16"),
        (VIETNAMESE, "utf-16-le"),
        (VIETNAMESE, "utf-16-be"),
        (VIETNAMESE, "utf-32"),
        (as_1258(VIETNAMESE), "cp1258"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (FRENCH, "cp1252"),
    ],
)
def test_a_set_is_told_without_a_declaration(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


def test_utf16_big_end_first_with_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + VIETNAMESE.encode("utf-16-be")) == VIETNAMESE


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "windows-1252", "us-ascii", "windows-1258", "shift_jis", "no-such-set"]
)
def test_valid_utf8_wins_over_what_a_server_says(declared: str) -> None:
    assert decode(VIETNAMESE.encode(), declared) == VIETNAMESE


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
def test_tone_marks_win_over_a_western_default(declared: str) -> None:
    assert decode(as_1258(VIETNAMESE).encode("cp1258"), declared) == as_1258(VIETNAMESE)
    assert decode(FRENCH.encode("cp1252"), declared) == FRENCH


@pytest.mark.parametrize(
    "tag",
    [
        '<meta charset="{}">',
        "<META http-equiv='Content-Type' content='text/html; charset={}'>",
        '<?xml encoding="{}"?>',
    ],
)
def test_a_page_names_its_set(tag: str) -> None:
    text = tag.format("windows-1251") + "<p>Переговоры в Ханое"
    assert decode(text.encode("cp1251"), html=True) == text


def test_the_server_goes_before_the_page() -> None:
    text = '<meta charset="koi8-r"><p>Переговоры в Ханое'
    assert decode(text.encode("cp1251"), "windows-1251", html=True) == text


def test_a_text_that_speaks_of_a_set_declares_none() -> None:
    assert decode(('charset="shift_jis" ' + FRENCH).encode("cp1252")).endswith(FRENCH)


@pytest.mark.parametrize(
    "label", ["utf-7", "idna", "punycode", "unicode_escape", "rot13", "hex", "undefined", "", "x" * 99, "\0"]
)
def test_sets_that_are_none_are_not_used(label: str) -> None:
    assert charsets.codec(label) is None


@pytest.mark.parametrize(
    ("label", "name"),
    [("Shift_JIS", "cp932"), ("x-sjis", "cp932"), ("GB2312", "gb18030"), ("latin1", "cp1252"), ("UTF8", "utf-8")],
)
def test_sets_by_the_names_that_pages_use(label: str, name: str) -> None:
    assert charsets.codec(label) == name


def test_broken_bytes_are_told_with_their_line() -> None:
    data = (VIETNAMESE + "\n").encode() * 2 + b"\xe1\xbb rest"
    with pytest.raises(InputError, match="the first in line 3"):
        decode(data)


def test_a_long_page_may_have_a_letter_cut_in_two() -> None:
    page = f"<p>{VIETNAMESE}</p>".encode() * 40 + b"<p>Th\xe1\xbb...</p>"
    assert decode(page, html=True).endswith("<p>Th\ufffd...</p>")
    with pytest.raises(InputError):
        decode(page)


@pytest.mark.parametrize("data", [b"\x93\x94\x81\x8d\x9d" * 20, bytes(range(128, 256)) * 3, b"Nguyen Van A\xff"])
def test_no_set_is_guessed_without_evidence(data: bytes) -> None:
    with pytest.raises(InputError):
        decode(data)


def written(text: str) -> bool:
    """What a person can have written: no control characters, more than blank space, no mark of another set."""
    plain = all(unicodedata.category(ch) not in ("Cc", "Cn", "Co", "Cs") or ch in "\t\n\r" for ch in text)
    return plain and bool(text.strip()) and not text.startswith("\ufeff") and "\x1b" not in text


@given(st.text(min_size=1).filter(written), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_round_trip_with_a_mark(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@given(st.text(min_size=1).filter(written).filter(lambda text: not text.startswith(("%PDF-", "BZh", "Rar!", "WARC/"))))
def test_round_trip_in_utf8(text: str) -> None:
    assert decode(text.encode()) == text


ALPHABETS = {
    "windows-1258": "abc ăâđêôơư áàé\u0300\u0301\u0303\u0309\u0323 “”–",
    "windows-1251": "abc Переговоры прошли в Ханое «»–",
    "windows-1252": "abc àâçéèêëîïôùû “”–€",
    "iso-8859-15": "abc àâçéèêëîïôùû €",
    "koi8-r": "abc Переговоры прошли в Ханое",
    "shift_jis": "abc 日本とベトナムは会談、ー。ｱｲ",
    "euc-jp": "abc 日本とベトナムは会談、ー。",
    "gb18030": "abc 中国和越南举行会谈，。",
    "big5": "abc 中國和越南舉行會談，。",
    "euc-kr": "abc 한국과 베트남 회담",
}


def like_utf8(content: bytes, label: str) -> bool:
    """Whether the bytes are UTF-8 as well; in a set of single bytes, which fits anything, also with a few broken."""
    whole = content.decode("utf-8", "ignore")
    broken = content.decode("utf-8", "replace").count("\ufffd")
    if charsets.codec(label) in charsets.PAIRED:
        return not broken
    return sum(not ch.isascii() for ch in whole) >= 4 * broken


@pytest.mark.parametrize("label", ALPHABETS)
@given(data=st.data())
def test_round_trip_as_declared(label: str, data: st.DataObject) -> None:
    text = data.draw(st.text(ALPHABETS[label], min_size=1).filter(lambda text: bool(text.strip())))
    content = text.encode(charsets.codec(label) or "")
    if not like_utf8(content, label):
        assert decode(content, label) == text


@pytest.mark.parametrize(("label", "text"), [("euc-kr", "트담국트트"), ("gb18030", "台山全时台山全时会")])
def test_a_declared_set_of_pairs_goes_before_broken_utf8(label: str, text: str) -> None:
    content = text.encode(charsets.codec(label) or "")
    assert decode(content, label) == text
    with pytest.raises(InputError, match="broken bytes"):
        decode(content)


@given(st.binary(), st.sampled_from([None, "utf-16", "windows-1258", "shift_jis", "utf-7"]), st.booleans())
def test_any_bytes_are_text_or_refused(data: bytes, declared: str | None, html: bool) -> None:
    try:
        text = decode(data, declared, html)
    except InputError:
        return
    assert text.strip()
    assert "\0" not in text
    assert text.encode()
