"""`python -m chatbot` is the same command as `spine-faq`."""

from __future__ import annotations

from chatbot.cli import run

if __name__ == "__main__":
    run()
