"""The command `spine-faq`: arguments, exit codes, and the hand-over to what each command needs.

Owns nothing that is said to patients. Each command's parser and imports are made only when that command was
named, because all of them are paid for by everybody who waits for a prompt.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TextIO

from chatbot import __version__

if TYPE_CHECKING:
    from chatbot.engine import Chatbot
    from chatbot.knowledge import KnowledgeError
    from chatbot.modes import Mode
    from chatbot.reply import Reply

KNOWLEDGE_VARIABLE = "SPINE_FAQ_KNOWLEDGE"
_NARROWEST_HELP = 40
_READING = "One moment, please: the knowledge base is read anew. That takes some ten seconds."
_CHECKING = "One moment, please: every stored question is asked once. That takes half a minute or more."


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


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal. argparse would ask `shutil`, which takes longer to load than all of argparse."""

    def __init__(self, prog: str) -> None:
        try:
            columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size().columns
        except (OSError, ValueError):
            columns = 80
        super().__init__(prog, width=max(columns, _NARROWEST_HELP) - 2)


class _Parser(argparse.ArgumentParser):
    """argparse's, but for one thing: help that cannot be written is an error, as any other output is."""

    def _print_message(self, message: str, file: TextIO | None = None) -> None:  # type: ignore[override]
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


class Command(NamedTuple):
    """One command: what `--help` says about it, an example, its own arguments, and what runs it."""

    summary: str
    example: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


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
    _prepare_streams()
    is_debug = "--debug" in given
    status: int = Exit.DONE
    try:
        try:
            status = _run(given)
        finally:
            sys.stdout.flush()  # here a closed pipe can still be handled quietly
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:  # `spine-faq ask ... | head -1`: who reads has read enough, what was found counts
        _drop_output()
    except Exception as error:
        if is_debug:
            import traceback  # noqa: PLC0415

            traceback.print_exc()
        elif isinstance(error, OSError) and error.filename is None and error.strerror:
            # No file of ours: a stream. A full disk behind `>` is nothing that a developer could repair.
            _tell(f"spine-faq: reading the input or writing the output failed: {error.strerror}.")
            _drop_output()
        else:
            _tell(
                f"spine-faq: something went wrong inside the program ({type(error).__name__}). "
                "Running it again with --debug shows where."
            )
        return Exit.CANNOT_RUN
    return status


def _prepare_streams() -> None:
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed before the start (`>&-`). Its number must not go to the next file that is opened.
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a test may have put something simpler there
            stream.reconfigure(errors="replace")  # a Latin-1 terminal shows "?", not a traceback


def _run(given: list[str]) -> int:
    name, rest = _split_command(given)
    if name is None:
        if not {"-h", "--help", "--version"}.isdisjoint(rest):
            _overview().parse_args(rest)
        name = "chat"
    if name == "help":
        _overview().print_help()
        return Exit.DONE
    command = COMMANDS.get(name)
    if command is None:
        _overview().error(_unknown_command(name))
    options = _parser(name, command).parse_args(rest)
    try:
        return command.run(options)
    except Exception as error:
        problems = _as_knowledge_error(error)
        if problems is None:
            raise
        _tell_problems(problems)
        return Exit.CANNOT_RUN


def _split_command(given: Sequence[str]) -> tuple[str | None, list[str]]:
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


def _parser(name: str, command: Command) -> argparse.ArgumentParser:
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
        type=_folder,
        help=f"use this knowledge base instead of the built-in one (also: {KNOWLEDGE_VARIABLE})",
    )
    parser.add_argument("--debug", action="store_true", help="show tracebacks, for developers")
    parser.add_argument("--version", action="version", version=f"spine-faq {__version__}")
    return parser


def _folder(name: str) -> str:
    """Return the name of a folder as it was given; an empty one is a variable that a script has not set."""
    if not name:
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    return name


def _overview() -> argparse.ArgumentParser:
    width = max(len(name) for name in COMMANDS)
    lines = ["Commands (chat, if none is named):"]
    for name, command in COMMANDS.items():
        lines += [f"  {name:<{width}}  {command.summary}", f"  {'':<{width}}  {command.example}"]
    lines += ["", "Each has its own --help. Exit status: 0 done, 1 nothing matched or problems found,"]
    lines += ["2 a wrong command or a knowledge base that cannot be loaded, 130 interrupted."]
    parser = _Parser(
        prog="spine-faq",
        usage="spine-faq [COMMAND] [OPTIONS]",
        description="Answers patients' questions about back pain after spinal fusion. Not medical advice.",
        epilog="\n".join(lines),
        formatter_class=_HelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"spine-faq {__version__}")
    return parser


def _unknown_command(name: str) -> str:
    if " " in name:
        return f'to ask a question, put "ask" before it: spine-faq ask "{name}"'
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistyped command

    near = get_close_matches(name, COMMANDS, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(COMMANDS)}"
    return f"there is no command {name!r}; {hint}"


def _add_display(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plain", action="store_true", help="plain text: no boxes, colour or redrawing")
    parser.add_argument(
        "--accessible",
        action="store_true",
        help="labelled lines for screen readers (also: the environment variable ACCESSIBLE=1)",
    )


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "question",
        nargs="*",
        metavar="QUESTION",
        help="without it: one question a line from standard input",
    )
    parser.add_argument("--json", action="store_true", help="print each reply as one line of JSON")
    _add_display(parser)


def _add_nothing(_: argparse.ArgumentParser) -> None:
    pass


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", metavar="DIR", type=_folder, help="the knowledge base (default: the built-in)"
    )
    parser.add_argument("--json", action="store_true", help="print each problem as one line of JSON")
    parser.add_argument("--strict", action="store_true", help="warnings count as problems, too")


def _add_copy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", metavar="DIR", type=_folder, help="where to; it is made, and nothing in it is written over"
    )
    parser.add_argument(
        "--safety",
        action="store_true",
        help="the signs of danger, too, for the clinician who reviews them; without it the built-in ones serve",
    )


def _add_why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="+", metavar="QUESTION", help="the question to explain")
    parser.add_argument("--json", action="store_true", help="print the explanation as one line of JSON")


def _run_chat(options: argparse.Namespace) -> int:
    mode = _mode(options)
    from chatbot import terminal  # noqa: PLC0415 - only the chat needs it

    if mode.reading == "filter":
        with _word_of_patience(_READING):
            bot = _load(options)
        return terminal.run_filter(bot, _typed_lines(), sys.stdout, mode)
    return terminal.run_chat(lambda: _load(options, is_for_patients=True), mode)


def _run_ask(options: argparse.Namespace) -> int:
    """Answer each question on its own, so that a script's lines never change each other's answers."""
    with _word_of_patience(_READING):
        bot = _load(options)
    show = _show_json if options.json else _shower(options)
    if not options.question and sys.stdin.isatty():
        _tell("Type one question a line. Ctrl-D ends.")
    kinds: set[str] = set()
    with suppress(BrokenPipeError):  # nobody reads any more; what was found counts all the same
        for question in [" ".join(options.question)] if options.question else _typed_lines():
            reply = bot.ask(question).reply
            kinds.add(reply.kind)
            show(reply)
    return Exit.NOTHING_FOUND if kinds == {"unknown"} else Exit.DONE


def _run_serve(options: argparse.Namespace) -> int:
    from chatbot import protocol  # noqa: PLC0415 - only for programs

    sink = protocol.claim_output()
    with protocol.ended_while_loading():
        bot = _load(options)
    protocol.serve(bot, sys.stdin.fileno(), sink)
    return Exit.DONE


def _run_check(options: argparse.Namespace) -> int:
    from chatbot import staff  # noqa: PLC0415 - only for staff

    if options.folder and options.knowledge and options.folder != options.knowledge:
        _parser("check", COMMANDS["check"]).error(
            f"two knowledge bases are named: {options.folder!r} and --knowledge {options.knowledge!r}"
        )
    folder = options.folder or _knowledge_folder(options)
    tell = _tell if sys.stderr.isatty() else None
    with _word_of_patience(_CHECKING):
        return staff.run_check(folder, as_json=options.json, is_strict=options.strict, tell=tell)


def _run_copy(options: argparse.Namespace) -> int:
    from chatbot import copying  # noqa: PLC0415 - only for staff

    if options.knowledge:
        _parser("copy", COMMANDS["copy"]).error(
            "only the built-in knowledge base is copied; --knowledge names another"
        )
    try:
        copied = copying.copy_built_in(options.folder, with_safety=options.safety)
    except copying.NotCopiedError as error:
        _tell(f"spine-faq: {error}.")
        return Exit.CANNOT_RUN
    for path in copied.paths:
        print(path)  # noqa: T201 - this is the command line
    _tell(
        f"Edit these files, clinic.yaml first. Then look for mistakes: spine-faq check {copied.folder}\n"
        f"Start with them: spine-faq --knowledge {copied.folder}"
    )
    return Exit.DONE


def _run_why(options: argparse.Namespace) -> int:
    with _word_of_patience(_READING):
        bot = _load(options)
    from chatbot import staff  # noqa: PLC0415 - only for staff

    return staff.run_why(bot, " ".join(options.question), as_json=options.json)


COMMANDS = {
    "chat": Command("talk with the chatbot", "spine-faq chat", _add_display, _run_chat),
    "ask": Command("answer one question, and end", 'spine-faq ask "how common is this?"', _add_ask, _run_ask),
    "serve": Command(
        "answer other programs: JSON Lines over standard input and output",
        """echo '{"type": "ask", "id": 1, "text": "is this common?"}' | spine-faq serve""",
        _add_nothing,
        _run_serve,
    ),
    "check": Command(
        "find what is wrong in a knowledge base, and say how to repair it",
        "spine-faq check knowledge",
        _add_check,
        _run_check,
    ),
    "copy": Command(
        "copy the built-in knowledge base into a folder, to make it your own",
        "spine-faq copy our-knowledge",
        _add_copy,
        _run_copy,
    ),
    "why": Command(
        "show how a question was read and why this answer was chosen",
        'spine-faq why "can the screws be taken out?"',
        _add_why,
        _run_why,
    ),
}


def _knowledge_folder(options: argparse.Namespace) -> str | None:
    return options.knowledge or os.environ.get(KNOWLEDGE_VARIABLE) or None


def _load(options: argparse.Namespace, *, is_for_patients: bool = False) -> Chatbot:
    """Load the bot, saying what only staff and integrators can change where no patient reads along."""
    from chatbot.engine import Chatbot  # noqa: PLC0415 - `--version` and `--help` need no engine

    bot = Chatbot.load(_knowledge_folder(options), for_one_question=True)
    if not is_for_patients:
        _tell_of_cache()
    gc.freeze()  # what was loaded stays: later searches for garbage need not look at it
    gc.enable()
    return bot


def _tell_of_cache() -> None:
    """Say in one line that every start will be slow, and what can be done; nothing where the cache works."""
    from chatbot import cache  # noqa: PLC0415 - loaded with the engine

    reason = cache.trouble()
    if reason:
        _tell(
            f"spine-faq: each start takes some ten seconds, for what was prepared could not be kept: {reason}. "
            "SPINE_FAQ_CACHE may name another folder (README)."
        )


@contextmanager
def _word_of_patience(text: str) -> Iterator[None]:
    """Say on the terminal that there is work to wait for, once it has taken a second; never to a file or a program."""
    if not sys.stderr.isatty():
        yield
        return
    from chatbot.patience import told_when_slow  # noqa: PLC0415 - only where somebody looks on

    with told_when_slow(lambda: _tell(text)):
        yield


def _mode(options: argparse.Namespace) -> Mode:
    from chatbot import modes  # noqa: PLC0415 - `ask --json` and `serve` dress nothing

    return modes.resolve(
        plain=options.plain,
        accessible=options.accessible,
        environment=os.environ,
        input_is_terminal=sys.stdin.isatty(),
        output_is_terminal=sys.stdout.isatty(),
        encoding=sys.stdout.encoding,
        is_windows=sys.platform == "win32",
    )


def _typed_lines() -> Iterator[str]:
    """Yield what is typed or piped in, one question a line, blank lines left out."""
    for line in sys.stdin.buffer:
        question = line.decode("utf-8", errors="replace").lstrip("\ufeff").strip()
        if question:
            yield question


def _show_json(reply: Reply) -> None:
    import json  # noqa: PLC0415 - not needed to show text

    print(json.dumps(reply.to_dict(), ensure_ascii=True), flush=True)  # noqa: T201 - this is the command line


def _shower(options: argparse.Namespace) -> Callable[[Reply], None]:
    """Return what shows a reply to a person, in the dress that the chat would choose."""
    from chatbot import chat, presentation, terminal_settings  # noqa: PLC0415 - not needed for JSON

    mode = _mode(options)
    columns, rows = terminal_settings.terminal_size(sys.stdout)

    def show(reply: Reply) -> None:
        if mode.dress == "styled":
            from chatbot import styled  # noqa: PLC0415 - rich is for terminals only

            styled.print_blocks(presentation.blocks_of(reply), sys.stdout, mode, columns, rows)
        else:
            print(chat.dressed(reply, mode, columns))  # noqa: T201 - this is the command line
        if not options.question:
            print()  # noqa: T201 - an empty line between the answers
        sys.stdout.flush()

    return show


def _as_knowledge_error(error: Exception) -> KnowledgeError | None:
    from chatbot.knowledge import KnowledgeError  # noqa: PLC0415 - only when something went wrong

    return error if isinstance(error, KnowledgeError) else None


def _tell_problems(error: KnowledgeError) -> None:
    from chatbot import staff  # noqa: PLC0415 - only when something went wrong

    _tell("\n\n".join((staff.verdict(error.problems, None), *map(staff.describe, error.problems))))


def _tell(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - words for people, beside the results


def _drop_output() -> None:
    """Point standard output nowhere, so that Python's own last flush has nothing to complain about."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
