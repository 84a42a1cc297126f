"""Whether who asks about 988 says that it is needed: "can I text 988, I might need it" (rule 18).

By its words the question is as ordinary as "what is 988 for"; what is said beside it makes a report of it.
"""

from __future__ import annotations

import re

from chatbot.safety.in_context.context import Context
from chatbot.safety.reading.places import Place

_LINE = "988"
_NEEDED = (
    r"\b(?<!not )(?<!never )(?:need (?:it|them|that)\b|asking for myself|it is for me\b|for myself"
    r"|not (?:feel|am|be) safe|do not trust myself|could use it|close to calling|tonight gets"
    r"|worried about (?:my|him|her)\b|scares me|want to have it ready)"
)


def is_needed(place: Place, context: Context) -> bool:
    """Return whether the sign at this place asks about 988, and the message says that the line is needed."""
    if _LINE not in context.texts[place.first : place.last + 1]:
        return False
    return re.search(_NEEDED, " ".join(word.text for word in context.reading.words)) is not None
