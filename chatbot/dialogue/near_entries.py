"""Entries that come near a message and are no answer to it: choices for a mere word, what is offered under a refusal.

Also which runner-up is near enough to the best match to be told next, where the best one was not meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from chatbot.decision import GENERAL, Decided
from chatbot.knowledge import MOST_CHOICES, Entry
from chatbot.normalise import normalise

# A question of so few words that are many entries' gets choices rather than a refusal. Measured as in
# `decision`: with 1 one right fewer, with 3 no change.
_TOO_SHORT_WORDS = 2
# Where an answer was not meant, a runner-up is told next if it has at least this share of the answer's score: a guess
# that is far from what was asked is worse than none. Chosen, not measured.
_NEAR_SCORE = 0.6
# Under a refusal, the entries that come nearest are offered where the best one has at least the first of these chances;
# each of them has at least the second. Of 25 questions in scope without an answer, 13 find their entry there and 2 do
# not; 19 of 181 from outside are met with something near. The questions to begin with have the entry of 5 in 25.
_NEAR_CHANCE = 0.12
_LEAST_CHANCE = 0.04


class NearEntries:
    """Finds what comes near. Immutable, but for the words of titles that it remembers."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        """`entries` by id."""
        self._entries = entries
        self._title_words: frozenset[str] | None = None

    def choices_for_little(self, decided: Decided, content: Sequence[str]) -> tuple[str, ...]:
        """Return choices for a message of one or two content words that many entries share, like "surgery".

        There are none where such a word is in no title and names nothing that the matcher knows, nor where the message
        is more like what the guide does not cover.
        """
        ranking = decided.matched.ranking if decided.matched else None
        if ranking is None or not 0 < len(content) <= _TOO_SHORT_WORDS:
            return ()
        if not (self._words_of_titles().issuperset(content) or ranking.concepts):
            return ()
        if not ranking.matches or ranking.is_outdone:
            return ()
        choices = [one.entry for one in ranking.matches if self._entries[one.entry].kind in GENERAL]
        return tuple(choices[:MOST_CHOICES]) if len(choices) > 1 else ()

    def _words_of_titles(self) -> frozenset[str]:
        """Return the words of all titles, read when first needed: few messages are that short."""
        if self._title_words is None:
            titles = (normalise(entry.title).tokens for entry in self._entries.values())
            self._title_words = frozenset(chain.from_iterable(titles))
        return self._title_words

    def under_a_refusal(self, decided: Decided) -> list[str]:
        """Return the entries that come near a message which nothing answers; none where even the best is unlikely."""
        matched = decided.matched
        if matched is None or matched.confidence < _NEAR_CHANCE:
            return []
        entries = [one.entry for one, chance in matched.with_chances() if chance >= _LEAST_CHANCE]
        return [entry for entry in entries if self._entries[entry].kind != "smalltalk"]


def near_the_best(decided: Decided) -> list[str]:
    """Return the runners-up that are near enough to the best to be guessed next, where the best was not meant."""
    matches = decided.matched.ranking.matches if decided.matched else ()
    near = {match.entry for match in matches if match.score >= _NEAR_SCORE * matches[0].score}
    return [entry for entry in decided.runners_up if entry in near]
