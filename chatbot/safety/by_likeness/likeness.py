"""What a message is like: how much its features lean to each class of danger.

People word a sign in more ways than rules foresee, and rules see words where examples show what is meant. Many
thousand example messages with their class, ordinary ones among them, teach how much each word, pair of words, piece
of a word, family of the safety file, pair of families and finding of the rules leans to a class. That is worked out
before a release (`make likeness`) and then fixed, the same on every machine: nothing is learnt from use, and no
clinic's folder can unteach it. `weighing` says what the leads decide; they have nothing to do with the thresholds of
the FAQ.

Method: a linear classifier over hashed features (Weinberger et al. 2009, here with a check byte, so that what was never
seen counts for nothing).
"""

from __future__ import annotations

import math
from binascii import crc32
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chatbot.compact.remembering import Remembered
from chatbot.compact.rows import row_of_four
from chatbot.compact.table import Table, pack, unpacked
from chatbot.reply import SafetyLevel
from chatbot.safety.by_likeness.features import (
    FAMILY,
    FAMILY_PAIR,
    OUTCOME,
    PAIR,
    Beside,
    Pair,
    key_of,
    key_of_family_pair,
    name_of_pair,
    neighbours,
    pairs_between,
    word_features,
)

LEVELS: tuple[SafetyLevel, ...] = ("emergency", "urgent", "crisis")
ORDINARY = "none"
LIKENESS = "likeness"  # stands among a finding's signs where no sign of the safety file was found
NO_LEAD = 0.0, 0.0, 0.0
# A slot: check byte, idf in steps of IDF_STEP, and for each of LEVELS which of LEANINGS, in parts of the scale.
SLOT_BYTES = 2 + len(LEVELS)
IDF_STEP = 0.04
LEANINGS = tuple(
    math.copysign((step / 127) ** 2, step) for step in range(-127, 128)
)  # fine where they are small
_MOST_REMEMBERED = 65_536  # of each kind of part: words, pairs, families, pairs of families, findings

_FORMAT = b"spine-faq likeness 3"


class Likeness:
    """What the examples teach, as slots of a hash table. Immutable but for what it remembers of messages.

    What a feature adds is a row of `rows`: its lead for each of LEVELS, in parts of `scale`, and its squared length.
    `words` holds the rows of a base's words and of everyday English, looked up ahead for speed.
    """

    def __init__(
        self,
        slots: bytes | memoryview,
        scale: float,
        constant: tuple[float, ...] = NO_LEAD,
        words: Mapping[str, int] | None = None,
    ) -> None:
        """`scale` is the greatest leaning; `constant` the leads of a message that has nothing known in it."""
        self.slots = slots
        self.scale = scale
        self.constant = constant
        self.words = words or {}
        self._words = Remembered(self._row_of_word, _MOST_REMEMBERED)
        self._pairs = Remembered(self._row_of_pair, _MOST_REMEMBERED)
        self._families = Remembered(self._row_of_family, _MOST_REMEMBERED)
        self._family_pairs = Remembered(self._row_of_family_pair, _MOST_REMEMBERED)
        # The pairs of the families at two places, and the row of each.
        self.family_pairs = Remembered(self._read_family_pairs, _MOST_REMEMBERED)
        self._outcomes = Remembered(self._row_of_name, _MOST_REMEMBERED)
        self._memories: tuple[Remembered[Any, Any], ...] = (
            self._words, self._pairs, self._families, self._family_pairs, self.family_pairs, self._outcomes
        )  # fmt: skip

    def rows_of_words(self, words: Sequence[str]) -> list[int]:
        """Return what each of these words adds by itself."""
        return [*map(self._words.__getitem__, words)]

    def rows_of_pairs(self, pairs: Sequence[Pair]) -> list[int]:
        """Return what each of these pairs of words adds."""
        return [*map(self._pairs.__getitem__, pairs)]

    def has_neighbours(self, first: str, second: str) -> bool:
        """Return whether examples have these words, in any form, one behind the other; wrongly so in one of 100."""
        beside, _ = neighbours((first, second))
        return any(self.rows_of_pairs(beside))

    def row_of_families(self, families: Iterable[int]) -> int:
        """Return what these families, by their keys, add together."""
        return sum(map(self._families.__getitem__, families))

    def row_of_outcome(self, outcome: Iterable[str]) -> int:
        """Return what the names of what the rules found add together."""
        return sum(map(self._outcomes.__getitem__, outcome))

    def _read_family_pairs(self, beside: Beside) -> tuple[tuple[int, ...], tuple[int, ...]]:
        pairs = tuple(pairs_between(*beside))
        return pairs, tuple(map(self._family_pairs.__getitem__, pairs))

    def _row_of_word(self, word: str) -> int:
        """Return what a word adds by itself: its stem and its pieces."""
        row = self.words.get(word)
        if row is None:
            row = sum(self._row(key_of(part), weight) for part, weight in word_features(word))
        return row

    def _row_of_pair(self, pair: Pair) -> int:
        return self._row(key_of(name_of_pair(pair)), PAIR)

    def _row_of_family(self, key: int) -> int:
        return self._row(key, FAMILY)

    def _row_of_family_pair(self, pair: int) -> int:
        return self._row(key_of_family_pair(pair), FAMILY_PAIR)

    def _row_of_name(self, name: str) -> int:
        return self._row(key_of(name), OUTCOME)

    def _row(self, key: int, weight: float) -> int:
        """Return what a feature adds, 0 for one that no example has."""
        slots = self.slots
        check = (key >> 24) or 1  # as check_of and slots_of, without calling them: a message asks hundreds
        place = key * SLOT_BYTES % len(slots)
        if slots[place] != check:
            place = (place + SLOT_BYTES) % len(slots)
            if slots[place] != check:
                return 0
        amount = weight * slots[place + 1] * IDF_STEP
        emergency, urgent, crisis = slots[place + 2 : place + SLOT_BYTES]
        return row_of_four(
            amount * LEANINGS[emergency],
            amount * LEANINGS[urgent],
            amount * LEANINGS[crisis],
            amount * amount,
        )

    def forget_words(self) -> None:
        """Forget the words of the messages that were read."""
        for remembered in self._memories:
            remembered.clear()

    def prepared(self, words: Iterable[str]) -> Likeness:
        """Return the same with these words looked up ahead."""
        ahead = {word: self._row_of_word(word) for word in sorted(words)}
        return Likeness(self.slots, self.scale, self.constant, ahead)

    def unpacked(self) -> Likeness:
        """Return the same for a program that reads many messages."""
        return Likeness(self.slots, self.scale, self.constant, unpacked(self.words))

    def to_file(self, learnt_from: str) -> bytes:
        """Return what a file keeps: a line (format, check sum, what it was learnt from, numbers), then the slots."""
        numbers = " ".join(map(repr, (self.scale, *self.constant)))
        return _FORMAT + f" {crc32(self.slots)} {learnt_from} {numbers}\n".encode() + bytes(self.slots)

    @classmethod
    def from_file(cls, content: bytes) -> Likeness:
        """Return the Likeness that `to_file` was called on. Raises ValueError for anything else, or damaged."""
        first, _, slots = content.partition(b"\n")
        name, *parts = first.rsplit(b" ", 3 + len(LEVELS))
        if name != _FORMAT or not slots or parts[0] != str(crc32(slots)).encode():
            raise ValueError("not what likeness to safety examples is kept in")
        scale, *constant = map(float, parts[2:])
        return cls(slots, scale, tuple(constant))

    def to_plain(self) -> tuple[Any, ...]:
        """Return plain values for a cache."""
        return bytes(self.slots), self.scale, self.constant, pack(self.words)

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> Likeness:
        """Return the Likeness that `to_plain` was called on."""
        slots, scale, constant, words = plain
        return cls(slots, scale, constant, Table(words))


NO_LIKENESS = Likeness(b"", 0.0)


def slots_of(key: int, size: int) -> tuple[int, int]:
    """Return the two slots where a feature may be in a table of `size` bytes, by their first bytes."""
    place = key * SLOT_BYTES % size
    return place, (place + SLOT_BYTES) % size


def check_of(key: int) -> int:
    """Return the check byte of a feature's key, never 0: that is an empty slot."""
    return (key >> 24) or 1
