"""The story of an operation: "my father had a fusion 8 months ago", alone or with pain that has stayed since.

Such a story may have a few words that no list has; the engine looks them up.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.remarks.kinds import Remark
from chatbot.remarks.pain import AROUND_PAIN, PAINFUL, is_pain
from chatbot.remarks.words import (
    AGES,
    AROUND_TIMES,
    FIRST_OF_QUESTIONS,
    KIN_AND_FRIENDS,
    NUMBERS,
    SMALL,
    TIMES,
)
from chatbot.word_kinds import word_set

# The longest story of an operation, and how many words of it no list need know.
LONGEST_STORY = 26
MOST_ODD_WORDS = 3

OPERATION = word_set("fusion fusions fused surgery surgeries operation operations operated tlif plif alif op")
_PAST = word_set("had got did was were been underwent ago last since made went gotten")
_AROUND_OPERATION = word_set(
    """spine spinal lumbar back lower level levels column vertebra vertebrae part get having did done make took
    underwent through procedure male female man woman guy old yo age aged by dr doctor surgeon hospital clinic asking
    behalf about and or another big major they who which patient year name his her mr mrs called his"""
)
_RECENT = word_set("day days week weeks wk yesterday tonight hours hour morning")
ASKS_ANYWHERE = word_set(
    """why what how when where which whom should could would can will might does if want wants need needs next because
    reason reasons names list tell explain help fix cause"""
)
BODY = word_set(
    """leg legs foot feet toe toes arm arms hand hands hip hips neck knee knees buttock numb numbness tingling weak
    weakness walk walking stand standing sit sitting sleep sleeping fever chills bladder bowel wound scar screw screws
    rod rods nerve nerves bone bones disc discs cage infection fall fell broke broken loose head heart chest breathe
    blood swelling swollen muscle muscles spasm spasms cramp cramps dizzy burning electric stiff stiffness itching
    headache headaches sick vomiting constipated pregnant medicine pills shots therapy drive driving work""",
)
_KNOWN_OF_OPERATIONS = OPERATION.union(
    _PAST, _AROUND_OPERATION, TIMES, AROUND_TIMES, NUMBERS, AGES, SMALL, KIN_AND_FRIENDS, ("0", "2000")
)
_TELLERS = word_set("i my we he she his her they male female")
_DATES = TIMES - _RECENT - {"may", "march"}


def told_of_operation(words: Sequence[str]) -> Remark:
    """Return the remark that tells of a past operation ("history"), or of pain that stayed since ("lasting-pain").

    "My father had a fusion 8 months ago" is one. No kind for a message that asks, denies, or tells of anything else.
    """
    said = set(words)
    if len(words) > LONGEST_STORY or words[0] in FIRST_OF_QUESTIONS or not _is_past(words):
        return Remark()
    is_denied = "never" in said or "nothing" in said or ({"no", "not"} & said and "better" not in said)
    is_before = "before" in said and ("before", "last") not in pairwise(words)
    if is_denied or is_before or ASKS_ANYWHERE & said:
        return Remark()
    hurting = {word for word in PAINFUL & said if is_pain(word, words)}
    around = hurting | AROUND_PAIN if hurting else frozenset()
    odd = [word for word in words if word not in _KNOWN_OF_OPERATIONS and word not in around]
    is_recent = not _RECENT.isdisjoint(
        word for word, then in pairwise(words) if then == "ago" or word != "day"
    )
    if len(odd) > MOST_ODD_WORDS or (odd and is_recent) or not _are_of_no_body(odd, words):
        return Remark()
    if hurting and any(then == "ago" and unit in _RECENT for unit, then in pairwise(words)):
        return Remark()
    return Remark("lasting-pain" if hurting else "history", tuple(odd))


def _are_of_no_body(odd: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether the words that no list has are harmless: who somebody is ("bus driver"), where or by whom.

    Behind the operation, or with "since", they may say what is wrong, which the triage and the entries answer.
    """
    if not odd:
        return True
    if (BODY | PAINFUL).intersection(odd) or not {"since", "ever", "after"}.isdisjoint(words):
        return False
    place = next(place for place, word in enumerate(words) if word in OPERATION)
    later = [at for at in range(place, len(words)) if words[at] in odd]
    return all(words[at - 1] in ("at", "by", "dr", "doctor") or words[at - 1] in odd for at in later)


def _is_past(words: Sequence[str]) -> bool:
    """Return whether an operation is told of that has been: "fused in 2021", "they did my fusion"; no "fused back"."""
    said = set(words)
    if OPERATION.isdisjoint(said):
        return False
    is_dated = "2000" in said or (_DATES & said and _TELLERS & said)
    return bool(_PAST & said or is_dated)
