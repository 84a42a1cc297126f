"""The bot that a command answers with, and a word to who waits for it."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from chatbot.cli import streams
from chatbot.cli.arguments import KNOWLEDGE_VARIABLE

if TYPE_CHECKING:
    from chatbot.engine import Chatbot


def knowledge_folder(options: argparse.Namespace) -> str | None:
    """Return the folder of the knowledge base that was asked for, None for the built-in one."""
    return options.knowledge or os.environ.get(KNOWLEDGE_VARIABLE) or None


def load(options: argparse.Namespace, *, is_for_patients: bool = False) -> Chatbot:
    """Load the bot, saying what only staff and integrators can change where no patient reads along."""
    from chatbot.engine import Chatbot  # noqa: PLC0415 - `--version` and `--help` need no engine

    bot = Chatbot.load(knowledge_folder(options), for_one_question=True)
    if not is_for_patients:
        _tell_of_cache()
    if options.debug:
        bot.on_mistake = traceback_of
    elif not is_for_patients:
        bot.on_mistake = _tell_of_mistake
    gc.freeze()  # what was loaded stays: later searches for garbage need not look at it
    gc.enable()
    return bot


def traceback_of(error: Exception) -> None:
    """Print the traceback of a mistake of the program, for developers."""
    import traceback  # noqa: PLC0415 - only when something went wrong

    traceback.print_exception(error)


def _tell_of_mistake(error: Exception) -> None:
    """Say in one line that the program stumbled over a question: its answer is an apology, or a card alone."""
    from chatbot.mistakes import described  # noqa: PLC0415 - loaded with the engine

    streams.tell(f"spine-faq: internal error: {described(error)}. --debug shows more.")


def _tell_of_cache() -> None:
    """Say in one line that every start will be slow, and what can be done; nothing where the cache works."""
    from chatbot.knowledge_files import cache  # noqa: PLC0415 - loaded with the engine

    reason = cache.trouble()
    if reason:
        streams.tell(
            f"spine-faq: each start takes some ten seconds, for what was prepared could not be kept: {reason}. "
            "SPINE_FAQ_CACHE may name another folder (README)."
        )


@contextmanager
def word_of_patience(text: str) -> Iterator[None]:
    """Say on the terminal that there is work to wait for, once it has taken a second; never to a file or a program."""
    if not sys.stderr.isatty():
        yield
        return
    from chatbot.screen.patience import told_when_slow  # noqa: PLC0415 - only where somebody looks on

    with told_when_slow(lambda: streams.tell(text)):
        yield
