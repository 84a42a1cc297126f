"""What only an emulator that reflows and scrolls can show: resizing, scrollback, suspending. Needs tmux."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator

import pytest

from tests.support.screens import PATIENCE_SECONDS, ROOT, fixed_environment

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]


class Tmux:
    """A terminal emulator with a shell in it."""

    def __init__(self, columns: int, rows: int) -> None:
        self.socket = f"spine-faq-test-{uuid.uuid4().hex[:8]}"
        shell = shutil.which("bash") or "sh"
        self.call("new-session", "-d", "-s", "chat", "-x", str(columns), "-y", str(rows), f"{shell} --norc")
        self.keys(
            f"PS1='shell$ '; clear; '{sys.executable}' '{ROOT / 'tests' / 'support' / 'fake_chat.py'}'",
            "Enter",
        )

    def call(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self.socket, "-f", "/dev/null", *arguments],
            capture_output=True,
            text=True,
            env=fixed_environment(),
            timeout=60,
            check=False,
        )
        return done.stdout

    def keys(self, *keys: str) -> None:
        self.call("send-keys", "-t", "chat", *keys)

    def resize(self, columns: int, rows: int) -> None:
        self.call("resize-window", "-t", "chat", "-x", str(columns), "-y", str(rows))

    def text(self, *, with_scrollback: bool = False) -> str:
        start = ("-S", "-") if with_scrollback else ()
        return self.call("capture-pane", "-p", "-t", "chat", *start)

    def sees(self, words: str) -> str:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while words not in (text := self.text()):
            assert time.monotonic() < deadline, f"{words!r} never appeared:\n{text}"
            time.sleep(0.05)
        return text


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    terminal = Tmux(80, 24)
    try:
        yield terminal
    finally:
        terminal.call("kill-session", "-t", "chat")


def test_resizing_leaves_one_prompt_and_one_line_of_hints(tmux: Tmux) -> None:
    """Five sizes, wide and narrow, with a half-typed question: nothing is stacked, nothing is lost."""
    tmux.sees("save  quit")
    tmux.keys("rods please")
    tmux.sees("You: rods please")
    for columns, rows, hints in (
        (60, 24, "save  quit"),
        (45, 20, "quit  Tab"),
        (40, 12, "quit  Tab"),
        (70, 24, "save  quit"),
        (80, 24, "save  quit"),
    ):
        tmux.resize(columns, rows)
        tmux.sees(hints)
    text = tmux.text(with_scrollback=True)
    assert text.count("You: rods please") == 1
    assert text.count("Tab: complete") == 1
    assert text.count("Spine FAQ:") == 1
    tmux.keys("Enter")
    tmux.sees("1-2: choose")


def test_answers_stay_in_the_scrollback_until_clear(tmux: Tmux) -> None:
    """What scrolled away can be read again; `clear` wipes that, too."""
    tmux.sees("save  quit")
    for question in ("screws", "common", "failed"):
        tmux.keys(question, "Enter")
        tmux.sees(f"You: {question}")
        tmux.sees("Tab: complete")
    assert "Short words on hardware-removal-help." in tmux.text(with_scrollback=True)
    tmux.keys("clear", "Enter")
    tmux.sees("I have forgotten what was said here.")
    tmux.sees("Tab: complete")
    text = tmux.text(with_scrollback=True)
    assert "screws" not in text
    assert "hardware-removal-help" not in text


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell with job control")
def test_ctrl_z_suspends_and_fg_comes_back(tmux: Tmux) -> None:
    """The shell works in between, with its echo, and the half-typed question is still there."""
    tmux.sees("save  quit")
    tmux.keys("rods please")
    tmux.sees("You: rods please")
    tmux.keys("C-z")
    tmux.sees("Stopped")
    tmux.keys("echo shell-$((40 + 2))", "Enter")
    tmux.sees("shell-42")
    tmux.sees("echo shell-")
    tmux.keys("fg", "Enter")
    tmux.sees("You: rods please")
    tmux.keys("Enter")
    tmux.sees("1-2: choose")
    tmux.keys("C-d")
    tmux.sees("Goodbye.")
    tmux.keys("stty -a | grep -o ' echo '; echo done", "Enter")
    tmux.sees("done")
