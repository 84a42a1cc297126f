"""The questions of a message that holds several of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chatbot.normalise import Question
from chatbot.parts.cutting import SHORTEST_PART, Stretch, segments
from chatbot.parts.opening import (
    ASKING_WORDS,
    NAMING_A_QUESTION,
    OPENING_AUXILIARIES,
    REQUESTS,
    is_a_condition,
    opens_or_requests,
)

FEWEST_PARTS = 2
MOST_PARTS = 3
MOST_WORDS = 44  # of a message with several questions; a longer one is a story
_WORDS_INSIDE = ASKING_WORDS | REQUESTS
_VERB_WITHIN = 5  # words of the one that asks: "what kind of pills are"


class AskedPart(NamedTuple):
    """One of several questions in a message: from `start` up to `end`, as places of words.

    `lead` is where the statement that leads to it starts; where there is none, it equals `start`. `opens`: it opens
    like a question or has a question mark; otherwise a word that asks stands somewhere inside of it.
    """

    start: int
    end: int
    lead: int
    opens: bool


def asked_parts(question: Question) -> list[AskedPart]:
    """Return the questions of a message that holds several of them, in its order; none of one question or a story."""
    if len(question.words) > MOST_WORDS:
        return []
    stretches = [one for one in segments(question) if one.end - one.start >= SHORTEST_PART]
    opening = [one for one in stretches if _opens(question.tokens, one, is_last=one is stretches[-1])]
    asking = opening if len(opening) >= FEWEST_PARTS else _asking_inside(question.tokens, stretches, opening)
    if not FEWEST_PARTS <= len(asking) <= MOST_PARTS:
        return []
    parts = []
    end_before = 0
    for one in asking:
        lead = next((other.start for other in stretches if end_before <= other.start < one.start), one.start)
        parts.append(AskedPart(one.start, one.end, lead, opens=one in opening))
        end_before = one.end
    return parts


def _opens(tokens: Sequence[str], one: Stretch, *, is_last: bool) -> bool:
    """Return whether a stretch asks; `is_last`: it ends the message, so that nothing comes which it could lead to."""
    if one.has_mark:
        return True
    words = tokens[one.start : one.end]
    return (is_last or not is_a_condition(words)) and opens_or_requests(words)


def _asking_inside(tokens: Sequence[str], stretches: list[Stretch], opening: list[Stretch]) -> list[Stretch]:
    """Return the stretches that ask, also where only a word inside of them does; all stretches where none asks.

    `opening` are those that open like a question. What stands before the first of them leads to it, unless it holds a
    question itself.
    """
    first = opening[0].start if opening else 0
    asking = [
        one
        for one in stretches
        if one in opening
        or (one.start >= first and not _WORDS_INSIDE.isdisjoint(tokens[one.start : one.end]))
        or _holds_a_question(tokens[one.start : one.end])
    ]
    return asking or stretches


def _holds_a_question(tokens: Sequence[str]) -> bool:
    """Return whether a question or a request stands in a stretch: "after a redo when does", "my son asks what"."""
    return not REQUESTS.isdisjoint(tokens) or any(
        word in ASKING_WORDS
        and (
            not OPENING_AUXILIARIES.isdisjoint(tokens[place + 1 : place + _VERB_WITHIN])
            or not NAMING_A_QUESTION.isdisjoint(tokens[:place])
        )
        for place, word in enumerate(tokens)
    )
