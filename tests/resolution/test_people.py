"""Who is one person: spellings that agree, slips that the post settles, and what stays a doubt."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bangiao.resolution.clusters import components
from bangiao.resolution.decisions import Decision, Rulings, decision_id, rule
from bangiao.resolution.names import person_id
from bangiao.resolution.people import Named, People, may_be_one, misspelt, resolve_people

NONE = Rulings()


def named(name: str, label: str = "JP", posts: str = "", day: str | None = None, **more: frozenset[str]) -> Named:
    nobody: frozenset[str] = frozenset()
    beside, taught = more.get("beside", nobody), more.get("taught", nobody)
    held = frozenset(filter(None, posts.split("; ")))
    return Named(person_id(name, label), name, label, held, day, day, beside, taught)


def persons(*names: Named, rulings: Rulings = NONE) -> int:
    return len(set(resolve_people(names, rulings).persons.values()))


def decide(kind: str, *names: Named, at: str = "2025") -> Decision:
    subjects = tuple(one.base for one in names)
    return Decision(decision_id("same", subjects, "Lan", at, kind), kind, subjects, "Lan", at, kind)  # type: ignore[arg-type]


def test_spellings_of_one_name_are_one_person() -> None:
    assert persons(named("Shii Kazuo"), named("Si-i Ca-dư-ô")) == 1
    assert persons(named("Ogata Yasuo"), named("Ô-ga-ta I-a-sư-ô")) == 1
    assert persons(named("Vladimir Putin", "RU"), named("V.Pu-tin", "RU")) == 1


def test_another_side_is_another_person() -> None:
    assert persons(named("Khamphone Sen", "LA"), named("Khamphone Sen", "ASEAN")) == 2


def test_a_letters_difference_alone_is_a_doubt() -> None:
    found = resolve_people([named("Nukawa Fukushiro"), named("Nukaga Fukushiro")], NONE)
    assert len(set(found.persons.values())) == 2
    assert [(one.kind, one.settled) for one in found.likely] == [("likely-misspelling", False)]


def test_one_post_in_the_same_years_settles_a_slip_and_says_so() -> None:
    names = [
        named("Nukawa Fukushiro", posts="chủ tịch hạ viện", day="2024-04-02"),
        named("Nukaga Fukushiro", posts="chủ tịch hạ viện", day="2024-12-04"),
    ]
    found = resolve_people(names, NONE)
    assert len(set(found.persons.values())) == 1
    assert [(one.kind, one.settled) for one in found.likely] == [("likely-misspelling", True)]
    years_apart = [names[0], named("Nukaga Fukushiro", posts="chủ tịch hạ viện", day="2014-12-04")]
    assert persons(*years_apart) == 2


def test_two_who_stand_side_by_side_are_two() -> None:
    one = named("Cho Tae Yul", "KR")
    other = named("Cho Tae-yul", "KR", beside=frozenset({one.base}))
    assert persons(one, other) == 2


def test_a_report_that_gives_a_second_spelling_teaches_it() -> None:
    one = named("Miguel Díaz-Canel", "CU")
    other = named("Canel", "CU")
    taught = named("Canel", "CU", taught=frozenset({one.base}))
    assert (persons(one, other), persons(one, taught)) == (2, 1)


def test_a_persons_word_outweighs_the_comparing_of_names() -> None:
    one, other, third = named("Shii Kazuo"), named("Si-i Ca-dư-ô"), named("Kimura Aya")
    assert persons(one, other, rulings=rule([decide("different", one, other)])) == 2
    assert persons(one, other, third, rulings=rule([decide("same", other, third)])) == 1


def test_a_known_holder_of_the_post_shows_a_likely_slip() -> None:
    name = named("Nukawa Fukushiro", posts="chủ tịch hạ viện")
    assert ["Nukaga Fukushiro" in one.message for one in misspelt(name)] == [True]
    assert list(misspelt(named("Nukawa Fukushiro", posts="bộ trưởng ngoại giao"))) == []


pool = [
    named(name, posts=post, day="2024-01-01")
    for name in ("Shii Kazuo", "Si-i Ca-dư-ô", "Kazuo Shii", "Nukaga Fukushiro", "Ogata Yasuo")
    for post in ("",)
] + [named("Nukawa Fukushiro", posts="chủ tịch", day="2024-01-01")]
words = st.lists(st.tuples(st.sampled_from(["same", "different"]), st.permutations(pool)), max_size=4)


@given(st.lists(st.sampled_from(pool), unique=True), words, st.randoms())
def test_merging_is_settled_free_of_order_and_local(
    names: list[Named], said: list[tuple[str, list[Named]]], random: object
) -> None:
    rulings = rule([decide(kind, *two[:2], at=str(at)) for at, (kind, two) in enumerate(said)])
    whole = resolve_people(names, rulings)
    near = [pair for pair in combinations(sorted(names, key=lambda one: one.base), 2) if may_be_one(*pair)]
    assert resolve_people(names, rulings, [(one.base, other.base) for one, other in near]) == whole
    assert resolve_people(list(reversed(names)), rulings) == whole
    assert all(whole.persons[person] == person for person in whole.persons.values())
    known = {one.base: one for one in names}
    links = [(a, b) for a in known for b in known if a < b and may_be_one(known[a], known[b])]
    links += [(a, b) for a in known for b in known if a < b and rulings.person(a) == rulings.person(b)]
    parts: dict[str, str] = {}
    for group in components(known, links):
        parts |= resolve_people([known[base] for base in group], rulings).persons
    assert parts == whole.persons


@given(st.lists(st.sampled_from(pool), unique=True), words)
def test_taking_every_word_back_leaves_what_was(names: list[Named], said: list[tuple[str, list[Named]]]) -> None:
    ledger = [decide(kind, *two[:2], at=f"1{at}") for at, (kind, two) in enumerate(said)]
    undone = [
        Decision(f"u{at}", "undo", (one.id,), "Lan", f"2{at}", "back")
        for at, one in enumerate({d.id: d for d in ledger}.values())
    ]
    before: People = resolve_people(names, NONE)
    assert resolve_people(names, rule([*ledger, *undone])) == before
