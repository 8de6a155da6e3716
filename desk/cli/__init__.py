"""The command line: `desk` alone opens the window, every administrative deed is a subcommand.

A command ends with 0, or with a plain line on standard error and a code that is not 0: 1 when the
deed was refused (a line for each reason) or something failed, 2 when the words of the command were
wrong, 3 when the program itself has a fault, of which a report is written. Commands and what only
a failure needs are a late door: each is loaded when it is chosen, so that the window starts
without them.
"""

import contextlib
import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from errno import ENOSPC
from io import TextIOWrapper

from desk import i18n
from desk.cli.failed import Failed
from desk.cli.parser import Usage, parse
from desk.errors import DeskError, EnvironmentFault
from desk.i18n import _


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_plainly()
    wanted = None
    try:
        wanted = parse(sys.argv[1:] if arguments is None else arguments)
        run = importlib.import_module(wanted.module).run
        code = int(run(wanted) or 0)
        _empty_output()
        return code
    except (Usage, Failed, DeskError, KeyboardInterrupt) as refused:
        return _say(*_told(refused))
    except SystemExit as helped:
        return int(helped.code or 0)
    except BrokenPipeError:
        _close_output()
        return 0
    except Exception as bug:
        return _say(*_told_of(bug, wanted))


def _told(refused: BaseException) -> tuple[list[str], int]:
    """The sentences and the exit code of what was expected to go wrong."""
    if isinstance(refused, Usage):
        return [str(refused)], 2
    if isinstance(refused, DeskError):
        from desk.wording import explain  # noqa: PLC0415

        return explain(refused), 1
    if isinstance(refused, KeyboardInterrupt):
        return [_("Stopped.")], 130
    return [str(refused)], 1


def _told_of(bug: Exception, wanted: Namespace | None) -> tuple[list[str], int]:
    """The report of a bug; a disk without room for our output is none."""
    if isinstance(bug, OSError) and bug.errno == ENOSPC:
        _close_output()
        return _told(EnvironmentFault("file.disk_full"))
    from desk.cli import crash  # noqa: PLC0415

    return [crash.report(bug, wanted)], 3


def _say(sentences: Sequence[str], code: int) -> int:
    """A line for each sentence, whatever it holds."""
    for sentence in sentences:
        print("desk: " + " ".join(sentence.split()), file=sys.stderr)  # noqa: T201
    return code


def _speak_plainly() -> None:
    """UTF-8 out, in the language of the system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    i18n.use(i18n.language_for(locale or "en"))


def _empty_output() -> None:
    """What cannot be written is told here, and not after the last word."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _close_output() -> None:
    """Whoever read our output went away: leave without a second complaint at exit."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
