"""Questions about a thing that is called by its name: "what causes a broken rod", "how serious is a nonunion".

Matched as a whole, such a question may find an entry that only mentions the thing. The word list and the lexicon say
which entry a name stands for. With "it" in the place of the name, what is asked is read as a follow-up would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from chatbot.decision import GENERAL, PERSONAL, STANDS_ALONE, Decided
from chatbot.dialogue.details import BEFORE_A_NAME, LONGEST_QUESTION_WORDS, THE_TOPIC
from chatbot.dialogue.wordlist import LONGEST_TERM, WordList
from chatbot.english.function_words import ASKING_FIRST, FUNCTION_WORDS, KIN, WORDS_THAT_ASK
from chatbot.knowledge import EntryKind
from chatbot.leaning import BROAD, Leaning
from chatbot.leaning.naming import AROUND_A_NAME
from chatbot.leaning.three_readings import FRAGMENT, Asked, Reading, best_of
from chatbot.matching import Matched, Matcher
from chatbot.normalise import Question, normalise

# How sure it must be what is asked of the thing, where choices would be offered; else FRAGMENT. Measured with 2,285
# questions about 24 things and 2,600 labelled ones: 0.65 answers four fewer of the first and one of the second.
_OFFERED = 0.5
# "My dad has a nonunion", "I was told it is a nonunion": nothing but these is said besides the name.
_TELLING = frozenset("told diagnosed explain explained nobody somebody".split())
_TELLING_OF_IT = (FUNCTION_WORDS - WORDS_THAT_ASK - {"out", "off", "no", "not"}) | KIN | _TELLING


class Name(NamedTuple):
    """A name in a message: its first word's place, its number of words, the entry that it stands for."""

    start: int
    length: int
    entry: str


class NamedThings:
    """Reads questions about a thing that is called by its name. Immutable."""

    def __init__(
        self, matcher: Matcher, leaning: Leaning, word_list: WordList, kinds: Mapping[str, EntryKind]
    ) -> None:
        """`word_list` knows the names; `kinds` are those of the entries, by id."""
        self._matcher = matcher
        self._leaning = leaning
        self._word_list = word_list
        self._kinds = kinds
        # An entry's id says what it is about, too: "exercise", "weight-management".
        self._ids = {tuple(entry.split("-")): entry for entry, kind in kinds.items() if kind in GENERAL}

    def read(self, question: Question, reading: Reading) -> Reading:
        """Return the reading as it was; or as one about the thing that is named, where it may have missed that."""
        decided = reading.decided
        matched = decided.matched
        if matched is None or reading.topic or reading.facet or not self._may_be_missed(decided, matched):
            return reading
        words = matched.ranking.words_meant
        names = self.names_in(words)
        if len(names) != 1 or names[0].entry == best_of(decided)[0]:
            return reading
        (name,) = names
        rest = _with_it(words, name)
        if best_of(decided)[1] < STANDS_ALONE and _only_tells_of_it(rest):
            told = ((name.entry, STANDS_ALONE),)
            return Reading(Decided("answer", told, rule="only tells of a thing by its name", matched=matched))
        asked = self._leaning.fragments.asked_after(name.entry, rest)
        if asked is None or not _outdoes(asked, decided):
            return reading
        return self._leaning.read_as_asked(asked, name.entry, question.tokens)

    def _may_be_missed(self, decided: Decided, matched: Matched) -> bool:
        """Return whether a message may be about another thing than it is answered by.

        Not where it is a wording of the knowledge base, is about what is outside, tells a story, asks two things, or
        says no more than a broad word; nor where it is surely answered, unless that may be a detail of another thing.
        """
        best, sure = best_of(decided)
        others = [entry for entry, _ in decided.entries[1:] if entry != PERSONAL]
        is_settled = matched.is_exact or bool(matched.elsewhere) or bool(others) or decided.rule == BROAD
        is_sure = sure >= STANDS_ALONE and not self._leaning.fragments.is_a_detail_of_some(best)
        return not (is_settled or is_sure) and len(matched.words) <= LONGEST_QUESTION_WORDS

    def names_in(self, words: Sequence[str]) -> list[Name]:
        """Return the names in a message, in its order, none overlapping, of two the longer one."""
        found: list[Name] = []
        by_length = sorted(self._possible(words), key=lambda name: (-name.length, name.start))
        for name in by_length:
            end = name.start + name.length
            if all(end <= other.start or name.start >= other.start + other.length for other in found):
                found.append(name)
        return sorted(found)

    def only_named(self, words: Sequence[str]) -> str:
        """Return the entry of the one thing that words name and ask nothing of ("back to the rods"), "" for others."""
        core = self._matcher.core(words)
        names = self.names_in(core)
        if len(names) != 1:
            return ""
        (name,) = names
        around = {*core[: name.start], *core[name.start + name.length :]}
        return name.entry if around <= AROUND_A_NAME else ""

    def _possible(self, words: Sequence[str]) -> Iterator[Name]:
        """Yield all names that words may be: of the word list, of the lexicon's lines for these, and of entries."""
        for phrase in self._matcher.phrases_in(words):
            if entry := self._entry_called(normalise(phrase.means).tokens):
                yield Name(phrase.start, phrase.length, entry)
        for start, length in _stretches(len(words)):
            name = tuple(words[start : start + length])
            entry = self._entry_called(name)
            if entry and (length > 1 or entry in self._matcher.named_by(name[0])):
                yield Name(start, length, entry)

    def _entry_called(self, name: tuple[str, ...]) -> str:
        """Return the entry of the guide that has this name, "" for none."""
        if name in self._ids:
            return self._ids[name]
        term = self._word_list.called(name)
        return term.entry if term is not None and self._kinds.get(term.entry) in GENERAL else ""


def _with_it(words: Sequence[str], name: Name) -> tuple[str, ...]:
    """Return the words with "it" in the place of the name."""
    before = list(words[: name.start])
    while before and before[-1] in BEFORE_A_NAME:
        before.pop()
    return (*before, THE_TOPIC, *words[name.start + name.length :])


def _only_tells_of_it(words: Sequence[str]) -> bool:
    """Return whether nothing is asked of the thing: "my dad has it"."""
    return words[0] not in ASKING_FIRST and _TELLING_OF_IT.issuperset(words)


def _outdoes(asked: Asked, decided: Decided) -> bool:
    """Return whether what is asked of the thing counts more than what is decided on the message alone.

    A detail that is not told of the thing counts though the message alone is sure, where that is the same detail of
    something else: the side effects of an MRI are not those of an operation.
    """
    best, sure = best_of(decided)
    if asked.confidence < (_OFFERED if decided.kind == "clarify" else FRAGMENT):
        return False
    is_same = best in asked.choices
    return (not is_same and sure < STANDS_ALONE) if asked.is_told else (is_same or sure < STANDS_ALONE)


def _stretches(count: int) -> Iterable[tuple[int, int]]:
    """Yield where each stretch of words begins that may be a name, and its number of words."""
    for start in range(count):
        for length in range(1, min(LONGEST_TERM, count - start) + 1):
            yield start, length
