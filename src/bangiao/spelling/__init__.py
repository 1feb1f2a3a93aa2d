"""Whether two spellings name one person, from tables of correspondences between ways of writing."""

from bangiao.spelling.compare import compare
from bangiao.spelling.keys import filed, keys, meet, sought
from bangiao.spelling.records import Context, Verdict

__all__ = ["Context", "Verdict", "compare", "filed", "keys", "meet", "sought"]
