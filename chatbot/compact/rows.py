"""Rows of numbers, each row one whole number, so that adding up two rows is a single addition.

Every number of a row has a lane of LANE bits, the first one the lowest, as a fixed-point number. Sums are exact: the
same in any order and on every machine. Python adds long whole numbers much faster than it walks two lists.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import cache

LANE = 64  # bits
UNITS = 1 << 24  # of a lane make 1
# A row is multiplied by a factor in so many parts of 1; what is added to such a row must be multiplied as well.
PARTS = 1 << 20
_MIDDLE = 1 << (LANE - 1)


def row_of(numbers: Iterable[tuple[int, float]]) -> int:
    """Return a row of (place, number); the other places hold 0.

    What a sum of rows adds up to in a lane must lie between -2**39 and 2**39, or -2**19 and 2**19 where it was
    multiplied in PARTS: a thousand words with a weight of 500 each.
    """
    row = 0
    for place, number in numbers:
        row += round(number * UNITS) << (LANE * place)
    return row


def row_of_four(first: float, second: float, third: float, fourth: float) -> int:
    """Return a row of these numbers, the first one in the first lane: what `row_of` does, without a loop."""
    return (
        round(first * UNITS)
        + (round(second * UNITS) << LANE)
        + (round(third * UNITS) << 2 * LANE)
        + (round(fourth * UNITS) << 3 * LANE)
    )


def parts_of(factor: float) -> int:
    """Return what to multiply a row with to have it this many times, counted in PARTS."""
    return round(factor * PARTS)


def lanes_of(row: int, size: int) -> Sequence[int]:
    """Return a row's first `size` numbers, as whole numbers in the same order of size; `number_in` reads one."""
    lanes = array("Q", to_bytes(row, size))
    if sys.byteorder == "big":
        lanes.byteswap()
    return lanes


def number_in(lane: int, parts: int = 1) -> float:
    """Return the number in a lane of a row that was multiplied in `parts`."""
    return (lane - _MIDDLE) / (UNITS * parts)


def to_bytes(row: int, size: int) -> bytes:
    """Return a row of `size` numbers as bytes, for a cache."""
    return (row + _middles(size)).to_bytes(size * LANE // 8, "little")


def from_bytes(content: bytes | memoryview, size: int) -> int:
    """Return the row that `to_bytes` was called on."""
    return int.from_bytes(content, "little") - _middles(size)


@cache
def _middles(size: int) -> int:
    """Return what makes every lane of a row a number from 0 on."""
    return sum(_MIDDLE << (LANE * place) for place in range(size))
