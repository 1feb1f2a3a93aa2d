"""The tables of a release as those formats describe them that hold the records as they are."""

from bangiao.exports.columns import columns
from bangiao.exports.parts import Described
from bangiao.views.release import Release


def described(release: Release) -> tuple[Described, ...]:
    """Every table with its fields."""
    return tuple(
        Described(name, (kind.__doc__ or "").splitlines()[0], columns(kind)) for name, kind in release.tables.items()
    )
