"""Gold: the reports all of whose contacts a person reviewed, one a line, in the fields of the guide."""

from collections.abc import Iterator

import msgspec

from bangiao.exports.parts import Described, Format, Part
from bangiao.views.release import Release

NOTES = (
    "Each line is one JSON object in UTF-8: the `id` with which the report came, `diplomatic`, and its `contacts` in "
    "the guide's fields as reviewers left them; rejected contacts are left out.",
    "A report is in it when every contact read in it was confirmed, corrected or rejected; one reviewed in part is "
    "not.",
    "The file can be given to `bangiao evaluate` as its gold.",
)


def parts(release: Release) -> Iterator[Part]:
    """One file with all lines."""
    yield Part("gold.jsonl", (msgspec.json.encode(one) + b"\n" for one in release.reviewed))


def described(_: Release) -> tuple[Described, ...]:
    """The notes say it all."""
    return ()


FORMAT = Format("gold", "jsonl", "reviewed reports in the guide's fields, one a line", parts, described, NOTES)
