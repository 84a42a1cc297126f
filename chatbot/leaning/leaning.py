"""How a message is read that may lean on what was talked about: "and the risks?", "can they be taken out".

Makes three readings: the message alone, what it asks as a follow-up, and the message with the topic's words beside it.
Which of them counts is for `three_readings` to say.
"""

from collections.abc import Mapping, Sequence

from chatbot.broad_words import BroadWords
from chatbot.conversation import Conversation
from chatbot.decision import ANSWER, GENERAL, PERSONAL, STANDS_ALONE, Decided, decide, is_personal
from chatbot.english.function_words import (
    WORDS_THAT_ASK,
    content_words,
    describes_one,
    points_back,
)
from chatbot.knowledge import Entry, Knowledge
from chatbot.leaning.fragments import Fragments
from chatbot.leaning.naming import Naming
from chatbot.leaning.plain_follow_ups import PlainFollowUps
from chatbot.leaning.shape import (
    AND_FOR,
    LONGEST_FRAGMENT_WORDS,
    LONGEST_NAME_WORDS,
    OPENING_A_QUESTION,
    after_the_same,
    asks_itself,
    is_bare,
    is_empty,
    may_lean,
    only_states,
)
from chatbot.leaning.three_readings import (
    FOLLOW_UP,
    FRAGMENT,
    Asked,
    Following,
    Reading,
    ThreeReadings,
    best_of,
    weigh,
)
from chatbot.matching import Background, Matcher
from chatbot.normalise import Question, from_word, normalise

ABOUT_THE_TOPIC = "a follow-up about the topic"
ONLY_TELLS = "it asks nothing that is told here"
BROAD = "says no more than a word that may ask for several things: offer these"
# How sure a follow-up without a topic must be where the message alone agrees with it. 0.5 and 0.7 change nothing.
AGREED_FRAGMENT = 0.6
# How sure a message that only states something must be to be answered by itself. 0.4 and 0.6 change nothing.
STATED = 0.5
_FAREWELL = ("so", "long")
_ASKING_ALONE = WORDS_THAT_ASK | {"long"}


class Leaning:
    """Reads messages in the light of the conversation. Immutable."""

    def __init__(self, knowledge: Knowledge, matcher: Matcher, fragments: Fragments) -> None:
        """`fragments` tells what a few words ask for after an entry."""
        self.fragments = fragments
        self._matcher = matcher
        self._entries: Mapping[str, Entry] = {entry.id: entry for entry in knowledge.entries}
        self._kinds = {entry.id: entry.kind for entry in knowledge.entries}
        self._broad = BroadWords(knowledge.broad)
        self.naming = Naming(matcher, self._kinds)
        self._plainly = PlainFollowUps(matcher, fragments, self._entries)

    def read(self, question: Question, conversation: Conversation) -> Reading:
        """Decide on a message by itself, or in the light of the topic where it leans on it."""
        carried = self._asked_of_another(question, conversation)
        if carried is not None:
            return carried
        if plain := self._plainly.asked(question, conversation):
            return self.read_as_asked(plain.asked, plain.topic, question.tokens)
        alone = decide(question, self._matcher, self._kinds, follow_up=self.fragments.asked_for)
        alone = self._offering(alone)
        if conversation.topic:
            alone = self._no_small_talk(alone, question.tokens)
        if not may_lean(question, alone, self._kinds):
            return self._nearer_than_in_general(question, alone, conversation) or Reading(alone)
        is_choosing = conversation.pending == "choice" and not conversation.topic
        supposed = conversation.offered[:1] if is_choosing else ()
        topic = self._entries.get(supposed[0] if supposed else conversation.topic)
        topic = self._leant_on(topic, question.tokens, conversation) if topic else None
        if topic is None:
            return Reading(self._fragment(question, alone))
        beside = self._read_beside(topic, question, alone, conversation, is_supposed=bool(supposed))
        if alone.rule == BROAD and not beside.facet and best_of(beside.decided)[0] not in alone.choices:
            return Reading(alone)  # "pain" after the risks asks for no entry near these
        return beside

    def _no_small_talk(self, alone: Decided, tokens: Sequence[str]) -> Decided:
        """Return what is decided on a message, but "unknown" where a single word that asks was taken for small talk.

        A wording of small talk may be no more than such a word once courtesy is set aside ("how can you help me"). But
        after an answer, "how?" and "long?" ask about that.
        """
        matched = alone.matched
        is_one = matched is not None and len(matched.words) == 1 and matched.words[0] in _ASKING_ALONE
        is_one = is_one and tuple(tokens) != _FAREWELL
        if matched is None or not is_one or self._kinds.get(best_of(alone)[0]) != "smalltalk":
            return alone
        return alone._replace(kind="unknown", entries=(), matched=matched._replace(is_exact=False))

    def _offering(self, alone: Decided) -> Decided:
        """Return what is decided on a message, or a choice where it is a mere broad word and not surely answered."""
        matched = alone.matched
        is_sure = any(sure >= STANDS_ALONE for _, sure in alone.entries)  # as of most messages
        if is_sure or matched is None or matched.is_exact:
            return alone
        offered = self._broad.offered(matched.ranking.words_meant)
        return Decided("clarify", choices=offered, rule=BROAD, matched=matched) if offered else alone

    def _leant_on(self, topic: Entry, tokens: Sequence[str], conversation: Conversation) -> Entry:
        """Return the entry that a message may lean on: the topic, or the one before it where that is a hand-off.

        Somebody asks about a treatment, then whether insurance pays for it, then "what's the success rate". That is
        asked about the treatment, because a hand-off has no success rate; what the hand-off itself can answer stays
        with it.
        """
        if topic.kind != "handoff":
            return topic
        asked = self.fragments.asked_after(topic.id, tokens, conversation.trail)
        if asked is None or asked.is_told or self.fragments.may_be_asked_of(topic.id, asked.facet):
            return topic
        before = (one for one in reversed(conversation.trail) if self._kinds[one] in GENERAL)
        return self._entries[next(before, topic.id)]

    def _asked_of_another(self, question: Question, conversation: Conversation) -> Reading | None:
        """Read "is it the same for the scar tissue" as the question before, asked of the scar tissue now.

        None for a message that does not begin in such a way.
        """
        same = after_the_same(question.tokens)
        if not same:
            return None
        named = from_word(question, same)
        found = decide(named, self._matcher, self._kinds)
        entry = best_of(found)[0] or next(iter(found.choices), "")
        return self.carried(entry, named.tokens, conversation)

    def _read_beside(
        self,
        topic: Entry,
        question: Question,
        alone: Decided,
        conversation: Conversation,
        *,
        is_supposed: bool,
    ) -> Reading:
        """Decide on a message that may lean on this topic; `alone` is what is decided on it by itself.

        `is_supposed`: there is no topic yet, and the first of the offered choices stands for one.
        """
        asked = self.fragments.asked_after(topic.id, question.tokens, conversation.trail)
        asked = self._in_particular(asked, alone)
        background = self.background(topic, conversation, question.tokens)
        leaning = self._no_small_talk(
            decide(question, self._matcher, self._kinds, background), question.tokens
        )
        if asked is None and question.tokens == AND_FOR:
            leaning = alone  # broken off: only the topic's words would be matched
        if alone.kind == "answer" and self._kinds[alone.entries[0][0]] == "smalltalk" and asked is not None:
            alone = alone._replace(kind="unknown")
        if self.fragments.is_beside_the_point(question.tokens):
            return Reading(alone if best_of(alone)[1] >= STANDS_ALONE else _refused(alone))
        if only_states(question):
            return self._stated(alone, asked)
        if asked is not None and asked.confidence >= FOLLOW_UP and is_empty(question.tokens):
            # No word of it has a meaning of its own, so that alone it would be answered by chance.
            alone = alone._replace(kind="unknown", entries=())
        entries = self._entries_of(asked, question.tokens) if asked else ()
        follow_up = Decided("answer", entries, rule=ABOUT_THE_TOPIC, matched=alone.matched)
        following = Following(
            topic.id,
            is_bare=is_bare(question.tokens) and not (is_supposed and alone.kind == "answer"),
            related=[entry for entry in self.fragments.near(topic.id) if self._kinds[entry] in GENERAL],
            was_asked=conversation.pending == "choice",
        )
        return weigh(ThreeReadings(alone, leaning, asked, follow_up), following)

    def _nearer_than_in_general(
        self, question: Question, alone: Decided, conversation: Conversation
    ) -> Reading | None:
        """Read a few words that are a wording of an answer in general as asking for the topic's own answer to them.

        "What can be done" is answered with all treatments, but after scar tissue with what is done about that. None
        where the topic has no such answer of its own, and where the answer in general is no list of such answers, or is
        what a word names: "signs that surgery is needed".
        """
        tokens, topic, best = question.tokens, conversation.topic, best_of(alone)[0]
        is_list = best in self._entries and bool(self._entries[best].parts)
        content = content_words(tokens) if topic and is_list else []
        is_named = any(best in self._matcher.named_by(word) for word in content)
        if not content or is_named or len(content) > LONGEST_FRAGMENT_WORDS:
            return None
        asked = self.fragments.asked_after(topic, tokens, conversation.trail)
        if asked is None or not asked.is_near or asked.confidence < FOLLOW_UP:
            return None
        is_own = asked.choices[-1:] == (best,) and asked.entry not in (best, topic)
        return self.read_as_asked(asked, topic, tokens)._replace(otherwise=(best,)) if is_own else None

    def _in_particular(self, asked: Asked | None, alone: Decided) -> Asked | None:
        """Return what is asked of the topic; if that is a list, the part of it that the message names more surely.

        "Which exercises then" asks for the exercises, and not for all of the treatments again.
        """
        matched = alone.matched
        if asked is None or matched is None or matched.entry not in self._entries[asked.entry].parts:
            return asked
        if matched.confidence < max(asked.confidence, ANSWER):
            return asked
        return asked._replace(entry=matched.entry, confidence=matched.confidence)

    def read_instead(self, question: Question, conversation: Conversation) -> Reading | None:
        """Read what was meant when the last answer was turned down; None where it is no follow-up to the topic.

        "No, how do they treat it" asks for another entry than the topic, for that was just turned down, or for a detail
        of it that is not told. A message that describes another thing of the same kind ("the one where ...") asks
        nothing about the topic.
        """
        topic, tokens = conversation.topic, question.tokens
        content = content_words(tokens)
        if topic not in self._entries or len(content) > LONGEST_FRAGMENT_WORDS or describes_one(tokens):
            return None
        asked = self.fragments.asked_after(topic, tokens, conversation.trail)
        if asked is None or asked.confidence < FRAGMENT:
            return None
        is_left = asked.entry not in conversation.turned_down if asked.is_told else is_bare(tokens)
        if not is_left:
            return None
        return self.read_as_asked(asked, topic, tokens)

    def carried(self, entry: str, tokens: Sequence[str], conversation: Conversation) -> Reading | None:
        """Read a message that only names another topic (`entry`) as asking about that what was asked before.

        "Does it hurt?" "No, I meant the nerve test"; "and the same for the scar tissue?". None where nothing in
        particular was asked before, where the message asks something itself, and where only a general answer could be
        given: "no, the risks", after how screws are treated, asks for the risks.
        """
        names_it = self._kinds.get(entry) in GENERAL and len(content_words(tokens)) <= LONGEST_NAME_WORDS
        if not names_it or asks_itself(tokens):
            return None
        asked = self.fragments.asked_of(entry, conversation.facet, FRAGMENT)
        if asked is None or (asked.entry != entry and not asked.is_near):
            return None
        return self.read_as_asked(asked, entry, tokens)

    def read_as_asked(self, asked: Asked, topic: str, tokens: Sequence[str]) -> Reading:
        """Return the reading of a message that asks this about the topic, and nothing else."""
        decided = Decided("answer", self._entries_of(asked, tokens), rule=ABOUT_THE_TOPIC)
        return Reading(decided, topic, asked.facet, is_told=asked.is_told)

    def background(self, topic: Entry, conversation: Conversation, tokens: Sequence[str]) -> Background:
        """Return what the matcher puts beside a message that leans on the topic: its words, and what it names."""
        near = (*normalise(topic.title).tokens, *conversation.topic_words)
        words = dict.fromkeys(word for word in content_words(near) if word not in tokens)
        return Background(topic.id, tuple(words), tuple(dict.fromkeys((*topic.related, *topic.parts))))

    def _stated(self, alone: Decided, asked: Asked | None) -> Reading:
        """Read a message that states something: it is not answered, unless it is sure or a clear follow-up as well."""
        is_asking = asked is not None and asked.is_told and asked.confidence >= FRAGMENT
        return Reading(alone if is_asking or best_of(alone)[1] >= STATED else _refused(alone))

    def _fragment(self, question: Question, alone: Decided) -> Decided:
        """Read a fragment without a topic ("is it common") as the general question that people ask with it."""
        tokens = question.tokens
        if alone.kind == "answer" or not (points_back(tokens) or tokens[0] in OPENING_A_QUESTION):
            return alone
        matched = alone.matched
        if matched is not None and (
            matched.elsewhere or (matched.ranking.is_outdone and not points_back(tokens))
        ):
            return alone
        if self.fragments.names_a_stranger(tokens):
            return alone  # "the risks of prednisone" are not those of an operation
        asked = self.fragments.asked_after("", tokens)
        agrees = asked is not None and asked.entry in alone.choices[:1]
        if asked is None or asked.confidence < (AGREED_FRAGMENT if agrees else FRAGMENT):
            return alone
        rule = "a fragment that asks what people often ask"
        return Decided("answer", self._entries_of(asked, tokens), rule=rule, matched=alone.matched)

    def _entries_of(self, asked: Asked, tokens: Sequence[str]) -> tuple[tuple[str, float], ...]:
        """Return the entries that answer a follow-up: one that asks about the patient gets the hand-off as well."""
        found = ((asked.entry, asked.confidence),)
        is_general = self._kinds[asked.entry] in GENERAL and PERSONAL in self._kinds
        return (*found, (PERSONAL, asked.confidence)) if is_general and is_personal(tokens) else found


def _refused(decided: Decided) -> Decided:
    """Return the decision to answer nothing."""
    return decided._replace(kind="unknown", entries=(), choices=(), rule=ONLY_TELLS)
