"""The terminal that the chat runs on: its size, its echo and line editing, and giving it back as it was found.

The one place that meets termios; where there is none (Windows), or no terminal, nothing is changed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

_DEFAULT_SIZE = (80, 24)


def terminal_size(out: TextIO) -> tuple[int, int]:
    """Return (columns, rows) of the terminal, or 80 by 24 where nothing tells."""
    try:
        columns, rows = os.get_terminal_size(out.fileno())
    except (OSError, ValueError):
        return _DEFAULT_SIZE
    return columns or _DEFAULT_SIZE[0], rows or _DEFAULT_SIZE[1]


@contextmanager
def terminal_kept_sane(*, hides_early_typing: bool) -> Iterator[None]:
    """Give the terminal back as it was found, however the chat ends.

    While the line editor is still being loaded, and between questions, echo is off: early typing would be shown
    twice, once by the terminal and once by the editor, which reads it from the queue. So is the terminal's own
    line editing, which would swallow a Ctrl-D that is pressed too early.
    """
    found = _settings()
    if found is not None and hides_early_typing:
        set_line_input(on=False)
    try:
        yield
    finally:
        if found is not None:
            _apply_settings(found)


def _settings() -> list[Any] | None:
    """Return the terminal's settings, or None where there is no terminal or no such thing (Windows)."""
    try:
        import termios  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (termios.error, OSError, ValueError):
        return None


def _apply_settings(settings: list[Any]) -> None:
    import termios  # noqa: PLC0415 - there are settings, so there is termios

    with suppress(termios.error, OSError, ValueError):  # the terminal may be gone by now
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, settings)


def set_line_input(*, on: bool, with_signals: bool = True) -> None:
    """Let the terminal echo, edit lines and turn Ctrl-C into a signal, or leave all that to the line editor.

    In either case Ctrl-S and Ctrl-Backslash are keys like any other: by chance they would stop the screen, with a
    card on its way to it, or end the chat.
    """
    settings = _settings()
    if settings is None:
        return
    import termios  # noqa: PLC0415 - there are settings, so there is termios

    flags = termios.ECHO | termios.ICANON
    if on:
        settings[3] |= flags | termios.ISIG
    else:
        settings[3] &= ~(flags if with_signals else flags | termios.ISIG)
    settings[0] &= ~termios.IXON
    with suppress(OSError, ValueError):
        settings[6][termios.VQUIT] = bytes([os.fpathconf(sys.stdin.fileno(), "PC_VDISABLE")])
    with suppress(termios.error, OSError, ValueError):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, settings)
