"""Another doctor's name in a question: "is Dr. Smith any good". The guide speaks of one surgeon alone."""

from __future__ import annotations

from itertools import pairwise

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.matching import Matcher
from chatbot.normalise import Question, normalise

_OF_NO_ENTRY = ("unknown", "outside")


def other_doctor(question: Question, surgeon: str, matcher: Matcher) -> str:
    """Return the name behind "Dr." of a doctor who is not this surgeon, as it was typed; "" where there is none.

    A name begins with a capital; behind "dr" in small letters it is a word that nobody knows.
    """
    words = question.words
    own = normalise(surgeon).tokens
    for title, name in pairwise(words):
        typed = question.text[name.start : name.end]
        if title.text != "doctor" or name.mark or name.text in FUNCTION_WORDS or not typed.isalpha():
            continue
        ranking = matcher.match((name.text,)).ranking
        is_short = question.text[title.start : title.end].casefold() == "dr"
        is_unknown = is_short and all(word.status in _OF_NO_ENTRY for word in ranking.words)
        if (typed.istitle() or is_unknown) and not {name.text, *ranking.words_meant}.intersection(own):
            return typed.capitalize()
    return ""
