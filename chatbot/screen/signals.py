"""The signals that end a chat (SIGTERM, SIGHUP): they end it in order, and none is missed.

Handlers and the watch over them belong to the main thread; in another one nothing is changed, for whoever runs a chat
there has a way to end it. All of it is given back at the end.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from chatbot.screen.reader import Ended, Reader

if TYPE_CHECKING:
    from types import FrameType

_SECONDS_TO_ACT = 0.2


class Signals:
    """Where a signal is sent to: the reader, once there is one."""

    def __init__(self) -> None:
        self.reader: Reader | None = None
        self._noted = 0

    def end(self, signal_number: int, _frame: FrameType | None) -> None:
        """Act on a signal, as its handler."""
        self._noted = signal_number
        if self.reader is None:
            raise Ended(signal_number)
        self.reader.end(signal_number)

    @property
    def is_ending(self) -> bool:
        """Whether a signal has come."""
        return self._noted > 0

    def begin(self, reader: Reader) -> Reader:
        """Send signals to this reader from now on, and return it.

        Raises Ended where one has come already: Python drops what a handler raises while modules are being loaded.
        """
        self.reader = reader
        if self._noted:
            raise Ended(self._noted)
        return reader


@contextmanager
def signals_end() -> Iterator[Signals]:
    """Let SIGTERM and SIGHUP end the conversation in order instead of killing the process in raw mode."""
    signals = Signals()
    numbers = [int(getattr(signal, name)) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    with ExitStack() as given_back:
        try:
            for number in numbers:
                given_back.callback(signal.signal, number, signal.signal(number, signals.end))
        except ValueError:  # not the main thread, which alone may do this
            numbers = []
        if numbers and hasattr(signal, "pthread_kill"):  # not on Windows
            given_back.enter_context(_missed_ones_repeated(signals, numbers))
        yield signals


@contextmanager
def _missed_ones_repeated(signals: Signals, numbers: Collection[int]) -> Iterator[None]:
    """Watch for a signal that comes in the instant before `input()` begins to wait, and send it again.

    Python notes such a signal, but acts on it only when the wait is over: with the next key. The line editor, which
    waits otherwise, takes the wake-up descriptor for itself and needs no watch.
    """
    from threading import Event, Thread, get_ident  # noqa: PLC0415 - only for a chat

    noted, note = os.pipe()
    os.set_blocking(note, False)
    main_thread = get_ident()
    is_over = Event()

    def repeat() -> None:
        while number := os.read(noted, 1):
            was_over = is_over.wait(_SECONDS_TO_ACT)
            if number[0] in numbers and not (was_over or signals.is_ending):
                signal.pthread_kill(main_thread, number[0])

    watch = Thread(target=repeat, daemon=True)
    before = signal.set_wakeup_fd(note, warn_on_full_buffer=False)
    watch.start()
    try:
        yield
    finally:
        is_over.set()
        signal.set_wakeup_fd(before)
        os.close(note)  # the watch reads that there is no more
        watch.join()
        os.close(noted)
