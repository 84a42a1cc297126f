"""Messages that lean on what was talked about ("and the risks?", "can they be taken out"): what they ask for.

Makes three readings: the message alone, what people usually ask after an answer (knowledge/follow-ups.yaml), and the
message with the topic's words beside it. Which of them wins is for `readings` to say.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from chatbot.conversation import Conversation
from chatbot.decision import ANSWER, GENERAL, PERSONAL, STANDS_ALONE, Decided, decide, is_personal
from chatbot.function_words import (
    ASKING_FIRST,
    AUXILIARIES,
    FUNCTION_WORDS,
    SUBJECTS,
    WORDS_THAT_ASK,
    describes_one,
    points_back,
)
from chatbot.knowledge import Entry, Knowledge
from chatbot.matching import Context, Matched, Matcher
from chatbot.normalise import Question, from_word, normalise
from chatbot.parts import LastQuestion
from chatbot.readings import FOLLOW_UP, FRAGMENT, WEAK_FOLLOW_UP, Asked, Reading, best_of, weigh

NO_FOLLOW_UP = "-"
THE_TOPIC = "topic"
NOT_TOLD = "not-told"
ABOUT_THE_TOPIC = "a follow-up about the topic"
# How sure a follow-up without a topic must be that the message alone agrees with. Chosen: 0.5 and 0.7 change nothing.
AGREED_FRAGMENT = 0.6
# A statement is answered by itself from here on. Chosen: 0.4 and 0.6 change nothing.
STATED = 0.5
# In words: the longest message that may lean on the topic, the most of it that mean something, the longest that says
# little by itself; and how many topics before are looked at. Measured as in `decision`: with 9 words at most, one right
# and two wrong fewer; 16 words, and one more or fewer of the others, change at most one.
LONGEST_LEANING_WORDS = 12
LONGEST_FRAGMENT_WORDS = 4
LONGEST_BARE_WORDS = 3
TOPICS_BEFORE = 2
LONGEST_NAME_WORDS = 3
_LONGEST_BEFORE_SAME = 5  # "ok and is it the same for ..."
_AND_FOR = ("and", "for")
_SAME_FOR = (("for",), ("with",), ("about",))
_OPENING_A_QUESTION = ASKING_FIRST - {"am"} | {"must"}  # "must it come out"; "am ..." is about oneself
# Words that say nothing about what is asked, though the knowledge base uses them.
_IDLE = frozenset(
    "general generally actually exactly though tho anyway basically normally usually overall".split()
)


# What a statement begins with, and what is no statement though it begins so: "i want to know", "she is afraid of it".
_OPENING_A_STATEMENT = frozenset(
    "i we he she my his our you her they nobody noone everybody everyone people doctors surgeons".split()
)
_BEFORE_A_STATEMENT = frozenset("and but well oh so yes no because".split())
# "I already did all that" asks for what comes next.
_TRIED = frozenset(("already", "tried"))
_SUBJECTS = SUBJECTS | {"my", "his", "her", "the"}
_WISHING = frozenset(
    "want wants need needs like wonder wondering worried afraid scared ask asking asked mean meant know tell".split()
)


class Leaning:
    """Reads messages in the light of the conversation. Immutable but for what is made when first needed."""

    def __init__(self, knowledge: Knowledge, matcher: Matcher, follow_ups: Callable[[], Matcher]) -> None:
        """`follow_ups` gives the matcher of the classes of follow-ups; it is called only when one is needed."""
        self._matcher = matcher
        self._follow_ups = follow_ups
        self._opened: Matcher | None = None
        self._classes = {line.means: line.entries for line in knowledge.follow_ups}
        self._stays_with = {line.means: line.stays_with for line in knowledge.follow_ups}
        self._not_told_of = {line.means: line.not_told_of for line in knowledge.follow_ups}
        self._untold = {
            line.means
            for line in knowledge.follow_ups
            if NO_FOLLOW_UP not in line.entries and (NOT_TOLD in line.entries or line.not_told_of)
        }
        self._entries: Mapping[str, Entry] = {entry.id: entry for entry in knowledge.entries}
        self._kinds = {entry.id: entry.kind for entry in knowledge.entries}
        self._glossary = knowledge.glossary
        self._one_word_terms: frozenset[str] | None = None

    def unpack(self) -> None:
        """Unpack what follow-ups are told by, for a program that answers many questions."""
        self._matcher_of_follow_ups().unpack()

    def forget_words(self) -> None:
        """Forget the words of the follow-ups that were read."""
        self._matcher_of_follow_ups().forget_words()

    def forget_message(self) -> None:
        """Forget what was asked of the follow-ups for a message."""
        if self._opened is not None:
            self._opened.forget_message()

    def _matcher_of_follow_ups(self) -> Matcher:
        """Return the matcher of the classes, opened when first needed: most messages need none."""
        if self._opened is None:
            self._opened = self._follow_ups()
        return self._opened

    def read(self, question: Question, conversation: Conversation) -> Reading:
        """Decide on a message by itself, or in the light of the topic where it leans on it."""
        same = after_the_same(question.tokens)
        if same:
            named = from_word(question, same)
            found = decide(named, self._matcher, self._kinds)
            carried = self.carried(
                best_of(found)[0] or next(iter(found.choices), ""), named.tokens, conversation
            )
            if carried is not None:
                return carried
        alone = decide(question, self._matcher, self._kinds, follow_up=self.asked_for)
        if not _may_lean(question, alone, self._kinds):
            return Reading(alone)
        is_choosing = conversation.pending == "choice" and not conversation.topic
        supposed = conversation.offered[:1] if is_choosing else ()
        topic = self._entries.get(supposed[0] if supposed else conversation.topic)
        if topic is None:
            return Reading(self._fragment(question, alone))
        asked = self.asked_after(topic.id, question.tokens, conversation.trail)
        context = self.context(topic, conversation, question.tokens)
        leaning = decide(question, self._matcher, self._kinds, context)
        if alone.kind == "answer" and self._kinds[alone.entries[0][0]] == "smalltalk" and asked is not None:
            alone = alone._replace(kind="unknown")
        if self._is_beside_the_point(question.tokens):
            return Reading(alone if best_of(alone)[1] >= STANDS_ALONE else _refused(alone))
        if _only_states(question):
            return self._stated(alone, asked)
        if asked is not None and asked.confidence >= FOLLOW_UP and _is_empty(question.tokens):
            alone = alone._replace(kind="unknown", entries=())  # what it says, it says about the topic
        entries = self._entries_of(asked, question.tokens) if asked else ()
        follow_up = Decided("answer", entries, rule=ABOUT_THE_TOPIC, matched=alone.matched)
        is_bare = _is_bare(question.tokens) and not (supposed and alone.kind == "answer")
        related = [entry for entry in self.near(topic.id) if self._kinds[entry] in GENERAL]
        return weigh(topic.id, alone, asked, leaning, follow_up, is_bare=is_bare, related=related)

    def read_instead(self, question: Question, conversation: Conversation) -> Reading | None:
        """Decide on what was meant where an answer was not, None where the words are no follow-up of the topic.

        "No, how do they treat it": what is asked of the topic is another entry, or a detail that nothing tells; the
        topic itself was just turned down. Who describes another one of its kind asks nothing of it.
        """
        topic, tokens = conversation.topic, question.tokens
        content = [word for word in tokens if word not in FUNCTION_WORDS]
        if topic not in self._entries or len(content) > LONGEST_FRAGMENT_WORDS or describes_one(tokens):
            return None
        asked = self.asked_after(topic, tokens, conversation.trail)
        if asked is None or asked.confidence < FRAGMENT:
            return None
        is_left = asked.entry not in conversation.turned_down if asked.is_told else _is_bare(tokens)
        if not is_left:
            return None
        return self._read_as_asked(asked, topic, tokens)

    def asked_for(self, topic: str, words: Sequence[str]) -> tuple[str, float] | None:
        """Return the entry that a part of a message asks for after the part before it, and how sure that is."""
        asked = self.asked_after(topic, words)
        floor = FOLLOW_UP if topic else FRAGMENT
        return (asked.entry, asked.confidence) if asked and asked.confidence >= floor else None

    def asked_after(self, topic: str, words: Sequence[str], trail: Sequence[str] = ()) -> Asked | None:
        """Return what a fragment asks for after a topic ("how do they fix that"), None when it is no follow-up.

        `trail` are the topics before: "and how is that treated" after a test is about what the test looked for.
        """
        matched = self._matcher_of_follow_ups().match(words)
        choices = self._classes.get(matched.entry, (NO_FOLLOW_UP,))
        if matched.confidence < WEAK_FOLLOW_UP or NO_FOLLOW_UP in choices or self._names_another(matched):
            return None
        if choices or topic in self._stays_with[matched.entry] + self._not_told_of[matched.entry]:
            return self._asked_of(topic, matched.entry, matched.confidence, trail)
        names_a_term = self._terms().intersection(words) - set(normalise(self._title_of(topic)).tokens)
        return None if names_a_term or not topic else _about_itself(topic, "", matched.confidence)

    def _asked_of(self, topic: str, means: str, confidence: float, trail: Sequence[str] = ()) -> Asked | None:
        """Return what a class of follow-ups, so surely meant, asks for after a topic."""
        if topic in self._stays_with[means]:
            return _about_itself(topic, means, confidence)
        if topic in self._not_told_of[means]:
            return _not_told(topic, means, confidence)
        choices = self._classes[means]
        meant = tuple(filter(None, (topic if entry == THE_TOPIC else entry for entry in choices)))
        return self._nearest(topic, meant, (means, confidence), trail)

    def is_gap(self, topic: str, facet: str) -> bool:
        """Return whether this is asked of a topic and not told: what was owned up to."""
        asked = self._asked_of(topic, facet, FRAGMENT) if topic and facet in self._classes else None
        return asked is not None and not asked.is_told

    def carried(self, entry: str, tokens: Sequence[str], conversation: Conversation) -> Reading | None:
        """Read a message that only names another topic (`entry`): what was asked before is asked of that.

        "Does it hurt?" "No, I meant the nerve test"; "and the same for the scar tissue?". None where nothing in
        particular was asked before, or where the message asks something itself.
        """
        content = [word for word in tokens if word not in FUNCTION_WORDS]
        names_it = self._kinds.get(entry) in GENERAL and len(content) <= LONGEST_NAME_WORDS
        asks_itself = tokens[0] in _OPENING_A_QUESTION or not WORDS_THAT_ASK.isdisjoint(tokens)
        if not names_it or asks_itself or conversation.facet not in self._classes:
            return None
        asked = self._asked_of(entry, conversation.facet, FRAGMENT)
        return self._read_as_asked(asked, entry, tokens) if asked else None

    def _read_as_asked(self, asked: Asked, topic: str, tokens: Sequence[str]) -> Reading:
        decided = Decided("answer", self._entries_of(asked, tokens), rule=ABOUT_THE_TOPIC)
        return Reading(decided, topic, asked.facet, is_told=asked.is_told)

    def named_by_lead(self, last: LastQuestion) -> str:
        """Return the entry that the words before a question name where it points back to them, else "".

        "Back to the scar tissue. Does it heal"; "shots: how many can I have".
        """
        if not last.lead or "if" in last.lead or not (points_back(last.question.tokens) or last.is_headed):
            return ""
        matched = self._matcher.match(last.lead)
        is_sure = matched.confidence >= ANSWER and self._kinds[matched.entry] in GENERAL
        return matched.entry if is_sure else ""

    def may_be_a_detail(self, word: str) -> bool:
        """Return whether a word is one by which details are asked that are not told ("painful")."""
        return word not in FUNCTION_WORDS and not self._untold.isdisjoint(
            self._matcher_of_follow_ups().named_by(word)[:1]
        )

    def _nearest(
        self, topic: str, meant: Sequence[str], said: tuple[str, float], trail: Sequence[str]
    ) -> Asked | None:
        """Return the first entry of `meant` that the topic names, or a topic before it; else the last of them.

        `said` is what is asked for, and how sure that is. What an earlier topic names is no answer to a detail of
        this one, nor where the topic itself may be meant.
        """
        means, confidence = said
        earlier = () if topic in meant or meant[-1:] == (NOT_TOLD,) else reversed(trail[-TOPICS_BEFORE:])
        for place, one in enumerate((topic, *earlier)):
            near = self.near(one) if one in self._entries else ()
            entry = next((entry for entry in meant[:-1] if entry in near), "")
            if entry:
                return Asked(entry, confidence, means, tuple(meant), is_near=place == 0)
        if topic in meant:
            return Asked(topic, confidence, means, tuple(meant), is_near=False)
        if meant[-1:] == (NOT_TOLD,):
            return _not_told(topic, means, confidence) if topic else None
        return Asked(meant[-1], confidence, means, tuple(meant), is_near=False) if meant else None

    def context(self, topic: Entry, conversation: Conversation, tokens: Sequence[str]) -> Context:
        """Return what a message that leans on the topic leans on."""
        near = (*normalise(topic.title).tokens, *conversation.topic_words)
        words = dict.fromkeys(word for word in near if word not in FUNCTION_WORDS and word not in tokens)
        return Context(topic.id, tuple(words), tuple(dict.fromkeys((*topic.related, *topic.parts))))

    def _stated(self, alone: Decided, asked: Asked | None) -> Reading:
        """Read what tells rather than asks: an answer only where it is sure by itself, the topic's where nearly so."""
        is_asking = asked is not None and asked.is_told and asked.confidence >= FRAGMENT
        return Reading(alone if is_asking or best_of(alone)[1] >= STATED else _refused(alone))

    def _is_beside_the_point(self, tokens: Sequence[str]) -> bool:
        """Return whether a message is like those that no answer helps ("can my wife be with me in there")."""
        matched = self._matcher_of_follow_ups().match(tokens)
        return matched.confidence >= FRAGMENT and self._classes.get(matched.entry) == (NO_FOLLOW_UP, NOT_TOLD)

    def _title_of(self, entry: str) -> str:
        return self._entries[entry].title if entry in self._entries else ""

    def near(self, entry: str) -> tuple[str, ...]:
        """Return the entries that an entry names, as its parts or as related."""
        return (*self._entries[entry].parts, *self._entries[entry].related)

    def _fragment(self, question: Question, alone: Decided) -> Decided:
        """Read a fragment without a topic ("is it common") as the general question behind it."""
        tokens = question.tokens
        if alone.kind == "answer" or not (points_back(tokens) or tokens[0] in _OPENING_A_QUESTION):
            return alone
        if alone.matched is not None and alone.matched.elsewhere:
            return alone
        asked = self.asked_after("", tokens)
        agrees = asked is not None and asked.entry in alone.choices[:1]
        if asked is None or asked.confidence < (AGREED_FRAGMENT if agrees else FRAGMENT):
            return alone
        rule = "a fragment that asks what people often ask"
        return Decided("answer", self._entries_of(asked, tokens), rule=rule, matched=alone.matched)

    def _entries_of(self, asked: Asked, tokens: Sequence[str]) -> tuple[tuple[str, float], ...]:
        """Return what is answered: the general answer, and the personal hand-off after it where that is asked."""
        found = ((asked.entry, asked.confidence),)
        is_general = self._kinds[asked.entry] in GENERAL and PERSONAL in self._kinds
        return (*found, (PERSONAL, asked.confidence)) if is_general and is_personal(tokens) else found

    def _terms(self) -> frozenset[str]:
        """Return the glossary's names of one word. Few messages need them, so no start reads them."""
        if self._one_word_terms is None:
            names = (name for term in self._glossary for name in (term.term, *term.also))
            one_each = [
                tokens[0] for tokens in (normalise(name).tokens for name in names) if len(tokens) == 1
            ]
            self._one_word_terms = frozenset(one_each)
        return self._one_word_terms

    def _names_another(self, matched: Matched) -> bool:
        """Return whether a fragment has a word of the knowledge base that no follow-up has: its own topic."""
        strange = [
            word.text
            for word in matched.ranking.words
            if word.status in ("unknown", "repaired") and word.text not in FUNCTION_WORDS | _IDLE
        ]
        if matched.confidence < FOLLOW_UP:
            return bool(strange)
        return any(map(self._matcher.knows, strange))


def after_the_same(tokens: Sequence[str]) -> int:
    """Return where the name begins after "and the same for" or "and for", 0 where a message does not open so."""
    if tuple(tokens[: len(_AND_FOR)]) == _AND_FOR and len(tokens) > len(_AND_FOR):
        return len(_AND_FOR)
    same = next((place for place, word in enumerate(tokens[:_LONGEST_BEFORE_SAME]) if word == "same"), None)
    if same is None or tuple(tokens[same + 1 : same + 2]) not in _SAME_FOR or same + 2 >= len(tokens):
        return 0
    return same + 2


def _may_lean(question: Question, alone: Decided, kinds: Mapping[str, str]) -> bool:
    """Return whether a message could lean on the topic: a fragment, or words that point back."""
    tokens = question.tokens
    if alone.matched is None or alone.matched.is_exact or len(tokens) > LONGEST_LEANING_WORDS:
        return False
    told = [entry for entry, _ in alone.entries if kinds[entry] != "handoff"]
    content = [word for word in tokens if word not in FUNCTION_WORDS]
    return len(told) <= 1 and (points_back(tokens) or len(content) <= LONGEST_FRAGMENT_WORDS)


def _about_itself(topic: str, means: str, confidence: float) -> Asked:
    return Asked(topic, confidence, means, (topic,), is_near=False)


def _not_told(topic: str, means: str, confidence: float) -> Asked:
    return Asked(topic, confidence, means, (topic,), is_near=True, is_told=False)


def _refused(decided: Decided) -> Decided:
    return decided._replace(kind="unknown", entries=(), choices=(), rule="it asks nothing that is told here")


def _only_states(question: Question) -> bool:
    """Return whether a message tells something and asks nothing: "he also has bad knees", "my wife made me come"."""
    tokens = question.tokens
    if tokens[0] in _BEFORE_A_STATEMENT and len(tokens) > 1:
        tokens = tokens[1:]
    opens = tokens[0] in _OPENING_A_STATEMENT or tuple(tokens[:2]) == ("no", "one")
    if not opens or "?" in question.text or not _TRIED.isdisjoint(tokens):
        return False
    return not (WORDS_THAT_ASK | _WISHING).intersection(tokens) and not any(
        word in AUXILIARIES and after in _SUBJECTS for word, after in pairwise(tokens)
    )


def _is_empty(tokens: Sequence[str]) -> bool:
    """Return whether no word of a message means anything by itself: "what do they do about it"."""
    return all(word in FUNCTION_WORDS for word in tokens)


def _is_bare(tokens: Sequence[str]) -> bool:
    """Return whether a message says little without a topic: "and the risks?", "can they be removed"."""
    is_short = len(tokens) <= LONGEST_BARE_WORDS and sum(word not in FUNCTION_WORDS for word in tokens) <= 1
    return is_short or points_back(tokens)
