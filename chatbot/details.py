"""Details that a whole question asks of a topic and that the knowledge base does not tell: "do the shots hurt".

Matched as it stands, such a question finds its topic, and what is known of it would be told as if that were the answer.
Here what names the topic is taken out ("do it hurt"), and the rest is read as a follow-up about it would be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatbot.decision import ANSWER, GENERAL, PERSONAL, Decided
from chatbot.function_words import FUNCTION_WORDS
from chatbot.leaning import Leaning
from chatbot.matching import Matcher
from chatbot.normalise import Question
from chatbot.parts import asks
from chatbot.readings import FRAGMENT, Reading

# Longer messages tell something or ask several things, and a detail is not all that they want to know.
LONGEST_QUESTION_WORDS = 14
# Of so many entries that could be meant where none is sure, one may be the topic of a detail.
_MOST_TOPICS = 3
_BEFORE_A_NAME = frozenset("the a an my his her our your their these those this that of".split())
_THE_TOPIC = "it"


class Details:
    """Tells which questions ask for a detail that is not told. Immutable."""

    def __init__(self, matcher: Matcher, leaning: Leaning, kinds: Mapping[str, str]) -> None:
        """`leaning` knows what a follow-up asks for; `kinds` are those of the entries, by id."""
        self._matcher = matcher
        self._leaning = leaning
        self._kinds = kinds

    def read(self, question: Question, reading: Reading) -> Reading:
        """Return how a message is read: as it was, or as asking a detail of its topic that is not told."""
        decided = reading.decided
        matched = decided.matched
        is_read = bool(reading.facet) or not reading.is_told  # what is asked of the topic is known already
        answered = [entry for entry, _ in decided.entries if entry != PERSONAL]
        if is_read or matched is None or matched.is_exact or len(answered) > 1:
            return reading
        words = matched.words
        if len(words) > LONGEST_QUESTION_WORDS or not asks(question):
            return reading
        for topic in self._topics(decided):
            rest, named = self._without(topic, words)
            if not named or not any(map(self._leaning.may_be_a_detail, rest)):
                continue
            asked = self._leaning.asked_after(topic, rest)
            if asked is None or asked.is_told or asked.confidence < FRAGMENT:
                continue
            if decided.kind == "answer" or self._is_named(topic, named):
                told = decided._replace(kind="answer", entries=((topic, 1.0),), choices=())
                return Reading(told, topic, asked.facet, decided.runners_up, is_told=False)
        return reading

    def _topics(self, decided: Decided) -> list[str]:
        """Return the entries that the detail may be one of: what is answered, else what comes nearest."""
        ranking = decided.matched.ranking if decided.matched else None
        if decided.kind == "answer":
            topics = [entry for entry, _ in decided.entries]
        else:
            topics = [match.entry for match in ranking.matches[:_MOST_TOPICS]] if ranking else []
        return [entry for entry in topics if self._kinds[entry] in GENERAL]

    def _without(self, topic: str, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return the words with "it" for what names the topic, and the words that did."""
        rest: list[str] = []
        named: list[str] = []
        for word in words:
            if word in FUNCTION_WORDS or topic not in self._matcher.named_by(word):
                rest.append(word)
                continue
            named.append(word)
            while rest and rest[-1] in _BEFORE_A_NAME:
                rest.pop()
            if rest[-1:] != [_THE_TOPIC]:
                rest.append(_THE_TOPIC)
        return rest, named

    def _is_named(self, topic: str, words: Sequence[str]) -> bool:
        """Return whether these words alone are answered with the topic."""
        matched = self._matcher.match(words)
        return matched.entry == topic and matched.confidence >= ANSWER
