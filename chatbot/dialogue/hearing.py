"""Which words of a message are heard: all of it, or its last question, as if it were all that is said.

"The MRI was normal. So what is next": what is told before a question has words of other entries. Who wins is for
`readings` to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatbot.conversation import Conversation
from chatbot.decision import STANDS_ALONE, decide
from chatbot.details import Details
from chatbot.function_words import FUNCTION_WORDS, points_back
from chatbot.leaning import Leaning
from chatbot.matching import Matcher
from chatbot.normalise import Question
from chatbot.parts import last_question
from chatbot.readings import Lead, Reading, best_of, outdoes, stands_whole

# "Forget the shots. What about pills": what is turned down before a question is not asked about.
_TURNING_DOWN = frozenset("forget skip enough never stop besides".split())
_NOT = frozenset("no not nor".split())  # "Not therapy either. Tell me about the shots"


class Hearing:
    """Reads messages. Immutable."""

    def __init__(
        self, matcher: Matcher, leaning: Leaning, details: Details, kinds: Mapping[str, str]
    ) -> None:
        """`leaning` reads a message in the light of the topic, `details` what it asks that is not told."""
        self._matcher = matcher
        self._leaning = leaning
        self._details = details
        self._kinds = kinds

    def read(self, question: Question, conversation: Conversation) -> Reading:
        """Read a message as a whole; where that is not clear, the question at its end."""
        whole = self._details.read(question, self._leaning.read(question, conversation))
        if not conversation.topic:
            return self._beside_an_aside(question, whole)
        last = last_question(question)
        if last is None:
            return whole
        is_chat = self._kinds.get(best_of(whole.decided)[0]) == "smalltalk"
        lead = Lead(self._leaning.named_by_lead(last), _turns_down(last.lead))
        if stands_whole(whole, lead, is_chat=is_chat):
            return whole
        around = conversation._replace(topic=lead.named or conversation.topic)
        by_itself = self._details.read(last.question, self._leaning.read(last.question, around))
        is_heard = outdoes(by_itself, whole, conversation.topic, lead, is_chat=is_chat)
        return by_itself if is_heard else whole

    def _beside_an_aside(self, question: Question, whole: Reading) -> Reading:
        """Read a first message that is not answered as a whole: "I have asthma. What is scar tissue?".

        What is told is of no entry, and the question must be clear without it: "My knee was replaced. What are the
        risks?" is not.
        """
        last = last_question(question) if whole.decided.kind != "answer" else None
        if last is None:
            return whole
        tokens = last.question.tokens
        if points_back(tokens[1:]) or self._leaning.asked_for("", tokens):
            return whole
        entry, sure = best_of(alone := decide(last.question, self._matcher, self._kinds))
        is_named = any(entry in self._matcher.named_by(word) for word in tokens if word not in FUNCTION_WORDS)
        return Reading(alone) if is_named and sure >= STANDS_ALONE else whole


def _turns_down(lead: Sequence[str]) -> bool:
    """Return whether the words before a question turn something down."""
    return not _TURNING_DOWN.isdisjoint(lead) or (lead[:1] != () and lead[0] in _NOT)
