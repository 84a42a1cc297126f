"""The command line as people type it: options, help, mistakes, and the exit status that they get back.

What the commands are is for `commands` to say.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple, NoReturn, TextIO

from chatbot import __version__

KNOWLEDGE_VARIABLE = "SPINE_FAQ_KNOWLEDGE"
_NARROWEST_HELP = 40


class Exit(IntEnum):
    """The exit status, a public interface."""

    DONE = 0
    """Done."""
    NOTHING_FOUND = 1
    """`ask`: nothing in the knowledge base matched. `check`: problems found."""
    CANNOT_RUN = 2
    """A wrong command line, or a knowledge base that cannot be loaded."""
    INTERRUPTED = 130
    """Stopped from the keyboard."""


class WrongArgumentsError(Exception):
    """Arguments that are each right, but not together; the message says so to who typed them."""


class Command(NamedTuple):
    """One command: what `--help` says about it, an example, its own arguments, and what runs it."""

    summary: str
    example: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def split_command(given: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the command's name (None if none is given) and the other arguments.

    Options may stand before the command as well as after it, as people type them.
    """
    position = 0
    while position < len(given):
        argument = given[position]
        if argument == "--":
            break
        if argument == "--knowledge":
            position += 1  # its value is not a command
        elif not argument.startswith("-"):
            return argument, [*given[:position], *given[position + 1 :]]
        position += 1
    return None, list(given)


def parser_of(name: str, command: Command) -> argparse.ArgumentParser:
    """Return what reads the arguments of a command."""
    parser = _Parser(
        prog=f"spine-faq {name}",
        description=command.summary,
        epilog=f"Example:\n  {command.example}",
        formatter_class=_HelpFormatter,
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    parser.add_argument(
        "--knowledge",
        metavar="DIR",
        type=folder_name,
        help=f"use this knowledge base instead of the built-in one (also: {KNOWLEDGE_VARIABLE})",
    )
    parser.add_argument("--debug", action="store_true", help="show tracebacks, for developers")
    parser.add_argument("--version", action="version", version=f"spine-faq {__version__}")
    return parser


def folder_name(name: str) -> str:
    """Return the name of a folder as it was given; an empty one is a variable that a script has not set."""
    if not name:
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    return name


def overview(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """Return what reads a line without a command: it knows help of all of them, and the version."""
    width = max(len(name) for name in commands)
    lines = ["Commands (chat, if none is named):"]
    for name, command in commands.items():
        lines += [f"  {name:<{width}}  {command.summary}", f"  {'':<{width}}  {command.example}"]
    lines += ["", "Each has its own --help. Exit status: 0 done, 1 nothing matched or problems found,"]
    lines += ["2 a wrong command or a knowledge base that cannot be loaded, 130 interrupted."]
    parser = _Parser(
        prog="spine-faq",
        usage="spine-faq [COMMAND] [OPTIONS]",
        description="Answers patients' questions on back pain after spinal fusion. A program, no doctor;\n"
        "not medical advice. In an emergency, call 911 or the emergency number where you are.",
        epilog="\n".join(lines),
        formatter_class=_HelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"spine-faq {__version__}")
    return parser


# What an option begins with, also where an editor made one dash of two.
_DASHES = "-\u2013\u2014"


def unknown_command(name: str, others: Sequence[str], commands: Mapping[str, Command]) -> str:
    """Return what to say of a command that there is not, with what was most likely meant.

    `others` are the other arguments: the name may be the value of a mistyped option, or the first word of a question.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistyped command

    for option in others:
        if (
            option[:1] in _DASHES
            and option != "--knowledge"
            and get_close_matches(option, ["--knowledge"], cutoff=0.8)
        ):
            return f"there is no option {option}; did you mean --knowledge?"
    near = get_close_matches(name, commands, n=1)
    words = [name, *(other for other in others if not other.startswith("-"))]
    if " " in name or (not near and len(words) > 1):
        return f'to ask a question, put "ask" before it: spine-faq ask "{" ".join(words)}"'
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(commands)}"
    return f"there is no command {name!r}; {hint}"


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal. argparse would ask `shutil`, which takes longer to load than all of argparse."""

    def __init__(self, prog: str) -> None:
        try:
            columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size().columns
        except (OSError, ValueError):
            columns = 80
        super().__init__(prog, width=max(columns, _NARROWEST_HELP) - 2)


class _Parser(argparse.ArgumentParser):
    """argparse's, but for two things.

    Help that cannot be written is an error, as any other output is. And where the rest of a folder's name was taken for
    another argument, it says so.
    """

    def error(self, message: str) -> NoReturn:
        _, of_too_many, rest = message.partition("unrecognized arguments: ")
        takes_folder = any(action.dest == "folder" for action in self._actions)
        if of_too_many and takes_folder and not any(word.startswith("-") for word in rest.split()):
            message += '; a folder whose name has blanks stands in quotes: "our knowledge"'
        super().error(message)

    def _print_message(self, message: str, file: TextIO | None = None) -> None:  # type: ignore[override]
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)
