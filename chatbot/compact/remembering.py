"""What is worked out once and remembered: single words, features and the like, never a whole message."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Remembered(dict[Key, Value]):
    """A dictionary that works out the value of a key when it is first asked for it.

    It holds at most `most` values: a full one is emptied, and fills again with what is still asked for. Only `[key]`
    works anything out; `get` and `in` tell what is there.
    """

    def __init__(self, work_out: Callable[[Key], Value], most: int) -> None:
        """`work_out` returns the value of a key; it must always return the same."""
        super().__init__()
        self._work_out = work_out
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._work_out(key)
        return value
