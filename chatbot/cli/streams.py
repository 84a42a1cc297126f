"""The three streams of the process: made safe to use, read from, and spoken to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress


def prepare() -> None:
    """Let no stream be missing, and none fail for a letter that it cannot show."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed before the start (`>&-`). Its number must not go to the next file that is opened.
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a test may have put something simpler there
            stream.reconfigure(errors="replace")  # a Latin-1 terminal shows "?", not a traceback


def typed_lines() -> Iterator[str]:
    """Yield what is typed or piped in, one question a line, blank lines left out."""
    for line in sys.stdin.buffer:
        question = line.decode("utf-8", errors="replace").lstrip("\ufeff").strip()
        if question:
            yield question


def tell(text: str) -> None:
    """Say something to the person who typed the command; results go to standard output instead."""
    with suppress(BrokenPipeError):  # nobody reads any more; the exit status says the same
        print(text, file=sys.stderr)  # noqa: T201 - this is the command line


def drop_output() -> None:
    """Point standard output nowhere, so that Python's own last flush has nothing to complain about."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
