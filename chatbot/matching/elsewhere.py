"""What a question names that the knowledge base does not speak of: "best exercise for biceps".

All its other words may be an entry's own, so that no score tells it from a question of that entry. What tells is that
it names a subject outside the base which no wording of the entry names, and nothing of the base's own subject.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

from chatbot.matching.features import PhraseBook, stem
from chatbot.matching.index import DECOYS, Index

# A longer message has room for a subject beside what it asks.
MOST_WORDS = 15
# How sure a match may be that does not speak of what the question names.
LEAST_SURE = 0.1


class Elsewhere:
    """Tells subjects outside the base. Immutable."""

    def __init__(
        self, index: Index, phrases: PhraseBook, subjects: Collection[str], home: AbstractSet[str]
    ) -> None:
        """`subjects`: the lexicon's lines for what is outside. `home`: stems of the base's own subject."""
        self._index = index
        self._phrases = phrases
        self._subjects = subjects
        self._home = home

    def named(self, words: Sequence[str], concepts: Sequence[str]) -> tuple[str, ...]:
        """Return the subjects outside the base that a question names; none of one that also speaks of the base's own.

        `concepts` are the lexicon lines that were found in the words.
        """
        if not self._subjects or len(words) > MOST_WORDS:
            return ()
        subjects = [concept for concept in concepts if concept in self._subjects]
        return tuple(subjects) if subjects and not self._speaks_of_home(words) else ()

    def _speaks_of_home(self, words: Sequence[str]) -> bool:
        """Return whether a word is of the base's own subject, outside of what is named: not "spine" in "book spine"."""
        stems = [stem(word) for word in words]
        for phrase in self._phrases.find(stems):
            if phrase.means in self._subjects:
                stems[phrase.start : phrase.start + phrase.length] = [""] * phrase.length
        return not self._home.isdisjoint(stems)

    def is_strange_to(self, entry: str, subjects: Sequence[str]) -> bool:
        """Return whether no wording of this entry names any of these subjects."""
        return not any(self._names(entry, subject) for subject in subjects)

    def _names(self, entry: str, subject: str) -> bool:
        index = self._index
        feature = index.features.get("c" + subject)
        if feature is None:
            return False
        known = index.entries
        place = bisect_left(known, entry, 0, len(known) - (known[-1] == DECOYS))
        first, last = index.use_starts[feature], index.use_starts[feature + 1]
        at = bisect_left(index.uses, index.wording_starts[place], first, last)
        return at < last and index.uses[at] < index.wording_starts[place + 1]
