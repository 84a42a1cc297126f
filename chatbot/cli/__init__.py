"""The command `spine-faq`: from what was typed to the end of the process.

Owns nothing that is said to patients. `arguments` reads the command line, `commands` has what it can name, and each of
those finds the bot in `starting`, shows replies with `showing`, and reads and writes with `streams`. Each command's
parser and imports are made only when that command was named, because all of them are paid for by everybody who waits
for a prompt.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from chatbot.cli import streams
from chatbot.cli.arguments import (
    Exit,
    WrongArgumentsError,
    overview,
    parser_of,
    split_command,
    unknown_command,
)
from chatbot.cli.commands import COMMANDS

if TYPE_CHECKING:
    from chatbot.knowledge import Problem


def run() -> NoReturn:
    """Run the command line of this process, and end the process.

    At once, because taking down thousands of entries one by one, as Python does at its end, takes longer than a
    bare Python's start. Nothing is lost: output is flushed here, files are closed by those who open them.
    """
    gc.disable()  # until the knowledge base is loaded: nothing before that is garbage
    try:
        _let_interruptions_be_caught()
        status = main()
    except SystemExit as leaving:  # argparse has shown help, or what is wrong with the command line
        status = leaving.code if isinstance(leaving.code, int) else Exit.DONE
    except KeyboardInterrupt:  # between two steps of `main`
        status = Exit.INTERRUPTED
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(status)


def _let_interruptions_be_caught() -> None:
    """Give Ctrl-C back to Python, once there is somebody to catch it: until now `__main__` ended the process."""
    import signal  # noqa: PLC0415 - loaded by `__main__`

    if callable(signal.getsignal(signal.SIGINT)):
        signal.signal(signal.SIGINT, signal.default_int_handler)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (those of the process if None) and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    streams.prepare()
    status: int = Exit.DONE
    try:
        try:
            status = _run(given)
        finally:
            sys.stdout.flush()  # here a closed pipe can still be handled quietly
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:  # `spine-faq ask ... | head -1`: who reads has read enough, what was found counts
        streams.drop_output()
    except Exception as error:
        _tell_failure(error, is_debug="--debug" in given)
        return Exit.CANNOT_RUN
    return status


def _run(given: list[str]) -> int:
    """Run the command that was named, the chat where none was."""
    name, rest = split_command(given)
    if name is None:
        if not {"-h", "--help", "--version"}.isdisjoint(rest):
            overview(COMMANDS).parse_args(rest)
        name = "chat"
    if name == "help":
        overview(COMMANDS).print_help()
        return Exit.DONE
    command = COMMANDS.get(name)
    if command is None:
        overview(COMMANDS).error(unknown_command(name, rest, COMMANDS))
    parser = parser_of(name, command)
    options = parser.parse_args(rest)
    try:
        return command.run(options)
    except WrongArgumentsError as error:
        parser.error(str(error))
    except Exception as error:
        problems = _problems_of(error)
        if problems is None:
            raise
        _tell_problems(problems)
        return Exit.CANNOT_RUN


def _problems_of(error: Exception) -> tuple[Problem, ...] | None:
    """Return what is wrong with the knowledge base, None where the error is another one."""
    from chatbot.knowledge import KnowledgeError  # noqa: PLC0415 - only when something went wrong

    return error.problems if isinstance(error, KnowledgeError) else None


def _tell_problems(problems: tuple[Problem, ...]) -> None:
    from chatbot.staff.report import describe, verdict  # noqa: PLC0415 - only when something went wrong

    streams.tell("\n\n".join((verdict(problems, None), *map(describe, problems))))


def _tell_failure(error: Exception, *, is_debug: bool) -> None:
    """Say why a command could not be run, without a traceback unless one is wanted."""
    if is_debug:
        from chatbot.cli.starting import traceback_of  # noqa: PLC0415 - only when something went wrong

        traceback_of(error)
    elif isinstance(error, OSError) and error.filename is None and error.strerror:
        # No file of ours: a stream. A full disk behind `>` is nothing that a developer could repair.
        streams.tell(f"spine-faq: reading the input or writing the output failed: {error.strerror}.")
        streams.drop_output()
    else:
        streams.tell(
            f"spine-faq: something went wrong inside the program ({type(error).__name__}). "
            "Running it again with --debug shows where."
        )
