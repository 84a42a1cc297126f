"""How near a question is to single wordings of an entry: cosine over stems, pairs and concepts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

from chatbot.matching.index import Index

NEAREST_WORDINGS = 3
# A feature that this many of an entry's wordings have tells none of them apart: three in ten, but no fewer than
# FEWEST_TELLING and no more than MOST_TELLING.
SHARE_TELLING = 0.3
FEWEST_TELLING, MOST_TELLING = 20, 60
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

    def to_entry(self, entry: int, wanted: Mapping[int, float]) -> float:
        """Return the mean, over the entry's nearest wordings, of the dot product with the question.

        `wanted`: the question's features with weight times strength. Wordings have length 1, the question has not.
        """
        weights, scales = self._index.weights, self._index.wording_scales
        known = self._uses.setdefault(entry, {})
        dots: defaultdict[int, float] = defaultdict(float)
        for feature, amount in wanted.items():
            uses = known.get(feature)
            if uses is None:
                uses = self._find(feature, entry, known)
            if uses:
                product = amount * weights[feature]
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
        uses = self._index.uses[starts[feature] : starts[feature + 1]].tolist()
        self._remembered += len(uses)
        if self._remembered > _MOST_REMEMBERED:
            self._uses.clear()
            self._all_uses.clear()
            self._remembered = len(uses)
        self._all_uses[feature] = uses
        return uses
