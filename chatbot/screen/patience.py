"""A word where something takes long: a silent screen looks broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

SECONDS = 1.0  # longer than every start but the first, which compiles the knowledge base


@contextmanager
def told_when_slow(tell: Callable[[], object]) -> Iterator[None]:
    """Call `tell` once, from another thread, when what is done inside takes longer than SECONDS."""
    from threading import Timer  # noqa: PLC0415 - most of what is asked takes no time

    timer = Timer(SECONDS, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
