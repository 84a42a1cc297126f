"""What a word, or one feature, says for each entry: the index's sparse rows added up into dense ones.

A question's evidence is the sum of its words' rows and of its pairs' and concepts'. The rows of known words are
added up when a base is compiled, because a start that answers one question has no time to.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from chatbot.matching.features import PIECE_WEIGHT, pieces, stem
from chatbot.matching.index import Index

UNKNOWN_PIECE = 0.5
DENSE_ENTRIES = 500  # above this many entries, rows are numpy arrays; below, lists are faster
_MOST_REMEMBERED = 8192


class WordEvidence(NamedTuple):
    """What one word says for each entry at full strength, and what it adds to the mean entry and the lengths.

    `number` is its stem's feature, None where no wording has it; `strange` is the penalty for those of its pieces
    that no wording has.
    """

    stem: str
    number: int | None
    gains: Any
    centre: float
    squared: float
    strange: float


class Evidence:
    """Adds up an index's evidence. Immutable but for a bounded memory of words."""

    def __init__(self, index: Index, kept: Mapping[str, bytes]) -> None:
        """`kept` is what `rows_of_words` returned, or nothing."""
        self.is_dense = len(index.entries) > DENSE_ENTRIES
        self._index = index
        self._kept = kept
        self._memory: dict[str, WordEvidence] = {}

    def forget_words(self) -> None:
        """Forget the words whose rows are remembered."""
        self._memory.clear()

    def nothing(self) -> Any:  # noqa: ANN401 - a list or a numpy array
        """Return a row of zeros."""
        if self.is_dense:
            import numpy  # noqa: PLC0415 - only bases of many hundred entries need it

            return numpy.zeros(len(self._index.entries), dtype=numpy.float32)
        return [0.0] * len(self._index.entries)

    def of_word(self, word: str) -> WordEvidence:
        """Return what a word says, its stem and its pieces together."""
        found = self._memory.get(word)
        if found is None:
            if len(self._memory) >= _MOST_REMEMBERED:
                self._memory.clear()
            found = self._memory[word] = self._unpacked(word) or self._added_up(word)
        return found

    def scaled(self, gains: Any, strength: float) -> Any:  # noqa: ANN401 - a list or a numpy array
        """Return strength x gains."""
        if strength == 1.0:
            return gains
        return gains * strength if self.is_dense else [gain * strength for gain in gains]

    def total(self, rows: Sequence[Any]) -> Any:  # noqa: ANN401 - a list or a numpy array
        """Return the sum of rows, a new row of zeros for none."""
        if self.is_dense:
            totals = self.nothing()
            for row in rows:
                totals += row
            return totals
        return list(map(sum, zip(*rows, strict=True))) if rows else self.nothing()

    def add_feature(self, totals: Any, feature: int, amount: float) -> float:  # noqa: ANN401 - list or numpy array
        """Add amount x evidence of one feature to its entries, in place; return amount x the mean evidence."""
        index = self._index
        first, last = index.starts[feature], index.starts[feature + 1]
        if self.is_dense:
            import numpy  # noqa: PLC0415 - only bases of many hundred entries need it

            owners = numpy.asarray(index.owners)[first:last]
            totals[owners] += amount * numpy.frombuffer(index.gains, dtype=numpy.float32)[first:last]
        else:
            for owner, gain in zip(index.owners[first:last], index.gains[first:last], strict=True):
                totals[owner] += amount * gain
        return amount * index.centres[feature]

    def rows_of_words(self) -> dict[str, bytes]:
        """Return the rows of all known words, for `kept`; none for a base of many entries."""
        return {} if self.is_dense else {word: self._packed(word) for word in self._index.word_counts}

    def _packed(self, word: str) -> bytes:
        found = self.of_word(word)
        return array("f", (*found.gains, found.centre, found.squared, found.strange)).tobytes()

    def _unpacked(self, word: str) -> WordEvidence | None:
        packed = self._kept.get(word)
        if packed is None:
            return None
        *gains, centre, squared, strange = memoryview(packed).cast("f").tolist()
        known = stem(word)
        return WordEvidence(known, self._index.features.get("s" + known), gains, centre, squared, strange)

    def _added_up(self, word: str) -> WordEvidence:
        features, weights = self._index.features, self._index.weights
        known = stem(word)
        number = features.get("s" + known)
        found = [features.get(piece) for piece in pieces(word)]
        strange = found.count(None) * (UNKNOWN_PIECE * PIECE_WEIGHT * self._index.highest_idf) ** 2
        gains = self.nothing()
        centre = squared = 0.0
        for feature in (number, *found):
            if feature is not None:
                amount = weights[feature]
                centre += self.add_feature(gains, feature, amount)
                squared += amount * amount
        return WordEvidence(known, number, gains, centre, squared, strange)
