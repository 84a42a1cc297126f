"""The chat without the line editor, from inside a program: it works in any thread and gives back what it took."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import threading
from collections.abc import Iterable
from typing import Any, cast

import pytest

from chatbot.screen import terminal
from chatbot.screen.modes import Mode
from chatbot.screen.reader import Ended, Reader
from chatbot.screen.signals import Signals, signals_end
from chatbot.screen.terminal import run_chat
from chatbot.screen.words import ONE_MOMENT
from tests.support.screen_bot import ScreenBot

SIMPLE = Mode("plain", "simple", has_colour=False, is_unicode=False)


@pytest.fixture(autouse=True)
def _typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is a question and a goodbye."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("can the screws come out?\nquit\n"))


def talk() -> int:
    return run_chat(ScreenBot, SIMPLE)  # type: ignore[arg-type]


@pytest.mark.parametrize("columns", ["80", "40"])
def test_a_first_start_names_the_emergency_number_while_it_takes_long(
    columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody in need waits for the knowledge base to be compiled."""
    is_said = threading.Event()
    show = terminal.show_lines

    def show_lines(lines: Iterable[str], *rest: Any) -> None:
        show(lines, *rest)
        if lines == [ONE_MOMENT]:
            is_said.set()

    def load() -> ScreenBot:
        is_said.wait(20)
        assert "In an emergency, do not wait for it: call 911" in " ".join(capsys.readouterr().out.split())
        return ScreenBot()

    monkeypatch.setattr("chatbot.screen.patience.SECONDS", 0.0)
    monkeypatch.setattr(terminal, "show_lines", show_lines)
    monkeypatch.setattr(terminal, "terminal_size", lambda _: (int(columns), 24))
    assert run_chat(load, SIMPLE) == 0  # type: ignore[arg-type]


def test_a_chat_works_off_the_main_thread(capsys: pytest.CaptureFixture[str]) -> None:
    """Signals are the main thread's; who runs a chat in another one has a way of their own to end it."""
    statuses: list[int] = []
    thread = threading.Thread(target=lambda: statuses.append(talk()))
    thread.start()
    thread.join(10)
    assert statuses == [0]
    assert "Short words on hardware-removal-help." in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipe that can be told not to wait")
def test_a_chat_gives_back_its_descriptors_thread_and_signals(capsys: pytest.CaptureFixture[str]) -> None:
    """The wake-up descriptor of whoever called is set again, and nothing is left that waits for ever."""

    def lowest_free() -> tuple[int, int]:
        pair = os.pipe()
        for descriptor in pair:
            os.close(descriptor)
        return pair

    own, note = os.pipe()
    os.set_blocking(note, False)
    before = signal.set_wakeup_fd(note)
    try:
        free, threads, handler = lowest_free(), threading.active_count(), signal.getsignal(signal.SIGTERM)
        assert talk() == 0
        assert (lowest_free(), threading.active_count()) == (free, threads)
        assert signal.getsignal(signal.SIGTERM) == handler
        assert "Goodbye" in capsys.readouterr().out
    finally:
        assert signal.set_wakeup_fd(before) == note
        os.close(own)
        os.close(note)


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="only where a thread can be sent a signal")
def test_a_signal_that_its_handler_has_missed_is_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that comes just before a wait is noted and not acted on: it is repeated until it is."""
    heard = threading.Event()
    sent: list[int] = []

    def note_it(_thread: int, number: int) -> None:
        sent.append(number)
        heard.set()

    monkeypatch.setattr(signal, "pthread_kill", note_it)
    with signals_end():
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: None)  # a handler that does not say that it has begun
        os.kill(os.getpid(), signal.SIGHUP)
        assert heard.wait(10)
    assert set(sent) == {signal.SIGHUP}


def test_a_signal_that_came_while_modules_were_loaded_ends_the_chat_once_it_reads() -> None:
    """Python drops what a handler raises there, as in any callback."""
    signals = Signals()
    with contextlib.suppress(Ended):
        signals.end(signal.SIGTERM, None)
    assert signals.is_ending
    with pytest.raises(Ended) as ended:
        signals.begin(cast(Reader, None))
    assert ended.value.signal_number == signal.SIGTERM
