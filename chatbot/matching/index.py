"""The index: entries' wordings counted once, as compact arrays that can be stored and read back at once.

Method (docs/matching.md has the derivation and the measurements): every wording is a unit vector of its
features' weight times entry-idf; an entry's evidence for a feature is the logarithm of its share of that
feature, every entry given equal mass (naive Bayes log-odds, Rennie et al. 2003); a few passes of
passive-aggressive correction (Crammer et al. 2006) then move it where the base's own wordings are confused.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from chatbot.matching.features import WEIGHTS, PhraseBook, pairs, pieces, stem

SMOOTHING = 0.03
FORMAT = 1
DECOYS = "~"
Plain = tuple[Any, ...]


class Index(NamedTuple):
    """Everything counted about a knowledge base's wordings, immutable.

    `entries`: ids, sorted; the decoys, where there are any, are the last one, DECOYS. `features`: feature to
    its number. For feature f, `owners[starts[f]:starts[f+1]]` are the entries that have it and `gains` their
    evidence; `centres[f]` is the mean evidence over all entries; `weights[f]` is kind weight times idf.
    `uses[use_starts[f]:use_starts[f+1]]` are the wordings with it (no pieces), which are numbered in the order of
    their entries: those of entry e are from `wording_starts[e]` up to `wording_starts[e+1]`, and
    `wording_scales` is 1 over each one's length. `word_counts`: known word to its number of uses.
    """

    entries: tuple[str, ...]
    features: dict[str, int]
    weights: array[float]
    centres: array[float]
    starts: array[int]
    owners: array[int]
    gains: array[float]
    use_starts: array[int]
    uses: array[int]
    wording_starts: array[int]
    wording_scales: array[float]
    word_counts: dict[str, int]
    highest_idf: float

    def to_plain(self) -> Plain:
        """Return nested plain values, arrays as (type code, bytes), for a cache."""
        return tuple(_pack(value) for value in self)

    @classmethod
    def from_plain(cls, plain: Plain) -> Index:
        """Return the Index that `to_plain` was called on."""
        return cls(*(_unpack(value) for value in plain))


def _pack(value: Any) -> Any:
    return ("array", value.typecode, value.tobytes()) if isinstance(value, array) else value


def _unpack(value: Any) -> Any:
    if isinstance(value, tuple) and len(value) == 3 and value[0] == "array":  # noqa: PLR2004 - as packed above
        unpacked: array[Any] = array(value[1])
        unpacked.frombytes(value[2])
        return unpacked
    return value


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
    entries = tuple(sorted(wordings, key=lambda entry: (entry == DECOYS, entry)))
    counts: Counter[str] = Counter()
    wording_features: list[list[str]] = []
    wording_starts = array("I", [0])
    owners_of: dict[str, set[int]] = {}
    for number, entry in enumerate(entries):
        for words in sorted(tuple(words) for words in wordings[entry]):
            counts.update(words)
            found = sorted(features_of(words, phrases))
            wording_features.append(found)
            for feature in found:
                owners_of.setdefault(feature, set()).add(number)
        wording_starts.append(len(wording_features))
    names = sorted(owners_of)
    features = {name: number for number, name in enumerate(names)}
    highest_idf = math.log(1 + len(entries)) + 1
    weights = array(
        "f", [WEIGHTS[name[0]] * (math.log((1 + len(entries)) / (1 + len(owners_of[name]))) + 1) for name in names]
    )
    shares, scales = _shares(wording_features, wording_starts, features, weights)
    starts, owners, gains, centres = _evidence(shares, len(names))
    use_starts, uses = _uses(wording_features, features)
    index = Index(
        entries, features, weights, centres, starts, owners, gains, use_starts, uses, wording_starts, scales,
        dict(sorted(counts.items())), highest_idf,
    )  # fmt: skip
    from chatbot.matching.refining import refine  # noqa: PLC0415 - refining knows Index

    return refine(index, [[features[name] for name in found] for found in wording_features])


def _shares(
    wording_features: list[list[str]], wording_starts: array[int], features: dict[str, int], weights: array[float]
) -> tuple[list[dict[int, float]], array[float]]:
    """Return each entry's summed unit vectors, and 1 over the length of each wording without its pieces."""
    shares: list[dict[int, float]] = []
    scales = array("f")
    for first, last in zip(wording_starts, wording_starts[1:], strict=False):
        share: dict[int, float] = {}
        for found in wording_features[first:last]:
            numbers = [features[name] for name in found]
            length = math.sqrt(sum(weights[number] ** 2 for number in numbers)) or 1.0
            for number in numbers:
                share[number] = share.get(number, 0.0) + weights[number] / length
            whole = sum(weights[number] ** 2 for number, name in zip(numbers, found, strict=True) if name[0] != "g")
            scales.append(1 / (math.sqrt(whole) or 1.0))
        shares.append(share)
    return shares, scales


def _evidence(
    shares: list[dict[int, float]], feature_count: int
) -> tuple[array[int], array[int], array[float], array[float]]:
    masses = [sum(share.values()) or 1.0 for share in shares]
    mean_mass = sum(masses) / max(1, len(masses))
    by_feature: list[list[tuple[int, float]]] = [[] for _ in range(feature_count)]
    for entry, share in enumerate(shares):
        scale = mean_mass / masses[entry] / SMOOTHING
        for feature, amount in share.items():
            by_feature[feature].append((entry, math.log(1 + amount * scale)))
    starts, owners, gains, centres = array("I", [0]), array("I"), array("f"), array("f")
    for found in by_feature:
        for entry, gain in found:
            owners.append(entry)
            gains.append(gain)
        starts.append(len(owners))
        centres.append(sum(gain for _, gain in found) / len(shares))
    return starts, owners, gains, centres


def _uses(wording_features: list[list[str]], features: dict[str, int]) -> tuple[array[int], array[int]]:
    by_feature: list[list[int]] = [[] for _ in features]
    for wording, found in enumerate(wording_features):
        for name in found:
            if name[0] != "g":
                by_feature[features[name]].append(wording)
    starts, uses = array("I", [0]), array("I")
    for found_in in by_feature:
        uses.extend(found_in)
        starts.append(len(uses))
    return starts, uses
