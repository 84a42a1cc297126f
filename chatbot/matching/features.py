"""Words to features: stems, pairs of neighbours, concepts of the lexicon, pieces of words.

A feature is a short string whose first character names its kind: "s" stem, "b" pair of neighbouring stems,
"c" concept, "g" piece of a word (3 or 4 characters). Weights by kind and the kinds themselves were chosen on
public data sets: see docs/matching.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from chatbot.compact.table import Plain, Table, pack, unpacked

STEM_WEIGHT = 1.0
PAIR_WEIGHT = 0.4
CONCEPT_WEIGHT = 0.8
PIECE_WEIGHT = 0.3
PIECE_SIZES = (3, 4)
_START, _END = "^", "$"
_MEMORY = 8192  # words remembered with their stems and pieces
_SHORTEST_IES, _SHORTEST_ING, _SHORTEST_ED, _SHORTEST_S, _SHORTEST_DOUBLED = 4, 5, 4, 3, 4

WEIGHTS = {"s": STEM_WEIGHT, "b": PAIR_WEIGHT, "c": CONCEPT_WEIGHT, "g": PIECE_WEIGHT}


@lru_cache(maxsize=_MEMORY)
def stem(word: str) -> str:
    """Return the word without its commonest English endings ("screws" and "screw" give the same)."""
    if len(word) > _SHORTEST_IES and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > _SHORTEST_ING and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > _SHORTEST_ED and word.endswith("ed"):
        word = word[:-2]
    elif len(word) > _SHORTEST_S and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > _SHORTEST_S and word.endswith("e"):
        word = word[:-1]
    if len(word) > _SHORTEST_DOUBLED and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


@lru_cache(maxsize=_MEMORY)
def pieces(word: str) -> tuple[str, ...]:
    """Return the distinct piece features of a word, its start and end marked."""
    marked = f"<{word}>"
    found = {
        "g" + marked[start : start + size] for size in PIECE_SIZES for start in range(len(marked) - size + 1)
    }
    return tuple(sorted(found))


def forget_words() -> None:
    """Forget the words whose stems and pieces are remembered."""
    stem.cache_clear()
    pieces.cache_clear()


def pairs(stems: Sequence[str]) -> list[str]:
    """Return the pair features of neighbouring stems in order, the message's start and end marked."""
    return [f"b{left} {right}" for left, right in zip((_START, *stems), (*stems, _END), strict=True)]


class Phrase(NamedTuple):
    """A lexicon phrase as found in a message: its first word's place, its number of words, what it means."""

    start: int
    length: int
    means: str


class PhraseBook:
    """Phrases of one or more words and what each means, found by stems, the longest first. Immutable."""

    def __init__(self, meanings: Mapping[str, str], lengths: Mapping[str, tuple[int, ...]]) -> None:
        """Use `of` or `from_plain`. Phrases are stems with a space between; `lengths` is by first stem."""
        self._meanings = meanings
        self._lengths = lengths

    @classmethod
    def of(cls, phrases: Iterable[tuple[Sequence[str], str]]) -> PhraseBook:
        """Return the book of (words, what they mean). Of two meanings the alphabetically first one stays."""
        meanings: dict[str, str] = {}
        lengths: dict[str, set[int]] = {}
        for words, means in phrases:
            stems = [stem(word) for word in words]
            if stems:
                key = " ".join(stems)
                line = " ".join(means.split())
                meanings[key] = min(line, meanings.get(key, line))
                lengths.setdefault(stems[0], set()).add(len(stems))
        longest_first = {head: tuple(sorted(lengths[head], reverse=True)) for head in sorted(lengths)}
        return cls(dict(sorted(meanings.items())), longest_first)

    def find(self, stems: Sequence[str]) -> list[Phrase]:
        """Return the phrases in a sequence of stems, left to right, none overlapping."""
        found = []
        end_of_last = 0
        for place, lengths in enumerate(map(self._lengths.get, stems)):
            if lengths is None or place < end_of_last:
                continue
            for length in lengths:
                end = place + length
                if end > len(stems):
                    continue
                means = self._meanings.get(" ".join(stems[place:end]))
                if means is not None:
                    found.append(Phrase(place, length, means))
                    end_of_last = end
                    break
        return found

    def unpacked(self) -> PhraseBook:
        """Return the same book with all phrases unpacked, for a program that answers many questions."""
        return PhraseBook(unpacked(self._meanings), unpacked(self._lengths))

    def to_plain(self) -> tuple[Plain, Plain]:
        """Return plain values for a cache."""
        return pack(self._meanings), pack(self._lengths)

    @classmethod
    def from_plain(cls, plain: tuple[Plain, Plain]) -> PhraseBook:
        """Return the book that `to_plain` was called on."""
        return cls(*map(Table, plain))
