"""The words that carry commitments and statements, read from their tables once."""

from functools import lru_cache

from msgspec import Struct

from bangiao.languages.load import read_entries
from bangiao.languages.pack import Entry, Lexicon
from bangiao.text.fold import fold


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of commitments.toml or statements.toml: words that do the same in a sentence.

    `kind` is what they do; `one` and `both` replace it where one side or both sides speak ("" for nothing).
    `needs` names the list of words of which one must follow in the clause, among the first `within` words where it is not 0. `own`: the subject right before the verb
    acts, not the one who reports it. `follows`: counts only after a verb of saying or where a country is its subject.
    `accepts`: the side that speaks accepts what the other side did. `reports`: what follows may itself be an act;
    `hopes`: what follows is hoped or believed, no promise. `joint`: "we together go on", needs no verb of saying.
    `noun`: at the head of a sentence the words are a noun.
    """

    words: list[str]
    kind: str
    one: str | None = None
    both: str | None = None
    needs: str = ""
    within: int = 0
    own: bool = False
    follows: bool = False
    accepts: bool = False
    reports: bool = False
    hopes: bool = False
    joint: bool = False
    noun: bool = False
    gloss: str = ""
    source: str = ""
    examples: list[str] = []
    not_examples: list[str] = []


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """A list of words with a name ([[need]]) or without ([[bar]], [[agenda]])."""

    words: list[str]
    name: str = ""
    gloss: str = ""


class Match(Struct, frozen=True):
    """An act's words at one place of the folded text."""

    start: int
    end: int
    commitment: Act | None
    statement: Act | None


class ActWords(Struct, frozen=True):
    """Every act of a language behind one automaton, with what they need and what bars them."""

    lexicon: Lexicon
    commitments: tuple[Act, ...]
    statements: tuple[Act, ...]
    needs: dict[str, tuple[str, ...]]
    bars: frozenset[str]
    agenda: frozenset[str]
    stance: tuple[str, ...]
    outside: tuple[str, ...]
    home: tuple[str, ...]
    unsure: tuple[str, ...]
    past: tuple[str, ...]

    def matches(self, lower: str, start: int, end: int) -> list[Match]:
        """The acts of lower[start:end] from left to right, of one place the longest, without overlap."""
        found: list[Match] = []
        position = start
        for a, b, entries in self.lexicon.matches(lower[start:end]):
            if start + a < position:
                continue
            found.append(Match(start + a, start + b, self._act("commitment", entries), self._act("statement", entries)))
            position = start + b
        return found

    def _act(self, kind: str, entries: tuple[Entry, ...]) -> Act | None:
        acts = self.commitments if kind == "commitment" else self.statements
        return next((acts[int(entry.code)] for entry in entries if entry.kind == kind), None)


@lru_cache(maxsize=4)
def act_words(language: str) -> ActWords:
    """The acts of a language; raises PackError with every fault of the tables."""
    commitments = read_entries(language, "commitments", "act", Act)
    statements = read_entries(language, "statements", "act", Act)
    entries = [
        Entry(kind, words, code=str(number))
        for kind, acts in (("commitment", commitments), ("statement", statements))
        for number, act in enumerate(acts)
        for words in act.words
    ]
    needs = read_entries(language, "commitments", "need", Words)
    return ActWords(
        Lexicon(entries),
        tuple(commitments),
        tuple(statements),
        {need.name: tuple(fold(word).lower for word in need.words) for need in needs},
        _words(language, "bar"),
        _words(language, "agenda"),
        tuple(_words(language, "stance")),
        tuple(_words(language, "outside")),
        tuple(_words(language, "home")),
        tuple(_words(language, "unsure")),
        tuple(_words(language, "past")),
    )


def _words(language: str, key: str) -> frozenset[str]:
    rows = read_entries(language, "commitments", key, Words)
    return frozenset(fold(word).lower for row in rows for word in row.words)
