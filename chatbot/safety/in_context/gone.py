"""A trouble that is said to be gone: "the numbness between my legs is gone" (rule 5).

The trouble must be gone, not the limb or the feeling: "my legs are gone", "the feeling in my legs is gone".
"""

from __future__ import annotations

from chatbot.safety.in_context.context import Context
from chatbot.safety.reading.places import Place
from chatbot.safety.windows import DENIED_AFTER

# "The numbness between my legs is gone" tells of the numbness, not of the legs.
_TROUBLES = frozenset(
    """numbness tingling weakness leak leaking leakage dribbling incontinence accidents pain pains ache pressure burning
    tightness swelling cramp cramps problem problems trouble""".split()
)
_BEFORE_A_FEELING = frozenset("numb weak tingly dead strange odd weird tight heavy".split())
_GOOD_FEELINGS = frozenset("feeling feelings sensation strength control power".split())
_BEING_GONE = frozenset("is are was were has have had".split())
_ENDING_WHAT_IS_GONE = frozenset(
    "and but or so with because then makes spread spreads went goes everything".split()
)
# Not "gone up to my chest", "gone dead".
_BEHIND_WHAT_IS_GONE = frozenset(
    "since after now thank thanks when what can how should is do and but so".split()
)


def is_gone(place: Place, context: Context, high: int) -> bool:
    """Return whether the trouble itself, not the limb, is said to be gone: "the numbness between my legs is gone"."""
    texts, marks = context.texts, context.marks
    reach = min(high, place.last + DENIED_AFTER)
    gone = next((at for at in range(place.first, reach + 1) if texts[at] == "gone"), 0)
    if not gone or _BEING_GONE.isdisjoint(texts[max(0, gone - 2) : gone]):
        return False
    if gone < high and not marks[gone + 1] and texts[gone + 1] not in _BEHIND_WHAT_IS_GONE:
        return False
    at = gone
    while at > 0 and not marks[at] and context.sentence[at - 1] == context.sentence[gone]:
        at -= 1
        if texts[at] in _GOOD_FEELINGS:
            return at > 0 and texts[at - 1] in _BEFORE_A_FEELING
        if texts[at] in _TROUBLES:
            return True
        if texts[at] in _ENDING_WHAT_IS_GONE or (texts[at] in _BEING_GONE and at < gone - 2):
            return False
    return False
