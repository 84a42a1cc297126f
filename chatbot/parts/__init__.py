"""Where one question of a message ends and the next begins, and which parts of it ask at all.

Read from the words alone; what a part asks for is for `decision` to say. A statement before a question leads to it:
"they want to freeze one nerve, how does that work".

`opening` tells how a question opens, `announcing` what announces one more; `cutting` cuts a message into stretches,
`several` finds the questions among them, `asking` the one that asks where only one does.
"""

from chatbot.parts.announcing import words_announcing
from chatbot.parts.asking import LastQuestion, asked_from, asking, asks, last_question, named_last
from chatbot.parts.cutting import LEADING_ON, Stretch, segments
from chatbot.parts.opening import (
    ASKED_ABOUT,
    OPENERS,
    REQUESTS,
    opens_a_question,
    opens_or_requests,
    requests,
)
from chatbot.parts.several import FEWEST_PARTS, MOST_PARTS, MOST_WORDS, AskedPart, asked_parts, partings

__all__ = [
    "ASKED_ABOUT",
    "FEWEST_PARTS",
    "LEADING_ON",
    "MOST_PARTS",
    "MOST_WORDS",
    "OPENERS",
    "REQUESTS",
    "AskedPart",
    "LastQuestion",
    "Stretch",
    "asked_from",
    "asked_parts",
    "asking",
    "asks",
    "forget_message",
    "last_question",
    "named_last",
    "opens_a_question",
    "opens_or_requests",
    "partings",
    "requests",
    "segments",
    "words_announcing",
]


def forget_message() -> None:
    """Forget how messages were cut and what they ask last, which is asked several times while one is answered."""
    segments.cache_clear()
    last_question.cache_clear()
