"""The tree of errors that a user can meet: each says what, where, and what to do."""


class BangiaoError(Exception):
    """Something a user can mend; `hint` says how.

    `key` names the message among the phrases that pages have in other languages, `words` are what is put into it.
    """

    def __init__(self, message: str, hint: str = "", *, key: str = "", **words: object) -> None:
        super().__init__(message)
        self.hint, self.key, self.words = hint, key, words


def installing(extra: str) -> str:
    """How to add what a part of the program needs and the core does not; `extra` is its name in pyproject.toml."""
    task = "setup" if extra == "spark" else "desk"
    return f"run `make {task}` in the project's folder, or pip install 'bangiao[{extra}]'"


class InputError(BangiaoError):
    """An input cannot be read."""


class NotNow(InputError):
    """An input cannot be had as things are; asked again another day, it may be."""


class PackError(BangiaoError):
    """A language pack's table is wrong; the message lists every fault with its file and key path."""


class RegisterError(BangiaoError):
    """The register cannot be opened, read or written."""


class ReadOnly(RegisterError):
    """The register may be read, not written."""


class NoRegister(RegisterError):
    """There is no register where one was asked for."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"there is no register at {place}",
            "read some reports first: bangiao read FILE_OR_FOLDER; or name another one with --register FILE",
        )


class QuestionError(BangiaoError):
    """A question names something that does not exist or cannot be read."""


class TableError(BangiaoError):
    """A table of reference data is wrong; the message lists every fault with its file and line."""
