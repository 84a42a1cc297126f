"""Which stored questions a half-typed line could become: the menu, and the grey suggestion.

Pure and without the terminal, so that it can be measured. Questions come from titles and patients' wordings,
never from what was typed before: the next person at the keyboard must not see it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from chatbot.knowledge import Knowledge

# One letter would match nearly everything and say nothing.
FEWEST_CHARACTERS = 2
MENU_LENGTH = 7
_MARKS = "?!.,;:()\"'"
_LAST_CHARACTER = chr(0x10FFFF)
# Work for one keystroke is bounded: beyond so many candidates another letter is needed to choose well.
_MOST_CANDIDATES = 10_000


class Questions:
    """Every stored question, ready to be looked up by its beginning or by the beginnings of its words.

    Built from (entry id, question) pairs, of which the first of an entry is its title. Of two equally good ones
    the earlier wins.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = tuple(pairs)
        self._titles: dict[str, int] = {}
        for place, (entry, _) in enumerate(self._pairs):
            self._titles.setdefault(entry, place)
        self._folded = [question.casefold() for _, question in self._pairs]
        self._sorted = sorted((folded, place) for place, folded in enumerate(self._folded))
        self._places: dict[str, list[int]] = {}
        self._words: list[str] = []

    @classmethod
    def of(cls, knowledge: Knowledge) -> Questions:
        """Return the questions that this knowledge base answers: titles first, then wordings."""
        asked = [entry for entry in knowledge.entries if entry.kind != "smalltalk"]
        titles = [(entry.id, entry.title) for entry in asked]
        wordings = [(entry.id, question) for entry in asked for question in entry.questions]
        return cls(titles + wordings)

    def complete(self, text: str, limit: int = MENU_LENGTH) -> list[str]:
        """Return at most `limit` questions that hold each typed word, or its beginning, best first.

        One question an entry, so that the menu offers different answers: its title where that holds the words,
        for titles read best. Entries with a question that begins with the text come first, then those with
        shorter ones. A question that is already typed in full is not offered.
        """
        typed = " ".join(text.casefold().split())
        if len(typed) < FEWEST_CHARACTERS:
            return []
        words = [word for part in typed.split() if (word := part.strip(_MARKS))]
        holding = self._holding(words)
        ranked = sorted(
            (not self._folded[place].startswith(typed), len(self._folded[place]), place)
            for place in holding
            if self._folded[place] != typed
        )
        found: dict[str, str] = {}
        for _, _, place in ranked:
            entry = self._pairs[place][0]
            title = self._titles[entry]
            best = title if title in holding and self._folded[title] != typed else place
            found.setdefault(entry, self._pairs[best][1])
            if len(found) == limit:
                break
        return list(found.values())

    def suggest(self, text: str) -> str:
        """Return what would complete the line to the first question that begins with it, or ""."""
        typed = text.lstrip().casefold()
        if len(typed) < FEWEST_CHARACTERS:
            return ""
        start = bisect_left(self._sorted, (typed, -1))
        candidates = self._sorted[start : bisect_left(self._sorted, (typed + _LAST_CHARACTER, -1), start)]
        best = min((place for _, place in candidates), default=None)
        if best is None:
            return ""
        question = self._pairs[best][1]
        # Folding can change a text's length ("ß"); then no ending is safe to offer.
        return question[len(typed) :] if len(question) == len(self._folded[best]) else ""

    def _holding(self, words: list[str]) -> set[int]:
        """Return the places of questions that hold all the words, as words or beginnings of words."""
        if not self._words:
            self._index_words()
        held: set[int] | None = None
        for word in sorted(words, key=len, reverse=True):
            places: set[int] = set()
            start = bisect_left(self._words, word)
            for longer in self._words[start : bisect_left(self._words, word + _LAST_CHARACTER, start)]:
                places.update(self._places[longer][:_MOST_CANDIDATES])
                if len(places) > _MOST_CANDIDATES:
                    break
            held = places if held is None else held & places
            if not held:
                return set()
        return held or set()

    def _index_words(self) -> None:
        for place, text in enumerate(self._folded):
            for word in text.split():
                self._places.setdefault(word.strip(_MARKS), []).append(place)
        self._words = sorted(self._places)
