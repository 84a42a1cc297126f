"""What people tell of themselves and their families: that it hurts, an operation, a life, a death.

No row of the table in `kinds` can tell these. The lists of words of each stand before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.english.word_kinds import NOT, word_set
from chatbot.remarks.kinds import Remark
from chatbot.remarks.words import (
    AGES,
    AROUND_TIMES,
    FIRST_OF_QUESTIONS,
    KIN_AND_FRIENDS,
    NUMBERS,
    SMALL,
    TIMES,
)

# -- that it hurts

_PAINFUL = word_set(
    "pain pains hurt hurts hurting painful ache aches aching sore suffering suffer shot killing better"
)
_AROUND_PAIN = word_set(
    """still same single always every day days all time constant constantly daily follows follow continues continue
    persist persists stays stay never no not stopped lot lots much terrible awful horrible bad worse so even any more
    ever got feel feels feeling there gets getting like lasting chronic is"""
)
_AROUND_A_COMPLAINT = _PAINFUL.union(
    _AROUND_PAIN, SMALL, KIN_AND_FRIENDS, TIMES, NUMBERS, AROUND_TIMES, word_set("back spine lower")
)


def _is_pain(word: str, words: Sequence[str]) -> bool:
    """Return whether a word of pain is one here: "my back is shot" is, "I had a shot" is not."""
    before = words[: list(words).index(word)]
    if word == "shot":
        return before[-1:] in (("is",), ("so",), ("all",), ["is"])
    return word != "better" or bool({"not", "no", "never"} & set(before[-4:]))


def complains_of_pain(words: Sequence[str]) -> bool:
    """Return whether all that is said is that it hurts: "he is in pain all the time"."""
    is_told = words[0] not in FIRST_OF_QUESTIONS and _AROUND_A_COMPLAINT.issuperset(words)
    return is_told and any(_is_pain(word, words) for word in _PAINFUL.intersection(words))


# -- an operation

# The longest story of an operation, and how many words of it no list need know.
_LONGEST_STORY = 26
_MOST_ODD_WORDS = 3

_OPERATION = word_set(
    "fusion fusions fused surgery surgeries operation operations operated tlif plif alif op"
)
_PAST = word_set("had got did was were been underwent ago last since made went gotten")
_AROUND_OPERATION = word_set(
    """spine spinal lumbar back lower level levels column vertebra vertebrae part get having did done make took
    underwent through procedure male female man woman guy old yo age aged by dr doctor surgeon hospital clinic asking
    behalf about and or another big major they who which patient year name his her mr mrs called"""
)
_RECENT = word_set("day days week weeks yesterday tonight hours hour morning")
_ASKS_ANYWHERE = word_set(
    """why what how when where which whom should could would can will might does if want wants need needs next because
    reason reasons names list tell explain help fix cause"""
)
_BODY = word_set(
    """leg legs foot feet toe toes arm arms hand hands hip hips neck knee knees buttock numb numbness tingling weak
    weakness walk walking stand standing sit sitting sleep sleeping fever chills bladder bowel wound scar screw screws
    rod rods nerve nerves bone bones disc discs cage infection fall fell broke broken loose head heart chest breathe
    blood swelling swollen muscle muscles spasm spasms cramp cramps dizzy burning electric stiff stiffness itching
    headache headaches sick vomiting constipated pregnant medicine pills shots therapy drive driving work""",
)
_KNOWN_OF_OPERATIONS = _OPERATION.union(
    _PAST, _AROUND_OPERATION, TIMES, AROUND_TIMES, NUMBERS, AGES, SMALL, KIN_AND_FRIENDS, ("0", "2000")
)
_TELLERS = word_set("i my we he she his her they male female")
_DATES = TIMES - _RECENT - {"may", "march"}


def told_of_operation(words: Sequence[str]) -> Remark:
    """Return the remark that tells of a past operation ("history"), or of pain that stayed since ("lasting-pain").

    "My father had a fusion 8 months ago" is one. It may have a few words that no list has, which the engine looks up.
    No kind for a message that asks, denies, or tells of anything else.
    """
    said = set(words)
    if len(words) > _LONGEST_STORY or words[0] in FIRST_OF_QUESTIONS or not _is_past(words):
        return Remark()
    is_denied = "never" in said or "nothing" in said or ({"no", "not"} & said and "better" not in said)
    is_before = "before" in said and ("before", "last") not in pairwise(words)
    if is_denied or is_before or _ASKS_ANYWHERE & said:
        return Remark()
    hurting = {word for word in _PAINFUL & said if _is_pain(word, words)}
    around = hurting | _AROUND_PAIN if hurting else frozenset()
    odd = [word for word in words if word not in _KNOWN_OF_OPERATIONS and word not in around]
    is_recent = not _RECENT.isdisjoint(
        word for word, then in pairwise(words) if then == "ago" or word != "day"
    )
    if len(odd) > _MOST_ODD_WORDS or (odd and is_recent) or not _are_of_no_body(odd, words):
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
    if (_BODY | _PAINFUL).intersection(odd) or not {"since", "ever", "after"}.isdisjoint(words):
        return False
    place = next(place for place, word in enumerate(words) if word in _OPERATION)
    later = [at for at in range(place, len(words)) if words[at] in odd]
    return all(words[at - 1] in ("at", "by", "dr", "doctor") or words[at - 1] in odd for at in later)


def _is_past(words: Sequence[str]) -> bool:
    """Return whether an operation is told of that has been: "fused in 2021", "they did my fusion"; no "fused back"."""
    said = set(words)
    if _OPERATION.isdisjoint(said):
        return False
    is_dated = "2000" in said or (_DATES & said and _TELLERS & said)
    return bool(_PAST & said or is_dated)


# -- a life

_LONGEST_OF_LIFE = 9
_PERSONS = KIN_AND_FRIENDS | word_set("i he she we")
_OUT_OF_LIFE = _OPERATION | _BODY - {"work", "driving", "drive"} | _PAINFUL | _ASKS_ANYWHERE | NOT


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


# -- a death

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
