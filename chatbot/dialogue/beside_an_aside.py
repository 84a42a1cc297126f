"""The question at the end of a first message, apart from what is told beside it: "I have asthma. What is scar tissue?".

What is told may be about another thing, or be what is asked about: only a question that is clear counts by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatbot.decision import GENERAL, PERSONAL, STANDS_ALONE, Decided, decide
from chatbot.dialogue.named_things import NamedThings
from chatbot.dialogue.setting_aside import asks_of_what_is_told, offered
from chatbot.english.function_words import POINTING_AT_THINGS, content_words, points_back
from chatbot.knowledge import EntryKind
from chatbot.leaning import Leaning
from chatbot.leaning.three_readings import FRAGMENT, Reading, best_of
from chatbot.matching import Matcher
from chatbot.normalise import Question, from_word
from chatbot.parts import LastQuestion, asks, last_question

# A question behind something told is answered by itself only if it is clear.
_SHORTEST_ALONE = 4  # words
CLEAR_ALONE = 0.7  # where the whole message would be answered, too
_SURE_ALONE = 0.97  # where it would not, and no word of the question names the entry by itself
_LONGEST_ASIDE = 10  # words: what is told at length has to do with the question


class BesideAnAside:
    """Reads first messages that tell something beside a question. Immutable."""

    def __init__(
        self, matcher: Matcher, leaning: Leaning, things: NamedThings, kinds: Mapping[str, EntryKind]
    ) -> None:
        """`leaning` knows what a few words may lean on, `things` what only asks for one; `kinds` are by entry."""
        self._matcher = matcher
        self._leaning = leaning
        self._things = things
        self._kinds = kinds

    def read(self, question: Question, whole: Reading) -> Reading:
        """Read a first message by its last question alone, where that is clear without what is told beside it.

        So it is in "I have asthma. What is scar tissue?", where no entry is about what is told, and in "My therapist
        says I am doing great. What does a bone scan show?", where another one is. It is not in "My knee was replaced.
        What are the risks?".
        """
        last = last_question(question)
        if last is None or len(whole.decided.entries) > 1:
            return whole
        is_answered = whole.decided.kind == "answer"
        if is_answered and not self._may_be_outdone(whole, question, last):
            return whole
        tokens = last.question.tokens
        is_apart = _is_a_sentence_apart(last, question)
        asked = self._leaning.fragments.asked_for("", tokens)
        may_lean = points_back(tokens[1:]) or asked is not None
        if may_lean and not is_apart:
            return whole
        told = last.lead or question.tokens[len(tokens) :]
        alone = decide(last.question, self._matcher, self._kinds)
        may_be_of_that = asks_of_what_is_told(told, tokens, self._matcher, is_fragment=asked is not None)
        is_of_clinic = self._kinds.get(best_of(alone)[0]) not in GENERAL and best_of(alone)[0] != PERSONAL
        if may_be_of_that and not is_of_clinic and not self._things.only_defined(tokens):
            return whole._replace(decided=offered(alone, whole.decided, self._kinds))
        if asked is not None and asked[0] == best_of(alone)[0] and self._kinds[asked[0]] not in GENERAL:
            may_lean = False  # handed over to a person alike, whatever "should I worry" is about
        if is_apart and self._is_own(last, question, alone, whole):
            return Reading(alone)
        return Reading(alone) if not may_lean and self._is_clear(alone, whole, tokens) else whole

    def _is_clear(self, alone: Decided, whole: Reading, tokens: Sequence[str]) -> bool:
        """Return whether the last question, decided by itself as `alone`, is clear enough to count for the message."""
        entry, sure = best_of(alone)
        if whole.decided.kind == "answer":
            return sure >= CLEAR_ALONE and self._kinds.get(entry) in GENERAL
        is_named = any(entry in self._matcher.named_by(word) for word in content_words(tokens))
        return sure >= (STANDS_ALONE if is_named else _SURE_ALONE)

    def _is_own(self, last: LastQuestion, question: Question, alone: Decided, whole: Reading) -> bool:
        """Return whether the last question has its own answer (`alone`), to which what is told beside it adds nothing.

        In "My daughter helps me type. How do I get seen?", nothing is told that the question could be about. In "I take
        blood pressure pills. Can the bone refuse to grow?", what is told would be handed over to a person, but it asks
        nothing.
        """
        told = last.lead or question.tokens[len(last.question.tokens) :]
        if alone.kind != "answer" or len(told) > _LONGEST_ASIDE:
            return False
        if last.lead and not POINTING_AT_THINGS.isdisjoint(last.question.tokens[1:]):
            return False
        matched = self._matcher.match(told)
        if matched.elsewhere:
            return False
        if matched.confidence >= FRAGMENT:
            return self._kinds[matched.entry] not in GENERAL and matched.entry == best_of(whole.decided)[0]
        entry, _ = best_of(alone)
        return any(entry in self._matcher.named_by(word) for word in content_words(last.question.tokens))

    def _may_be_outdone(self, whole: Reading, question: Question, last: LastQuestion) -> bool:
        """Return whether the last question alone may be meant, though the whole message is answered, too.

        It must be long enough; the message must be no wording of the base and nothing from outside; and what is told
        before must ask nothing.
        """
        matched = whole.decided.matched
        is_settled = matched is not None and (matched.is_exact or bool(matched.elsewhere))
        is_long = len(last.question.tokens) >= _SHORTEST_ALONE
        return is_long and not is_settled and not asks(from_word(question, 0, len(last.lead)))


def _is_a_sentence_apart(last: LastQuestion, question: Question) -> bool:
    """Return whether a full stop parts the last question from what is told before it or behind it."""
    border = len(last.lead) or len(last.question.tokens)
    return any(word.mark == "." for word in question.words[border : border + 1])
