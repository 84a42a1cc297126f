"""Replies on standard output: as JSON for programs, in the dress of the chat for people."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chatbot.reply import Reply
    from chatbot.screen.modes import Mode


def mode_of(options: argparse.Namespace) -> Mode:
    """Return the dress and the way of reading that fit the options and the terminal."""
    from chatbot.screen import modes  # noqa: PLC0415 - `ask --json` dresses nothing

    streams = modes.Streams(
        sys.stdin.isatty(), sys.stdout.isatty(), sys.stdout.encoding, is_windows=sys.platform == "win32"
    )
    return modes.resolve(os.environ, streams, plain=options.plain, accessible=options.accessible)


def show_json(reply: Reply) -> None:
    """Print a reply as one line of JSON."""
    import json  # noqa: PLC0415 - not needed to show text

    print(json.dumps(reply.to_dict(), ensure_ascii=True), flush=True)  # noqa: T201 - this is the command line


def shower(options: argparse.Namespace) -> Callable[[Reply], None]:
    """Return what shows a reply to a person, in the dress that the chat would choose."""
    from chatbot.screen import terminal_settings  # noqa: PLC0415 - likewise
    from chatbot.screen.writing import dressed  # noqa: PLC0415 - likewise
    from chatbot.speaking import presentation  # noqa: PLC0415 - not needed for JSON

    mode = mode_of(options)
    columns, rows = terminal_settings.terminal_size(sys.stdout)

    def show(reply: Reply) -> None:
        if mode.dress == "styled":
            from chatbot.screen import styled  # noqa: PLC0415 - rich is for terminals only

            styled.print_blocks(presentation.blocks_of(reply), sys.stdout, mode, columns, rows)
        else:
            print(dressed(reply, mode, columns))  # noqa: T201 - this is the command line
        if not options.question:
            print()  # noqa: T201 - an empty line between the answers
        sys.stdout.flush()

    return show
