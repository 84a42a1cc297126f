"""Which words of a message are answered: all of them, or only those of its last question.

In "The MRI was normal. So what is next", the words before the question would lead to another entry. So the message is
read both ways here, and `whole_or_last` says which of the two readings counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatbot.conversation import Conversation
from chatbot.decision import ANSWER, ASKS_NOTHING, GENERAL, STANDS_ALONE, Decided
from chatbot.dialogue.beside_an_aside import BesideAnAside
from chatbot.dialogue.details import Details
from chatbot.dialogue.named_things import NamedThings
from chatbot.dialogue.told_idly import ToldIdly
from chatbot.dialogue.whole_or_last import Lead, outdoes, stands_whole, turns_down
from chatbot.english.function_words import (
    STAFF,
    content_words,
    points_back,
)
from chatbot.knowledge import EntryKind
from chatbot.leaning import Leaning
from chatbot.leaning.three_readings import FOLLOW_UP, FRAGMENT, Reading, best_of
from chatbot.matching import Matcher
from chatbot.matching.features import stem
from chatbot.normalise import Question, from_word
from chatbot.parts import LastQuestion, asks, last_question, named_last

# "What did you say before about the pills" asks for the pills, whatever the topic is.
_ABOUT = "about"
_SAYING = frozenset("say said saying mention mentioned tell told".split())
_RECALLING = _SAYING | frozenset(
    "what did do you me something anything before earlier just was were it that again and so but ok wait".split()
)


class Hearing:
    """Reads messages. Immutable."""

    def __init__(
        self,
        matcher: Matcher,
        leaning: Leaning,
        details: Details,
        things: NamedThings,
        kinds: Mapping[str, EntryKind],
    ) -> None:
        """`leaning` reads a message in the light of the topic, `details` what it asks that is not told.

        `things` reads what is asked of a thing by its name.
        """
        self._matcher = matcher
        self._leaning = leaning
        self._details = details
        self._things = things
        self._kinds = kinds
        self._aside = BesideAnAside(matcher, leaning, things, kinds)
        self._told_idly = ToldIdly(matcher, leaning, details, things, kinds)

    def read(self, question: Question, conversation: Conversation) -> Reading:
        """Read a message: what it asks of a thing by its name, of the topic, or by itself."""
        start = _behind_recalling(question.tokens) if conversation.topic else 0
        if start and (named := self.named(from_word(question, start), conversation)):
            told = ((named, STANDS_ALONE),)
            return Reading(Decided("answer", told, rule="asks what was said about a thing"))
        return self._things.read(question, self._heard(question, conversation))

    def _heard(self, question: Question, conversation: Conversation) -> Reading:
        """Read a message as a whole, or only the question at its end where that is clearer."""
        whole = self._details.read(question, self._leaning.read(question, conversation))
        if whole.decided.rule == ASKS_NOTHING or not conversation.topic:
            return self._beside_what_is_told(question, whole, conversation)
        if named := self._only_named(question, whole, conversation):
            return named
        of_what = self._of_what_is_named_last(question, conversation)
        if of_what is not None and whole.topic in ("", conversation.topic) and of_what.topic != whole.topic:
            return of_what
        beside = self._told_idly.read(question, whole, conversation)
        last = last_question(question)
        if beside or last is None:
            return beside or whole
        is_chat = self._kinds.get(best_of(whole.decided)[0]) == "smalltalk"
        lead = Lead(self._named_by_lead(last), turns_down(last.lead))
        if stands_whole(whole, lead, is_chat=is_chat):
            return whole
        around = conversation._replace(topic=lead.named or conversation.topic)
        by_itself = self._details.read(last.question, self._leaning.read(last.question, around))
        by_itself = self._only_named(last.question, by_itself, around) or by_itself
        is_heard = outdoes(by_itself, whole, conversation.topic, lead, is_chat=is_chat)
        return by_itself if is_heard else whole

    def _beside_what_is_told(self, question: Question, whole: Reading, conversation: Conversation) -> Reading:
        """Read a first message, or a story: as a whole, or by what is asked of it or beside it.

        Of a story that asks nothing, its end is no question either: "I do not want to end up in a wheelchair".
        """
        if whole.decided.rule == ASKS_NOTHING:
            return whole
        led = self._of_what_leads(question, whole, conversation)
        return led or self._aside.read(question, whole)

    def named(self, question: Question, conversation: Conversation) -> str:
        """Return the entry that a message only names ("the shots?"), "" for any other message."""
        topic = conversation.topic
        near = self._leaning.fragments.near(topic) if topic else ()
        return self._leaning.naming.named(question.tokens, near) or self._things.only_named(question.tokens)

    def _only_named(self, question: Question, whole: Reading, conversation: Conversation) -> Reading | None:
        """Read a message that only names a thing as a question about that thing; None for any other message.

        Also None where the `whole` was read so already, and where it was read as a question about the topic: one that
        the guide does not answer ("and the risks?" after a test), or that points back ("what can be done about that").
        """
        matched = whole.decided.matched
        is_of_topic = not whole.is_told or (bool(whole.facet) and points_back(question.tokens))
        named = "" if is_of_topic else self.named(question, conversation)
        if not named or matched is None or matched.is_exact or best_of(whole.decided)[0] == named:
            return None
        told = ((named, STANDS_ALONE),)
        return Reading(Decided("answer", told, rule="does nothing but name a thing", matched=matched))

    def _named_by_lead(self, last: LastQuestion) -> str:
        """Return the entry that the words before a question name, or do nothing but name; "" for none."""
        return self._leaning.naming.named_by_lead(last) or self._things.only_named(last.lead)

    def _of_what_leads(
        self, question: Question, whole: Reading, conversation: Conversation
    ) -> Reading | None:
        """Read a first message that names a thing, then asks of it: "the bones did not join. What is done about that".

        The thing is named right before the question, perhaps at the end of a long story. None where no thing is named,
        where there is a question before the last one, where the `whole` is surely answered with something else than the
        thing, and where the question does not fairly surely lead to an entry that is near to the thing. A question that
        is answered in general by itself ("what can be done") settles nothing.
        """
        matched = whole.decided.matched
        if len(whole.decided.entries) > 1:
            return None
        if self._matcher.is_wording(question.tokens) or (matched is not None and matched.elsewhere):
            return None  # a wording of the knowledge base reaches its entry, and what is outside none
        last = last_question(question)
        if last is None or asks(from_word(question, 0, len(last.lead))):
            return None
        named = self._leaning.naming.named_by_lead(last)
        answered, sure_of_whole = best_of(whole.decided)
        is_general = self._matcher.is_wording(last.question.tokens)  # "what can be done", of anything
        is_settled = named != answered and sure_of_whole >= STANDS_ALONE and not is_general
        if not named or is_settled:
            return None
        reading = self._leaning.read(last.question, conversation._replace(topic=named))
        entry, sure = best_of(reading.decided)
        floor = FOLLOW_UP if is_general else FRAGMENT
        is_near = sure >= floor and entry in self._leaning.fragments.near(named)
        return reading if is_near else None

    def of_what_is_named_first(self, question: Question, conversation: Conversation) -> Reading | None:
        """Read a correction that names a thing first, then asks about it: "the scar tissue. How do they treat it".

        None for anything else.
        """
        last = last_question(question)
        named = self._named_by_lead(last) if last is not None else ""
        if last is None or not named:
            return None
        around = conversation._replace(topic=named)
        reading = self._details.read(last.question, self._leaning.read(last.question, around))
        is_asked = reading.topic == named and (bool(reading.facet) or best_of(reading.decided)[0] == named)
        return reading if is_asked and best_of(reading.decided)[1] >= FRAGMENT else None

    def _of_what_is_named_last(self, question: Question, conversation: Conversation) -> Reading | None:
        """Read a question that points back to what is named behind it: "how many get that, the disc thing".

        None for any other.
        """
        start = named_last(question)
        if not start or not points_back(question.tokens[:start]):
            return None
        named = self._named(question.tokens[start:], conversation)
        if not named:
            return None
        asked = from_word(question, 0, start)
        reading = self._leaning.read(asked, conversation._replace(topic=named))
        return reading if reading.topic == named and reading.decided.kind == "answer" else None

    def _named(self, words: Sequence[str], conversation: Conversation) -> str:
        """Return the entry that a few words name, or that the patient got before for these words; "" for none."""
        content = content_words(words)
        if not content or not STAFF.isdisjoint(content):
            return ""
        stems = {stem(word) for word in content}
        called = (entry for entry, said in reversed(conversation.asked) if stems <= set(map(stem, said)))
        matched = self._matcher.match(content)
        entry = matched.entry if matched.confidence >= ANSWER else next(called, "")
        return entry if self._kinds.get(entry) in GENERAL else ""


def _behind_recalling(words: Sequence[str]) -> int:
    """Return where the name begins in "what did you say before about the pills", 0 in any other message."""
    if "you" not in words or _ABOUT not in words[1:-1]:
        return 0
    end = words.index(_ABOUT)
    is_recalling = not _SAYING.isdisjoint(words[:end]) and _RECALLING.issuperset(words[:end])
    return end + 1 if is_recalling else 0
