"""Count which capitalised syllable pairs are ordinary words: usage `ordinary_pairs.py TEXTS.jsonl… > ordinary.txt`.

A pair counts where it stands in lower case in at least three documents and is met with a capital too:
"Ngoại giao" after an office is a word, "Lê Hoài" is not. The output is a list of words, no text.
"""

import collections
import itertools
import json
import re
import sys
import unicodedata

LEAST = 3
WORD = re.compile(r"[^\W\d_]+")


def pairs(line: str) -> list[tuple[str, str]]:
    """Neighbouring words of a line that stand one space apart."""
    words = list(WORD.finditer(line))
    return [(a[0], b[0]) for a, b in itertools.pairwise(words) if line[a.end() : b.start()] == " "]


def main() -> None:
    """Print the pairs, sorted."""
    documents: collections.Counter[str] = collections.Counter()
    capital: collections.Counter[str] = collections.Counter()
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8") as lines:
            for row in lines:
                seen = set()
                for line in unicodedata.normalize("NFC", json.loads(row)["text"]).split("\n"):
                    for first, second in pairs(line):
                        key = f"{first} {second}".lower()
                        if first.islower() and second.islower():
                            seen.add(key)
                        elif first[0].isupper():
                            capital[key] += 1
                documents.update(seen)
    print("\n".join(sorted(key for key, count in documents.items() if count >= LEAST and capital[key] >= 2)))


if __name__ == "__main__":
    main()
