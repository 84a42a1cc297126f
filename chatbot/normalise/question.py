"""A message as everything that follows reads it: its cleaned text, and its words with their places in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Word(NamedTuple):
    """One word of a message.

    `text` is lower case without accents; `start` and `end` (excluded) are character offsets into the
    Question's text; words of one contraction share them. `mark` is the strongest mark between the word before
    and this one: "." for anything that ends a sentence, "," for a pause, "" for none.
    """

    text: str
    start: int
    end: int
    mark: str = ""


class Question(NamedTuple):
    """A message ready for reading: `text` as shown, cleaned and cut; its `words`; what was cut off it (`rest`).

    `tokens` are the words' texts, in order: kept beside them because every step asks for them.
    """

    text: str
    words: tuple[Word, ...]
    tokens: tuple[str, ...]
    rest: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether the message was longer than what is answered."""
        return bool(self.rest)

    def with_words(self, words: Iterable[Word]) -> Question:
        """Return the same text read as these words."""
        read = tuple(words)
        return self._replace(words=read, tokens=tuple([word.text for word in read]))


def sentence_breaks(words: Sequence[Word]) -> list[int]:
    """Return the places of the words that begin a sentence, in order, without the first word of all."""
    return [place for place, word in enumerate(words) if place and word.mark == "."]


def between_marks(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return where each stretch between two marks begins and ends (excluded), as places of words, in order."""
    cuts = [0, *(place for place, word in enumerate(words) if place and word.mark), len(words)]
    return list(pairwise(cuts))
