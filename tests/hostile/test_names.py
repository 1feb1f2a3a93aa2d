"""Letters that look alike, and marks that are not seen or turn the line: no two people become one by them unseen."""

import pytest

from bangiao.cli.messages import clean, say
from bangiao.model.report import Page
from bangiao.pipeline import Reading, read_page
from bangiao.register.store import Register
from bangiao.spelling.compare import name_match
from tests.hostile.seeds import BODY, MEETING

ALIKE = [
    ("Hana Sato", "H\u0430na Sato"),
    ("Paolo Ricci", "P\u0430\u043el\u043e Ricci"),
    ("Bounmy Sisavath", "B\u03bfunmy Sisavath"),
    ("Trần Quang Hải", "Tr\u1ea7n Qu\u0430ng Hải"),
    ("Olga Ivanova", "\u041elga Ivanova"),
]


@pytest.mark.parametrize(("real", "false"), ALIKE)
def test_letters_of_another_script_do_not_make_one_person(real: str, false: str) -> None:
    assert name_match(real, false).verdict != "same"
    reports = [MEETING.replace("Bounmy Sisavath", name) + BODY for name in (real, false)]
    with Register.open(":memory:") as register:
        for number, text in enumerate(reports):
            read = read_page(Page(f"r{number}", text))
            assert isinstance(read, Reading)
            register.add(read.report, read.findings)
        ids = [{person.id for person in register.find_people(name) if person.name == name} for name in (real, false)]
    assert ids[0]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize(
    "mark", ["\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\x1b[31m", "\x07", "\x9b"]
)
def test_what_turns_or_colours_the_line_is_not_printed(mark: str, capsys: pytest.CaptureFixture[str]) -> None:
    say(f"{mark}Lan{mark}")
    for printed in (capsys.readouterr().err, clean(f"a{mark}b")):
        assert not set(mark) & set(printed) - set("[31m")
