"""Where the command line begins and ends: its streams, its one-line errors, its exit codes.

0 everything was read, 1 some inputs were refused, 2 wrong usage, 3 nothing could be read, 130 after Ctrl-C.
"""

import _thread
import io
import os
import signal
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bangiao.cli.messages import say, sentence
from bangiao.model.errors import BangiaoError, QuestionError

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

USAGE, NOTHING, INTERRUPTED = 2, 3, 130


def main() -> None:
    """Run one command of `bangiao` and leave with its exit code."""
    sys.unraisablehook = hear_again
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_pipe()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; every mistake of the user becomes one line on standard error."""
    _speak_utf8()
    try:
        return _dispatch(arguments)
    except KeyboardInterrupt:
        say("stopped")
        return INTERRUPTED
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # the reader of our output, `head` say, has enough
            _leave_pipe()
            return 0
        raise
    except BrokenPipeError:
        _leave_pipe()
        return 0
    except BangiaoError as error:
        say(sentence(str(error), error.hint))
        return USAGE if isinstance(error, QuestionError) else NOTHING
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(sentence(f"{where}{error.strerror or error}", _remedy(error)))
        return NOTHING
    except UnicodeEncodeError:  # only half characters cannot be encoded; a page's are refused where it is read
        say(sentence("an argument holds half a character, which is no text", "write it again in UTF-8"))
        return USAGE
    except Exception as error:
        if os.environ.get("BANGIAO_DEBUG"):
            raise
        say(sentence(f"a fault of the program: {type(error).__name__}: {error}", "set BANGIAO_DEBUG=1 to see where"))
        return NOTHING


def hear_again(fault: "UnraisableHookArgs") -> None:
    """A Ctrl-C that falls into the tidying up of an object would be printed and forgotten: it is given once more."""
    if not issubclass(fault.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(fault)
        return
    again = threading.Timer(0.05, _interrupt)  # when this tidying is over
    again.daemon = True
    again.start()


def _interrupt() -> None:
    main_thread = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main_thread:
        signal.pthread_kill(main_thread, signal.SIGINT)  # ends a wait too
    else:  # Windows
        _thread.interrupt_main()


def _remedy(error: OSError) -> str:
    """What to do where the system refuses a file."""
    if isinstance(error, IsADirectoryError):
        return "that is a folder: name a file"
    return "look whether the place exists, is writable and has room"


def _dispatch(arguments: Sequence[str]) -> int:
    """Parse and run; typer's own complaints are told in our form."""
    from typer.exceptions import TyperException

    from bangiao.cli.app import app

    try:
        code = app(list(arguments), prog_name="bangiao", standalone_mode=False)
    except TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "bangiao"
        say(sentence(error.format_message().rstrip("."), f"see {command} --help"))
        return USAGE
    if code == INTERRUPTED:
        say("stopped")
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """UTF-8 whatever the locale: a Vietnamese name must not stop a program on a desk set to another code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave_pipe() -> None:
    """Let the interpreter flush into nothing when it shuts down."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    os.close(sink)
