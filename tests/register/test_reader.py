"""The mark of the reader is short, lasting, and made of the rules and tables."""

import re

from bangiao import __version__
from bangiao.register.reader import this_reader


def test_the_mark_names_version_and_rules() -> None:
    assert re.fullmatch(re.escape(__version__) + r"\+[0-9a-f]{12}", this_reader())
    this_reader.cache_clear()
    assert this_reader() == this_reader()
