"""Parts of a message that tell nothing a question could be about: "I live far away. What is scar tissue?".

Patients say who they are, where they live, when and where they were operated on, and sign with a name. Such parts name
nothing that an entry speaks of, ask nothing and want nothing, yet their words lead a match away. They are set aside,
and what is left is read as if it had been typed by itself. What tells more ("my insurance is Aetna", "I drive a taxi")
is set aside only beside a question that is clear by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from chatbot.decision import ANSWER, GENERAL, STANDS_ALONE, without_places
from chatbot.dialogue.idle_words import (
    BACKGROUND_STEMS,
    TELLING,
    asks_something,
    is_of_asking,
    is_of_treatment,
    says_more,
    states,
    wants,
    wishes,
)
from chatbot.dialogue.setting_aside import tells_of_elsewhere
from chatbot.dialogue.writers_names import WritersNames
from chatbot.english.courtesy import is_only_courtesy, unwrap
from chatbot.english.function_words import FUNCTION_WORDS, WORDS_THAT_ASK, content_words, points_back
from chatbot.knowledge import EntryKind
from chatbot.matching import Matcher
from chatbot.matching.features import stem
from chatbot.normalise import Question, from_word, sentence_breaks
from chatbot.parts import MOST_WORDS, asks, words_announcing

_FEWEST_WORDS = 3
_LONGEST = 20  # words: what is told at length has to do with the question
# What most patients can tell, by the lexicon's meanings. A country is a subject outside of it.
_BACKGROUND = frozenset(
    ("surgery", "surgeon", "doctor", "spine", "work", "countries-places", "law-courts", "spinal fusion")
) | {"medical history"}
# "I am 74. Am I too old for a redo?"
_OF_AGE = frozenset((("too", "old"), ("too", "young"), ("my", "age"), ("how", "old")))
# A capital letter of one of these begins a sentence: "do shots help Thanks from Ireland".
_CAPITAL = frozenset(
    """my we our it this that the your you he she sorry thanks thank greetings sincerely regards best kind love yours
    signed from have god bless blessings take bye cheers excuse please nobody looking asking sent hope""".split()
)
# Begins what somebody tells behind a question, without a mark: "do shots help | my wife drives me".
_TELLING_ON = frozenset("i my we our".split())
# "The screws I had" goes on, "the screws | I live alone" does not.
_SURELY_TELLING = frozenset("am was live lived work worked use used come came just turned".split())
_NEVER_BEFORE_TELLING = FUNCTION_WORDS - frozenset("it this that them me again now one out off on".split())
_SHORTEST_ASKED, _SHORTEST_TOLD = 2, 3  # words
# How sure a question must be beside what is told that may matter.
_CLEAR = 0.7
_LABELS, _SECOND = frozenset(("q", "question", "1")), "2"  # "q: ...", and no "1. ... 2. ..."

_Part = tuple[int, int]


class IdleParts:
    """Sets aside what tells nothing of what is asked. Immutable."""

    def __init__(self, matcher: Matcher, kinds: Mapping[str, EntryKind]) -> None:
        """`kinds` are those of the entries, by id."""
        self._matcher = matcher
        self._kinds = kinds
        self._names = WritersNames(matcher, kinds)

    def without(self, question: Question, topic: str = "") -> Question:
        """Return a message without its parts that tell nothing; whole where nothing else is left, or may lean on them.

        Behind a `topic`, what points back may mean that or what is told: both are weighed elsewhere.
        """
        end = len(question.words)
        if not _FEWEST_WORDS <= end <= MOST_WORDS or self._matcher.is_wording(question.tokens):
            return question
        if question.tokens[0] in _LABELS and _SECOND in question.tokens:
            return question
        signed = self._names.signed_from(question)
        parts = self._parts(question, signed)
        if signed == end and len(parts) == 1:
            return question
        idle = [part for part in parts if self._is_idle(question, part)]
        idle += [(signed, end)] if signed < end else []
        rest = _without(question, idle)
        if rest is None or self._may_lean(question, idle, rest, topic):
            rest, idle = question, []
        told = [part for part in parts if part not in idle and self._only_tells(question, part)]
        clear = _without(question, idle + told) if told else None
        if clear is None or self._may_lean(question, idle + told, clear, topic):
            return rest
        return clear if self._is_heard(clear, question, told) else rest

    # -- what may be meant by the rest

    def _may_lean(self, question: Question, idle: Sequence[_Part], rest: Question, topic: str) -> bool:
        """Return whether the rest of a message may lean on what is told in its idle parts: "can it be undone"."""
        told = [token for start, end in idle for token in question.tokens[start:end]]
        if any(token.isdigit() for token in told) and not _OF_AGE.isdisjoint(pairwise(rest.tokens)):
            return True
        if topic:
            return points_back(rest.tokens)
        return is_of_treatment(told) and self._may_point_back(rest.tokens)

    def _may_point_back(self, tokens: Sequence[str]) -> bool:
        """Return whether words point back, and name nothing themselves: "can it be undone"."""
        return points_back(tokens) and not self._is_about_something(tokens)

    def _is_heard(self, asked: Question, question: Question, told: Sequence[_Part]) -> bool:
        """Return whether what is left beside what is only told is a clear question by itself.

        Where something of the guide is told, the guide must answer it.
        """
        found = [self._matcher.match(question.tokens[start:end]).entry for start, end in told]
        is_told = any(self._kinds.get(entry) in GENERAL for entry in found)
        entry = self._matcher.match(asked.tokens).entry
        is_fit = self._kinds.get(entry) in (GENERAL if is_told else (*GENERAL, "handoff"))
        if not is_fit or (is_told and points_back(asked.tokens)):
            return False
        is_asked = asks(asked) or self._is_about_something(asked.tokens)
        return is_asked and self._is_clear(asked.tokens, _CLEAR)

    def _is_clear(self, tokens: Sequence[str], floor: float) -> bool:
        """Return whether words say by themselves what they ask, at least so surely."""
        matched = self._matcher.match(tokens)
        is_sure = matched.confidence >= floor and not matched.elsewhere
        return is_sure and not self._may_point_back(tokens)

    # -- where parts begin

    def _parts(self, question: Question, end: int) -> list[_Part]:
        """Return where the parts of a message begin and end, up to where it is signed."""
        begun = {0, end, *sentence_breaks(question.words), *_capitals(question)}
        cuts = sorted(place for place in begun if place <= end)
        inside = [place for part in pairwise(cuts) for place in self._inside(question, part)]
        return list(pairwise(sorted({*cuts, *inside})))

    def _inside(self, question: Question, part: _Part) -> list[int]:
        """Return where a sentence is cut that tells something and asks something, with no full stop between the two.

        What asks must be clear by itself: "its my third month, am I behind" is not.
        """
        start, end = part
        commas = [place for place in range(end - 1, start, -1) if question.words[place].mark == ","]
        places = range(start + _SHORTEST_ASKED, end - _SHORTEST_TOLD + 1)
        begun = [place for place in places if _may_tell_on(question.tokens, place)]
        if not (commas or begun) or self._is_idle(question, part):
            return []
        if named := [place for place in commas if self._names.names_the_writer(question, start, place)]:
            return named[:1]
        for place in commas:
            asked = from_word(question, place, end)
            is_asked = asks(asked) and self._is_clear(asked.tokens, STANDS_ALONE)
            if is_asked and self._is_idle(question, (start, place)):
                return [place]
        return [place for place in begun if self._tells_on(question, start, place, end)][:1]

    def _tells_on(self, question: Question, start: int, place: int, end: int) -> bool:
        """Return whether from a place on, with no mark before it, somebody tells of something else than is asked."""
        tokens = question.tokens
        if not WORDS_THAT_ASK.isdisjoint(tokens[place:end]):
            return False
        floor = ANSWER if tokens[place + 1] in _SURELY_TELLING else STANDS_ALONE
        return self._is_idle(question, (place, end)) and self._is_clear(tokens[start:place], floor)

    # -- what tells nothing

    def _is_idle(self, question: Question, part: _Part) -> bool:
        """Return whether a part tells, asks and wants nothing that an entry is about."""
        start, end = part
        tokens = question.tokens[start:end]
        is_label = end == 1 and tokens[0] in _LABELS
        if start and start + words_announcing(question, start) >= end:
            return False  # without its "another thing", the next part would not be announced
        if is_label or is_only_courtesy(tokens) or self._names.names_the_writer(question, start, end):
            return True
        if len(tokens) > _LONGEST or self._is_about_something(tokens) or wants(tokens):
            return False
        asked = from_word(question, start, end)
        if wishes(tokens):
            return not asked.text.rstrip().endswith("?")
        core = tokens[unwrap(tokens)[0] :]
        return not asks_something(asked) and states(core) and self._is_like_nothing(core)

    def _only_tells(self, question: Question, part: _Part) -> bool:
        """Return whether a part states something that may matter, asks nothing, and speaks of no part of the body."""
        tokens = question.tokens[slice(*part)]
        core = tokens[unwrap(tokens)[0] :]
        if core[0] not in TELLING or wants(tokens) or asks_something(from_word(question, *part)):
            return False
        return not tells_of_elsewhere(tokens, self._matcher) and not self._speaks_of_a_thing(tokens)

    def _is_about_something(self, tokens: Sequence[str]) -> bool:
        """Return whether words name something that the guide tells of, or others do; no mere operation."""
        named = self._matcher.phrases_in(tokens)
        return any(one.means not in _BACKGROUND for one in named) or self._speaks_of_a_thing(tokens)

    def _speaks_of_a_thing(self, tokens: Sequence[str]) -> bool:
        """Return whether words name a thing or a part of the body, beyond a mere operation on the back."""
        home = self._matcher.home
        stems = set(map(stem, tokens)) - BACKGROUND_STEMS
        return not (home.words | home.things | home.other_parts).isdisjoint(stems)

    def _is_like_nothing(self, tokens: Sequence[str]) -> bool:
        """Return whether a statement is like no question that an entry answers, or about the mere operation."""
        if is_of_treatment(tokens):
            return not says_more(tokens)
        matched = self._matcher.match(tokens)
        is_elsewhere = not _BACKGROUND.issuperset(matched.elsewhere) or tells_of_elsewhere(
            tokens, self._matcher
        )
        is_known = matched.is_exact or is_elsewhere
        if is_known or is_of_asking(tokens) or matched.confidence < ANSWER:
            return not is_known
        if self._kinds.get(matched.entry) in GENERAL:
            return not any(matched.entry in self._matcher.named_by(word) for word in content_words(tokens))
        return tokens[0] in TELLING


def _may_tell_on(tokens: Sequence[str], place: int) -> bool:
    """Return whether somebody may begin to tell at a place, behind a word that needs none behind it."""
    return tokens[place] in _TELLING_ON and tokens[place - 1] not in _NEVER_BEFORE_TELLING


def _without(question: Question, parts: Sequence[_Part]) -> Question | None:
    """Return a message without these parts; None where there are none, or where nothing but courtesy is left."""
    places = {place for part in parts for place in range(*part)}
    rest = without_places(question, places)
    return None if rest is question or is_only_courtesy(rest.tokens) else rest


def _capitals(question: Question) -> list[int]:
    """Return where a capital letter begins a sentence behind one that ends without a mark."""
    words, text = question.words, question.text
    places = [place for place in range(_SHORTEST_ASKED, len(words)) if question.tokens[place] in _CAPITAL]
    return [
        place
        for place in places
        if text[words[place].start].isupper()
        and not text[words[place].start : words[place].end].isupper()
        and text[words[place - 1].start].islower()
    ]
