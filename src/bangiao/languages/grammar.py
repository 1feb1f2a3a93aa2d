"""The small words of a language's grammar, by what the reader uses them for; read from its `grammar.toml`."""

from collections.abc import Iterator
from difflib import get_close_matches

import msgspec
from msgspec import Struct, structs

from bangiao.languages.load import MEND, read_groups
from bangiao.model.errors import PackError
from bangiao.text.fold import fold


class WordList(Struct, frozen=True, forbid_unknown_fields=True):
    """One list as its author writes it: what the grammar uses it for, and its words."""

    use: str
    words: list[str]
    gloss: str
    source: str = ""


class Grammar(Struct, frozen=True):
    """The lists that the reader's rules ask for: each field is a `use` of grammar.toml, whose `gloss` says more.

    A frozenset is compared with whole words; a tuple holds beginnings or parts that are looked for in a text.
    """

    placing: frozenset[str]
    locative: frozenset[str]
    pronouns: frozenset[str]
    tongues: frozenset[str]
    in_order_to: frozenset[str]
    missions: tuple[str, ...]
    stood_for: frozenset[str]
    everyone_opens: frozenset[str]
    plurals: frozenset[str]
    spread_joins: frozenset[str]
    uncounted: tuple[str, ...]
    counted_after: frozenset[str]
    office_said: frozenset[str]
    leads_delegation: frozenset[str]
    sends_out: frozenset[str]
    joins: frozenset[str]
    and_with: frozenset[str]
    list_joins: frozenset[str]
    list_closes: frozenset[str]
    person_joins: frozenset[str]
    fronting: frozenset[str]
    together: frozenset[str]
    name_particles: frozenset[str]
    name_suffixes: frozenset[str]
    office_stops: frozenset[str]
    leaders: frozenset[str]
    office_trims: frozenset[str]
    office_joints: frozenset[str]
    office_prepositions: frozenset[str]
    nth: frozenset[str]
    posted_at: frozenset[str]
    nations: frozenset[str]
    office_of: frozenset[str]
    in_charge_of: frozenset[str]
    generic_heads: frozenset[str]
    offices_join: frozenset[str]
    offices_follow: frozenset[str]
    before_address: frozenset[str]
    before_person: frozenset[str]
    met_after: frozenset[str]
    acts_after: frozenset[str]
    caption_sides: frozenset[str]
    place_joins: frozenset[str]
    at: frozenset[str]
    any_leader: frozenset[str]
    where_spoken: frozenset[str]
    moves: frozenset[str]
    occasion_opens: frozenset[str]
    occasions: frozenset[str]
    main_clause_opens: frozenset[str]
    delegation_headed: frozenset[str]
    country_subject_after: frozenset[str]
    clause_breaks: frozenset[str]
    clause_joins: frozenset[str]
    enumerates: frozenset[str]
    online: tuple[str, ...]
    passive: frozenset[str]
    undone: tuple[str, ...]
    occurrence: frozenset[str]
    this: frozenset[str]
    between_sides: frozenset[str]
    will_be: frozenset[str]
    held_by: frozenset[str]
    not_future: frozenset[str]
    ahead_of: frozenset[str]
    soon: frozenset[str]
    working_sessions: frozenset[str]
    goes_on: frozenset[str]
    past: frozenset[str]
    straight_after: frozenset[str]
    goes_over: frozenset[str]
    seats_abroad: tuple[str, ...]
    that: frozenset[str]
    tenses: frozenset[str]
    once: frozenset[str]
    back_in: frozenset[str]
    leaving: frozenset[str]
    arriving: frozenset[str]
    located_after: frozenset[str]
    after_ceremony: frozenset[str]
    hosted_by: frozenset[str]
    at_ceremony: frozenset[str]
    given_to: frozenset[str]
    embassy: tuple[str, ...]
    general_meeting: tuple[str, ...]
    purpose_joins: frozenset[str]
    committee: tuple[str, ...]
    event_list: frozenset[str]
    unrelated: tuple[str, ...]
    several: frozenset[str]
    event_name_ends: frozenset[str]
    event_of: frozenset[str]
    worldwide: tuple[str, ...]
    organiser_ends: frozenset[str]
    organiser_opens: frozenset[str]
    commemorations: tuple[str, ...]
    honoured: frozenset[str]
    at_event: frozenset[str]
    taking_place: frozenset[str]
    opening: frozenset[str]
    pointed_back: frozenset[str]
    between_or_of: frozenset[str]
    between: frozenset[str]
    attribute_nouns: frozenset[str]
    when: frozenset[str]
    compatriots: tuple[str, ...]
    follows_on: frozenset[str]
    next_subject: frozenset[str]
    country_list: frozenset[str]
    sender_list: frozenset[str]
    message_to: frozenset[str]
    there_are: frozenset[str]
    attends: frozenset[str]
    pointed_events: frozenset[str]
    presence_opens: tuple[str, ...]
    pointing_ends: frozenset[str]
    documents: tuple[str, ...]
    issued_first: tuple[str, ...]
    issued: tuple[str, ...]
    visit_kinds: tuple[str, ...]
    visit_fills: frozenset[str]
    arrivals: frozenset[str]
    departures: frozenset[str]
    setting_out: frozenset[str]
    home_places: frozenset[str]
    receives: frozenset[str]
    of: frozenset[str]
    joining: frozenset[str]
    by: frozenset[str]
    with_whom: frozenset[str]
    at_place: frozenset[str]
    about: frozenset[str]
    chairing: frozenset[str]
    organising: frozenset[str]
    speaking: frozenset[str]
    one: frozenset[str]
    calling_on: tuple[str, ...]
    acted: frozenset[str]
    issuing: frozenset[str]
    granted: frozenset[str]
    named_organisation: frozenset[str]
    middle_names: frozenset[str]
    two: frozenset[str]
    every: frozenset[str]
    also_holding: frozenset[str]
    country_noun: frozenset[str]
    part_of: frozenset[str]
    friendship: tuple[str, ...]
    unreal: frozenset[str]
    pointing_back: frozenset[str]
    summits: tuple[str, ...]
    top_heads: frozenset[str]
    informs: frozenset[str]
    between_or_with: frozenset[str]
    may: frozenset[str]
    sentence_openers: frozenset[str]
    presence: frozenset[str]
    act_of: frozenset[str]
    plain_surnames: frozenset[str]
    plain_middles: frozenset[str]
    receiving: frozenset[str]
    of_from: frozenset[str]
    within: frozenset[str]
    surname_particles: frozenset[str]
    taking_office: frozenset[str]
    at_time: frozenset[str]
    lasting: frozenset[str]
    in_turn: frozenset[str]
    wishes: frozenset[str]
    onward: frozenset[str]
    consorts: frozenset[str]
    stops: tuple[str, ...]
    to_be: frozenset[str]
    ours: frozenset[str]
    other_events: tuple[str, ...]
    landing: frozenset[str]
    nth_time: frozenset[str]
    counts: frozenset[str]
    pair_joins: frozenset[str]
    continents: frozenset[str]
    becoming: frozenset[str]


def read_grammar(language: str) -> Grammar:
    """The word lists of a language; raises one PackError that tells every missing, unknown, doubled or empty use."""
    rows = read_groups(language, "grammar", {"list": WordList})["list"]
    faults = list(_faults(f"{language}/grammar.toml", rows))
    if faults:
        raise PackError("\n".join(faults), MEND)
    lists = {row.use: [fold(word).text for word in row.words] for row in rows}
    return msgspec.convert(lists, Grammar)


def _faults(file: str, rows: list[WordList]) -> Iterator[str]:
    needed = [field.name for field in structs.fields(Grammar)]
    given = [row.use for row in rows]
    missing = [use for use in needed if use not in given]
    for number, row in enumerate(rows):
        where = f"{file}: list.{number}.use"
        if row.use not in needed:
            close = get_close_matches(row.use, missing or needed, n=1) or get_close_matches(row.use, needed, n=1)
            hint = f"; did you mean `{close[0]}`?" if close else ""
            yield f"{where}: no rule asks for `{row.use}`{hint}"
        elif row.use in given[:number]:
            yield f"{where}: `{row.use}` stands twice; put the words into list.{given.index(row.use)}"
        if not row.words or not all(row.words):
            yield f"{file}: list.{number}.words: `{row.use}` has an empty word or none"
    for use in missing:
        yield f"{file}: list: the use `{use}` is missing"
