"""Slips of the fingers mended in a message before anything reads it: "waht", "agian", "teh secnd one".

The matcher repairs the words of its wordings, and weighs them by how sure that is. But whether a message asks, steers,
greets or points back is read from closed lists, where a word that is on none of them says nothing. So slips in those
words, the program's own, are mended here; and of the knowledge base's words those that are seldom anything else.
`safety` repairs the words of its signs besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from chatbot.compact.remembering import Remembered
from chatbot.english import courtesy
from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.english.slips import (
    with_key_beside,
    with_letter_put_in,
    with_letter_taken_out,
    without_swap_or_double,
)
from chatbot.follow_up.set_phrases import STEER_OF
from chatbot.matching import Matcher
from chatbot.normalise import Question, Word, normalise

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
_MOST_REMEMBERED = 4096


class Mended(NamedTuple):
    """A message with its slips mended, and the slips as (typed, meant), in order."""

    question: Question
    slips: tuple[tuple[str, str], ...] = ()


class Respeller:
    """Mends slips. Immutable but for a bounded memory of single words."""

    def __init__(self, matcher: Matcher) -> None:
        """`matcher` tells which words the knowledge base knows: they stand as they are."""
        self._matcher = matcher
        self._meant = Remembered(self._look_up, _MOST_REMEMBERED)

    def forget_words(self) -> None:
        """Forget the words that were looked up."""
        self._meant.clear()

    def mended(self, question: Question) -> Mended:
        """Return the message with its slips mended, the same Question where there is none."""
        meant = self._meant
        slips = [
            (word, mending)
            for place, word in enumerate(question.words)
            if (mending := meant[word.text]) and not _is_a_name(question, place)
        ]
        if not slips:
            return Mended(question)
        text = question.text
        for word, mending in reversed(slips):
            text = text[: word.start] + mending + text[_end_of(word, text) :]
        mended = normalise(text)
        mended = mended._replace(rest=mended.rest + question.rest)
        return Mended(mended, tuple((word.text, mending) for word, mending in slips))

    def _look_up(self, word: str) -> str:
        """Return the word that is meant by one that is no word, "" where none is, or none surely enough.

        Of those that it may be, the one that wordings use most counts, if it is the program's own; else a word of the
        knowledge base that the surest slip leads to.
        """
        is_slip = len(word) >= SHORTEST_MENDED and word.isalpha() and word.isascii()
        if not is_slip or word in OWN_WORDS or self._matcher.is_word(word):
            return ""
        uses = self._matcher.uses_of
        own = _COMMONEST if len(word) <= _SHORT else OWN_WORDS
        likeliest: list[str] = []  # by each kind of slip and those that are surer
        known: list[str] = []
        for meant in _may_be_meant(word):
            known += sorted(other for other in meant if other in own or uses(other))
            likeliest.append(max(known, key=uses, default=""))
            if likeliest[-1] in own:
                return likeliest[-1]
        return likeliest[0] if len(word) > _SHORT else ""


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


def _end_of(word: Word, text: str) -> int:
    """Return where a word ends in the text: before the "'s" of "waht's", which is a word of its own."""
    typed = text[word.start : word.end]
    return word.start + len(word.text) if typed.casefold().startswith(f"{word.text}'") else word.end


def _is_a_name(question: Question, place: int) -> bool:
    """Return whether a word has a capital inside a sentence, in a message that is not all capitals."""
    word = question.words[place]
    typed = question.text[word.start : word.end]
    return place > 0 and not word.mark and typed.istitle() and not question.text.isupper()
