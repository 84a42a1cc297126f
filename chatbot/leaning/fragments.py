"""What a fragment ("how do they fix that") asks for after an entry.

The classes of knowledge/follow-ups.yaml say it: what people usually say after an answer, and which entries could
answer. What such a reading is worth beside what the message says alone is for `three_readings` to say.
"""

from collections.abc import Callable, Sequence

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.knowledge import Knowledge
from chatbot.leaning.three_readings import FOLLOW_UP, FRAGMENT, WEAK_FOLLOW_UP, Asked
from chatbot.matching import Matched, Matcher
from chatbot.normalise import normalise

# What may stand in place of an entry in a class (see `FollowUpClass`).
_NO_FOLLOW_UP = "-"
_THE_TOPIC = "topic"
_NOT_TOLD = "not-told"
# How many earlier topics are looked at. One more or fewer changes at most one answer.
_TOPICS_BEFORE = 2
# The knowledge base uses these words, but they say nothing about what is asked.
_IDLE = frozenset(
    "general generally actually exactly though anyway basically normally usually overall".split()
)
_SAYING_NOTHING = FUNCTION_WORDS | _IDLE
# Classes that are answered alike make it surer what is answered, but not beyond doubt: up to this where the answer is
# told, and up to this where it is not, for then it matters which of them is meant. With 0.985 and 0.97, five questions
# of 2,690 that were put after another answer are lost.
_SURELY_THE_SAME = 0.97
_SURELY_NOT_TOLD = 0.88
_LEAST_THAT_AGREES = 0.03  # the chance of a class


class Fragments:
    """Tells which entry a fragment asks for, after a topic or without one.

    Immutable but for what is made when it is first needed.
    """

    def __init__(self, knowledge: Knowledge, matcher: Matcher, follow_ups: Callable[[], Matcher]) -> None:
        """`matcher` knows the base's words; `follow_ups` returns the matcher of the classes when it is first needed."""
        self._matcher = matcher
        self._follow_ups = follow_ups
        self._opened: Matcher | None = None
        self._classes = {line.means: line.entries for line in knowledge.follow_ups}
        self._stays_with = {line.means: line.stays_with for line in knowledge.follow_ups}
        self._not_told_of = {line.means: line.not_told_of for line in knowledge.follow_ups}
        self._told_of = {line.means: line.told_of for line in knowledge.follow_ups}
        self._after = {line.means: dict(line.after) for line in knowledge.follow_ups}
        self._untold = {
            line.means
            for line in knowledge.follow_ups
            if _NO_FOLLOW_UP not in line.entries
            and (_NOT_TOLD in (*line.entries, *dict(line.after).values()) or line.not_told_of)
        }
        self._details_of_some = {
            entry for line in knowledge.follow_ups if line.not_told_of for entry in line.entries
        }
        self._entries = {entry.id: entry for entry in knowledge.entries}
        self._glossary = knowledge.glossary
        self._one_word_terms: frozenset[str] | None = None

    def unpack(self) -> None:
        """Unpack the matcher of the classes, for a program that answers many questions."""
        self._matcher_of_follow_ups().unpack()

    def forget_words(self) -> None:
        """Forget the words of the follow-ups that were read."""
        self._matcher_of_follow_ups().forget_words()

    def forget_message(self) -> None:
        """Forget what was matched of a message."""
        if self._opened is not None:
            self._opened.forget_message()

    def _matcher_of_follow_ups(self) -> Matcher:
        """Return the matcher of the classes, opened when first needed: most messages need none."""
        if self._opened is None:
            self._opened = self._follow_ups()
        return self._opened

    def asked_for(self, topic: str, words: Sequence[str]) -> tuple[str, float] | None:
        """Return the entry that one part of a message asks for, when `topic` answers the part before; and how sure.

        None where it is no follow-up, or none that is sure enough. Without a topic it must be surer.
        """
        asked = self.asked_after(topic, words)
        floor = FOLLOW_UP if topic else FRAGMENT
        return (asked.entry, asked.confidence) if asked and asked.confidence >= floor else None

    def asked_after(
        self, topic: str, words: Sequence[str], trail: Sequence[str] = (), *, is_detail: bool = False
    ) -> Asked | None:
        """Return what a fragment asks for after a topic ("how do they fix that"); None when it is no follow-up.

        `is_detail`: it must be sure which class of follow-ups is meant, and not only what is answered.
        `trail` are the earlier topics: "and how is that treated" after a test is about what the test looked for.
        """
        follow_ups = self._matcher_of_follow_ups()
        core = follow_ups.core(words)
        if self.have_a_topic(core):
            return None
        matched = follow_ups.match(words)
        choices = self._classes.get(matched.entry, (_NO_FOLLOW_UP,))
        if _NO_FOLLOW_UP in choices:
            return None
        if not choices and not self.may_be_asked_of(topic, matched.entry):
            return self._once_more(topic, words, matched.confidence)
        asked = self.asked_of(topic, matched.entry, matched.confidence, trail)
        if asked is not None and not is_detail:
            asked = self._with_those_that_agree(asked, topic, matched, trail)
        # A word that neither the base nor a follow-up has: what it asks is not surely this.
        floor = FOLLOW_UP if self._strange(core) else WEAK_FOLLOW_UP
        return asked if asked is not None and asked.confidence >= floor else None

    def _once_more(self, topic: str, words: Sequence[str], confidence: float) -> Asked | None:
        """Return a follow-up that asks for the topic itself once more, None where it names another thing."""
        if confidence < (FOLLOW_UP if self._strange(words) else WEAK_FOLLOW_UP):
            return None
        names_a_term = self._terms().intersection(words) - set(normalise(self._title_of(topic)).tokens)
        return None if names_a_term or not topic else _about_itself(topic, "", confidence)

    def _with_those_that_agree(
        self, asked: Asked, topic: str, matched: Matched, trail: Sequence[str]
    ) -> Asked:
        """Return what is asked, as sure as all classes of follow-ups together that are answered alike.

        "Can it do more harm than good" may ask for the dangers or for the risks. After an operation, one entry answers
        both, so that it does not matter which.
        """
        sure = asked.confidence
        if not asked.is_told and sure < FOLLOW_UP:
            return asked  # it would be said of the wrong detail that it is not told
        for match, chance in [*matched.with_chances()][1:]:
            if chance < _LEAST_THAT_AGREES:
                break
            is_follow_up = _NO_FOLLOW_UP not in self._classes[match.entry]
            other = self.asked_of(topic, match.entry, chance, trail) if is_follow_up else None
            if other is not None and (other.entry, other.is_told) == (asked.entry, asked.is_told):
                sure += chance
        most = _SURELY_THE_SAME if asked.is_told else _SURELY_NOT_TOLD
        return asked._replace(confidence=max(asked.confidence, min(sure, most)))

    def names_a_stranger(self, words: Sequence[str]) -> bool:
        """Return whether a word of a fragment is one that neither the base nor a follow-up uses."""
        return bool(self._strange(self._matcher_of_follow_ups().core(words)))

    def asked_of(self, topic: str, means: str, confidence: float, trail: Sequence[str] = ()) -> Asked | None:
        """Return what a class of follow-ups (`means`) asks for after a topic; None where there is no such class.

        `confidence`, from 0 to 1, is how surely the class is meant.
        """
        if means not in self._classes:
            return None
        if topic in self._stays_with[means]:
            return _about_itself(topic, means, confidence)
        choices = self._classes[means]
        after = self._after_its_group(topic, means)
        if topic in self._not_told_of[means] or after == _NOT_TOLD:
            return _not_told(topic, means, confidence, [one for one in choices if one in self._entries])
        if after:
            return Asked(after, confidence, means, (after,), is_near=True)
        meant = tuple(filter(None, (topic if entry == _THE_TOPIC else entry for entry in choices)))
        return self._nearest(topic, meant, (means, confidence), trail)

    def may_be_asked_of(self, topic: str, means: str) -> bool:
        """Return whether a class of follow-ups names this topic: as one that tells the answer, or one that does not."""
        is_named = topic in self._stays_with[means] + self._not_told_of[means]
        return is_named or bool(self._after_its_group(topic, means))

    def _after_its_group(self, topic: str, means: str) -> str:
        """Return what a class leads to after any entry of the topic's group, "" where it says nothing of that."""
        return self._after[means].get(self._entries[topic].group, "") if topic in self._entries else ""

    def is_told_of(self, topic: str, means: str) -> bool:
        """Return whether people also tell this of a topic, asking nothing: "the MRI showed nothing"."""
        return topic in self._told_of.get(means, ())

    def is_a_detail_of_some(self, entry: str) -> bool:
        """Return whether an entry tells a detail that is told of some things and not of others, as the risks are."""
        return entry in self._details_of_some

    def is_gap(self, topic: str, facet: str) -> bool:
        """Return whether a topic does not tell what a class of follow-ups (`facet`) asks for."""
        asked = self.asked_of(topic, facet, FRAGMENT) if topic else None
        return asked is not None and not asked.is_told

    def _nearest(
        self, topic: str, meant: Sequence[str], said: tuple[str, float], trail: Sequence[str]
    ) -> Asked | None:
        """Return the first entry of `meant` that the topic names as a part or as related, else the last of `meant`.

        `said` is the class of follow-ups, and how sure it is. If the topic names none of them, the topics before it are
        asked in the same way; but not where the topic itself may be meant, or where the class is not told of any topic.
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
        """Return whether a word by itself asks for a detail that is not told ("painful")."""
        return word not in FUNCTION_WORDS and not self._untold.isdisjoint(
            self._matcher_of_follow_ups().named_by(word)[:1]
        )

    def are_a_follow_up(self, words: Sequence[str]) -> bool:
        """Return whether these words are one of the wordings of a class of follow-ups: "does it work"."""
        return self._matcher_of_follow_ups().is_wording(words)

    def is_beside_the_point(self, tokens: Sequence[str]) -> bool:
        """Return whether a message asks what is not told of any topic: "can my wife be with me in there"."""
        matched = self._matcher_of_follow_ups().match(tokens)
        return matched.confidence >= FRAGMENT and self._classes.get(matched.entry) == (
            _NO_FOLLOW_UP,
            _NOT_TOLD,
        )

    def near(self, entry: str) -> tuple[str, ...]:
        """Return the entries that an entry names: its parts first, then the related ones."""
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

    def have_a_topic(self, words: Sequence[str]) -> bool:
        """Return whether one of these words is in the knowledge base but in no follow-up."""
        return any(map(self._matcher.knows, self._strange(words)))

    def _strange(self, words: Sequence[str]) -> list[str]:
        """Return the words that no follow-up uses in this form, without those that say nothing of a topic."""
        uses = self._matcher_of_follow_ups().knows
        return [word for word in words if not uses(word) and word not in _SAYING_NOTHING]


def _about_itself(topic: str, means: str, confidence: float) -> Asked:
    """Return a follow-up that the topic itself answers."""
    return Asked(topic, confidence, means, (topic,), is_near=False)


def _not_told(topic: str, means: str, confidence: float, of_others: Sequence[str] = ()) -> Asked:
    """Return a follow-up about the topic that nothing in the knowledge base answers.

    `of_others` are the entries that tell this of something else: the risks, of an operation.
    """
    return Asked(topic, confidence, means, (topic, *of_others), is_near=True, is_told=False)
