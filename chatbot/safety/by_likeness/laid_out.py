"""The leads of any stretch of a message, from sums that are made once for the whole message (prefix sums).

A message is weighed as a whole and sentence by sentence (`weighing`), and most of its features are those of its
sentences. Sums are exact, so that a stretch adds up to the same as if it were read alone.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate, chain

from chatbot.compact.rows import lanes_of, number_in
from chatbot.safety.by_likeness.features import Seen, neighbours, places_beside
from chatbot.safety.by_likeness.likeness import LEVELS, NO_LEAD, Likeness

_BEHIND_ALL = 1 << 62  # a place that no message reaches


class _EachOnce:
    """Prefix sums of what things in a row add. In a stretch, a thing counts once, however often it is there."""

    def __init__(self, things: Sequence[Hashable], rows: Iterable[int]) -> None:
        self._sums = [*accumulate(rows, initial=0)]
        self._before: list[int] = []  # where what is said again was said before
        self._again: list[int] = []
        if len({*things}) < len(things):
            last: dict[Hashable, int] = {}
            for place, thing in enumerate(things):
                if thing in last:
                    self._before.append(last[thing])
                    self._again.append(place)
                last[thing] = place

    def between(self, start: int, end: int) -> int:
        """Return what the different things from a place on, and before the end, add together."""
        end = min(end, len(self._sums) - 1)
        if end <= start:
            return 0
        total = self._sums[end] - self._sums[start]
        for number in range(bisect_left(self._again, start), bisect_left(self._again, end)):
            if self._before[number] >= start:
                place = self._again[number]
                total -= self._sums[place + 1] - self._sums[place]
        return total


class LaidOut:
    """What the rules saw in a message, ready to be added up for any stretch of it."""

    def __init__(self, seen: Seen, model: Likeness) -> None:
        """`model` tells what each feature adds."""
        self._model = model
        self._is_empty = not model.slots
        if self._is_empty:
            return
        beside, apart = neighbours(seen.words)
        self._words = _EachOnce(seen.words, model.rows_of_words(seen.words))
        self._beside = _EachOnce(beside, model.rows_of_pairs(beside))
        self._apart = _EachOnce(apart, model.rows_of_pairs(apart))
        self._families = seen.families
        self._places = [*seen.families]
        # Where the pairs of families of each two places begin: (place, place further on, number of the pair).
        self._pairs_from: list[tuple[int, ...]] = []
        pairs: list[int] = []
        rows: list[int] = []
        for place, further in places_beside(seen.families):
            self._pairs_from.append((place, further, len(pairs)))
            here, what_they_add = model.family_pairs[seen.families[place], seen.families[further]]
            pairs += here
            rows += what_they_add
        self._pairs_from.append((_BEHIND_ALL, len(pairs)))
        self._pairs = _EachOnce(pairs, rows)
        self._outcome = model.row_of_outcome(seen.outcome)

    def leads(self, start: int, end: int, first: int, last: int) -> tuple[float, ...]:
        """Return the lead of each of LEVELS over "none": of a vector of length 1, below 0 is more like none.

        The stretch is that of the words from `start` on and before `end`, and of the families at the content words
        from `first` to `last`, both included. Linear in its length. All 0 where nothing is known.
        """
        if self._is_empty or start >= end:
            return NO_LEAD
        model = self._model
        places = self._places[bisect_left(self._places, first) : bisect_right(self._places, last)]
        families = {*chain.from_iterable(map(self._families.__getitem__, places))}
        row = (
            self._words.between(start, end)
            + self._beside.between(start, end - 1)
            + self._apart.between(start, end - 2)
            + model.row_of_families(families)
            + self._pairs.between(*self._pairs_among(first, last))
            + self._outcome
        )
        *leads, squared = map(number_in, lanes_of(row, len(LEVELS) + 1))
        by = model.scale / (math.sqrt(squared) or 1.0)
        return tuple([lead * by + always for lead, always in zip(leads, model.constant, strict=True)])

    def _pairs_among(self, first: int, last: int) -> tuple[int, int]:
        """Return which of the pairs of families are those of two places from `first` to `last`, both included."""
        begins = self._pairs_from
        start = bisect_left(begins, (first,))
        end = bisect_left(begins, (last - 1, last + 1))  # the first pair that reaches further than `last`
        return begins[start][-1], begins[end][-1]


def leads_of(seen: Seen, model: Likeness) -> tuple[float, ...]:
    """Return the leads of a whole message, as `LaidOut.leads` does."""
    return LaidOut(seen, model).leads(0, len(seen.words), 0, max(seen.families, default=0))
