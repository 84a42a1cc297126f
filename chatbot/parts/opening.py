"""How a question opens, and a request: read from the words alone."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.courtesy import unwrap
from chatbot.english.function_words import AUXILIARIES, SUBJECTS, WORDS_THAT_ASK

OPENING_AUXILIARIES = AUXILIARIES - {"must"}  # "they must" tells
OPENERS = (
    WORDS_THAT_ASK | OPENING_AUXILIARIES | frozenset("whose tell explain describe if whether any".split())
)
ASKING_WORDS = WORDS_THAT_ASK - {"whom"} | {"whether"}
ASKED_ABOUT = SUBJECTS | {"anything", "anyone", "anybody"}
# "I would like" has its "would", and "I feel like nobody listens" wants nothing.
REQUESTS = frozenset("need want would please".split())
NAMING_A_QUESTION = frozenset("ask asks asked asking know knows wonder wonders wondering tell tells".split())
JOINERS = frozenset("and also plus but or then".split())
REQUEST_WITHIN = 4  # words: "I would also like"


def opens_a_question(tokens: Sequence[str]) -> bool:
    """Return whether words open like a question, behind a greeting too: "hi, how ..."; not "cannot ..."."""
    opening = tokens if tokens[0] in OPENERS else tokens[unwrap(tokens)[0] :]
    return opening[0] in OPENERS and (opening[0] not in OPENING_AUXILIARIES or opening[1:2] != ("not",))


def requests(opening: Sequence[str]) -> bool:
    """Return whether a stretch that opens so is a request: "I would also like", not "I do not want"."""
    return opening[0] in ("i", "we") and "not" not in opening and not REQUESTS.isdisjoint(opening)


def opens_or_requests(tokens: Sequence[str]) -> bool:
    """Return whether a stretch opens like a question or a request: "how ...", "i need to ...", not "cannot ..."."""
    return opens_a_question(tokens) or tokens[0] in REQUESTS or requests(tokens[:REQUEST_WITHIN])


def is_a_condition(tokens: Sequence[str]) -> bool:
    """Return whether a stretch is a condition of what comes after it: "if ...", "when they know ..."."""
    return tokens[0] == "if" or (tokens[0] == "when" and tokens[1] in SUBJECTS)
