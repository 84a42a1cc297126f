"""Two drivers for one list of scenarios: the chat in this process, and the chat in a real pseudo-terminal.

Both type keys and read an emulated screen. They wait for words, never for time.
"""

from __future__ import annotations

import os
import re
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from chatbot.knowledge import Clinic
from chatbot.screen.chat import Chat
from chatbot.screen.line_editor import FullReader
from chatbot.screen.modes import Mode
from chatbot.screen.terminal import converse
from chatbot.screen.words import greeting, introduction
from chatbot.screen.writing import show_lines
from tests.support.screen_bot import ScreenBot

ROOT = Path(__file__).resolve().parents[2]
# How long a word may take to appear on a busy machine. A passing test waits for a fraction of it.
PATIENCE_SECONDS = float(os.environ.get("TEST_PATIENCE_SECONDS", "20"))
KEYS = {
    "enter": "\r",
    "tab": "\t",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "escape": "\x1b",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
    "ctrl-s": "\x13",
    "ctrl-u": "\x15",
    "ctrl-y": "\x19",
    "ctrl-z": "\x1a",
    "ctrl-\\": "\x1c",
}


class Screen:
    """What a person sees: an emulated terminal, and waiting for words on it."""

    def __init__(self, columns: int, rows: int) -> None:
        self.emulated = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.emulated)
        self.written: list[str] = []

    def feed(self, text: str) -> None:
        """Show what a program wrote."""
        self.written.append(text)
        self.stream.feed(text)

    @property
    def lines(self) -> list[str]:
        """The screen's lines without trailing spaces."""
        return [line.rstrip() for line in self.emulated.display]

    @property
    def words(self) -> str:
        """The screen's words in one line: wrapping and boxes are not what a test is about."""
        return " ".join(re.sub("[┃━┏┓┗┛]", " ", " ".join(self.lines)).split())


class Driver:
    """Types keys and waits for words."""

    screen: Screen

    def send(self, text: str) -> None:
        """Hand over keys as a terminal sends them."""
        raise NotImplementedError

    def catch_up(self, seconds: float) -> None:
        """Read for at most this long what the program writes."""
        raise NotImplementedError

    def type(self, text: str) -> None:
        """Type text."""
        self.send(text)

    def press(self, *names: str) -> None:
        """Press keys by their names."""
        for name in names:
            self.send(KEYS[name])

    def paste(self, text: str) -> None:
        """Paste text as terminals with bracketed paste do."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def sees(self, words: str) -> None:
        """Wait until the words stand on the screen."""
        self._waits(lambda: words in self.screen.words, f"{words!r} never appeared")

    def reads_until(self, words: str) -> None:
        """Wait for the words, with Enter for each portion of an answer that a small screen shows."""
        while True:
            self._waits(lambda: words in self.screen.words or self._is_held, f"{words!r} never appeared")
            if words in self.screen.words:
                return
            before = self.screen.words
            self.press("enter")
            self._waits(lambda before=before: self.screen.words != before, "Enter did nothing")

    @property
    def _is_held(self) -> bool:
        return self.screen.lines[self.screen.emulated.cursor.y].strip() == "[Enter: read on] You:"

    def misses(self, words: str) -> None:
        """Wait until the words stand no longer on the screen."""
        self._waits(lambda: words not in self.screen.words, f"{words!r} never went away")

    def shows(self, line: str) -> None:
        """Wait until a whole line of the screen is this."""
        self._waits(lambda: line in self.screen.lines, f"the line {line!r} never appeared")

    def waits_at(self, line: str) -> None:
        """Wait until the cursor stands on a line that is this: a prompt that is ready for keys."""
        self._waits(
            lambda: self.screen.lines[self.screen.emulated.cursor.y] == line,
            f"the cursor never came to {line!r}",
        )

    def _waits(self, is_there: Any, complaint: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_there():
            if time.monotonic() > deadline:
                screen = "\n".join(f"|{line}" for line in self.screen.lines)
                raise AssertionError(f"{complaint}:\n{screen}")
            self.catch_up(0.02)


class InProcess(Driver):
    """The chat in a thread of this process, its keys from a pipe, its screen emulated."""

    def __init__(self, columns: int, rows: int, *, clinic: Clinic | None = None) -> None:
        self.screen = Screen(columns, rows)
        self.size = (columns, rows)
        self.status: int | None = None
        self._clinic = clinic
        self._thread = threading.Thread(target=self._talk, daemon=True)
        self._is_ready = threading.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._is_ready.wait(PATIENCE_SECONDS)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._thread.is_alive():
            self.press("ctrl-c", "ctrl-d")
        self._thread.join(PATIENCE_SECONDS)
        if kind is None:
            assert not self._thread.is_alive()

    def send(self, text: str) -> None:
        self._pipe.send_text(text)

    def catch_up(self, seconds: float) -> None:
        time.sleep(seconds)

    def ends(self) -> int | None:
        """Wait for the end and return the exit status."""
        self._thread.join(PATIENCE_SECONDS)
        return self.status

    def _talk(self) -> None:
        out: Any = _Tty(self.screen)
        chat = Chat(ScreenBot(self._clinic), Mode(), out, lambda: self.size)  # type: ignore[arg-type]
        show_lines(greeting(chat.mode), out, chat.mode, self.size[0])
        show_lines(introduction(chat.bot.knowledge.clinic, chat.mode), out, chat.mode, self.size[0])
        with create_pipe_input() as self._pipe:
            output = Vt100_Output(out, lambda: Size(rows=self.size[1], columns=self.size[0]), term="xterm")
            reader = FullReader(chat, out, input_=self._pipe, output=output)
            self._is_ready.set()
            self.status = converse(chat, reader)


class _Tty:
    """A stream into the emulated screen, with the newlines of a terminal driver."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def write(self, text: str) -> int:
        self._screen.feed(re.sub(r"(?<!\r)\n", "\r\n", text))
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError("a screen in memory")


class Process(Driver):
    """A program in a real pseudo-terminal."""

    def __init__(
        self,
        columns: int,
        rows: int,
        *arguments: str,
        program: tuple[str, ...] = (str(Path(__file__).with_name("fake_chat.py")),),
        environment: dict[str, str] | None = None,
    ) -> None:
        self.screen = Screen(columns, rows)
        self.child = pexpect.spawn(
            sys.executable,
            [*program, *arguments],
            dimensions=(rows, columns),
            env=fixed_environment() | (environment or {}),
            cwd=str(ROOT),
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE_SECONDS,
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.close(force=True)

    def send(self, text: str) -> None:
        self.child.send(text)

    def catch_up(self, seconds: float) -> None:
        try:
            self.screen.feed(self.child.read_nonblocking(65536, timeout=seconds))
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            time.sleep(seconds)

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size, as a window manager does."""
        self.screen.emulated.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def ends(self) -> int:
        """Wait for the end and return the exit status; a signal that killed it counts negative."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.child.isalive() and time.monotonic() < deadline:
            self.catch_up(0.02)
        self.catch_up(0.02)
        self.child.close(force=True)
        return self.child.exitstatus if self.child.exitstatus is not None else -(self.child.signalstatus or 0)


def fixed_environment() -> dict[str, str]:
    """Return the environment of a child: nothing of whoever runs the tests."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": os.environ.get("HOME", ""),
        "SPINE_FAQ_CACHE": os.environ.get("SPINE_FAQ_CACHE", ""),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "PYTHONPATH": str(ROOT),
    }
