"""How strongly a word, or one feature, speaks for each entry: the index's sparse rows added up into whole ones.

A row holds one number for each entry. A question's evidence is the sum of the rows of its words, pairs and concepts.
The rows of known words are added up when a base is compiled, because a start that answers one question has no time to.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from struct import Struct
from typing import Any, NamedTuple

from chatbot.compact.remembering import Remembered
from chatbot.compact.rows import PARTS, from_bytes, lanes_of, number_in, parts_of, row_of, to_bytes
from chatbot.matching.features import PIECE_WEIGHT, pieces, stem
from chatbot.matching.index import Index

# How much a piece that no wording has lengthens the question, times the weight of a rare piece.
UNKNOWN_PIECE = 0.5
# Above this many entries rows are numpy arrays; below, whole numbers (`rows`) are faster.
DENSE_ENTRIES = 500
_MOST_REMEMBERED = 8192
# A word names an entry when the entry is among the NAMED_ENTRIES that it speaks for most, and when it speaks for it so
# much more than for the mean entry (in units of the word's own length).
NAMED_ENTRIES = 4
NAMING_LEAD = 6.0
_NUMBERS = Struct("<3d")  # what is kept before a word's row: centre, squared, strange


class WordEvidence(NamedTuple):
    """How strongly one word speaks for each entry, and what it adds to the question's own numbers.

    `gains` is the evidence for each entry at full strength: a row of `rows`, or a numpy array in a large base.
    `centre` is the evidence for the mean entry, `squared` what the word adds to the squared length of the question's
    vector, and `strange` the penalty for those of its pieces that no wording has. `number` is the feature of its stem,
    None where no wording has it; `weight` is that feature's weight, or the highest one there is.
    """

    stem: str
    number: int | None
    weight: float
    gains: Any
    centre: float
    squared: float
    strange: float


class Evidence:
    """Adds up an index's evidence. Immutable but for bounded memories of words and features."""

    def __init__(self, index: Index, kept: Mapping[str, bytes]) -> None:
        """`kept` is what `rows_of_words` returned, or nothing."""
        self.is_dense = len(index.entries) > DENSE_ENTRIES
        self._index = index
        self._kept = kept
        self._words = Remembered(self._read, _MOST_REMEMBERED)
        self._rows = Remembered(self._row_of, _MOST_REMEMBERED)  # of features
        self._named = Remembered(self._named_by, _MOST_REMEMBERED)

    def forget_words(self) -> None:
        """Forget the words and features whose rows are remembered."""
        self._words.clear()
        self._rows.clear()
        self._named.clear()

    def named_by(self, word: str) -> tuple[str, ...]:
        """Return the entries that a word by itself names, the one that it speaks for most first."""
        return self._named[word]

    def _named_by(self, word: str) -> tuple[str, ...]:
        evidence = self.of_word(word)
        if evidence.number is None or not evidence.squared:
            return ()
        count = len(self._index.entries)
        if self.is_dense:
            gains = evidence.gains.tolist()
        else:
            gains = [number_in(lane) for lane in lanes_of(evidence.gains, count)]
        least = sum(gains) / count + NAMING_LEAD * math.sqrt(evidence.squared)
        best = sorted(range(count), key=gains.__getitem__, reverse=True)[:NAMED_ENTRIES]
        return tuple(self._index.entries[entry] for entry in best if gains[entry] >= least)

    def of_word(self, word: str) -> WordEvidence:
        """Return how strongly a word speaks for each entry, its stem and its pieces together; remembered."""
        return self._words[word]

    def _read(self, word: str) -> WordEvidence:
        return self._unpacked(word) or self._added_up(word)

    def total(
        self, whole: Sequence[Any], others: Sequence[tuple[Any, float]], features: Mapping[int, float]
    ) -> Sequence[float]:
        """Return the evidence of words (their `gains`) and features, each times its strength, for each entry.

        `whole` are the words of full strength, `others` the rest with their strength. What is returned may only be
        compared with itself, because small bases count in another unit than large ones: `at` gives the evidence itself.
        """
        if self.is_dense:
            totals: Sequence[float] = self._total_dense(whole, others, features)
            return totals
        total = sum(whole)
        parts = 0
        for row, strength in others:
            parts += row * parts_of(strength)
        for feature, strength in features.items():
            row = self._rows[feature]
            if strength == 1.0:
                total += row
            else:
                parts += row * parts_of(strength)
        return lanes_of(total * PARTS + parts, len(self._index.entries))

    def at(self, totals: Sequence[float], entry: int) -> float:
        """Return the evidence for one entry of what `total` returned."""
        return float(totals[entry]) if self.is_dense else number_in(totals[entry], PARTS)  # type: ignore[arg-type]

    def _row_of(self, feature: int) -> int:
        """Return the evidence of one feature at full strength, as a row."""
        return row_of(self._sparse(feature))

    def _sparse(self, feature: int) -> list[tuple[int, float]]:
        """Return (entry, evidence) of one feature at full strength."""
        index = self._index
        first, last, weight = index.starts[feature], index.starts[feature + 1], index.weights[feature]
        owners, gains = index.owners[first:last], index.gains[first:last]
        return [(owner, weight * gain) for owner, gain in zip(owners, gains, strict=True)]

    def _total_dense(
        self, whole: Sequence[Any], others: Sequence[tuple[Any, float]], features: Mapping[int, float]
    ) -> Any:  # noqa: ANN401 - a numpy array
        """Return what `total` does, as a numpy array."""
        totals = self._zeros()
        for gains in whole:
            totals += gains
        for gains, strength in others:
            totals += gains * strength
        for feature, strength in features.items():
            self._add_dense(totals, feature, self._index.weights[feature] * strength)
        return totals

    def _add_dense(self, totals: Any, feature: int, amount: float) -> None:  # noqa: ANN401 - a numpy array
        """Add the evidence of one feature, times `amount`, to the totals of the entries that have it."""
        import numpy  # noqa: PLC0415 - only bases of many hundred entries need it

        index = self._index
        first, last = index.starts[feature], index.starts[feature + 1]
        owners = numpy.asarray(index.owners)[first:last]
        totals[owners] += amount * numpy.frombuffer(index.gains, dtype=numpy.float32)[first:last]

    def _zeros(self) -> Any:  # noqa: ANN401 - a numpy array
        import numpy  # noqa: PLC0415 - only bases of many hundred entries need it

        return numpy.zeros(len(self._index.entries), dtype=numpy.float32)

    def rows_of_words(self) -> dict[str, bytes]:
        """Return the rows of all known words, for `kept`; none for a base of many entries."""
        return {} if self.is_dense else {word: self._packed(word) for word in self._index.word_counts}

    def _packed(self, word: str) -> bytes:
        """Return what is kept of a word: its three numbers, then its row."""
        found = self.of_word(word)
        numbers = _NUMBERS.pack(found.centre, found.squared, found.strange)
        return numbers + to_bytes(found.gains, len(self._index.entries))

    def _unpacked(self, word: str) -> WordEvidence | None:
        """Return the evidence of a word whose row was kept, None for any other."""
        packed = self._kept.get(word)
        if packed is None:
            return None
        centre, squared, strange = _NUMBERS.unpack_from(packed)
        gains = from_bytes(packed[_NUMBERS.size :], len(self._index.entries))
        known = stem(word)
        number = self._index.features.get("s" + known)
        return WordEvidence(known, number, self._weight_of(number), gains, centre, squared, strange)

    def _weight_of(self, number: int | None) -> float:
        """Return the weight of a stem with this number; a stem without one counts as the rarest, and weighs most."""
        return self._index.highest_idf if number is None else self._index.weights[number]

    def _added_up(self, word: str) -> WordEvidence:
        """Return the evidence of a word, added up from the index: its stem's and its pieces'."""
        index = self._index
        known = stem(word)
        number = index.features.get("s" + known)
        found = [index.features.get(piece) for piece in pieces(word)]
        strange = found.count(None) * (UNKNOWN_PIECE * PIECE_WEIGHT * index.highest_idf) ** 2
        gains = self._zeros() if self.is_dense else 0
        centre = squared = 0.0
        for feature in (number, *found):
            if feature is not None:
                amount = index.weights[feature]
                centre += amount * index.centres[feature]
                squared += amount * amount
                if self.is_dense:
                    self._add_dense(gains, feature, amount)
                else:
                    gains += self._rows[feature]
        weight = self._weight_of(number)
        return WordEvidence(known, number, weight, gains, centre, squared, strange)
