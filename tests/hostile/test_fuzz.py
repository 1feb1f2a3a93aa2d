"""Spoilt and random bytes for every reader: read, or refused with a word on what to do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.readers import READERS, harmless
from tests.hostile.seeds import SEEDS

PIECES = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\r\n", b"\n", b"\t", b",", b";",
    b'"', b"<", b">", b"</", b"<!--", b"<![CDATA[", b"<!DOCTYPE", b"&#0;", b"&#xD800;", b"&#x110000;", b"<svg>",
    b"<template>", b"<table>", b"<p" * 20, b"{", b"}", b"[" * 50, b"]", b"=", b"[[", b"]]", b"'''", b"\\u0000",
    b"1e999", b"\\ud800", b"-1", b"9" * 30, b"0000-00-00", b"9999-99-99", b"31/2/2024", "ngày".encode(),
    b"\xe2\x80\xae", b"Content-Length: -1", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n", b"\xc3",
    b"\xed\xa0\x80", b"null", b"true", b"NaN", b"http://[", b"https://example.org:99999/", b"inf", b"%", b"\x85",
    b"\xe2\x80\xa8",
]  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A sound example with stretches taken out, doubled, or replaced."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 40)))
        change = draw(st.sampled_from(("put", "take", "double")))
        new = draw(st.sampled_from(PIECES) | st.binary(max_size=8)) if change == "put" else b""
        data[at:end] = data[at:end] * 2 if change == "double" else new
    return bytes(data)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60)
@given(data=st.data())
def test_spoilt_bytes_are_read_or_refused(name: str, data: st.DataObject) -> None:
    harmless(name, data.draw(spoilt(SEEDS[name])))


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=30)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    harmless(name, data)


@pytest.mark.parametrize("name", READERS)
def test_the_sound_examples_are_sound(name: str) -> None:
    """Else the fuzzing would spoil what is refused anyway."""
    for seed in SEEDS[name]:
        assert harmless(name, seed) == ""
