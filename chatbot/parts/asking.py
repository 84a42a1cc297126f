"""Which part of a message asks, and what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from chatbot.english.function_words import DEMONSTRATIVES, POSSESSIVES
from chatbot.english.phrases import listed_in_words
from chatbot.normalise import Question, from_word
from chatbot.parts.announcing import asked_indirectly
from chatbot.parts.cutting import MOST_OF_A_MESSAGE, SHORTEST_PART, Stretch, segments
from chatbot.parts.opening import OPENERS, opens_a_question

_BEFORE_A_NAME = POSSESSIVES - {"their"} | DEMONSTRATIVES | {"the"}
_LONGEST_NAME = 5  # words
# What is added to a question, and asks nothing itself.
_ASKING_BACK = listed_in_words("""
do you think|would you say|right|yes or no|you know|is it not|does it not|is he right|is she right|are they right
is that right|is that true|is it true|is that so|is that a good idea|is it a good idea|does that make sense
do you agree|what do you think|what do you say
""")


class LastQuestion(NamedTuple):
    """The last question of a message, and the words before it: all (`lead`), and the last clause of these (`beside`).

    `is_headed`: a colon stands between the two.
    """

    question: Question
    lead: tuple[str, ...]
    beside: tuple[str, ...] = ()
    is_headed: bool = False


def asks(question: Question) -> bool:
    """Return whether a message asks something: a question mark ends it, or a question begins in it."""
    return question.text.rstrip().endswith("?") or asked_from(question) is not None


def asked_from(question: Question) -> int | None:
    """Return where the first question of a message begins; None for a message that asks nothing: "I can not pee"."""
    for one in segments(question):
        words = question.tokens[one.start : one.end]
        if one.has_mark or opens_a_question(words) or asked_indirectly(words, 0):
            return one.start
    return None


def asking(tokens: Sequence[str], stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches that ask, the likeliest first: with a question mark, then those that open like a question.

    Of equally likely ones the last comes first. "I have been on pills" has an opener in it, too, but does not open like
    a question, and comes after "does it help".
    """
    long = [one for one in reversed(stretches) if one.end - one.start >= SHORTEST_PART]
    opened = [one for one in long if not OPENERS.isdisjoint(tokens[one.start : one.start + 2])]
    unmarked = [one for one in opened if not one.has_mark]
    unmarked.sort(key=lambda one: not opens_a_question(tokens[one.start : one.end]))
    return [one for one in long if one.has_mark] + unmarked


@lru_cache(maxsize=MOST_OF_A_MESSAGE)
def last_question(question: Question) -> LastQuestion | None:
    """Return the last question of a message that also tells something; None where the whole message is one question.

    It is remembered until `forget_message`.

    "Do you think" at the end of "is it the screws do you think" is no question of its own, and neither is an "if ...".
    """
    tokens = question.tokens
    for one in asking(tokens, segments(question)):
        words = tokens[one.start : one.end]
        if words in _ASKING_BACK or words[0] == "if":
            continue
        if len(words) == len(tokens):
            return None
        before = question.text[: question.words[one.start].start].rstrip()
        is_headed = before.endswith(":")
        beside = _last_clause(question, one.start)
        return LastQuestion(from_word(question, one.start, one.end), tokens[: one.start], beside, is_headed)
    return None


def _last_clause(question: Question, end: int) -> tuple[str, ...]:
    """Return the words before a place, from the last mark on."""
    start = next((place for place in range(end - 1, 0, -1) if question.words[place].mark), 0)
    return question.tokens[start:end]


def named_last(question: Question) -> int:
    """Return where a message names, behind a comma at its end, what it asks about: "do they hurt, the shots"; or 0."""
    words = question.words
    place = next((place for place in range(len(words) - 1, 0, -1) if words[place].mark), 0)
    tail = question.tokens[place:]
    is_name = words[place].mark == "," and tail[0] in _BEFORE_A_NAME and len(tail) <= _LONGEST_NAME
    return place if is_name and OPENERS.isdisjoint(tail) and place >= SHORTEST_PART else 0
