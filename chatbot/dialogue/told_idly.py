"""A follow-up behind something told that names nothing of the guide: "I live alone. Does it hurt".

Read as a whole, such a message is about the few words that are told, and finds what has them somewhere: how to live, of
somebody who lives alone. What is asked leans on the topic, as if it stood alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatbot.conversation import Conversation
from chatbot.decision import GENERAL, PERSONAL, STANDS_ALONE
from chatbot.dialogue.details import Details
from chatbot.dialogue.named_things import NamedThings
from chatbot.dialogue.whole_or_last import turns_down
from chatbot.english.function_words import (
    ASKING_FIRST,
    DEMONSTRATIVES,
    POINTING_AT_THINGS,
    SUBJECTS,
    points_back,
)
from chatbot.knowledge import EntryKind
from chatbot.leaning import Leaning
from chatbot.leaning.three_readings import FOLLOW_UP, FRAGMENT, LED, Reading, best_of
from chatbot.matching import Matcher
from chatbot.normalise import Question, from_word
from chatbot.parts import LEADING_ON, LastQuestion, asks, last_question

_SHORTEST = 2  # words: a mere "and" tells nothing
_LONGEST = 10  # words: what is told at length has to do with the question
# "Hammer toe surgery. How is it done" names something; who tells says of whom.
_WHO_TELLS = SUBJECTS - {"you", "there"} | frozenset("my his her our mine".split())
_IT = frozenset(("it",))
_ELSEWHERE = "asks of something that is outside of what is told here"
# "Is that ok" asks of what is told before it, unless that points back as well: "my neighbor had it. Is that common".
_POINTING = POINTING_AT_THINGS | {"they", "them"}


class ToldIdly:
    """Reads follow-ups behind what names nothing. Immutable."""

    def __init__(
        self,
        matcher: Matcher,
        leaning: Leaning,
        details: Details,
        things: NamedThings,
        kinds: Mapping[str, EntryKind],
    ) -> None:
        """`leaning` reads what is asked in the light of the topic, `details` what of it is not told.

        `things` knows what words name; `kinds` are those of the entries, by id.
        """
        self._matcher = matcher
        self._leaning = leaning
        self._details = details
        self._things = things
        self._kinds = kinds

    def read(self, question: Question, whole: Reading, conversation: Conversation) -> Reading | None:
        """Read the last question of a message as a follow-up, None where what is told beside it may matter.

        `whole` is how all of the message was read. It counts where it is clear and "that" may be what was told ("I walk
        every day. Is that ok"), and where it asks for a detail that only what is told tells of ("I have diabetes. Is it
        safe").
        """
        last = last_question(question) or self._unmarked(question, conversation)
        if last is None or self._is_settled(whole):
            return None
        told = _told_beside(question, last)
        if self._tells_of_elsewhere(told.tokens, last):
            return Reading(whole.decided._replace(kind="unknown", entries=(), choices=(), rule=_ELSEWHERE))
        if not self._is_idle(told, last):
            return None
        is_clear = best_of(whole.decided)[1] >= STANDS_ALONE
        asked = last.question.tokens
        if is_clear and not DEMONSTRATIVES.isdisjoint(asked) and _POINTING.isdisjoint(told.tokens):
            return None
        alone = self._details.read(last.question, self._leaning.read(last.question, conversation))
        is_of_telling = not whole.is_told and whole.topic == conversation.topic and whole.facet != alone.facet
        is_sure = best_of(alone.decided)[1] >= (FRAGMENT if is_clear else FOLLOW_UP)
        return alone if alone.facet and is_sure and not is_of_telling else None

    def _unmarked(self, question: Question, conversation: Conversation) -> LastQuestion | None:
        """Return a clear follow-up at the end of a message without any mark: "i am old how is it done".

        None where it may belong to what is told before it ("nobody can say how it is done"), and for anything else.
        """
        tokens = question.tokens
        for place in range(_SHORTEST, len(tokens) - _SHORTEST):
            may_begin = tokens[place] in ASKING_FIRST and tokens[place - 1] not in LEADING_ON
            asked = tokens[place:]
            if may_begin and points_back(asked) and self._is_follow_up(asked, conversation):
                return LastQuestion(from_word(question, place), tokens[:place])
        return None

    def _is_follow_up(self, words: Sequence[str], conversation: Conversation) -> bool:
        asked = self._leaning.fragments.asked_after(conversation.topic, words, conversation.trail)
        return asked is not None and asked.confidence >= LED

    def _is_settled(self, whole: Reading) -> bool:
        """Return whether all of a message is a wording of the knowledge base, or asks for two things."""
        others = [entry for entry, _ in whole.decided.entries[1:] if entry != PERSONAL]
        matched = whole.decided.matched
        return bool(others) or (matched is not None and matched.is_exact)

    def _tells_of_elsewhere(self, told: Sequence[str], last: LastQuestion) -> bool:
        """Return whether "it" is something outside of the guide that is told of: "my son has asthma. does it hurt"."""
        asked = last.question.tokens
        is_of_it = not _IT.isdisjoint(asked) and not self._things.names_in(asked)
        is_short = _SHORTEST <= len(told) <= _LONGEST
        return is_of_it and is_short and bool(self._matcher.match(told).elsewhere)

    def _is_idle(self, told: Question, last: LastQuestion) -> bool:
        """Return whether something is told beside the last question, and neither it nor the question names a thing."""
        words = told.tokens
        is_telling = _SHORTEST <= len(words) <= _LONGEST and not _WHO_TELLS.isdisjoint(words)
        if not is_telling or "if" in words or turns_down(words) or asks(told):
            return False
        if self._things.names_in(words) or self._things.names_in(last.question.tokens):
            return False
        matched = self._matcher.match(words)
        if matched.elsewhere or matched.ranking.is_outdone:
            return False  # "my tooth hurts. how is it treated"
        return matched.confidence < LED or self._kinds.get(matched.entry) not in GENERAL


def _told_beside(question: Question, last: LastQuestion) -> Question:
    """Return what is told before the last question of a message, or else behind it."""
    return (
        from_word(question, 0, len(last.lead))
        if last.lead
        else from_word(question, len(last.question.tokens))
    )
