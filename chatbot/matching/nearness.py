"""How near a question is to single wordings of an entry: cosine over stems, pairs and concepts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from chatbot.matching.index import Index

NEAREST_WORDINGS = 3
# A feature that more than this share of an entry's wordings have does not tell these wordings apart, and is left out.
# The share counts as no fewer than FEWEST_TELLING wordings and no more than MOST_TELLING.
SHARE_TELLING = 0.2
FEWEST_TELLING, MOST_TELLING = 12, 20
# Only so many of a question's features are looked for in wordings, those that weigh most, because comparing every word
# of a long story takes time and changes nothing. Measured on 1,900 questions: with 40 no answer changes, with 16 two
# right answers are lost, with 12 nine.
MOST_COMPARED = 24
_MOST_REMEMBERED = 400_000  # places of features in wordings

# A dictionary's `get`: asked with an entry (and a default), it returns the entry's wordings that have a feature.
_Places = Callable[[int, tuple[int, ...]], Sequence[int]]


def most_telling(wordings: int) -> float:
    """Return in how many of an entry's wordings a feature may be and still tell them apart."""
    return min(MOST_TELLING, max(FEWEST_TELLING, SHARE_TELLING * wordings))


class Nearness:
    """Compares questions with an index's wordings. Immutable but for a bounded memory of where features stand."""

    def __init__(self, index: Index) -> None:
        """`index` is the one whose wordings are compared with."""
        self._index = index
        self._uses: dict[int, dict[int, Sequence[int]]] = {}  # by feature, then by entry: wordings
        self._all_uses: dict[int, list[int]] = {}
        self._remembered = 0
        self._is_unpacked = False

    def unpack(self) -> None:
        """Find where all features stand at once, for a program that answers many questions."""
        index = self._index
        if len(index.uses) > _MOST_REMEMBERED:
            return
        sizes = [last - first for first, last in pairwise(index.wording_starts)]
        owners = [entry for entry, size in enumerate(sizes) for _ in range(size)]
        telling = [most_telling(size) for size in sizes]
        # The same objects for the same numbers take less memory, and lie closer together.
        numbers = list(range(len(owners)))
        whole: dict[int, dict[int, Sequence[int]]] = {}
        for feature, (first, last) in enumerate(pairwise(index.use_starts)):
            known: dict[int, list[int]] = {}
            for wording in index.uses[first:last]:
                known.setdefault(owners[wording], []).append(numbers[wording])
            found: dict[int, Sequence[int]] = {
                entry: tuple(uses) for entry, uses in known.items() if len(uses) <= telling[entry]
            }
            if found:
                whole[feature] = found
        self._uses = whole
        self._is_unpacked = True

    def to_entries(self, entries: Collection[int], wanted: Mapping[int, float]) -> list[float]:
        """Return, for each entry, the mean of the dot products of its nearest wordings and the question.

        `wanted`: the question's features with weight times strength. Wordings have length 1, the question has not.
        """
        weights = self._index.weights
        products = [(feature, amount * weights[feature]) for feature, amount in wanted.items()]
        if len(products) > MOST_COMPARED:
            products.sort()  # of equal ones the first feature
            products = sorted(products, key=itemgetter(1), reverse=True)[:MOST_COMPARED]
        if self._is_unpacked:
            uses_of = self._uses.get
        else:
            uses_of = self._look_up([feature for feature, _ in products], entries).get
        telling = [(uses.get, product) for feature, product in products if (uses := uses_of(feature))]
        return [self._to_entry(entry, telling) for entry in entries]

    def _to_entry(self, entry: int, telling: Sequence[tuple[_Places, float]]) -> float:
        """Return what `to_entries` does, for one entry.

        `telling` holds, for each feature, which wordings have it, and its part of a dot product.
        """
        dots: dict[int, float] = {}
        before = dots.get
        for uses_in, product in telling:
            for wording in uses_in(entry, ()):
                known = before(wording)
                dots[wording] = product if known is None else known + product
        scales = self._index.wording_scales
        cosines = [dot * scales[wording] for wording, dot in dots.items()]
        cosines.sort()
        return sum(cosines[: -NEAREST_WORDINGS - 1 : -1]) / NEAREST_WORDINGS

    def _look_up(
        self, features: Collection[int], entries: Collection[int]
    ) -> dict[int, dict[int, Sequence[int]]]:
        """Return the wordings that have these features, by feature and by entry, and remember them.

        Another thread may do the same. A memory that is full is therefore replaced and never emptied: the other thread
        may still be reading it.
        """
        if self._remembered > _MOST_REMEMBERED:
            self._uses, self._all_uses, self._remembered = {}, {}, 0
        uses, all_uses = self._uses, self._all_uses
        for feature in features:
            everywhere = all_uses.get(feature)
            if everywhere is None:
                everywhere = all_uses[feature] = self._everywhere(feature)
            known = uses.setdefault(feature, {})
            for entry in entries:
                if entry not in known:
                    known[entry] = self._in_entry(everywhere, entry)
        return uses

    def _in_entry(self, everywhere: Sequence[int], entry: int) -> Sequence[int]:
        """Return those wordings that are an entry's, none when they are too many to tell anything."""
        first, last = self._index.wording_starts[entry], self._index.wording_starts[entry + 1]
        low = bisect_left(everywhere, first)
        high = bisect_left(everywhere, last, low)
        return everywhere[low:high] if high - low <= most_telling(last - first) else ()

    def _everywhere(self, feature: int) -> list[int]:
        """Return all wordings that have a feature, as a list, which is far faster to search than an array."""
        starts = self._index.use_starts
        uses = list(self._index.uses[starts[feature] : starts[feature + 1]])
        self._remembered += len(uses)
        return uses
