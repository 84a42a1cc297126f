"""Slips of the fingers mended in a message before anything reads it: "whcih", "agian", "teh secnd one".

The matcher repairs the words of its wordings, and weighs them by how sure that is. But whether a message asks, steers,
greets or points back is read from closed lists, where a word that is on none of them says nothing. So slips in those
words, the program's own, are mended here; and of the knowledge base's words those that are seldom anything else, among
them words that lost the space between them ("scartissue"), got one inside ("sur gery") or have it a letter too early or
too late ("painw hy"). `safety` repairs the words of its signs besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from chatbot import safety
from chatbot.compact.remembering import Remembered
from chatbot.english import courtesy
from chatbot.english.function_words import AUXILIARIES, FUNCTION_WORDS, SUBJECTS
from chatbot.english.slips import (
    with_key_beside,
    with_letter_put_in,
    with_letter_taken_out,
    without_swap_or_double,
)
from chatbot.follow_up.set_phrases import STEER_OF
from chatbot.matching import Matcher
from chatbot.normalise import Question, normalise, words_of

SHORTEST_MENDED = 3  # letters
_ORDINALS = frozenset("first second third fourth fifth sixth last next".split())
OWN_WORDS = frozenset(
    word
    for word in (*" ".join(STEER_OF).split(), *courtesy.WORDS, *FUNCTION_WORDS, *_ORDINALS)
    if len(word) >= SHORTEST_MENDED
)
# So short a word may have lost a letter only of one of the commonest: "ned" is "need", and "mil" is nothing.
_SHORT = 3
_COMMONEST = OWN_WORDS & FUNCTION_WORDS
_LONG = 7  # letters: so long a word may have any letter too many
_WORD_AND_NUMBER = re.compile("([a-z]{3,})([0-9]+)")  # "swallowed40", "temp100"
_WITHOUT_G = "in"  # "hurtin" and "endin it" as they are spoken; "end in it" is not meant
_SHORTEST_WITHOUT_G = 5  # letters: "agin" is "again"
# Of two letters and fewer only these may be a part: "emty" is no "em ty".
_TWO_LETTERS = 2
_SHORTEST_PARTS = frozenset(word for word in FUNCTION_WORDS if len(word) <= _TWO_LETTERS)
_SHORTEST_PARTED = 5  # letters of a word that was typed with a space inside
# A word of the knowledge base is meant if wordings use it so often: "hopping" is no slip for "hoping", used nine times.
_OFTEN = 20
_MOST_REMEMBERED = 4096


class Mended(NamedTuple):
    """A message with its slips mended, and the slips as (typed, meant), in order."""

    question: Question
    slips: tuple[tuple[str, str], ...] = ()


class _Reading(NamedTuple):
    """How a single word is read: whether it is a word as it is typed, and what is meant else, "" for unknown."""

    is_word: bool
    meant: str = ""


class _Change(NamedTuple):
    """What is meant in place of the characters from `start` up to `end`."""

    start: int
    end: int
    meant: str


class Respeller:
    """Mends slips. Immutable but for a bounded memory of single words."""

    def __init__(self, matcher: Matcher, rules: safety.SafetyRules) -> None:
        """`matcher` tells which words the knowledge base knows, and `rules` which the safety file does."""
        self._matcher = matcher
        self._rules = rules
        self._read = Remembered(self._look_up, _MOST_REMEMBERED)

    def forget_words(self) -> None:
        """Forget the words that were looked up."""
        self._read.clear()

    def mended(self, question: Question) -> Mended:
        """Return the message with its slips mended, the same Question where there is none."""
        strange = [place for place, text in enumerate(question.tokens) if not self._read[text].is_word]
        changes: list[_Change] = []
        for place in strange:
            change = (
                self._in_one(question, place - 1)
                or self._in_one(question, place)
                or self._with_space_moved(question, place - 1)
                or self._with_space_moved(question, place)
                or self._alone(question, place)
            )
            if change is not None and (not changes or changes[-1].end <= change.start):
                changes.append(change)
        if not changes:
            return Mended(question)
        text = question.text
        for start, end, meant in reversed(changes):
            text = text[:start] + meant + text[end:]
        mended = normalise(text)
        mended = mended._replace(rest=mended.rest + question.rest)
        return Mended(mended, tuple((question.text[start:end], meant) for start, end, meant in changes))

    def _in_one(self, question: Question, place: int) -> _Change | None:
        """Return the change of two words into the one that was typed with a space inside: "sur gery"."""
        if not _are_beside(question, place):
            return None
        first, second = question.words[place : place + 2]
        word = first.text + second.text
        is_parted = len(word) >= _SHORTEST_PARTED and self._is_known(word)
        return _Change(first.start, second.end, word) if is_parted else None

    def _with_space_moved(self, question: Question, place: int) -> _Change | None:
        """Return the change of two words whose space came a letter too early or too late: "painw hy", "brok enrod".

        A letter that was typed twice, as in "the nnext", stays where it is.
        """
        if not _are_beside(question, place):
            return None
        first, second = question.words[place : place + 2]
        letters = question.text[first.start : second.end].replace(" ", "").replace("\u2019", "'")
        space = first.end - first.start
        are_strange = not any(self._read[word.text].is_word for word in (first, second))
        for at, moved, beside in ((space - 1, space - 1, space - 2), (space + 1, space, space + 1)):
            is_typed_twice = letters[moved : moved + 1] == letters[beside : beside + 1]
            parts = letters[:at], letters[at:]
            if all(parts) and not is_typed_twice and self._are_two_words(parts, are_strange=are_strange):
                return _Change(first.start, second.end, " ".join(parts))
        return None

    def _are_two_words(self, parts: tuple[str, str], *, are_strange: bool) -> bool:
        """Return whether both parts are words that may stand beside each other.

        Any two longer words may where what was typed `are_strange` words, both. Else wordings, or examples of danger,
        must have them one behind the other: "int he", "bon egraft".
        """
        if len("".join(parts)) < _SHORTEST_PARTED:
            return False
        first, second = map(words_of, parts)
        if not all(self._stands(word) for word in (*first, *second)):
            return False
        are_long = min(map(len, parts)) > _TWO_LETTERS
        return (are_strange and are_long) or self._are_neighbours(first[-1], second[0])

    def _stands(self, word: str) -> bool:
        """Return whether a part of two words is a word, however small."""
        return word in FUNCTION_WORDS or (len(word) > _TWO_LETTERS and self._is_known(word))

    def _alone(self, question: Question, place: int) -> _Change | None:
        """Return the change of a word by itself. A capital inside a sentence is that of a name, which stays."""
        word = question.words[place]
        meant = self._read[word.text].meant
        typed = question.text[word.start : word.end]
        is_name = place > 0 and not word.mark and typed.istitle() and not question.text.isupper()
        if not meant or is_name:
            return None
        # The "'s" of "wjat's" is a word of its own.
        end = word.start + len(word.text) if typed.casefold().startswith(f"{word.text}'") else word.end
        return _Change(word.start, end, meant)

    def _is_known(self, word: str) -> bool:
        return word in OWN_WORDS or self._matcher.is_word(word) or safety.has_word(word, self._rules)

    def _look_up(self, word: str) -> _Reading:
        """Return how a word is read by itself."""
        if number := _WORD_AND_NUMBER.fullmatch(word):
            return _Reading(
                is_word=False, meant=" ".join(number.groups()) if self._is_known(number[1]) else ""
            )
        if not (word.isalpha() and word.isascii()) or word in FUNCTION_WORDS or self._is_known(word):
            return _Reading(is_word=True)
        if len(word) < SHORTEST_MENDED:
            return _Reading(is_word=False)
        if len(word) >= _SHORTEST_WITHOUT_G and word.endswith(_WITHOUT_G) and self._is_known(word + "g"):
            return _Reading(is_word=False, meant=word + "g")
        own, other = self._likeliest(word)
        meant = self._asked_with(word) or own
        if meant or len(word) <= _SHORT:
            return _Reading(is_word=False, meant=meant)
        return _Reading(is_word=False, meant=other or self._parted(word))

    def _likeliest(self, word: str) -> tuple[str, str]:
        """Return the word of the program's own that a slip made no word of, and else the one of the knowledge base.

        Of what slips of a kind, and of surer ones, may have been, the word that wordings use most is meant. Where that
        is the knowledge base's, only the surest slips count, and of a doubled letter only if wordings use it often.
        """
        uses = self._matcher.uses_of
        own = _COMMONEST if len(word) <= _SHORT else OWN_WORDS
        known: list[str] = []
        surest = ""
        for kind, meant in enumerate(_may_be_meant(word)):
            known += sorted({*meant & own, *self._matcher.used_among(meant)})
            likeliest = max(known, key=uses, default="")
            if likeliest in own:
                return likeliest, ""
            if kind == 0:
                surest = likeliest
        is_sure = len(surest) == len(word) or uses(surest) >= _OFTEN
        return "", surest if is_sure else ""

    def _parted(self, word: str) -> str:
        """Return the two words that lost the space between them ("scartissue"), "" for none.

        Only words that wordings, or examples of danger, have one behind the other: "an us" and "gas ping" are none.
        """
        found = []
        for parts in ((word[:at], word[at:]) for at in range(1, len(word))):
            first, second = map(words_of, parts)
            if (
                all(len(part) > _TWO_LETTERS or part in _SHORTEST_PARTS for part in parts)
                and all(part in FUNCTION_WORDS or self._is_known(part) for part in (*first, *second))
                and self._are_neighbours(first[-1], second[0])
            ):
                found.append((min(map(len, parts)), " ".join(parts)))
        return max(found)[1] if found else ""

    def _asked_with(self, word: str) -> str:
        """Return a verb and its subject that lost the space between them, "" for none: "isit" is not "visit"."""
        parts = ((word[:at], word[at:]) for at in range(2, len(word)))
        asking = (pair for pair in parts if pair[0] in AUXILIARIES and pair[1] in SUBJECTS)
        return next((" ".join(pair) for pair in asking if self._matcher.are_neighbours(*pair)), "")

    def _are_neighbours(self, first: str, second: str) -> bool:
        return self._matcher.are_neighbours(first, second) or self._rules.likeness.has_neighbours(
            first, second
        )


def _are_beside(question: Question, place: int) -> bool:
    """Return whether there is a word at this place and one behind it, with no more than a space between."""
    if place < 0 or place + 1 >= len(question.words):
        return False
    first, second = question.words[place : place + 2]
    return question.text[first.end : second.start] == " "


def _may_be_meant(word: str) -> Iterator[AbstractSet[str]]:
    """Yield what one slip may have made a word of, words or not, the likelier slips first.

    First two letters that changed places, or a letter typed twice. Then a letter left out, and in longer words a key
    beside the right one; at last, in long words, any letter too many.
    """
    yield without_swap_or_double(word)
    yield (
        with_letter_put_in(word) if len(word) <= _SHORT else with_letter_put_in(word) | with_key_beside(word)
    )
    if len(word) >= _LONG:
        yield with_letter_taken_out(word)
