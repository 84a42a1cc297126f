"""Who tells of a death: "my late husband", "he passed two years ago"."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.remarks.words import KIN_AND_FRIENDS
from chatbot.word_kinds import word_set

_PETS = word_set("dog cat puppy")
_DYING_WORDS = word_set("died passed lost buried late gone widow widower widowed dead rest")
_PASSED_WITH = word_set(
    "away on last in this from and but so now suddenly recently when i we two three four years before since peacefully"
) | {""}
_IF = word_set("if could would might may can will how why nobody")
_IF_REACHES = 4
_OF_US = word_set("my our her his")
_UNITS_AFTER_A = word_set("year while month week few couple long")


def tells_of_loss(words: Sequence[str]) -> bool:
    """Return whether a message says that somebody near has died: "my late husband", "he passed two years ago".

    A son who passed his exam, who passed out, or who might die is no loss.
    """
    if _DYING_WORDS.isdisjoint(words):
        return False
    if not {"widow", "widower", "widowed"}.isdisjoint(words):
        return True
    return any(_tells_of_loss_at(place, words) for place in range(len(words)))


def _tells_of_loss_at(place: int, words: Sequence[str]) -> bool:
    """Return whether the word at this place says that somebody, or a pet, died."""
    before, word, after = words[:place], words[place], (*words[place + 1 : place + 4], "")
    near = KIN_AND_FRIENDS | _PETS
    if word not in _DYING_WORDS or not _IF.isdisjoint(before[-_IF_REACHES:]):
        return False
    if word in ("late", "rest"):
        return after[0] in near if word == "late" else before[-1:] == ("god",)
    if word in ("lost", "buried"):
        return after[0] in _OF_US and not near.isdisjoint(after[1:])
    is_of_somebody = not (near | {"he", "she"}).isdisjoint(before) or before[-2:-1] == ("since",)
    return is_of_somebody and _is_of_death(word, before, after)


def _is_of_death(word: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether "passed", "gone" and "dead" say that somebody died; "died" does."""
    if word == "passed":
        is_time = after[0] == "a" and not _UNITS_AFTER_A.isdisjoint(after[1:])
        return is_time or after[0] in _PASSED_WITH or after[0].isdecimal()
    if word == "gone":
        return after[0] in ("", "now") or "years" in after
    return word != "dead" or before[-1] in ("is", "are", "now", "long", "been")
