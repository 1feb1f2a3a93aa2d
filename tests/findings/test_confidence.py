"""How far a field can be trusted: what its signs are worth, added up."""

import pytest

from bangiao.findings.confidence import Trust, Worth, fields, measured, signs_of, trust_in
from bangiao.findings.find import find
from bangiao.model.evidence import Evidence, Span
from bangiao.model.findings import Contact, Participant, Side
from bangiao.model.report import Block, Report

CONTACT = Contact(
    "talks",
    "hội đàm",
    "in_person",
    "held",
    (Side("VN", people=(Participant("Đặng Văn Thử", "Bộ trưởng"),)), Side(org="ASEAN")),
    ("government",),
    date="2024-12-05",
    evidence=(Evidence("trigger", 0, 7, 1, "hội đàm", "meet:talks"),),
)
REPORT = Report("one", "hội đàm", (Block("body", Span(0, 7)),))
WORTH = Worth(1.0, 2.0, 0.5, {"told again": 1.5, "organisation": -1.0, "many contacts": -0.2, "three": -3.0})


def test_every_field_that_is_told_is_judged() -> None:
    assert fields(CONTACT) == [
        "form", "status", "mode", "date", "channels",
        "sides.0.country", "sides.0.people.0.name", "sides.0.people.0.office", "sides.1.org",
    ]  # fmt: skip
    assert list(trust_in(REPORT, [CONTACT], 0)) == list(signs_of(REPORT, [CONTACT], 0)) == fields(CONTACT)


@pytest.mark.parametrize(
    ("signs", "trust"),
    [
        (("told again",), Trust("high")),
        (("told again", "organisation"), Trust("fair", ("organisation",))),
        ((), Trust("fair")),
        (("organisation", "many contacts"), Trust("low", ("organisation", "many contacts"))),
        (("many contacts", "organisation", "three"), Trust("low", ("three", "organisation"))),
        (("never met",), Trust("fair")),
    ],
)
def test_the_level_follows_the_sum_and_names_what_counts_most_against_it(signs: tuple[str, ...], trust: Trust) -> None:
    assert WORTH.trust(signs) == trust


def test_the_measured_worth_rises_with_agreement_and_falls_with_words_for_a_side() -> None:
    worth = measured()
    assert worth.high > worth.fair
    assert worth.points["told again"] > 0 > worth.points["organisation by its words"]


def test_what_headline_and_text_both_tell_is_trusted_more() -> None:
    headline = "Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Lào Sonexay Siphandone"
    body = "Sáng 5/12, Thủ tướng Trần Quang Hải đã hội đàm với Thủ tướng Lào Sonexay Siphandone."
    text = f"{headline}\n{body}"
    cut = len(headline)
    blocks = (Block("headline", Span(0, cut)), Block("body", Span(cut + 1, len(text))))
    both = Report("both", text, blocks, "vi", published="2024-12-05")
    alone = Report("alone", body, (Block("body", Span(0, len(body))),), "vi", published="2024-12-05")
    odds = []
    for report in (both, alone):
        (contact,) = find(report).contacts
        odds.append(measured().of(signs_of(report, [contact], 0)["form"]))
    assert odds[0] > odds[1]
