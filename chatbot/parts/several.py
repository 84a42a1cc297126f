"""The questions of a message that holds several of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from chatbot.english.courtesy import unwrap
from chatbot.english.function_words import HAVING, SUBJECTS, WORDS_THAT_ASK, content_words
from chatbot.normalise import Question
from chatbot.parts.announcing import asked_indirectly
from chatbot.parts.cutting import LEADING_ON, SHORTEST_PART, Stretch, segments
from chatbot.parts.opening import (
    ASKING_WORDS,
    NAMING_A_QUESTION,
    OPENING_AUXILIARIES,
    REQUESTS,
    is_a_condition,
    opens_or_requests,
)

FEWEST_PARTS, MOST_PARTS = 2, 3
MOST_WORDS = 44  # of a message with several questions; a longer one is a story
_WORDS_INSIDE = ASKING_WORDS | REQUESTS
_VERB_WITHIN = 5  # words of the one that asks: "what kind of pills are"

# -- two questions with nothing between them

_SHORTEST_ALONE = 3  # words of each
_MOST_PARTINGS = 2  # each is matched
# Words that begin a clause, so that a verb behind them begins no question: "what if the screws are loose".
_OPENING_A_CLAUSE = WORDS_THAT_ASK | frozenset(
    "if that because whether since while after before until once unless than as though although like".split()
)
# Behind a word that asks, its verb stands before this place: "when can", "how long is", "what kind of pills are".
_VERB_BEFORE = {"when": 2, "where": 2, "who": 2, "why": 2, "how": 3, "what": 4, "which": 4}
_BEGINNING = (OPENING_AUXILIARIES - HAVING - {"am"}) | frozenset(_VERB_BEFORE)
# Behind one of these the question goes on: "do you know when", "is it true that it is".
_LEADING_INTO = LEADING_ON | frozenset("that this it there which".split())


class AskedPart(NamedTuple):
    """One of several questions in a message: from `start` up to `end`, as places of words.

    `lead` is where the statement that leads to it starts; where there is none, it equals `start`. `opens`: it opens
    like a question, has a question mark or is announced; otherwise a word that asks stands somewhere inside of it.
    """

    start: int
    end: int
    lead: int
    opens: bool


def asked_parts(question: Question) -> list[AskedPart]:
    """Return the questions of a message that holds several of them, in its order; none of one question or a story."""
    if len(question.words) > MOST_WORDS:
        return []
    stretches = _announced(question)
    opening = [one for one in stretches if _opens(question.tokens, one, is_last=one is stretches[-1])]
    asking = opening if len(opening) >= FEWEST_PARTS else _asking_inside(question.tokens, stretches, opening)
    if not FEWEST_PARTS <= len(asking) <= MOST_PARTS:
        return []
    parts = []
    end_before = 0
    for one in asking:
        lead = next((other.start for other in stretches if end_before <= other.start < one.start), one.start)
        start = one.start + asked_indirectly(question.tokens[: one.end], one.start)
        parts.append(AskedPart(start, one.end, lead if lead < one.start else start, opens=one in opening))
        end_before = one.end
    return parts


def partings(question: Question) -> list[tuple[AskedPart, AskedPart]]:
    """Return how a message may be parted where nothing stands between two questions: "do shots help who is the doctor".

    A message is parted only behind a question that has its verb, and before a word that may begin another one; the
    first places come first. Words alone do not tell whether there are two questions (where they do, `cutting` has cut
    already): the caller has to match both.
    """
    tokens = question.tokens
    if _BEGINNING.isdisjoint(tokens[_SHORTEST_ALONE : 1 - _SHORTEST_ALONE]):
        return []  # as of most messages
    end = len(tokens)
    start = unwrap(tokens)[0]
    if not 2 * _SHORTEST_ALONE <= end - start <= MOST_WORDS or not opens_or_requests(tokens[start:]):
        return []
    verb = next((at for at in range(start, end) if tokens[at] in OPENING_AUXILIARIES), end)
    places = (
        place
        for place in range(max(start + _SHORTEST_ALONE, verb + 1), end - _SHORTEST_ALONE + 1)
        if tokens[place] in _BEGINNING
        and tokens[place - 1] not in _LEADING_INTO
        and _begins_to_ask(tokens, verb, place)
    )
    return [
        (AskedPart(start, place, start, opens=True), AskedPart(place, end, place, opens=True))
        for place in islice(places, _MOST_PARTINGS)
    ]


def _begins_to_ask(tokens: Sequence[str], verb: int, place: int) -> bool:
    """Return whether a question may begin here, after one with its verb at `verb`.

    It may begin with a verb, but not with that of a clause: "what if the screws | are loose". Or it begins with a word
    that asks and has its verb behind it: "when can I", "how long is it", "what kind is it"; not "when I can".
    """
    word = tokens[place]
    if word in OPENING_AUXILIARIES:
        return tokens[place + 1] not in OPENING_AUXILIARIES and _OPENING_A_CLAUSE.isdisjoint(
            tokens[verb + 1 : place]
        )
    within = tokens[place + 1 : place + _VERB_BEFORE[word]]
    behind = next((at for at, token in enumerate(within) if token in OPENING_AUXILIARIES), None)
    return behind is not None and SUBJECTS.isdisjoint(within[:behind])


def _announced(question: Question) -> list[Stretch]:
    """Return the stretches that may ask; before "2." and "another question", the first one counts as announced, too.

    A "1." that nothing follows announces nothing.
    """
    stretches = [one for one in segments(question) if _is_long_enough(question.tokens, one)]
    is_counted = any(one.is_announced for one in stretches[1:])
    return [one._replace(is_announced=one.is_announced and is_counted) for one in stretches]


def _is_long_enough(tokens: Sequence[str], one: Stretch) -> bool:
    """Return whether a stretch may ask; a single word must name something and be announced or marked: "2. MRI"."""
    if one.end - one.start >= SHORTEST_PART:
        return True
    return (one.has_mark or one.is_announced) and bool(content_words(tokens[one.start : one.end]))


def _opens(tokens: Sequence[str], one: Stretch, *, is_last: bool) -> bool:
    """Return whether a stretch asks; `is_last`: it ends the message, so that nothing comes which it could lead to."""
    words = tokens[one.start : one.end]
    if one.has_mark or one.is_announced or asked_indirectly(words, 0):
        return True
    return (is_last or not is_a_condition(words)) and opens_or_requests(words)


def _asking_inside(tokens: Sequence[str], stretches: list[Stretch], opening: list[Stretch]) -> list[Stretch]:
    """Return the stretches that ask, also where only a word inside of them does; all stretches where none asks.

    `opening` are those that open like a question. What stands before the first of them leads to it, unless it holds a
    question itself, or another question is announced behind it: "bone scan. One other question, who does it".
    """
    first = opening[0].start if opening else 0
    before_another = [one for one, two in pairwise(stretches) if two.is_announced]
    asking = [
        one
        for one in stretches
        if one in opening
        or one in before_another
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
