"""Questions about a thing that is called by its name: "what causes a broken rod", "how serious is a nonunion".

Matched as a whole, such a question may find an entry that only mentions the thing. The word list and the lexicon say
which entry a name stands for. With "it" in the place of the name, what is asked is read as a follow-up would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from chatbot.decision import GENERAL, PERSONAL, STANDS_ALONE, Decided, without_trimmings
from chatbot.dialogue.details import BEFORE_A_NAME, LONGEST_QUESTION_WORDS, THE_TOPIC
from chatbot.dialogue.plainly_asked import asks_only, asks_what_is_done, only_tells, without_finder
from chatbot.dialogue.wordlist import LONGEST_TERM, WordList
from chatbot.knowledge import EntryKind
from chatbot.leaning import BROAD, Leaning
from chatbot.leaning.naming import AROUND_A_NAME
from chatbot.leaning.three_readings import FRAGMENT, Asked, Reading, best_of
from chatbot.matching import Matched, Matcher
from chatbot.normalise import Question, normalise

# How sure it must be what is asked of the thing, where choices would be offered; else FRAGMENT. Measured with 2,285
# questions about 24 things and 2,600 labelled ones: 0.65 answers four fewer of the first and one of the second.
_OFFERED = 0.5
_DEFINING = (("what", "is"), ("what", "are"))
_WHAT_IS = 2  # words
# How treatment is asked for, whatever words it was asked in.
_HOW_IS_IT_TREATED = ("how", "is", THE_TOPIC, "treated")


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
        if matched is None or reading.topic or reading.facet or _is_settled(decided, matched):
            return reading
        # "65 year old male, broken rod at L4" has no answer as it stands.
        bare = without_trimmings(question) if decided.kind != "answer" else None
        for words in (matched.ranking.words_meant, *([bare.tokens] if bare else ())):
            if plain := self._plainly_read(question, words, decided):
                return plain
        if not self._may_be_missed(decided):
            return reading
        words = matched.ranking.words_meant
        names = self.names_in(words)
        if len(names) != 1 or names[0].entry == best_of(decided)[0]:
            return reading
        (name,) = names
        asked = self._leaning.fragments.asked_after(name.entry, _with_it(words, name))
        if asked is None or not _outdoes(asked, decided):
            return reading
        return self._leaning.read_as_asked(asked, name.entry, question.tokens)

    def _plainly_read(self, question: Question, words: Sequence[str], decided: Decided) -> Reading | None:
        """Read words that only tell that there is a thing, or only ask what is done for it; None for any others.

        However surely the words around it lead elsewhere: "my X-ray showed a loose screw", "what are my options with
        scar tissue".
        """
        words = without_finder(words)
        name = self._only_thing(words)
        if name is None:
            return None
        rest = _with_it(words, name)
        best, _ = best_of(decided)
        if only_tells(rest):
            told = ((name.entry, STANDS_ALONE),)
            rule = "only tells of a thing by its name"
            return (
                Reading(Decided("answer", told, rule=rule, matched=decided.matched))
                if name.entry != best
                else None
            )
        if not asks_what_is_done(rest):
            return None
        asked = self._leaning.fragments.asked_after(name.entry, _HOW_IS_IT_TREATED)
        if asked is None or not asked.is_near or asked.entry == best:
            return None
        return self._leaning.read_as_asked(asked, name.entry, question.tokens)

    def _only_thing(self, words: Sequence[str]) -> Name | None:
        """Return the one thing that words name, from its first name to its last; None for none or several.

        "My options" is a name, too, but of what is asked.
        """
        found = self.names_in(words) or self.names_in((*words[:-1], f"{words[-1]}s"))  # "a loose screw"
        names = [one for one in found if not asks_only(words[one.start : one.start + one.length])]
        if len({name.entry for name in names}) != 1:
            return None
        start, last = names[0].start, names[-1]
        return Name(start, last.start + last.length - start, last.entry)

    def _may_be_missed(self, decided: Decided) -> bool:
        """Return whether a message may be about another thing than it is answered by.

        Not where it is surely answered, unless that may be a detail of another thing.
        """
        best, sure = best_of(decided)
        return sure < STANDS_ALONE or self._leaning.fragments.is_a_detail_of_some(best)

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

    def only_defined(self, words: Sequence[str]) -> bool:
        """Return whether words ask what one thing is, and nothing else: "what is scar tissue"."""
        names = self.names_in(words[_WHAT_IS:])
        return tuple(words[:_WHAT_IS]) in _DEFINING and [name.length for name in names] == [
            len(words) - _WHAT_IS
        ]

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


def _is_settled(decided: Decided, matched: Matched) -> bool:
    """Return whether what a message is about stands fast.

    It does where it is a wording of the knowledge base, is about what is outside, tells a story, asks two things, or
    says no more than a broad word.
    """
    others = [entry for entry, _ in decided.entries[1:] if entry != PERSONAL]
    is_long = len(matched.words) > LONGEST_QUESTION_WORDS
    return matched.is_exact or bool(matched.elsewhere) or bool(others) or decided.rule == BROAD or is_long


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
