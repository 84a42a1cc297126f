"""`python -m chatbot` is the same command as `spine-faq`, and both begin here.

Before anything that takes time is imported, Ctrl-C is made to end the process quietly: Python's own way would print a
traceback from the middle of an import. What Python itself does before it comes here stays its own.
"""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False  # type checkers take it for typing's own, which would take time to load
if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

_INTERRUPTED = 130  # as `cli.arguments.Exit`, which is not loaded yet


def run() -> NoReturn:
    """Run the command line of this process, and end the process."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else someone wants it ignored
        signal.signal(signal.SIGINT, _end_at_once)
    from chatbot import cli  # noqa: PLC0415 - takes long enough to be interrupted

    cli.run()


def _end_at_once(_signal_number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    run()
