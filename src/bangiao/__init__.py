"""Bangiao reads official reports and keeps an auditable register of diplomatic contacts.

From Python: `bangiao.read`, `find`, `resolve`, `open_register`, `timeline`, `person`, `office`, `contact`, `report`
and `frame`; each is described in `bangiao.notebook`, which is loaded when the first of them is used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bangiao.notebook import (
        contact,
        find,
        frame,
        office,
        open_register,
        person,
        read,
        report,
        resolve,
        timeline,
    )

__version__ = "0.1.0"
__all__ = [
    "contact",
    "find",
    "frame",
    "office",
    "open_register",
    "person",
    "read",
    "report",
    "resolve",
    "timeline",
]


def __getattr__(name: str) -> object:
    """Load what notebooks use when it is asked for, so that the commands start quickly."""
    if name in __all__:
        from importlib import import_module

        return getattr(import_module("bangiao.notebook"), name)
    raise AttributeError(f"module 'bangiao' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
