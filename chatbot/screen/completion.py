"""Which stored questions a half-typed line could become: the menu, and the grey suggestion.

Pure and without the terminal, so that it can be measured. Questions come from titles, the word list and those wordings
that read well, never from what was typed before: the next person at the keyboard must not see it, nor take a stored
story for somebody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from chatbot.english.function_words import AUXILIARIES, FRIENDS, FURTHER_RELATIVES, RELATIVES, WORDS_THAT_ASK
from chatbot.knowledge import Knowledge

# One letter would match nearly everything and say nothing.
FEWEST_CHARACTERS = 2
MENU_LENGTH = 7
# A wording of more words rarely asks only; what tells a story is for the matcher. It also fits on one line.
MOST_WORDS_OFFERED = 8
_MARKS = "?!.,;:()\"'"
_MARKS_BETWEEN = frozenset('.,;:!?/()"\u2026\u2013\u2014')
_QUESTION_WORDS = WORDS_THAT_ASK | AUXILIARIES | {"what's", "how's", "shall", "might"}
# Fewer than `KIN`: who asks whether to pick up a grandson asks for themselves.
_OTHER_PEOPLE = (
    RELATIVES | FURTHER_RELATIVES | FRIENDS
    | frozenset("mama papa parents spouse child kid granny cousin he she him his her".split())
)  # fmt: skip
_WORDING = 2  # the last rank: what is not taken with one key
_LAST_CHARACTER = chr(0x10FFFF)
# Work for one keystroke is bounded. No question that is offered is longer than that: such a line is a story, or was
# pasted into a terminal that sends it key by key. Beyond so many candidates another letter is needed to choose well.
_LONGEST_TYPED = 200  # characters
_MOST_CANDIDATES = 10_000


def reads_well(wording: str) -> bool:
    """Say whether a stored wording is one to offer: written as one short question.

    A capital and a question word at its start, a question mark at its end, no other mark, at most eight words, and
    nobody's family in it. The rest (most of them) are ways in which patients may put it, and serve to find the entry.
    """
    words = wording.split()
    names = {word.casefold().strip("?").removesuffix("'s") for word in words}
    return (
        0 < len(words) <= MOST_WORDS_OFFERED
        and wording[0].isupper()
        and wording.endswith("?")
        and words[0].casefold() in _QUESTION_WORDS
        and not _MARKS_BETWEEN & set(wording[:-1])
        and not _OTHER_PEOPLE & names
    )


class Questions:
    """What is offered, ready to be looked up by its beginning or by the beginnings of its words.

    Built from (name, question) pairs in order of rank: titles before `terms` before `wordings`; wordings have the name
    of their title, their entry's id. Of two equally good ones the earlier wins.
    """

    def __init__(
        self,
        titles: Iterable[tuple[str, str]],
        terms: Iterable[tuple[str, str]] = (),
        wordings: Iterable[tuple[str, str]] = (),
    ) -> None:
        ranked = [(rank, *pair) for rank, pairs in enumerate((titles, terms, wordings)) for pair in pairs]
        self._ranks = [rank for rank, _, _ in ranked]
        self._pairs = [(name, question) for _, name, question in ranked]
        self._folded = [question.casefold() for _, question in self._pairs]
        self._sorted = sorted((folded, place) for place, folded in enumerate(self._folded))
        self._places: dict[str, list[int]] = {}
        self._words: list[str] = []

    @classmethod
    def of(cls, knowledge: Knowledge) -> Questions:
        """Return the questions that this knowledge base answers and that read well."""
        asked = [entry for entry in knowledge.entries if entry.kind != "smalltalk"]
        return cls(
            titles=[(entry.id, entry.title) for entry in asked],
            terms=[(f"word {one.term}", f'What does "{one.term}" mean?') for one in knowledge.glossary],
            wordings=[(entry.id, one) for entry in asked for one in entry.questions if reads_well(one)],
        )

    def complete(self, text: str, limit: int = MENU_LENGTH) -> list[str]:
        """Return at most `limit` questions that hold each typed word, or its beginning, best first.

        One question an entry, so that the menu offers different answers: its title where that holds the words. Titles
        come first, then words to explain, then wordings; within each those that begin with the text, then shorter
        ones. A question that is already typed in full is not offered.
        """
        typed = "" if len(text) > _LONGEST_TYPED else " ".join(text.casefold().split())
        if len(typed) < FEWEST_CHARACTERS:
            return []
        words = [word for part in typed.split() if (word := part.strip(_MARKS))]
        holding = self._holding(words)
        ranked = sorted(
            (self._ranks[place], not self._folded[place].startswith(typed), len(self._folded[place]), place)
            for place in holding
            if self._folded[place] != typed
        )
        found: dict[str, str] = {}
        for *_, place in ranked:
            name, question = self._pairs[place]
            found.setdefault(name, question)
            if len(found) == limit:
                break
        return list(found.values())

    def suggest(self, text: str) -> str:
        """Return what would complete the line to the first title or word to explain that begins with it, or ""."""
        typed = "" if len(text) > _LONGEST_TYPED else text.lstrip().casefold()
        if len(typed) < FEWEST_CHARACTERS:
            return ""
        start = bisect_left(self._sorted, (typed, -1))
        candidates = self._sorted[start : bisect_left(self._sorted, (typed + _LAST_CHARACTER, -1), start)]
        best = min((place for _, place in candidates if self._ranks[place] < _WORDING), default=None)
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
