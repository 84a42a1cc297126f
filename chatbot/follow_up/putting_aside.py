"""What a message puts aside before it asks: "I don't need an appointment, I need to know why it hurts".

What is put aside is named, so that it would be answered like anything else that is asked about. What is turned down of
an answer is `corrections`'; what a list has beside something ("no pills, what else") is `dialogue.excluding`'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.function_words import AUXILIARIES, SUBJECTS, WORDS_THAT_ASK, content_words
from chatbot.english.phrases import by_first_word, listed, phrase_at
from chatbot.normalise import Question, from_word
from chatbot.parts import asks, requests

_PUTTING_ASIDE = by_first_word(
    listed("""
        do not give me|do not tell me about|do not talk about|do not send me to|do not start with
        stop talking about|stop telling me about|stop with|no more about|spare me|leave aside|leave out
        i do not care about|i do not care for|i do not need|i do not want to hear about|i do not want to know about
        i do not want to talk about|i am not interested in|i am not asking about|i am not asking for
        i am not talking about|i am not here about|i am not here for|i did not come for|i did not come about
        it is not about|its not about|this is not about|that is not about|i have heard enough about|i heard enough about
        enough about|enough of|enough with|not|not about
    """)
)
# What is known may still be asked about: "I know about the shots, do they hurt".
_KNOWING = by_first_word(
    listed("""
        i know about|i know all about|i already know about|i know enough about|i have read about|i read about
        i understand|i have heard about|i heard about
    """)
)
_BEFORE = frozenset("no but well ok okay and please sorry look listen hey so".split())
_OF_IT = frozenset("it its they them their that those these there one ones".split())
# What is put aside has a name of so few words, and is no sentence of its own: not "not sure what to ask, ...".
_LONGEST_NAME = 6
_IN_A_SENTENCE = AUXILIARIES | SUBJECTS | WORDS_THAT_ASK | {"sure", "certain"}
# "I am not interested in surgery but in therapy".
_BUT = "but"
_BEHIND_BUT = frozenset("in about for only just rather".split())
# "No pills, what else is there" asks for the rest of a list.
_REST = frozenset("else instead left other another".split())


def behind_what_is_put_aside(question: Question) -> int:
    """Return where a message asks behind what it puts aside; 0 where it puts nothing aside, or asks nothing."""
    words = question.tokens
    start = 1 if words[0] in _BEFORE and len(words) > 1 else 0
    known = phrase_at(words, start, _KNOWING)
    begin = start + (known or phrase_at(words, start, _PUTTING_ASIDE))
    end = _end_of_name(question, begin) if begin > start else 0
    if not end or not _is_name(words[begin:end]):
        return 0
    rest = from_word(question, end)
    is_asked = asks(rest) or requests(rest.tokens) or words[end] in _BEHIND_BUT
    is_of_it = bool(known) and not _OF_IT.isdisjoint(rest.tokens)
    is_clear = bool(content_words(rest.tokens)) and _REST.isdisjoint(rest.tokens)
    return end if is_asked and is_clear and not is_of_it else 0


def _end_of_name(question: Question, begin: int) -> int:
    """Return where the next clause begins, at a mark or behind a "but"; 0 where there is none."""
    for place in range(begin + 1, len(question.words)):
        word = question.words[place]
        if word.text == _BUT and place + 1 < len(question.words):
            return place + 1
        if word.mark:
            return place
    return 0


def _is_name(words: Sequence[str]) -> bool:
    named = words[:-1] if words[-1] == _BUT else words
    return len(named) <= _LONGEST_NAME and _IN_A_SENTENCE.isdisjoint(named) and bool(content_words(named))
