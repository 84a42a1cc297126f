"""Where YAML stopped, and what is found to be wrong there: the two values that every finder takes and returns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Mistake(NamedTuple):
    """What is wrong, where (line and column from 0), what to do, and the line as it should be, if that is clear.

    `lines` is how many lines the mended one stands for.
    """

    rule: str
    message: str
    cause: str
    repair: str
    line: int
    column: int
    mended: str | None = None
    lines: int = 1


class Stop(NamedTuple):
    """Where YAML stopped: the lines, the number of the line and the column (both from 0), and YAML's words."""

    lines: Sequence[str]
    number: int
    column: int
    reason: str
