"""Characters that an XML file cannot hold, written as `_xHHHH_` in the way of Office Open XML, and back."""

import re

# what XML 1.0 forbids, a carriage return (which XML reads as a line feed), and what would look like an escape
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def escaped(text: str) -> str:
    """The text with every character that XML cannot hold as `_xHHHH_`."""
    return _UNFIT.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text that was escaped."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
