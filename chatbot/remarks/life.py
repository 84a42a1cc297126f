"""What somebody tells of a life: "she is from California", "I worked in a warehouse"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.remarks.operation import ASKS_ANYWHERE, BODY, OPERATION
from chatbot.remarks.pain import PAINFUL
from chatbot.remarks.words import KIN_AND_FRIENDS, TIMES
from chatbot.word_kinds import NOT, word_set

_LONGEST_OF_LIFE = 9
_PERSONS = KIN_AND_FRIENDS | word_set("i he she we")
_OUT_OF_LIFE = OPERATION | BODY - {"work", "working", "driving", "drive"} | PAINFUL | ASKS_ANYWHERE | NOT


def tells_of_life(words: Sequence[str]) -> bool:
    """Return whether a message only tells of a life: "I worked in a warehouse", "I was a nurse for 30 years"."""
    is_told = words[0] in _PERSONS or (words[0] == "my" and words[1:2] and words[1] in KIN_AND_FRIENDS)
    if not is_told or len(words) > _LONGEST_OF_LIFE or not _OUT_OF_LIFE.isdisjoint(words):
        return False
    pairs = set(pairwise(words))
    is_from = not {
        ("is", "from"),
        ("am", "from"),
        ("are", "from"),
        ("come", "from"),
        ("comes", "from"),
    }.isdisjoint(pairs)
    is_whole_life = tuple(words[-3:]) == ("all", "my", "life")
    works = is_whole_life or any(
        verb in ("work", "works", "worked") and where in ("in", "at", "as", "for") for verb, where in pairs
    )
    was = ("was", "a") in pairs and "for" in words and not TIMES.isdisjoint(words)
    return is_from or works or was
