"""A large dictionary of texts that unpacks only what is asked for.

A start answers one question. Of the index's 30,000 features it looks up a hundred, and making all of them would
take longer than a bare Python's whole start. Here the keys lie in small packed buckets, found by a hash of the key
that is the same in every process.
"""

from __future__ import annotations

import marshal
from binascii import crc32
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

_KEYS_IN_A_BUCKET = 16
_MARSHAL_VERSION = 2  # without references between values, so that the same table always gives the same bytes

Plain = tuple[int, tuple[bytes, ...]]
Value = TypeVar("Value")


class Table(Mapping[str, Value]):
    """A Mapping from text to plain values, read from what `pack` made.

    Immutable but for what is unpacked already. As a Collection it is its keys, which is how `pack_words` keeps sets.
    """

    def __init__(self, plain: Plain) -> None:
        """`plain` is what `pack` returned."""
        self._size, self._packed = plain
        self._count = len(self._packed)
        self._opened: dict[int, dict[str, Value]] = {}

    def unpacked(self) -> dict[str, Value]:
        """Return everything as a plain dictionary, for a program that will look up much."""
        whole: dict[str, Value] = {}
        for number in range(self._count):
            whole |= self._bucket(number)
        return whole

    def __getitem__(self, key: str) -> Value:
        return self._bucket(_number(key, self._count))[key]

    def __iter__(self) -> Iterator[str]:
        for number in range(self._count):
            yield from self._bucket(number)

    def __len__(self) -> int:
        return self._size

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as Mapping.get
        """Return the value, `default` where there is none. Far faster for unknown keys than catching KeyError."""
        # As `_number` does, without the call: a message asks for hundreds of keys.
        number = crc32(key.encode("utf-8", "surrogatepass")) % self._count
        bucket = self._opened.get(number)
        if bucket is None:
            bucket = self._bucket(number)
        return bucket.get(key, default)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._bucket(_number(key, self._count))

    def _bucket(self, number: int) -> dict[str, Value]:
        """Return a bucket as a dictionary, unpacked when it is first needed."""
        bucket = self._opened.get(number)
        if bucket is None:
            bucket = self._opened[number] = marshal.loads(self._packed[number])  # noqa: S302 - made by `pack`
        return bucket


def pack(values: Mapping[str, Any]) -> Plain:
    """Return these plain values as plain data for a cache, the same for the same values in any order."""
    buckets: list[dict[str, Any]] = [{} for _ in range(len(values) // _KEYS_IN_A_BUCKET + 1)]
    for key in sorted(values):
        buckets[_number(key, len(buckets))][key] = values[key]
    return len(values), tuple(marshal.dumps(bucket, _MARSHAL_VERSION) for bucket in buckets)


def pack_words(words: Iterable[str]) -> Plain:
    """Return a set of words as plain data for a cache: of its Table one asks only `in`."""
    return pack(dict.fromkeys(words, 1))


def _number(key: str, count: int) -> int:
    """Return the number of the bucket that holds a key, among so many."""
    return crc32(key.encode("utf-8", "surrogatepass")) % count


def unpacked(mapping: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return a Table as a plain dictionary, and any other mapping as it is."""
    return mapping.unpacked() if isinstance(mapping, Table) else mapping


def unpacked_words(words: Collection[str]) -> Collection[str]:
    """Return a Table of words as a plain set, and any other collection as it is."""
    return frozenset(words) if isinstance(words, Table) else words
