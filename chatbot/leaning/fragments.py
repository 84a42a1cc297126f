"""What a fragment asks for after an entry ("how do they fix that").

Told by the classes of knowledge/follow-ups.yaml: what people usually say after an answer, and what could answer it.
What is made of it, beside what a message says alone, is `reading`'s.
"""

from collections.abc import Callable, Sequence

from chatbot.function_words import FUNCTION_WORDS
from chatbot.knowledge import Knowledge
from chatbot.matching import Matched, Matcher
from chatbot.normalise import normalise
from chatbot.readings import FOLLOW_UP, FRAGMENT, WEAK_FOLLOW_UP, Asked

# What stands for entries in a class: that it asks nothing, asks for the topic itself, or for what no entry tells.
_NO_FOLLOW_UP = "-"
_THE_TOPIC = "topic"
_NOT_TOLD = "not-told"
# How many topics before are looked at. Chosen: one more or fewer changes at most one message.
_TOPICS_BEFORE = 2
# Words that say nothing about what is asked, though the knowledge base uses them.
_IDLE = frozenset(
    "general generally actually exactly though tho anyway basically normally usually overall".split()
)
_SAYING_NOTHING = FUNCTION_WORDS | _IDLE


class Fragments:
    """Tells what fragments ask for. Immutable but for what is made when first needed."""

    def __init__(self, knowledge: Knowledge, matcher: Matcher, follow_ups: Callable[[], Matcher]) -> None:
        """`matcher` knows the base's words; `follow_ups` gives that of the classes, and is called only when needed."""
        self._matcher = matcher
        self._follow_ups = follow_ups
        self._opened: Matcher | None = None
        self._classes = {line.means: line.entries for line in knowledge.follow_ups}
        self._stays_with = {line.means: line.stays_with for line in knowledge.follow_ups}
        self._not_told_of = {line.means: line.not_told_of for line in knowledge.follow_ups}
        self._untold = {
            line.means
            for line in knowledge.follow_ups
            if _NO_FOLLOW_UP not in line.entries and (_NOT_TOLD in line.entries or line.not_told_of)
        }
        self._entries = {entry.id: entry for entry in knowledge.entries}
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
        choices = self._classes.get(matched.entry, (_NO_FOLLOW_UP,))
        if matched.confidence < WEAK_FOLLOW_UP or _NO_FOLLOW_UP in choices or self._names_another(matched):
            return None
        if choices or self.may_be_asked_of(topic, matched.entry):
            return self.asked_of(topic, matched.entry, matched.confidence, trail)
        names_a_term = self._terms().intersection(words) - set(normalise(self._title_of(topic)).tokens)
        return None if names_a_term or not topic else _about_itself(topic, "", matched.confidence)

    def asked_of(self, topic: str, means: str, confidence: float, trail: Sequence[str] = ()) -> Asked | None:
        """Return what a class of follow-ups, so surely meant, asks for after a topic; None for no class of these."""
        if means not in self._classes:
            return None
        if topic in self._stays_with[means]:
            return _about_itself(topic, means, confidence)
        if topic in self._not_told_of[means]:
            return _not_told(topic, means, confidence)
        choices = self._classes[means]
        meant = tuple(filter(None, (topic if entry == _THE_TOPIC else entry for entry in choices)))
        return self._nearest(topic, meant, (means, confidence), trail)

    def may_be_asked_of(self, topic: str, means: str) -> bool:
        """Return whether a class of follow-ups names this topic among those that it is asked of."""
        return topic in self._stays_with[means] + self._not_told_of[means]

    def is_gap(self, topic: str, facet: str) -> bool:
        """Return whether this is asked of a topic and not told: what was owned up to."""
        asked = self.asked_of(topic, facet, FRAGMENT) if topic else None
        return asked is not None and not asked.is_told

    def _nearest(
        self, topic: str, meant: Sequence[str], said: tuple[str, float], trail: Sequence[str]
    ) -> Asked | None:
        """Return the first entry of `meant` that the topic names, or a topic before it; else the last of them.

        `said` is what is asked for, and how sure that is. What an earlier topic names is no answer to a detail of
        this one, nor where the topic itself may be meant.
        """
        means, confidence = said
        earlier = () if topic in meant or meant[-1:] == (_NOT_TOLD,) else reversed(trail[-_TOPICS_BEFORE:])
        for place, one in enumerate((topic, *earlier)):
            near = self.near(one) if one in self._entries else ()
            entry = next((entry for entry in meant[:-1] if entry in near), "")
            if entry:
                return Asked(entry, confidence, means, tuple(meant), is_near=place == 0)
        if topic in meant:
            return Asked(topic, confidence, means, tuple(meant), is_near=False)
        if meant[-1:] == (_NOT_TOLD,):
            return _not_told(topic, means, confidence) if topic else None
        return Asked(meant[-1], confidence, means, tuple(meant), is_near=False) if meant else None

    def may_be_a_detail(self, word: str) -> bool:
        """Return whether a word is one by which details are asked that are not told ("painful")."""
        return word not in FUNCTION_WORDS and not self._untold.isdisjoint(
            self._matcher_of_follow_ups().named_by(word)[:1]
        )

    def are_a_follow_up(self, words: Sequence[str]) -> bool:
        """Return whether these words are, one by one, what a class of follow-ups has: "does it work"."""
        return self._matcher_of_follow_ups().is_wording(words)

    def is_beside_the_point(self, tokens: Sequence[str]) -> bool:
        """Return whether a message is like those that no answer helps ("can my wife be with me in there")."""
        matched = self._matcher_of_follow_ups().match(tokens)
        return matched.confidence >= FRAGMENT and self._classes.get(matched.entry) == (
            _NO_FOLLOW_UP,
            _NOT_TOLD,
        )

    def near(self, entry: str) -> tuple[str, ...]:
        """Return the entries that an entry names, its parts first."""
        return (*self._entries[entry].parts, *self._entries[entry].related)

    def _title_of(self, entry: str) -> str:
        return self._entries[entry].title if entry in self._entries else ""

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
        words = [word.text for word in matched.ranking.words]
        return self.have_a_topic(words) if matched.confidence >= FOLLOW_UP else bool(self._strange(words))

    def have_a_topic(self, words: Sequence[str]) -> bool:
        """Return whether one of these words is in the knowledge base and in no follow-up: no fragment has it."""
        return any(map(self._matcher.knows, self._strange(words)))

    def _strange(self, words: Sequence[str]) -> list[str]:
        """Return the words that no follow-up has, not even in another form: "hips" are no "bad hip"."""
        uses = self._matcher_of_follow_ups().knows
        return [word for word in words if not uses(word) and word not in _SAYING_NOTHING]


def _about_itself(topic: str, means: str, confidence: float) -> Asked:
    return Asked(topic, confidence, means, (topic,), is_near=False)


def _not_told(topic: str, means: str, confidence: float) -> Asked:
    return Asked(topic, confidence, means, (topic,), is_near=True, is_told=False)
