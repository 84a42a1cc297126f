"""Which kinds of remark there are: the table of the words that make each, and which of several in a message counts.

Its rows are in `of_the_program` and `of_oneself`. It is one table, not one for each kind, as the first row that fits
counts: a row may have to stand before one of another kind.
"""

from __future__ import annotations

from typing import NamedTuple

from chatbot.english.word_kinds import KindTable, word_set
from chatbot.remarks.of_oneself import OF_ONESELF
from chatbot.remarks.of_the_program import OF_THE_PROGRAM
from chatbot.remarks.words import LISTS


class Remark(NamedTuple):
    """What a message says: its kind, "" for none, and the words of a story that its list does not know."""

    kind: str = ""
    odd_words: tuple[str, ...] = ()


# Asked in this order. The names are those of `sentences.REMARKS`, or of what `dialogue.asking_nothing` does.
KINDS = KindTable(OF_THE_PROGRAM + OF_ONESELF, LISTS)

# More than one remark in a message: what counts is the first of these. Who wants something is not told sorry alone.
ORDER = (
    "dying", "blame", "fault", "hurt", "worse", "telling", "sorry", "fear", "needles", "complaint", "small-letters",
    "read-aloud", "how-to", "waiting-room", "no-visit", "unworried", "take-home", "too-long", "simpler", "unheard",
    "repeats", "recalled", "weak-english", "source", "chat", "about-me", "hesitating", "unfinished", "lasting-pain",
    "history", "goodbye", "thanks", "kind", "glad", "came", "life", "when", "greeting", "drop", "nod",
)  # fmt: skip
ASK_NOTHING = word_set("history lasting-pain life when")
