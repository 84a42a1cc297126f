"""The process that serves: its output kept for the protocol alone, its input waited for, and its end in order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from chatbot.protocol.lines import LineSplitter
from chatbot.protocol.service import Service

if TYPE_CHECKING:
    from chatbot.engine import Chatbot

_READ_BYTES = 65_536
_GRACE_SECONDS = 1.0


def claim_output() -> int:
    """Keep standard output for the protocol alone, and return its new descriptor.

    From here on whatever a library, a child process or a forgotten `print` writes goes to standard error.
    """
    descriptor = os.dup(1)
    os.dup2(2, 1)
    return descriptor


@contextmanager
def ended_while_loading() -> Iterator[None]:
    """Let SIGTERM end the program with status 0 while the knowledge base is loaded: no line is in hand yet."""
    import signal  # noqa: PLC0415 - only `serve` handles signals

    def leave(*_: object) -> None:
        raise SystemExit(0)

    try:
        before = signal.signal(signal.SIGTERM, leave)
    except ValueError:  # not the main thread: whoever runs the threads also ends them
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def serve(bot: Chatbot, source: int, sink: int) -> None:
    """Answer the lines from the descriptor `source` on `sink`, until the input ends or SIGTERM comes.

    The line in hand is finished in any case. A closed output ends it quietly. When the client does not read,
    writing waits, and so does reading: nothing piles up in memory.
    """
    service = Service(bot)
    stop = _Stop()
    try:
        _write(sink, service.hello())
        bot.unpack()  # after the ready signal: nobody waits for it
        for line in _lines(source, service, stop):
            answer = service.answer(line)
            if answer is not None:
                _write(sink, answer)
            if stop.is_asked:
                return
    except OSError:  # the client has closed its end
        return
    finally:
        stop.close()


def _lines(source: int, service: Service, stop: _Stop) -> Iterator[bytes | None]:
    """Yield the lines of the input as they come, None for one that is too long, until it ends or SIGTERM comes."""
    splitter = LineSplitter()
    while stop.wait(source, service.forget_idle):
        try:
            data = os.read(source, _READ_BYTES)
        except OSError:  # a terminal that has gone
            return
        if not data:
            yield from splitter.close()
            return
        yield from splitter.feed(data)


class _Stop:
    """Whether SIGTERM has asked the program to end, and how to wait for input without missing it.

    A byte in a pipe wakes the wait: a flag alone could be set just before the program starts to wait.
    """

    def __init__(self) -> None:
        import signal  # noqa: PLC0415 - only `serve` handles signals

        self._signal = signal
        self.is_asked = False
        self._wake, self._woken_by = os.pipe()
        os.set_blocking(self._woken_by, False)
        try:
            self._before = signal.signal(signal.SIGTERM, self._ask)
            self._wake_before = signal.set_wakeup_fd(self._woken_by, warn_on_full_buffer=False)
            self._is_installed = True
        except ValueError:  # not the main thread: whoever runs the threads also ends them
            self._is_installed = False

    def _ask(self, *_: object) -> None:
        self.is_asked = True
        if hasattr(self._signal, "setitimer"):
            # A client that has stopped reading must not keep the program alive.
            self._signal.signal(self._signal.SIGALRM, lambda *_: os._exit(0))
            self._signal.setitimer(self._signal.ITIMER_REAL, _GRACE_SECONDS)

    def wait(self, source: int, forget_idle: Callable[[], float | None]) -> bool:
        """Wait until `source` can be read; False when the program is to end. Meanwhile idle sessions go."""
        if sys.platform == "win32":  # only sockets can be waited for; idle sessions go with the next line
            return not self.is_asked
        import select  # noqa: PLC0415 - only `serve` waits

        while not self.is_asked:
            ready, _, _ = select.select([source, self._wake], [], [], forget_idle())
            if self._wake in ready:
                os.read(self._wake, _READ_BYTES)
            elif ready:
                return True
        return False

    def close(self) -> None:
        """Give the signals back as they were."""
        if self._is_installed:
            self._signal.set_wakeup_fd(self._wake_before)
            self._signal.signal(self._signal.SIGTERM, self._before)
            if self.is_asked and hasattr(self._signal, "setitimer"):
                self._signal.setitimer(self._signal.ITIMER_REAL, 0)
        os.close(self._wake)
        os.close(self._woken_by)


def _write(sink: int, line: bytes) -> None:
    while line:
        line = line[os.write(sink, line) :]
