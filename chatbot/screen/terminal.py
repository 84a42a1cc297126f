"""The chat on a terminal: its streams, and which reader reads its lines.

The greeting stands on the screen before anything slow is loaded. What is said is `chat`'s; this module makes
sure that a line can be typed, from the full `line_editor` down to a bare stream (`line_input`), and that the terminal
is given back as it was found (`terminal_settings`), whatever ends the chat (`signals`). What is typed lives in this
process only and is gone when it ends.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from chatbot.sanitise import clean_line
from chatbot.screen.chat import Chat
from chatbot.screen.line_input import SimpleReader
from chatbot.screen.modes import Mode
from chatbot.screen.patience import told_when_slow
from chatbot.screen.reader import Ended, Reader
from chatbot.screen.signals import signals_end
from chatbot.screen.terminal_settings import set_line_input, terminal_kept_sane, terminal_size
from chatbot.screen.typed import is_goodbye
from chatbot.screen.words import GOODBYE, LEAVE_HINT, ONE_MOMENT, greeting, introduction
from chatbot.screen.writing import dressed, show_lines

if TYPE_CHECKING:
    from chatbot.engine import Chatbot, Conversation


def run_chat(bot_loader: Callable[[], Chatbot], mode: Mode) -> int:
    """Hold a conversation on standard input and output until the person leaves; return the exit status.

    Prints the greeting, then loads the bot, then prompts. KnowledgeError from the loader passes through, with
    the terminal as it was. Status: 0 when the person left, 128 plus the signal's number when one ended it.
    """
    out = sys.stdout
    _make_encodable(out)
    try:
        with signals_end() as signals, terminal_kept_sane(hides_early_typing=mode.reading == "full"):
            show_lines(greeting(mode), out, mode, terminal_size(out)[0])
            with told_when_slow(lambda: show_lines([ONE_MOMENT], out, mode, terminal_size(out)[0])):
                bot = bot_loader()
            show_lines(introduction(bot.knowledge.clinic, mode), out, mode, terminal_size(out)[0])
            chat = Chat(bot, mode, out, lambda: terminal_size(out))
            if mode.reading == "full":
                _show_early_prompt(chat)
            return converse(chat, signals.begin(_reader_for(chat, out)))
    except Ended as ended:
        return 128 + ended.signal_number
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def run_filter(bot: Chatbot, lines: Iterable[str], out: TextIO, mode: Mode) -> int:
    """Answer each line that holds a question, with an empty line after each answer; return the exit status.

    All lines are one conversation. A reader who closes the pipe ends it quietly.
    """
    _make_encodable(out)
    width = terminal_size(out)[0]
    conversation: Conversation | None = None
    try:
        for line in lines:
            question = clean_line(line)
            if not question:
                continue
            turn = bot.ask(question, conversation)
            conversation = turn.conversation
            out.write(dressed(turn.reply, mode, width) + "\n\n")
            out.flush()
            if is_goodbye(question, turn.reply):
                break
    except BrokenPipeError:
        _discard_output(out)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return 0


def converse(chat: Chat, reader: Reader) -> int:
    """Read and answer until the person leaves; return the exit status."""
    try:
        while True:
            try:
                if not chat.take(reader.read(chat.prompt), reader):
                    return 0
            except KeyboardInterrupt:
                chat.say(LEAVE_HINT)
            except EOFError:
                chat.say(GOODBYE)
                return 0
    except OSError:  # the terminal itself is gone: nobody is left to tell
        _discard_output(chat.out)
        return 0


def _show_early_prompt(chat: Chat) -> None:
    """Show the prompt while the line editor, the slowest part of the start, is loaded; it paints over it.

    What is typed meanwhile is kept for it. Ctrl-C, too, is from now on a key and no signal: where the prompt
    stands it must not end the chat.
    """
    set_line_input(on=False, with_signals=False)
    chat.out.write(chat.prompt)
    chat.out.flush()


def _reader_for(chat: Chat, out: TextIO) -> Reader:
    """Return the best reader that works here: the line editor, else the terminal's own line input."""
    if chat.mode.reading == "full":
        from chatbot.screen.line_editor import FullReader  # noqa: PLC0415 - only where lines can be edited

        try:
            editor = FullReader(chat, out)
        except Exception as problem:  # whatever is odd about this terminal, the conversation goes on
            out.write("\r")
            chat.mode = chat.mode._replace(reading="simple")
            chat.say(
                f"Simple line input, because the line editor does not work here ({type(problem).__name__})."
            )
        else:
            out.write("\r")  # the editor begins where its early prompt does
            return editor
    return SimpleReader(has_readline=chat.mode.dress != "plain")


def _make_encodable(out: TextIO) -> None:
    """Let characters that the output cannot encode become "?" rather than end the program."""
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _discard_output(out: TextIO) -> None:
    """Point a closed output at nothing, so that Python's last flush does not complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
