"""The words that carry commitments and statements, read from their tables once."""

from functools import lru_cache

from msgspec import Struct

from bangiao.languages.load import read_entries
from bangiao.languages.pack import Entry, Lexicon
from bangiao.text.fold import fold

# a title's own word stands within so many characters of its beginning ("Phó phát ngôn", "nữ chuyên gia")
_NEAR = 12


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of commitments.toml or statements.toml: words that do the same in a sentence.

    `kind` is what they do; `one` and `both` replace it where one side or both sides speak ("" for nothing).
    `needs` names the list of words of which one must follow in the clause, among the first `within` words where that
    is not 0. `own`: the subject right before the verb acts, not the one who reports it. `follows`: counts only where it
    is said of oneself. `accepts`: the other side did it. `reports`: what follows may itself be an act; `hopes`: what
    follows is hoped or believed, no promise. `vows`: what one says thus of oneself is a promise, whatever
    the deed. `joint`: counts only where both sides are the subject. `noun`: at the head
    of a sentence the words are a noun. `quotes`: counts only beside a quotation or before "rằng".
    `addressed`: counts only where the other side of the contact is called upon.
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
    vows: bool = False
    noun: bool = False
    quotes: bool = False
    addressed: bool = False
    gloss: str = ""
    source: str = ""
    examples: list[str] = []
    not_examples: list[str] = []


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """A list of words and what the grammar uses it for."""

    use: str
    words: list[str]
    gloss: str = ""
    source: str = ""


class Match(Struct, frozen=True):
    """An act's words at one place of the folded text."""

    start: int
    end: int
    commitment: Act | None
    statement: Act | None


class ActWords(Struct, frozen=True):
    """Every act of a language behind one automaton, with the lists of small words that its grammar needs."""

    lexicon: Lexicon
    commitments: tuple[Act, ...]
    statements: tuple[Act, ...]
    needs: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]

    def matches(self, lower: str, start: int, end: int) -> list[Match]:
        """The acts of lower[start:end] from left to right, of one place the longest, without overlap."""
        found: list[Match] = []
        position = start
        for a, b, entries in self.lexicon.matches(lower[start:end]):
            if start + a < position:
                continue
            commitment = _act("commitment", self.commitments, entries)
            found.append(Match(start + a, start + b, commitment, _act("statement", self.statements, entries)))
            position = start + b
        return found

    def holds(self, use: str, word: str) -> bool:
        """Whether a word, in lower case, is of a list."""
        return word in self.lists[use]

    def starts(self, use: str, text: str) -> bool:
        """Whether a text, in lower case, begins with words of a list."""
        return text.startswith(tuple(self.lists[use]))

    def ends(self, use: str, text: str) -> bool:
        """Whether the last word of a text, in lower case, is of a list."""
        return (text.split() or [""])[-1] in self.lists[use]

    def within(self, use: str, text: str) -> bool:
        """Whether words of a list stand in a text in lower case, as whole words."""
        return stands(self.lists[use], text)

    def voiceless(self, title: str) -> bool:
        """Whether a title, in lower case, begins like a spokesperson's, an expert's or a reporter's."""
        return self._begins("voiceless", title)

    def unnamed(self, group: str) -> bool:
        """Whether a group's name, in lower case, begins like officials without a name, the press or a firm."""
        return self._begins("unnamed", group)

    def _begins(self, use: str, text: str) -> bool:
        return any(0 <= text.find(word) <= _NEAR for word in self.lists[use])


def stands(words: frozenset[str], text: str) -> bool:
    """Whether one of these words stands in a text in lower case, as whole words."""
    padded = f" {text.replace(',', ' ').replace('.', ' ')} "
    return any(f" {word} " in padded for word in words)


def _act(kind: str, acts: tuple[Act, ...], entries: tuple[Entry, ...]) -> Act | None:
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
    needs, lists = _lists(language, "need"), _lists(language, "list")
    return ActWords(Lexicon(entries), tuple(commitments), tuple(statements), needs, lists)


def _lists(language: str, key: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in read_entries(language, "commitments", key, Words):
        found[row.use] = found.get(row.use, frozenset()) | {fold(word).lower for word in row.words}
    return found
