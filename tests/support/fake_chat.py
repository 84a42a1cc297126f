"""The chat on the small bot, as a program: what the real pseudo-terminal runs."""

from __future__ import annotations

import os
import sys
import time

from chatbot.knowledge import Clinic
from chatbot.screen import modes, terminal
from tests.support.screen_bot import ScreenBot


def load() -> ScreenBot:
    """Load as slowly as the test wants, so that early typing can be tried."""
    time.sleep(float(os.environ.get("TEST_LOADING_SECONDS", "0")))
    return ScreenBot(Clinic(name="Example Spine Clinic", booking_address=os.environ.get("TEST_BOOKING", "")))


def main() -> int:
    """Run the chat, or the filter, on this process's streams."""
    streams = modes.Streams(sys.stdin.isatty(), sys.stdout.isatty(), sys.stdout.encoding)
    mode = modes.resolve(
        os.environ, streams, plain="--plain" in sys.argv, accessible="--accessible" in sys.argv
    )
    if mode.reading == "filter":
        return terminal.run_filter(load(), sys.stdin, sys.stdout, mode)  # type: ignore[arg-type]
    return terminal.run_chat(load, mode)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
