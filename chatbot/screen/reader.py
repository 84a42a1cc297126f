"""What reads lines for the chat must offer this, however it reads them."""

from __future__ import annotations

from typing import Protocol


class Ended(BaseException):
    """The system asked the chat to end (SIGTERM, SIGHUP). `signal_number` says how.

    No Exception, as KeyboardInterrupt is none: what catches errors must not catch it.
    """

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal_number)
        self.signal_number = signal_number


class Reader(Protocol):
    """Reads one line from the person.

    Raises EOFError when there is no more, KeyboardInterrupt when it was broken off, Ended on a signal.
    """

    def read(self, prompt: str, *, is_question: bool = True) -> str:
        """Return what was typed, without its end of line."""

    def forget(self) -> None:
        """Drop the history of what was typed."""

    def end(self, signal_number: int) -> None:
        """Leave a read that is under way because of this signal."""
