"""The index: what was counted of entries' wordings, as compact arrays that can be stored and read back at once.

How it is counted is `counting`'s: no start from the cache needs that.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any, NamedTuple

from chatbot.compact.table import Table, pack, unpacked

DECOYS = "~"
_READ_ONCE = frozenset(("owners", "gains", "uses"))
PlainIndex = tuple[Any, ...]


class Index(NamedTuple):
    """Everything counted about a knowledge base's wordings, immutable.

    `entries`: ids, sorted; the decoys, where there are any, are the last one, DECOYS. `features`: feature to
    its number. For feature f, `owners[starts[f]:starts[f+1]]` are the entries that have it and `gains` their
    evidence; `centres[f]` is the mean evidence over all entries; `weights[f]` is kind weight times idf.
    `uses[use_starts[f]:use_starts[f+1]]` are the wordings with it (no pieces), which are numbered in the order of
    their entries: those of entry e are from `wording_starts[e]` up to `wording_starts[e+1]`, and
    `wording_scales` is 1 over each one's length. `word_counts`: known word to its number of uses, below 0 where only
    the decoys use it. Numbers are arrays, or views of the cache's file; `unpacked` makes most of them lists.
    """

    entries: tuple[str, ...]
    features: Mapping[str, int]
    weights: array[float]
    centres: array[float]
    starts: array[int]
    owners: array[int]
    gains: array[float]
    use_starts: array[int]
    uses: array[int]
    wording_starts: array[int]
    wording_scales: array[float]
    word_counts: Mapping[str, int]
    highest_idf: float

    def share_with(self, feature: str, entry: str) -> float:
        """Return the share of an entry's wordings that have a feature, 0 to 1; 0 for what is not there."""
        number = self.features.get(feature)
        known = self.entries
        place = bisect_left(known, entry, 0, len(known) - (known[-1:] == (DECOYS,)))
        if number is None or known[place : place + 1] != (entry,):
            return 0.0
        begin, end = self.wording_starts[place], self.wording_starts[place + 1]
        first, last = self.use_starts[number], self.use_starts[number + 1]
        uses = bisect_left(self.uses, end, first, last) - bisect_left(self.uses, begin, first, last)
        return uses / (end - begin)

    def has(self, feature: str) -> bool | None:
        """Return whether a wording of an entry has a feature; None where no wording has it, not even a decoy."""
        number = self.features.get(feature)
        if number is None:
            return None
        decoys = self.wording_starts[-2] if self.entries[-1:] == (DECOYS,) else self.wording_starts[-1]
        return self.uses[self.use_starts[number]] < decoys

    def to_plain(self) -> PlainIndex:
        """Return plain values for a cache: arrays as ("array", type code, bytes), dictionaries packed."""
        return tuple(map(_pack, self))

    @classmethod
    def from_plain(cls, plain: PlainIndex) -> Index:
        """Return the Index that `to_plain` was called on."""
        return cls(*map(_unpack, plain))

    def unpacked(self) -> Index:
        """Return the same index in lists and dictionaries, which take more memory and are faster to read.

        What is only read to make the rows and uses of features stays as it is.
        """
        plain = {name: value for name, value in self._asdict().items() if name not in _READ_ONCE}
        return self._replace(**{name: _in_the_open(value) for name, value in plain.items()})


def _pack(value: Any) -> Any:  # noqa: ANN401 - a field of any kind
    if isinstance(value, array | memoryview):
        return "array", value.typecode if isinstance(value, array) else value.format, value.tobytes()
    return ("table", *pack(value)) if isinstance(value, Mapping) else value


def _unpack(value: Any) -> Any:  # noqa: ANN401 - a field of any kind
    if isinstance(value, tuple) and len(value) == 3 and value[0] == "array":  # noqa: PLR2004 - as packed above
        if isinstance(value[2], memoryview):  # as the cache reads long runs of bytes: nothing is copied
            return value[2].cast(value[1])
        unpacked: array[Any] = array(value[1])
        unpacked.frombytes(value[2])
        return unpacked
    if isinstance(value, tuple) and value[:1] == ("table",):
        return Table(value[1:])
    return value


def _in_the_open(value: Any) -> Any:  # noqa: ANN401 - a field of any kind
    if isinstance(value, array | memoryview):
        return value.tolist()
    return unpacked(value) if isinstance(value, Mapping) else value
