"""A place in a list that the message names: "number 2 from the list of causes", "the third procedure on that list".

A place without a list counts in what is on the screen, and is read by `places`. Which entry holds the named list,
`dialogue.choosing` finds out with the help of the knowledge base.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.follow_up.places import CHOOSING, LONGEST_CHOICE, NUMBER_MARKS, NUMBERS, ORDINALS, place_of

_LIST = frozenset("list lists listed".split())
_TOLD = frozenset("listed mentioned named gave said showed".split())
# "The second of the causes", "the second cause": what is counted says that a list is meant, without the word.
_COUNTED = frozenset("cause causes reason reasons".split())
_ONESELF = frozenset("i my me we".split())  # "the first reason I came is ..." counts in no list
_EARLIER = frozenset("before earlier previous old".split())
_BEFORE_A_LIST = frozenset("of from in on".split())
# Words around the name of a list that name nothing: "the last one on that list from before".
_NAMING_NOTHING = FUNCTION_WORDS | _LIST | _TOLD | _EARLIER | {"ones", "point", "item", "thing"}


class InList(NamedTuple):
    """A place, counted from 0 (-1 is the last), in a list of this `name`; no name for whichever it was.

    `is_earlier`: a list from before is meant, not what is on the screen.
    """

    place: int
    name: tuple[str, ...]
    is_earlier: bool


def place_in_list(words: Sequence[str]) -> InList | None:
    """Read where in which list a message points; None where it names no list, or asks more than that."""
    counted = _counted(words) if len(words) <= LONGEST_CHOICE else None
    if counted is None:
        return None
    start, end, place = counted
    after = words[end:]
    is_told = any(one == "you" and two in _TOLD for one, two in pairwise(after))
    names_cause = not _COUNTED.isdisjoint(after[:1]) or (
        after[:1] != () and after[0] in _BEFORE_A_LIST and not _COUNTED.isdisjoint(after[:3])
    )
    is_list = not _LIST.isdisjoint(after) or is_told or (names_cause and _ONESELF.isdisjoint(after))
    if not is_list or words[start - 1 : start] == ("my",) or not CHOOSING.issuperset(words[:start]):
        return None
    name = tuple(word for word in after if word not in _NAMING_NOTHING)
    return InList(place, name, not _EARLIER.isdisjoint(after))


def _counted(words: Sequence[str]) -> tuple[int, int, int] | None:
    """Return where a count ("number 5", "the second one") starts and ends, and the place it names; None for none."""
    for start, (word, after) in enumerate(pairwise(words)):
        if word in NUMBER_MARKS and (after.isdecimal() or after in NUMBERS):
            return start, start + 2, place_of(after)
        if word in ORDINALS:
            return start, start + (2 if after == "one" else 1), ORDINALS[word]
    return None
