"""The kept cases: each was once trouble, or is of a kind that is trouble elsewhere; its name says what is promised."""

from pathlib import Path

import pytest

from tests.hostile.readers import LONGEST, READERS, harmless

CASES = sorted(path for path in Path(__file__).with_name("cases").rglob("*") if path.is_file())


def test_each_case_belongs_to_a_reader() -> None:
    assert {path.parent.name for path in CASES} <= READERS.keys()
    assert len(CASES) >= 20


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_kept_case_gets_its_promised_answer(case: Path) -> None:
    answer = harmless(case.parent.name, case.read_bytes())
    promised, _, _ = case.name.partition("-")
    assert promised in ("read", "refused")
    assert bool(answer) == (promised == "refused"), answer
    assert len(answer) < LONGEST
