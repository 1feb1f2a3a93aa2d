"""What is seen alike is judged once: the same contacts as by comparing every two tellings, for less work."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bangiao.model.findings import Contact, Participant, Side
from bangiao.resolution.clusters import cluster, components
from bangiao.resolution.contacts import resolve
from bangiao.resolution.decisions import Decision, Mark, Rulings
from bangiao.resolution.matching import apart, conflict, keys, match
from bangiao.resolution.tellings import Sight, Telling, sight

Key = tuple[str, int]
VN = Side("VN", people=(Participant("Trần Thị Bình", "Bộ trưởng Ngoại giao"),))
HOSTS = (
    Side("JP", people=(Participant("Sato Hana", None),)),
    Side("JP", people=(Participant("Sato Hana", "Thủ tướng"), Participant("Abe Ken", None))),
    Side("JP", people=(Participant(None, "Thủ tướng"),)),
    Side("JP"),
)
DATES = ("2024-12-05", "2024-12-06", "2024-12-08", "2024-12", None)
TALKS = Contact("talks", "hội đàm", "in_person", "held", (VN, HOSTS[0]), ("government",))
STANDING = {
    "d-same": Decision("d-same", "same", (), "b", "2025-01-01", "w"),
    "d-other": Decision("d-other", "different", (), "b", "2025-01-02", "w"),
}
RULINGS = Rulings(standing=STANDING)
contacts = st.builds(
    lambda form, host, date, trigger: replace(
        TALKS, form=form, trigger=trigger, sides=(VN, host), date=date, country="JP" if form == "visit" else None
    ),
    st.sampled_from(("talks", "meeting", "visit", "visit")),
    st.sampled_from(HOSTS),
    st.sampled_from(DATES),
    st.sampled_from(("gặp", "hội đàm")),
)
marks = st.sampled_from(
    [(), (), (), (), (Mark("d-same"),), (Mark("d-other", 0),), (Mark("d-other", 1),), (Mark("d-same"), Mark("d-other"))]
)
ways = st.lists(
    st.tuples(contacts, st.sampled_from((None, "2024-12-04", "2024-12-05", "2024-12-09")), marks),
    min_size=1,
    max_size=6,
)


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    """Many reports that tell in a few ways; some tell twice."""
    some = draw(ways)
    told = {}
    for number in range(draw(st.integers(1, 14))):
        contact, published, judged = draw(st.sampled_from(some))
        key = f"r-{draw(st.integers(0, 20)):02}", draw(st.integers(0, 1))
        told[key] = Telling(*key, contact, published, number, name=f"t-{number}", judged=judged)
    return list(told.values())


def by_all_pairs(told: list[Telling]) -> set[tuple[tuple[Key, ...], tuple[Key, ...]]]:
    """Each contact's tellings with those of the contacts that may be the same, every two tellings compared."""
    sights = {one.key: sight(one, RULINGS) for one in told}
    near = [
        (a, b)
        for a, b in combinations(sorted(sights), 2)
        if set(keys(sights[a])) & set(keys(sights[b]))
        and (
            _ruled(sights[a], sights[b]) == "same"
            or (a[0] != b[0] and match(sights[a], sights[b]).verdict != "different")
        )
    ]
    found = set()
    for block in components(sorted(sights), near):
        pairs = [pair for pair in near if pair[0] in block]
        found |= _contacts_of(block, pairs, {one.key: one for one in told}, sights)
    return found


def _contacts_of(
    block: list[Key], near: list[tuple[Key, Key]], told: dict[Key, Telling], sights: dict[Key, Sight]
) -> set[tuple[tuple[Key, ...], tuple[Key, ...]]]:
    def held_apart(one: Key, other: Key) -> bool:
        ruled = _ruled(sights[one], sights[other])
        return ruled == "different" if ruled else one[0] == other[0] or conflict(sights[one], sights[other])

    open_ = [(a, b) for a, b in near if _ruled(sights[a], sights[b]) is None]
    sure = [(a, b) for a, b in open_ if match(sights[a], sights[b]).verdict == "same"]
    lost = {key for key in block if _guess(key, sure, sights)}
    sure = [pair for pair in sure if not lost & set(pair)]
    decided = [(a, b) for a, b in near if _ruled(sights[a], sights[b]) == "same"]
    links = [*decided, *sorted(sure, key=lambda pair: (match(sights[pair[0]], sights[pair[1]]).rank, pair))]
    groups = cluster(sorted(block, key=lambda key: told[key].first), links, held_apart)
    of = {key: tuple(sorted(group)) for group in groups for key in group}
    beside = {
        group: {of[b] for a, b in [*open_, *((b, a) for a, b in open_)] if of[a] == group} for group in of.values()
    }
    return {
        (group, min(others)) for group in of.values() for others in ([o for o in beside[group] if o != group] or [()],)
    }


def _ruled(one: Sight, other: Sight) -> str | None:
    return RULINGS.on_pair(one.judged, other.judged)


def _guess(key: Key, sure: list[tuple[Key, Key]], sights: dict[Key, Sight]) -> bool:
    window = sights[key].window
    if window is None or window.exact:
        return False
    others = [b if a == key else a for a, b in sure if key in (a, b)]
    near = [
        (match(sights[key], sights[one]).rank[1], mine) for one in others if (mine := sights[one].window) and mine.exact
    ]
    best = min((gap for gap, _ in near), default=0)
    return any(apart(a, b) for a, b in combinations({mine for gap, mine in near if gap <= best + 1}, 2))


@settings(max_examples=300)
@given(tellings())
def test_the_contacts_are_those_of_comparing_every_two_tellings(told: list[Telling]) -> None:
    resolved = resolve(told, RULINGS)
    of = {one.id: tuple(sorted(each.key for each in one.tellings)) for one in resolved}
    found = {(of[one.id], min((of[other] for other in one.likely), default=())) for one in resolved}
    assert found == by_all_pairs(told)
