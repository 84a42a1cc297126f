"""What was meant instead, when the patient turned the last answer down: "no, the other kind", "I meant the screws".

The entry that was turned down is not told again, unless the message clearly asks for it: then the "no" was an answer.
"""

from __future__ import annotations

from chatbot.conversation import Conversation
from chatbot.decision import GENERAL, PERSONAL, STANDS_ALONE, Decided, decide, is_of_own_need, is_personal
from chatbot.dialogue.cast import Readers, Tellers
from chatbot.dialogue.turns import DecidedTurn, Turn
from chatbot.english.function_words import AUXILIARIES, SUBJECTS, content_words, describes_one, points_back
from chatbot.leaning.three_readings import FOLLOW_UP, OVERRULES, Reading, best_of
from chatbot.normalise import Question, from_word, normalise
from chatbot.parts import last_question
from chatbot.speaking import sentences

_DENYING = frozenset("not never no nor".split())


class Corrector:
    """Answers messages that turn the last answer down. Immutable."""

    def __init__(self, readers: Readers, tellers: Tellers) -> None:
        """`hearing` knows what a message names, `chooser` what the words of an offered title choose."""
        self._matcher, self._leaning, self._details, self._hearing = readers
        self._teller = tellers.teller
        self._chooser = tellers.chooser
        self._say = tellers.sayer.say_plainly

    def answer(
        self, question: Question, conversation: Conversation, *, is_again: bool = False
    ) -> DecidedTurn:
        """Answer what the patient meant, and not with the entry that was just turned down.

        There are two exceptions. Where the patient asks for a detail that no answer tells, the reply says so. And where
        the message clearly asks for the very entry that was turned down, it is told again: the "no" was an answer then
        ("No, I never had an MRI. What are my options?").
        """
        question = _asked_behind_a_denial(_without_what_is_not(question))
        plain = decide(question, self._matcher, self._teller.kinds)
        missed = self._details.read(question, Reading(plain))
        if not missed.is_told:
            return self._say(question, missed, conversation._replace(pending="")), missed.decided
        named = self._hearing.named(question, conversation)
        carried = self._hearing.of_what_is_named_first(question, conversation) or self._leaning.carried(
            named or best_of(plain)[0], question.tokens, conversation
        )
        if carried is not None:
            return self._say(question, carried, conversation._replace(pending="")), carried.decided
        turn = self._of_what_is_named(question, named, conversation) or self._once_more(
            question, plain, conversation, is_again=is_again
        )
        if turn is not None:
            return turn, None
        if conversation.last is not None and conversation.last.answers:
            conversation = conversation.having_turned_down()
        asked = self._leaning.read_instead(question, conversation)
        picked = self._chooser.pick(question, conversation._replace(pending="choice")) if not asked else ""
        if picked and picked not in conversation.turned_down:
            return self._teller.tell_one(picked, conversation, question.tokens, is_chosen=True), None
        reading = self._details.read(question, Reading(self._decided_instead(question, conversation)))
        if asked and reading.is_told and best_of(reading.decided)[1] < OVERRULES:
            reading = asked
        if best_of(plain)[1] >= STANDS_ALONE > best_of(reading.decided)[1]:
            reading = missed
        return self._say(question, reading, conversation._replace(pending="")), reading.decided

    def _of_what_is_named(self, question: Question, named: str, conversation: Conversation) -> Turn | None:
        """Answer a correction that does nothing but name a thing, which stands for the entry `named`; None for others.

        Where the answer that is turned down is about that thing as well, it holds: "no, I meant the rods", of how
        screws or rods are taken out.
        """
        topic = conversation.topic
        if named and topic and (named == topic or named in self._leaning.fragments.near(topic)):
            entry = self._teller.entries[topic]
            told = normalise(entry.text if named == topic else entry.title).tokens
            if set(told).issuperset(content_words(question.tokens)):
                lead = self._teller.composer.fill(sentences.HANDED_OVER_AGAIN)
                return self._teller.tell_in_short([topic], lead, conversation)
        is_other = named not in ("", topic)
        return self._teller.tell_one(named, conversation, question.tokens) if is_other else None

    def _once_more(
        self, question: Question, plain: Decided, conversation: Conversation, *, is_again: bool
    ) -> Turn | None:
        """Answer a question that is put once more, with what it got before; None for any other.

        `plain` is what it asks by itself: who asks for another entry so does not put the question before once more.
        """
        topic, facet = conversation.topic, conversation.facet
        is_bare = not content_words(question.tokens)
        # "You did not say how many".
        if is_again and is_bare and self._leaning.fragments.is_gap(topic, facet):
            return self._teller.own_up(topic, facet, conversation)
        is_again = is_again and (is_bare or best_of(plain)[0] in ("", topic))
        if not self._asks_the_same(question, conversation, is_again=is_again):
            return None
        is_judged = is_personal(question.tokens) or is_of_own_need(question.tokens)
        if is_again and is_judged and PERSONAL in self._teller.entries:
            return self._teller.tell_one(PERSONAL, conversation, question.tokens)  # no answer says that
        return self._teller.tell_again(conversation)

    def _asks_the_same(self, question: Question, conversation: Conversation, *, is_again: bool) -> bool:
        """Return whether the question that led to the topic is put once more, in so many or fewer of its words.

        Who says that they ask again (`is_again`) and points back means the topic, where nothing else is found for it.
        """
        topic, tokens = conversation.topic, question.tokens
        if self._teller.kinds.get(topic) not in GENERAL:
            return False
        content = {*content_words(tokens)}
        before = next((words for entry, words in reversed(conversation.asked) if entry == topic), frozenset())
        if content and (content == before or (content <= before and points_back(tokens))):
            return True
        if not points_back(tokens):
            return False
        reading = self._leaning.read(question, conversation)
        entry, sure = best_of(reading.decided)
        return is_again and reading.is_told and entry == topic and sure >= FOLLOW_UP

    def _decided_instead(self, question: Question, conversation: Conversation) -> Decided:
        """Decide on a message while leaving out the entries that were turned down.

        Its words alone count where they are clear; else the topic's words are put beside them. That topic was just
        turned down, so it says little, but for "no, the other kind" there is nothing else to go by.
        """
        kinds, down = self._teller.kinds, conversation.turned_down
        alone = decide(question, self._matcher, kinds, turned_down=down)
        topic = self._teller.entries.get(conversation.topic)
        is_clear = best_of(alone)[1] >= STANDS_ALONE and not describes_one(question.tokens)
        if topic is None or is_clear:
            return alone
        background = self._leaning.background(topic, conversation, question.tokens)
        return decide(question, self._matcher, kinds, background, turned_down=down)


def _asked_behind_a_denial(question: Question) -> Question:
    """Return the last question of "I do not want a second opinion. May I walk": what is denied is not asked about."""
    last = last_question(question)
    is_denied = last is not None and not _DENYING.isdisjoint(last.lead)
    return last.question if last is not None and is_denied else question


def _without_what_is_not(question: Question) -> Question:
    """Return "the screws" for "the screws, not the level": the words that name what is not meant are left out."""
    tokens = question.tokens
    end = tokens.index("not") if "not" in tokens[1:] else 0
    is_name = end and AUXILIARIES.isdisjoint(tokens) and SUBJECTS.isdisjoint(tokens[:end])
    return from_word(question, 0, end) if is_name and content_words(tokens[:end]) else question
