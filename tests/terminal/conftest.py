"""What the terminal tests share."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of tests that start a process in a terminal: never several at once."""
    config.addinivalue_line("markers", "serial: starts a process in a terminal; run one at a time")
