"""How near a question is to single wordings of an entry: cosine over stems, pairs and concepts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, repeat

from chatbot.matching.index import Index

NEAREST_WORDINGS = 3
# A feature that this many of an entry's wordings have tells none of them apart: two in ten, but no fewer than
# FEWEST_TELLING and no more than MOST_TELLING.
SHARE_TELLING = 0.2
FEWEST_TELLING, MOST_TELLING = 12, 20
_MOST_REMEMBERED = 400_000  # places of features in wordings


def most_telling(wordings: int) -> float:
    """Return in how many of an entry's wordings a feature may be and still tell them apart."""
    return min(MOST_TELLING, max(FEWEST_TELLING, SHARE_TELLING * wordings))


class Nearness:
    """Compares questions with an index's wordings. Immutable but for a bounded memory of where features stand."""

    def __init__(self, index: Index) -> None:
        """`index` is the one whose wordings are compared with."""
        self._index = index
        self._uses: dict[int, dict[int, list[int]]] = {}
        self._all_uses: dict[int, list[int]] = {}
        self._remembered = 0
        self._if_unknown: list[int] | None = None

    def unpack(self) -> None:
        """Find where all features stand at once, for a program that answers many questions."""
        index = self._index
        if len(index.uses) > _MOST_REMEMBERED:
            return
        sizes = [last - first for first, last in pairwise(index.wording_starts)]
        owners = [entry for entry, size in enumerate(sizes) for _ in range(size)]
        telling = [most_telling(size) for size in sizes]
        known: list[dict[int, list[int]]] = [{} for _ in sizes]
        for feature, (first, last) in enumerate(pairwise(index.use_starts)):
            for wording in index.uses[first:last]:
                known[owners[wording]].setdefault(feature, []).append(wording)
        self._uses = {
            entry: {feature: uses for feature, uses in found.items() if len(uses) <= telling[entry]}
            for entry, found in enumerate(known)
        }
        self._if_unknown = []

    def to_entries(self, entries: Iterable[int], wanted: Mapping[int, float]) -> list[float]:
        """Return, for each entry, the mean of the dot products of its nearest wordings and the question.

        `wanted`: the question's features with weight times strength. Wordings have length 1, the question has not.
        """
        weights = self._index.weights
        products = [amount * weights[feature] for feature, amount in wanted.items()]
        return [self._to_entry(entry, wanted, products) for entry in entries]

    def _to_entry(self, entry: int, features: Iterable[int], products: Sequence[float]) -> float:
        scales = self._index.wording_scales
        known = self._uses.setdefault(entry, {})
        found = [*map(known.get, features, repeat(self._if_unknown))]
        if self._if_unknown is None and None in found:
            for place, feature in enumerate(features):
                if found[place] is None:
                    found[place] = self._find(feature, entry, known)
        dots: defaultdict[int, float] = defaultdict(float)
        for uses, product in zip(found, products, strict=True):
            if uses:
                for wording in uses:
                    dots[wording] += product
        near = sorted([dot * scales[wording] for wording, dot in dots.items()])[-NEAREST_WORDINGS:]
        return sum(reversed(near)) / NEAREST_WORDINGS

    def _find(self, feature: int, entry: int, known: dict[int, list[int]]) -> list[int]:
        """Return the wordings of an entry that have a feature, none when too many do, and remember them."""
        first, last = self._index.wording_starts[entry], self._index.wording_starts[entry + 1]
        everywhere = self._all_uses.get(feature)
        if everywhere is None:
            everywhere = self._remember(feature)
        low = bisect_left(everywhere, first)
        high = bisect_left(everywhere, last, low)
        found = known[feature] = everywhere[low:high] if high - low <= most_telling(last - first) else []
        return found

    def _remember(self, feature: int) -> list[int]:
        """Return all wordings that have a feature, as a list, which is far faster to search than an array."""
        starts = self._index.use_starts
        uses = list(self._index.uses[starts[feature] : starts[feature + 1]])
        self._remembered += len(uses)
        if self._remembered > _MOST_REMEMBERED:
            self._uses.clear()
            self._all_uses.clear()
            self._remembered = len(uses)
        self._all_uses[feature] = uses
        return uses
