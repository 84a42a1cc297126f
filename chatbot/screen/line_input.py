"""Lines read with `input()`: for screen readers, plain terminals, and where the line editor fails."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any, NoReturn

from chatbot.sanitise import one_line
from chatbot.screen.reader import Ended
from chatbot.screen.terminal_settings import set_line_input

# A few lines at once are someone who types ahead; more are a pasted text.
FEWEST_PASTED_LINES = 10
_MOST_PASTED_LINES = 10_000
_SECONDS_BETWEEN_PASTED_LINES = 0.01


class SimpleReader:
    """Reads with `input()`: for screen readers, plain terminals, and where the line editor fails.

    `readline` gives arrow keys and in-memory history; a plain terminal does without, for readline may write
    escape sequences.
    """

    def __init__(self, *, has_readline: bool) -> None:
        self._readline: Any = None
        self._waiting: list[str] = []
        if has_readline:
            with suppress(ImportError):  # not on Windows
                import readline  # noqa: PLC0415 - only for this reader

                self._readline = readline
                _for_patients(readline)

    def read(self, prompt: str, *, is_question: bool = True) -> str:
        """Return one line. Many lines that come at once were pasted: they are one, their newlines spaces."""
        del is_question
        if self._waiting:
            sys.stdout.write(prompt)
            return self._waiting.pop(0)
        set_line_input(on=True)
        line = self._line(prompt)
        while len(self._waiting) < _MOST_PASTED_LINES and _is_input_waiting():
            try:
                self._waiting.append(self._line(""))
            except EOFError:
                break
        if len(self._waiting) < FEWEST_PASTED_LINES:
            return line
        pasted, self._waiting = [line, *self._waiting], []
        return one_line("\n".join(pasted))

    def _line(self, prompt: str) -> str:
        """Return a typed line; raises EOFError and KeyboardInterrupt as `input()` does."""
        try:
            return input(prompt)
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")  # the terminal leaves the cursor behind the prompt
            raise
        except UnicodeDecodeError:
            return "?"
        except (RuntimeError, OSError):  # a standard input that `input()` cannot use is read as a stream
            line = sys.stdin.readline()
            if not line:
                raise EOFError from None
            return line

    def forget(self) -> None:
        """Drop the history of what was typed."""
        if self._readline is not None:
            self._readline.clear_history()

    def end(self, signal_number: int) -> NoReturn:
        """Leave `input()`: an exception in a signal handler does, and readline restores the terminal."""
        raise Ended(signal_number)


def _for_patients(readline: Any) -> None:  # noqa: ANN401 - a module
    """Take away keys of programmers that a patient meets by chance.

    Ctrl-Y puts nothing in. It would put in what was cut from a line, which no program can make readline forget, so that
    the next patient would get it. And a letter that follows Escape is that letter. Readline takes the two for one key,
    however late the letter comes: "does it hurt" had become "oes it hurt".
    """
    if "libedit" in (readline.__doc__ or ""):  # what macOS has in its place; its Escape is left as it is
        readline.parse_and_bind("bind ^Y ed-unassigned")
        return
    readline.parse_and_bind(r'"\C-y": ""')
    readline.parse_and_bind(r'"\C-s": ""')  # a search; on other screens it would stop the output
    readline.parse_and_bind(r'"\e\C-m": "\C-m"')
    for character in map(chr, range(ord(" "), ord("~") + 1)):
        if character not in "[O":  # with these begins what an arrow key sends
            written = f"\\{character}" if character in '\\"' else character
            readline.parse_and_bind(f'"\\e{written}": "{written}"')


def _is_input_waiting() -> bool:
    """Say whether another line has already been typed or pasted."""
    import select  # noqa: PLC0415 - only for readers without an editor

    try:
        return bool(select.select([sys.stdin], [], [], _SECONDS_BETWEEN_PASTED_LINES)[0])
    except (OSError, ValueError):  # on Windows only sockets can be asked
        return False
