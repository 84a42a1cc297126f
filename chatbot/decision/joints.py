"""Where things asked about in one breath may be cut apart: "tell me about loose screws | and | scar tissue".

Words only: which cuts make sense is `several_things`' to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chatbot.english.phrases import by_first_word, listed, phrase_at
from chatbot.normalise import Question
from chatbot.parts import ASKED_ABOUT, OPENERS, REQUESTS

_JOINING_THINGS = by_first_word(
    listed("and|plus|or|also|versus|vs|then|and then|as well as|along with|and also")
)
# Marks that part things wherever they stand; these others do so in a list, the comma also after "tell me about".
_PARTING_THINGS = (";", " / ", " + ")
_ANY_MARK = ",."
# What follows one of these is asked about: "tell me about ...", "the difference between ...".
_ASKING_ABOUT = frozenset(
    """tell explain describe discuss talk walk cover information understand learn hear read difference between about
    both versus compare better safer worse""".split()
)
_ASKING_ABOUT_IN_WORDS = by_first_word(
    listed("""
    go over|run through|run me through|the deal with|do you have on|have you got on|what is with|question on
    questions on
    """)
)
_BEFORE_TELLING = frozenset("i we he she they will not shall must".split())
# "Just with physio and no more surgery": what is ruled out is not asked about.
_RULING_OUT = frozenset("no not without never".split())
_OF_BOTH = by_first_word(
    listed("""
    both|the two|each one|each of|does each|is each|which ones|which of them|which of these|which of those
    do they help|do they matter|do they really|do they work|do they do anything|do they make a difference|are they any
    are they worth|are they good|does any of|do any of
    """)
)
_AROUND_ASKING_ABOUT = frozenset(
    "me us more something about for on of to with the please what you know".split()
)
_MOST_WORDS_OF_THINGS = 30  # a longer message tells a story
_MOST_WORDS_OF_A_LIST = 8
_SAYING_SOMETHING = OPENERS | ASKED_ABOUT | REQUESTS | {"not", "no"}


class Joint(NamedTuple):
    """Where two things asked about in one message may be cut apart: one ends at `end`, the next starts at `start`.

    `is_asked_about`: the message opens by asking about things ("tell me about ...", "explain ..."), asks the same of
    all of them ("... do they help"), or only lists them.
    """

    end: int
    start: int
    is_asked_about: bool


def joints(question: Question, start: int, end: int) -> list[Joint]:
    """Return where these words of a message may be cut into two things asked about; nowhere in a long message."""
    if len(question.words) > _MOST_WORDS_OF_THINGS:
        return []
    tokens = question.tokens
    asked = _asks_about(tokens)
    from_here = len(tokens) if asked is None else asked
    has_both = any(
        token in _OF_BOTH and phrase_at(tokens, place, _OF_BOTH) for place, token in enumerate(tokens)
    )
    is_list = _is_list(tokens)
    found = []
    for place in range(start + 1, end):
        is_asked_about = from_here < place or has_both or is_list
        joining = phrase_at(tokens, place, _JOINING_THINGS) if tokens[place] in _JOINING_THINGS else 0
        if joining and place + joining < end and tokens[place + joining] not in _RULING_OUT:
            found.append(Joint(place, place + joining, is_asked_about))
        elif _parts_things(question, place, _ANY_MARK if is_list else "," if is_asked_about else ""):
            found.append(Joint(place, place, is_asked_about))
    return found


def _parts_things(question: Question, place: int, marks: str) -> bool:
    """Return whether a mark before this word, one of `marks` or one that always does, parts two things asked about."""
    words = question.words
    gap = question.text[words[place - 1].end : words[place].start]
    is_parted = bool(words[place].mark) and words[place].mark in marks
    return is_parted or any(mark in gap for mark in _PARTING_THINGS)


def _is_list(tokens: Sequence[str]) -> bool:
    """Return whether a message only names things: "nsaids? biofeedback?", "risks plus benefits of a redo"."""
    return len(tokens) <= _MOST_WORDS_OF_A_LIST and only_names(tokens)


def only_names(tokens: Sequence[str]) -> bool:
    """Return whether nothing is said or asked in some words: "the shots" names something, "do they hurt" does not."""
    return _SAYING_SOMETHING.isdisjoint(tokens)


def _asks_about(tokens: Sequence[str]) -> int | None:
    """Return where the last of the words stands by which a message asks about things, None where it has none.

    "I will tell Harold" asks nothing.
    """
    for place, token in enumerate(tokens):
        if token in _ASKING_ABOUT and not _only_tells(tokens, place):
            return place
        if token in _ASKING_ABOUT_IN_WORDS and (words := phrase_at(tokens, place, _ASKING_ABOUT_IN_WORDS)):
            return place + words - 1
    return None


def _only_tells(tokens: Sequence[str], place: int) -> bool:
    """Return whether a word asks nothing here: "I will tell Harold", "how do you tell if it is the screws"."""
    is_told = place > 0 and tokens[place - 1] in _BEFORE_TELLING
    return is_told or tokens[place + 1 : place + 2] in (("if",), ("whether",))


def first_thing(tokens: Sequence[str]) -> int:
    """Return where the first thing asked about begins: after "can you tell me about"; 0 without such words."""
    asks = _asks_about(tokens)
    place = 0 if asks is None else asks + 1
    while 0 < place < len(tokens) and tokens[place] in _AROUND_ASKING_ABOUT:
        place += 1
    return place if place < len(tokens) else 0
