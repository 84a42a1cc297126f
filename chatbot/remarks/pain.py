"""Who says that it hurts, and no more: "he is in pain all the time"."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.remarks.words import AROUND_TIMES, FIRST_OF_QUESTIONS, KIN_AND_FRIENDS, NUMBERS, SMALL, TIMES
from chatbot.word_kinds import word_set

PAINFUL = word_set(
    "pain pains hurt hurts hurting painful ache aches aching sore suffering suffer shot killing better"
)
AROUND_PAIN = word_set(
    """still same single always every day days all time constant constantly daily follows follow continues continue
    persist persists stays stay never no not stopped lot lots much terrible awful horrible bad worse so even any more
    ever got feel feels feeling there gets getting like lasting chronic constant is"""
)
_AROUND_A_COMPLAINT = PAINFUL.union(
    AROUND_PAIN, SMALL, KIN_AND_FRIENDS, TIMES, NUMBERS, AROUND_TIMES, word_set("back spine lower")
)


def is_pain(word: str, words: Sequence[str]) -> bool:
    """Return whether a word of pain is one here: "my back is shot" is, "I had a shot" is not."""
    before = words[: list(words).index(word)]
    if word == "shot":
        return before[-1:] in (("is",), ("so",), ("all",), ["is"])
    return word != "better" or bool({"not", "no", "never"} & set(before[-4:]))


def complains_of_pain(words: Sequence[str]) -> bool:
    """Return whether all that is said is that it hurts: "he is in pain all the time"."""
    is_told = words[0] not in FIRST_OF_QUESTIONS and _AROUND_A_COMPLAINT.issuperset(words)
    return is_told and any(is_pain(word, words) for word in PAINFUL.intersection(words))
