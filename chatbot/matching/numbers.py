"""Arrays of numpy to arrays that need no numpy, in no more bytes than the numbers need."""

from __future__ import annotations

from array import array
from typing import Any


def floats(values: Any) -> array[float]:  # noqa: ANN401 - a numpy array; numpy is not imported at module level
    """Return numbers in four bytes each."""
    return array("f", values.astype("float32").tobytes())


def counts(values: Any) -> array[int]:  # noqa: ANN401 - as above
    """Return whole numbers from 0 on in four bytes each."""
    return array("I", values.astype("uint32").tobytes())


def small(values: Any) -> array[int]:  # noqa: ANN401 - as above
    """Return numbers in two bytes each where they fit: half the cache to read at every start."""
    if not len(values) or values.max() < 1 << 16:
        return array("H", values.astype("uint16").tobytes())
    return counts(values)
