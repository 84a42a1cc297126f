"""Wordings to the index: taken apart into features, counted, weighed. Runs only when a base is compiled.

Method (docs/matching.md has the derivation and the measurements): every wording is a unit vector of its
features' weight times entry-idf; an entry's evidence for a feature is the logarithm of its share of that
feature, every entry given equal mass (naive Bayes log-odds, Rennie et al. 2003); a few passes of
passive-aggressive correction (Crammer et al. 2006, `refining`) then move it where the base's own wordings are
confused.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from chatbot.matching.features import WEIGHTS, PhraseBook, pairs, pieces, stem
from chatbot.matching.index import DECOYS, Index
from chatbot.matching.numbers import counts, floats, small
from chatbot.matching.refining import refine

SMOOTHING = 0.03  # added to the share of each feature (docs/matching.md), so that none is impossible
MOST_WITH_ALL_PAIRS = 2000  # wordings; a larger base leaves out the pairs that only one wording has


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
    return refine(index_of(counted), counted.features)


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
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    found: list[set[str]] = []
    wording_starts = array("I", [0])
    for entry in entries:
        for words in sorted(tuple(words) for words in wordings[entry]):
            (inside if entry != DECOYS else outside).update(words)
            found.append(features_of(words, phrases))
        wording_starts.append(len(found))
    wordings_with = Counter(chain.from_iterable(found))
    keeps_all = len(found) <= MOST_WITH_ALL_PAIRS
    names = tuple(
        sorted(name for name, times in wordings_with.items() if times > 1 or name[0] != "b" or keeps_all)
    )
    number = {name: place for place, name in enumerate(names)}
    features = [sorted(number[name] for name in one if name in number) for one in found]
    word_counts = {word: -times for word, times in outside.items()} | inside
    return Counted(entries, wording_starts, names, features, dict(sorted(word_counts.items())))


def index_of(counted: Counted) -> Index:
    """Weigh what was counted. Sums run over whole arrays at once; their order is fixed by the sorting before."""
    import numpy as np  # noqa: PLC0415 - only to compile a base

    entry_count, feature_count = len(counted.entries), len(counted.names)
    wording_count = len(counted.features)
    features, wordings, owners = _items(counted)

    # One item for each pair of a feature and an entry that has it.
    pairs_found, place_of = np.unique(features * max(1, entry_count) + owners, return_inverse=True)
    pair_features, pair_owners = np.divmod(pairs_found, max(1, entry_count))
    entries_with = np.bincount(pair_features, minlength=feature_count)

    kinds = np.array([WEIGHTS[name[0]] for name in counted.names])
    weights = kinds * (np.log((1 + entry_count) / (1 + entries_with)) + 1)
    squares = weights[features] ** 2
    norms = np.sqrt(np.bincount(wordings, squares, minlength=wording_count))
    amounts = np.bincount(place_of, weights[features] / norms[wordings], minlength=len(pairs_found))
    gains = _gains(amounts, pair_owners, entry_count)
    centres = np.bincount(pair_features, gains, minlength=feature_count) / max(1, entry_count)

    is_whole = np.array([name[0] != "g" for name in counted.names], dtype=bool)[features]
    scales, uses, uses_of = _whole_words(
        features[is_whole], wordings[is_whole], squares[is_whole], (feature_count, wording_count)
    )
    return Index(
        entries=counted.entries,
        features={name: number for number, name in enumerate(counted.names)},
        weights=floats(weights),
        centres=floats(centres),
        starts=counts(np.concatenate(([0], np.cumsum(entries_with)))),
        owners=small(pair_owners),
        gains=floats(gains),
        use_starts=counts(np.concatenate(([0], np.cumsum(uses_of)))),
        uses=small(uses),
        wording_starts=counted.wording_starts,
        wording_scales=floats(scales),
        word_counts=counted.word_counts,
        highest_idf=math.log(1 + entry_count) + 1,
    )


def _items(counted: Counted) -> tuple[Any, Any, Any]:
    """Return one item for each feature of each wording: which feature it is, of which wording, of which entry."""
    import numpy as np  # noqa: PLC0415 - only to compile a base

    lengths = [len(one) for one in counted.features]
    features = np.fromiter(chain.from_iterable(counted.features), dtype=np.int64, count=sum(lengths))
    wordings = np.repeat(np.arange(len(lengths)), lengths)
    starts = np.frombuffer(counted.wording_starts, dtype=np.uint32).astype(np.int64)
    owners = np.repeat(np.arange(len(counted.entries)), np.diff(starts))[wordings]
    return features, wordings, owners


def _gains(amounts: Any, owners: Any, entry_count: int) -> Any:  # noqa: ANN401 - numpy arrays
    """Return the evidence of each pair of a feature and an entry: the logarithm of its share of the entry's mass.

    `amounts` is how much of the feature the entry's wordings hold, `owners` which entry it is. Every entry is given
    the same mass, so that one with many wordings has no more to say.
    """
    import numpy as np  # noqa: PLC0415 - only to compile a base

    masses = np.bincount(owners, amounts, minlength=entry_count)
    scales = masses.mean() / np.where(masses > 0, masses, 1) / SMOOTHING if entry_count else masses
    return np.log1p(amounts * scales[owners])


def _whole_words(
    features: Any,  # noqa: ANN401 - numpy arrays, one item for each feature of each wording, pieces left out
    wordings: Any,  # noqa: ANN401
    squares: Any,  # noqa: ANN401
    shape: tuple[int, int],
) -> tuple[Any, Any, Any]:
    """Return what comparing a question with single wordings needs.

    In order: 1 over the length of each wording; the wordings that have a feature, feature by feature; how many these
    are for each feature. `shape` is the number of all features and of all wordings.
    """
    import numpy as np  # noqa: PLC0415 - only to compile a base

    feature_count, wording_count = shape
    lengths = np.sqrt(np.bincount(wordings, squares, minlength=wording_count))
    by_feature = np.lexsort((wordings, features))
    uses_of = np.bincount(features, minlength=feature_count)
    return 1 / np.where(lengths > 0, lengths, 1), wordings[by_feature], uses_of
