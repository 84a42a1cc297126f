"""The index: entries' wordings counted once, as compact arrays that can be stored and read back at once.

Method (docs/matching.md has the derivation and the measurements): every wording is a unit vector of its
features' weight times entry-idf; an entry's evidence for a feature is the logarithm of its share of that
feature, every entry given equal mass (naive Bayes log-odds, Rennie et al. 2003); a few passes of
passive-aggressive correction (Crammer et al. 2006) then move it where the base's own wordings are confused.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from chatbot.matching.features import WEIGHTS, PhraseBook, pairs, pieces, stem
from chatbot.table import Table, pack, unpacked

SMOOTHING = 0.03
MOST_WITH_ALL_PAIRS = 2000
DECOYS = "~"
_READ_ONCE = frozenset(("owners", "gains", "uses"))
Plain = tuple[Any, ...]


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

    def to_plain(self) -> Plain:
        """Return plain values for a cache: arrays as ("array", type code, bytes), dictionaries packed."""
        return tuple(map(_pack, self))

    @classmethod
    def from_plain(cls, plain: Plain) -> Index:
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


def features_of(words: Sequence[str], phrases: PhraseBook) -> set[str]:
    """Return the distinct features of a wording."""
    stems = [stem(word) for word in words]
    features = {"s" + one for one in stems}
    features.update(pairs(stems))
    features.update("c" + phrase.means for phrase in phrases.find(stems))
    for word in set(words):
        features.update(pieces(word))
    return features


def build_index(wordings: Mapping[str, Iterable[Sequence[str]]], phrases: PhraseBook) -> Index:
    """Count the wordings (entry to sequences of words) into an Index.

    The order of entries and of wordings within one never changes a winner: both are sorted first.
    """
    counted = count(wordings, phrases)
    from chatbot.matching.refining import refine  # noqa: PLC0415 - refining knows Index

    return refine(_index_of(counted), counted.features)


class Counted(NamedTuple):
    """Wordings taken apart: entries, and the features of each wording in the order of the entries."""

    entries: tuple[str, ...]
    wording_starts: array[int]
    names: tuple[str, ...]
    features: list[list[int]]
    word_counts: dict[str, int]


def count(wordings: Mapping[str, Iterable[Sequence[str]]], phrases: PhraseBook) -> Counted:
    """Take all wordings apart into numbered features; numbers follow the alphabet.

    In larger bases, pairs of neighbours that a single wording has are left out: three quarters of all pairs, next to
    no evidence, and a good part of what must be read at every start.
    """
    entries = tuple(sorted(wordings, key=lambda entry: (entry == DECOYS, entry)))
    counts: Counter[str] = Counter()
    counts_outside: Counter[str] = Counter()
    found: list[set[str]] = []
    wording_starts = array("I", [0])
    for entry in entries:
        for words in sorted(tuple(words) for words in wordings[entry]):
            (counts if entry != DECOYS else counts_outside).update(words)
            found.append(features_of(words, phrases))
        wording_starts.append(len(found))
    wordings_with = Counter(chain.from_iterable(found))
    keeps_all = len(found) <= MOST_WITH_ALL_PAIRS
    names = tuple(
        sorted(name for name, times in wordings_with.items() if times > 1 or name[0] != "b" or keeps_all)
    )
    number = {name: place for place, name in enumerate(names)}
    features = [sorted(number[name] for name in one if name in number) for one in found]
    word_counts = {word: -times for word, times in counts_outside.items()} | counts
    return Counted(entries, wording_starts, names, features, dict(sorted(word_counts.items())))


def _index_of(counted: Counted) -> Index:
    """Weigh what was counted. Sums run over whole arrays at once; their order is fixed by the sorting before."""
    import numpy as np  # noqa: PLC0415 - only to compile a base

    entry_count, feature_count = len(counted.entries), len(counted.names)
    lengths = [len(one) for one in counted.features]
    features = np.fromiter(chain.from_iterable(counted.features), dtype=np.int64, count=sum(lengths))
    wordings = np.repeat(np.arange(len(lengths)), lengths)
    starts = np.frombuffer(counted.wording_starts, dtype=np.uint32).astype(np.int64)
    owners = np.repeat(np.arange(entry_count), np.diff(starts))[wordings]
    pairs_found, place_of = np.unique(features * max(1, entry_count) + owners, return_inverse=True)
    pair_features, pair_owners = np.divmod(pairs_found, max(1, entry_count))
    entries_with = np.bincount(pair_features, minlength=feature_count)

    kinds = np.array([WEIGHTS[name[0]] for name in counted.names])
    weights = kinds * (np.log((1 + entry_count) / (1 + entries_with)) + 1)
    squares = weights[features] ** 2
    norms = np.sqrt(np.bincount(wordings, squares, minlength=len(lengths)))
    amounts = np.bincount(place_of, weights[features] / norms[wordings], minlength=len(pairs_found))
    masses = np.bincount(pair_owners, amounts, minlength=entry_count)
    scales = masses.mean() / np.where(masses > 0, masses, 1) / SMOOTHING if entry_count else masses
    gains = np.log1p(amounts * scales[pair_owners])
    centres = np.bincount(pair_features, gains, minlength=feature_count) / max(1, entry_count)

    is_whole = np.array([name[0] != "g" for name in counted.names], dtype=bool)[features]
    whole_norms = np.sqrt(np.bincount(wordings[is_whole], squares[is_whole], minlength=len(lengths)))
    by_feature = np.lexsort((wordings[is_whole], features[is_whole]))
    uses_of = np.bincount(features[is_whole], minlength=feature_count)
    return Index(
        entries=counted.entries,
        features={name: number for number, name in enumerate(counted.names)},
        weights=_floats(weights),
        centres=_floats(centres),
        starts=_counts(np.concatenate(([0], np.cumsum(entries_with)))),
        owners=small(pair_owners),
        gains=_floats(gains),
        use_starts=_counts(np.concatenate(([0], np.cumsum(uses_of)))),
        uses=small(wordings[is_whole][by_feature]),
        wording_starts=counted.wording_starts,
        wording_scales=_floats(1 / np.where(whole_norms > 0, whole_norms, 1)),
        word_counts=counted.word_counts,
        highest_idf=math.log(1 + entry_count) + 1,
    )


def _floats(values: Any) -> array[float]:  # noqa: ANN401 - a numpy array; numpy is not imported at module level
    return array("f", values.astype("float32").tobytes())


def _counts(values: Any) -> array[int]:  # noqa: ANN401 - as above
    return array("I", values.astype("uint32").tobytes())


def small(values: Any) -> array[int]:  # noqa: ANN401 - as above
    """Return numbers in two bytes each where they fit: half the cache to read at every start."""
    if not len(values) or values.max() < 1 << 16:
        return array("H", values.astype("uint16").tobytes())
    return _counts(values)
