"""The gate: every floor holds, a figure below its floor is named, floors only rise, worse documents are named."""

import pytest

from bangiao.evaluation.documents import Document, ToldContact, ToldPerson, ToldSide
from benchmarks import gate, progress
from benchmarks.floors import Gold, raised, read_floors


def document(*names: str) -> Document:
    sides = [ToldSide("VN"), *(ToldSide("JP", people=(ToldPerson(name),)) for name in names)]
    return Document("one", (ToldContact(form="talks", mode="in_person", status="held", sides=tuple(sides)),))


def test_no_floor_is_broken(capsys: pytest.CaptureFixture[str], shared_dir: object) -> None:
    assert gate.main([]) == 0, capsys.readouterr().err
    told = capsys.readouterr().out
    for name in (
        "samples: 30 documents",
        "leads: 142 to read, 155 for figures",
        "distance",
        "side_of_person",
        "ceremony",
    ):
        assert name in told


def test_the_samples_hold_their_floors_everywhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "find_shared", lambda: None)
    monkeypatch.delenv("BANGIAO_NO_SKIP", raising=False)
    assert gate.main([]) == 0
    assert "not run: the gold of ../shared is not here" in capsys.readouterr().err


def test_a_figure_below_its_floor_is_named() -> None:
    [samples] = [gold for gold in read_floors() if not gold.shared]
    gold = Gold("samples", "samples", "samples", fingerprint="0", floors={"found": 0.9})
    measured = gate.Measured(gold, {"one": document("Shii Kazuo")}, {})
    faults = list(gate.below(measured))
    assert faults[0] == "samples: found 0.000 < 0.9"
    assert f"now {samples.fingerprint}" in faults[1]


def test_floors_rise_and_never_fall() -> None:
    assert raised({}, {"found": 0.908}) == {"found": 0.89}
    assert raised({"found": 0.95, "exact": 0.5}, {"found": 0.908, "exact": 0.8}) == {"found": 0.95, "exact": 0.79}


def test_a_document_that_got_worse_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        progress, "read", lambda: {("leads", "one"): (1, 1, 1, 0, 0), ("leads", "two"): (1, 1, 1, 0, 0)}
    )
    now: progress.Marks = {("leads", "one"): (1, 0, 0, 0, 0), ("leads", "two"): (1, 1, 1, 0, 0)}
    assert list(progress.worse(now)) == ["leads one: exact 1 → 0, full 1 → 0"]


def test_marks_count_what_is_told_too_often() -> None:
    gold, seen = document("Shii Kazuo"), document("Shii Kazuo")
    twice = Document("one", seen.contacts * 2)
    assert dict(progress.marks({"one": gold}, {"one": twice})) == {"one": (1, 1, 1, 1, 0)}
