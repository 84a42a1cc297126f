"""Whole questions for a detail that the knowledge base does not tell: "do the shots hurt".

Matched as it stands, such a question finds its topic, the shots, and what the guide says of them would be told as if it
were the answer. So the words that name the topic are replaced by "it" here. What is left ("do it hurt") is read as a
follow-up about the topic would be, and knowledge/follow-ups.yaml says which of those are told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from chatbot.decision import ANSWER, GENERAL, PERSONAL, STANDS_ALONE, Decided, is_of_own_need
from chatbot.english.function_words import (
    ASKING_FIRST,
    AUXILIARIES,
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    POSSESSIVES,
    SUBJECTS,
    WORDS_THAT_ASK,
    points_back,
)
from chatbot.knowledge import EntryKind
from chatbot.leaning import Fragments
from chatbot.leaning.naming import NAMES_ALL_OF_IT
from chatbot.leaning.three_readings import FOLLOW_UP, FRAGMENT, Asked, Reading, best_of
from chatbot.matching import Matcher
from chatbot.normalise import Question
from chatbot.parts import asking, asks, segments

# Longer sentences and messages also tell something, or ask several things, so that a detail is not all they ask for.
LONGEST_QUESTION_WORDS = 14
LONGEST_MESSAGE_WORDS = 22
# Where no entry is sure, the topic of the detail may be among so many of the likeliest ones.
_MOST_TOPICS = 3
BEFORE_A_NAME = POSSESSIVES | DEMONSTRATIVES | {"the", "a", "an", "its", "of"}
THE_TOPIC = "it"  # stands in the place of a name
# Words that belong to a name which stands before them: "taking them out" is all one name.
_GOING_ON = frozenset("it them these those out off away".split())
# So do these: "decompression surgery" is one name, though "surgery" by itself names many things.
_KINDS_OF_THINGS = frozenset(
    "surgery operation procedure treatment therapy test tests exam scan scans shot shots injection injections".split()
)
# A shorter sentence (in words) says too little without the rest of its message.
_SHORTEST_QUESTION = 3
# "I asked if it hurts" asks, though it opens like a statement.
_REPORTING = frozenset("ask asked asking know wonder wondering".split())
_WHETHER = ("if", "whether")
_COUNTING = ("many", "much")
# "The risks of an MRI" names what is asked and of what, without a word that asks.
_OF = "of"
_LONGEST_NAME_WORDS = 8
_IN_A_SENTENCE = AUXILIARIES | SUBJECTS
_REASON = "because"


class Details:
    """Tells which questions ask for a detail that is not told. Immutable."""

    def __init__(self, matcher: Matcher, fragments: Fragments, kinds: Mapping[str, EntryKind]) -> None:
        """`fragments` knows what a follow-up asks for; `kinds` are those of the entries, by id."""
        self._matcher = matcher
        self._fragments = fragments
        self._kinds = kinds

    def read(self, question: Question, reading: Reading) -> Reading:
        """Return the reading as it was; or, where a detail is asked for that is not told, as a question for that."""
        decided = reading.decided
        matched = decided.matched
        # "How often do I need them" is asked about patients in general, although it looks personal.
        is_needed = is_of_own_need(question.tokens)
        others = [entry for entry, _ in decided.entries[1:] if entry != PERSONAL or not is_needed]
        if matched is None or matched.is_exact:
            return reading
        if found := self._told_of_topic(question, reading):
            return found
        if others:
            return reading
        topics = self._topics(reading, matched.words) if len(matched.words) <= LONGEST_MESSAGE_WORDS else []
        words = self._asking(question, matched.words) if topics else ()
        if len(words) > LONGEST_QUESTION_WORDS:
            return reading
        answered = () if reading.facet else _answered(decided)
        for topic in topics:
            asked = self._asked(topic, words, matched.words, is_answered=topic in answered)
            if asked is not None:
                told = decided._replace(kind="answer", entries=((topic, 1.0),), choices=())
                return Reading(told, topic, asked.facet, decided.runners_up, is_told=False)
        return reading

    def _told_of_topic(self, question: Question, reading: Reading) -> Reading | None:
        """Read a statement that wants to know what comes next: "the MRI showed nothing"; None for anything else.

        Without this, it would be told what an MRI is. Which follow-ups are meant so, and for which entries, the
        knowledge base says (`told_of`).
        """
        topic = best_of(reading.decided)[0]
        if self._kinds.get(topic) not in GENERAL or asks(question):
            return None
        matched = reading.decided.matched
        words, named = self._without(topic, matched.words if matched else ())
        asked = self._fragments.asked_after(topic, words) if named else None
        if (
            asked is None
            or asked.confidence < FOLLOW_UP
            or not self._fragments.is_told_of(topic, asked.facet)
        ):
            return None
        told = reading.decided._replace(kind="answer", entries=((asked.entry, asked.confidence),), choices=())
        return Reading(told, topic, asked.facet, (topic,))

    def _asking(self, question: Question, words: Sequence[str]) -> Sequence[str]:
        """Return the words of a message that ask: those of its last question, or behind "I asked if"; () for none.

        `words` are those of the message, without courtesy.
        """
        reported = _reported(words)
        if reported:
            return reported
        if _whose(words):
            return words
        if not (asks(question) or _is_headed(words)):
            return ()
        stretches = segments(question)
        last = max(asking(question.tokens, stretches), default=None)
        if len(stretches) == 1 and (end := _end_of_question(question)):
            return self._matcher.core(question.tokens[:end])
        if last is None or len(stretches) == 1 or last.end - last.start < _SHORTEST_QUESTION:
            return words
        return self._matcher.core(question.tokens[last.start : last.end])

    def _asked(
        self, topic: str, words: Sequence[str], message: Sequence[str], *, is_answered: bool
    ) -> Asked | None:
        """Return the detail of a topic that these `words` of a `message` ask for, where it is not told; else None.

        `is_answered`: the topic is surely meant. Otherwise its name must be clear by itself.
        """
        rest, named = self._without(topic, words)
        if not named and words and points_back(words):  # "he had the scan, is that safe"
            named = self._without(topic, message)[1]
        if not named:
            return None
        has_word = any(map(self._fragments.may_be_a_detail, rest)) or _counts(rest)
        if not has_word and not self._fragments.are_a_follow_up(rest):
            return None
        asked = self._fragments.asked_after(topic, rest, is_detail=True)
        if asked is None or asked.is_told or asked.confidence < FRAGMENT:
            return None
        return asked if is_answered or self._is_named(topic, named) else None

    def _topics(self, reading: Reading, words: Sequence[str]) -> list[str]:
        """Return the entries that may be the topic of the detail.

        They are those that answer. The likeliest entries are added where no answer is sure, and where the message was
        read as asking something of the topic before: "are the shots dangerous" is about the shots, though it looks like
        a question for the dangers of an operation.
        """
        decided = reading.decided
        ranking = decided.matched.ranking if decided.matched else None
        is_of_topic = (
            bool(reading.facet) or not reading.is_told
        )  # what is asked of the topic is known already
        answers = _answered(decided)
        names_topic = is_of_topic and bool(self._without(reading.topic, _whose(words) or words)[1])
        if names_topic or any(self._kinds[entry] not in GENERAL for entry in answers[:1]):
            return []
        topics = [] if is_of_topic else answers
        if ranking and (is_of_topic or best_of(decided)[1] < STANDS_ALONE):
            topics += [match.entry for match in ranking.matches[:_MOST_TOPICS] if match.entry not in topics]
        return [entry for entry in topics if self._kinds[entry] in GENERAL]

    def _without(self, topic: str, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return the words with "it" in place of those that name the topic, and the words that named it."""
        rest: list[str] = []
        named: list[str] = []
        for place, word in enumerate(words):
            is_naming = word not in FUNCTION_WORDS and topic in self._matcher.named_by(word)
            if word == _REASON and len(rest) >= _SHORTEST_QUESTION:
                reason = [one for one in words[place:] if topic in self._matcher.named_by(one)]
                return rest, [*named, *reason]  # "how many have it because the bone did not fuse"
            goes_on = word in _GOING_ON | _KINDS_OF_THINGS and bool(named) and words[place - 1] in named
            if not is_naming and not goes_on:
                rest.append(word)
                continue
            named.append(word)
            while rest and rest[-1] in BEFORE_A_NAME:
                rest.pop()
            if rest[-1:] != [THE_TOPIC]:
                rest.append(THE_TOPIC)
        return (rest[1:] if _begins_twice(rest) else rest), named

    def _is_named(self, topic: str, words: Sequence[str]) -> bool:
        """Return whether these words alone match the topic best, surely or by standing in many of its wordings."""
        matched = self._matcher.match(words)
        shares = (self._matcher.share_with(word, topic) for word in words)
        is_sure = matched.confidence >= ANSWER or max(shares, default=0.0) >= NAMES_ALL_OF_IT
        return matched.entry == topic and is_sure


def _answered(decided: Decided) -> list[str]:
    """Return the entries that answer, if any does."""
    return [entry for entry, _ in decided.entries] if decided.kind == "answer" else []


def _whose(words: Sequence[str]) -> Sequence[str]:
    """Return what stands behind the "of" of a name that is no sentence ("the risks of an MRI"); () for other words."""
    is_name = len(words) <= _LONGEST_NAME_WORDS and _IN_A_SENTENCE.isdisjoint(words)
    return words[words.index(_OF, 1) + 1 :] if is_name and _OF in words[1:-1] else ()


def _end_of_question(question: Question) -> int:
    """Return where a question that opens the message ends at a comma ("is it safe, they say no"); 0 for none."""
    if question.tokens[0] not in ASKING_FIRST:
        return 0
    pause = next((place for place, word in enumerate(question.words) if word.mark), 0)
    return pause if pause >= _SHORTEST_QUESTION else 0


def _reported(words: Sequence[str]) -> Sequence[str]:
    """Return the words behind "I asked if", or () where no question is reported."""
    for place, (word, after) in enumerate(pairwise(words)):
        if word in _REPORTING and after in _WHETHER:
            return words[place + 2 :]
    return ()


def _is_headed(words: Sequence[str]) -> bool:
    """Return whether the question has one word before it, which says what it is about: "emg, does it hurt"."""
    return len(words) > _SHORTEST_QUESTION and words[0] not in FUNCTION_WORDS and words[1] in ASKING_FIRST


def _begins_twice(words: Sequence[str]) -> bool:
    """Return whether an "it" stands before a question that has its own, or needs none: "it does it hurt"."""
    if tuple(words[:1]) != (THE_TOPIC,) or ASKING_FIRST.isdisjoint(words[1:2]):
        return False
    return THE_TOPIC in words[2:] or not WORDS_THAT_ASK.isdisjoint(words[1:2])


def _counts(words: Sequence[str]) -> bool:
    """Return whether these words ask for a number: "how many", "how much"."""
    return any(word == "how" and after in _COUNTING for word, after in pairwise(words))
