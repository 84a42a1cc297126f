"""The commands: what each is for, its arguments, and the hand-over to what does the work."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress

from chatbot.cli import starting, streams
from chatbot.cli.arguments import Command, Exit, WrongArgumentsError, folder_name

_READING = "One moment, please: the knowledge base is read anew. That takes some ten seconds."
_CHECKING = "One moment, please: every stored question is asked once. That takes half a minute or more."


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
        "folder",
        nargs="?",
        metavar="DIR",
        type=folder_name,
        help="the knowledge base (default: the built-in)",
    )
    parser.add_argument("--json", action="store_true", help="print each problem as one line of JSON")
    parser.add_argument("--strict", action="store_true", help="warnings count as problems, too")


def _add_copy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        metavar="DIR",
        type=folder_name,
        help="where to; it is made, and nothing in it is written over",
    )
    parser.add_argument(
        "--safety",
        action="store_true",
        help="the signs of danger, too, for the clinician who reviews them; without it the built-in ones serve. "
        "Into a folder that holds a copy already, they alone are copied",
    )


def _add_why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="+", metavar="QUESTION", help="the question to explain")
    parser.add_argument("--json", action="store_true", help="print the explanation as one line of JSON")


def _run_chat(options: argparse.Namespace) -> int:
    from chatbot.cli import showing  # noqa: PLC0415 - `serve` dresses nothing
    from chatbot.screen import terminal  # noqa: PLC0415 - only the chat needs it

    mode = showing.mode_of(options)
    if mode.reading == "filter":
        with starting.word_of_patience(_READING):
            bot = starting.load(options)
        return terminal.run_filter(bot, streams.typed_lines(), sys.stdout, mode)
    return terminal.run_chat(lambda: starting.load(options, is_for_patients=True), mode)


def _run_ask(options: argparse.Namespace) -> int:
    """Answer each question on its own, so that a script's lines never change each other's answers."""
    from chatbot.cli import showing  # noqa: PLC0415 - `serve` dresses nothing

    with starting.word_of_patience(_READING):
        bot = starting.load(options)
    show = showing.show_json if options.json else showing.shower(options)
    if not options.question and sys.stdin.isatty():
        streams.tell("Type one question a line. Ctrl-D ends.")
    kinds: set[str] = set()
    with suppress(BrokenPipeError):  # nobody reads any more; what was found counts all the same
        for question in [" ".join(options.question)] if options.question else streams.typed_lines():
            reply = bot.ask(question).reply
            kinds.add(reply.kind)
            show(reply)
    return Exit.NOTHING_FOUND if kinds == {"unknown"} else Exit.DONE


def _run_serve(options: argparse.Namespace) -> int:
    from chatbot.protocol import serving  # noqa: PLC0415 - only for programs

    sink = serving.claim_output()
    with serving.ended_while_loading():
        bot = starting.load(options)
        serving.serve(
            bot, sys.stdin.fileno(), sink
        )  # with a SIGTERM of its own; none is missed between the two
    return Exit.DONE


def _run_check(options: argparse.Namespace) -> int:
    from chatbot.staff.check import run_check  # noqa: PLC0415 - only for staff

    if options.folder and options.knowledge and options.folder != options.knowledge:
        raise WrongArgumentsError(
            f"two knowledge bases are named: {options.folder!r} and --knowledge {options.knowledge!r}"
        )
    folder = options.folder or starting.knowledge_folder(options)
    progress = streams.tell if sys.stderr.isatty() else None
    with starting.word_of_patience(_CHECKING):
        return run_check(folder, as_json=options.json, is_strict=options.strict, tell=progress)


def _run_copy(options: argparse.Namespace) -> int:
    from chatbot.knowledge_files import copying  # noqa: PLC0415 - only for staff

    if options.knowledge:
        raise WrongArgumentsError("only the built-in knowledge base is copied; --knowledge names another")
    try:
        copied = copying.copy_built_in(options.folder, with_safety=options.safety)
    except copying.NotCopiedError as error:
        streams.tell(f"spine-faq: {error}.")
        return Exit.CANNOT_RUN
    for path in copied.paths:
        print(path)  # noqa: T201 - this is the command line
    folder = (
        f'"{copied.folder}"' if " " in copied.folder else copied.folder
    )  # to be pasted into a command line
    edit = "these files, clinic.yaml first" if len(copied.paths) > 1 else "this file"
    streams.tell(
        f"Edit {edit}. Then look for mistakes: spine-faq check {folder}\n"
        f"Start with them: spine-faq --knowledge {folder}"
    )
    return Exit.DONE


def _run_why(options: argparse.Namespace) -> int:
    with starting.word_of_patience(_READING):
        bot = starting.load(options)
    from chatbot.staff.why import run_why  # noqa: PLC0415 - only for staff

    run_why(bot, " ".join(options.question), as_json=options.json)
    return Exit.DONE


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
