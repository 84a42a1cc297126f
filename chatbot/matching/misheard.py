"""Phrases that people write as they heard them ("sudo arthrosis"), written as they are meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise


class Misheard:
    """Knows misheard phrases. Immutable."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        """`spellings`: what is heard and what is meant, each as words with a space between."""
        self._spellings = spellings
        self._longest: dict[str, int] = {}  # words of the longest phrase, by its first word
        for phrase in spellings:
            first, length = phrase.partition(" ")[0], phrase.count(" ") + 1
            self._longest[first] = max(length, self._longest.get(first, 0))
        phrases = [tuple(phrase.split()) for phrase in spellings]
        self._single_words = frozenset(words[0] for words in phrases if len(words) == 1)
        self._first_two = frozenset(words[:2] for words in phrases if len(words) > 1)

    def respelt(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Return the words with misheard phrases ("sudo arthrosis") written as they are meant, and which were."""
        if self._single_words.isdisjoint(words) and self._first_two.isdisjoint(pairwise(words)):
            return words, ()  # as most are
        meant: list[str] = []
        respelt: list[tuple[str, str]] = []
        place = 0
        while place < len(words):
            said = self._phrase_at(words, place)
            if said:
                right = self._spellings[said]
                meant += right.split()
                respelt.append((said, right))
            else:
                meant.append(words[place])
            place += said.count(" ") + 1
        return tuple(meant), tuple(respelt)

    def _phrase_at(self, words: Sequence[str], place: int) -> str:
        """Return the longest misheard phrase that begins here, "" for none."""
        longest = min(self._longest.get(words[place], 0), len(words) - place)
        phrases = (" ".join(words[place : place + length]) for length in range(longest, 0, -1))
        return next((said for said in phrases if said in self._spellings), "")
