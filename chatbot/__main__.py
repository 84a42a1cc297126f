"""`python -m chatbot` is the same command as `spine-faq`."""

from __future__ import annotations

import sys

from chatbot.cli import main

if __name__ == "__main__":
    sys.exit(main())
