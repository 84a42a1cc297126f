"""Stretches of a message that tell nothing of what is asked: "first time posting", "I am scared", "I live alone".

They stand before or behind the question, and their words would lead it away: "posting" to a time after an operation,
"straight" to a spine out of line. Each is told by its words alone: all of them are on a closed list, one at least says
what kind of stretch it is, and it does not ask. So "I am scared of the operation" is none.

Two kinds: what is said about the asking itself, which nothing that comes after has to know, and what is said of the
person who asks, which is set aside only while an entry is looked for: it may need a kind word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from chatbot.english.courtesy import is_only_courtesy
from chatbot.english.function_words import FUNCTION_WORDS, KIN, STAFF
from chatbot.normalise import Question, between_marks
from chatbot.parts import opens_a_question

# -- what is said about the asking

_OF_ASKING = frozenset(
    """googled googling google internet online web reddit facebook forum forums website article pamphlet brochure
    leaflet typos typo spelling typing type types typed glasses autocorrect english dumb silly stupid post posts posting
    posted newbie lurker story confused confusing wondering wonder curious asked asking read searched forgot remembered
    meant told explained""".split()
)
_OF_ASKING_IN_TWO = frozenset(
    (
        ("new", "here"),
        ("time", "here"),
        ("right", "place"),
        ("wrong", "place"),
        ("not", "tell"),
        ("not", "explain"),
        ("straight", "answer"),
        ("straight", "answers"),
        ("taking", "my"),
        ("name", "is"),
    )
)
_AROUND_ASKING = FUNCTION_WORDS.union(
    KIN,
    STAFF,
    """answer answers straight question questions ask asks explain speak speaking read found find look looked search
    searched somewhere nobody everybody everyone everywhere clear first second time times new here place right wrong
    sure bad poor small little sorry apologies excuse old eyes fingers maybe perhaps sound sounds seem seems feel long
    short bit lot busy today yesterday since always give gave gives ones plain simple words quite different less big
    else somebody site page pages book newspaper paper tv thank taking reading listening answering ago""".split(),
)

# -- what is said of the person who asks

_OF_THE_PERSON = frozenset(
    """scared afraid nervous worried anxious terrified frightened frustrated desperate exhausted tired crazy mad nuts
    upset overreacting overwhelmed alone retired widow widowed widower appointment visit lost""".split()
)
# Who wants something asks for it: "I would like an appointment".
_AROUND_THE_PERSON = (FUNCTION_WORDS - frozenset("want need like would can could may might".split())).union(
    KIN,
    STAFF,
    """drives driving makes making feel feels feeling fed bit little lot quite pretty honestly sorry live lives living
    married old years year age aged thinks believes says sick next week month today tomorrow monday tuesday wednesday
    thursday friday saturday noon oclock pm teacher driver nurse engineer farmer first see seeing""".split(),
)
_MOST_WORDS = 14  # of such a stretch; what is told at length has to do with the question
_FEWEST_BEFORE_BUT = 2
_BUT = "but"
# What may begin such a stretch with no mark before it, behind a word that says something: "what is fusion | i googled".
_BEGINNING = frozenset("i my nobody sorry it not".split())
_FEWEST_AT_THE_END = 4
_NAMING = ("my", "name", "is")
_LONGEST_NAMING = 6


class _Kind(NamedTuple):
    """A kind of stretch: the words, and pairs of words, of which it has one; and what may stand around these."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    around: frozenset[str]

    def is_in(self, tokens: Sequence[str]) -> bool:
        """Return whether one of the words or pairs that tell this kind stands among these."""
        return not self.words.isdisjoint(tokens) or (
            bool(self.pairs) and not self.pairs.isdisjoint(pairwise(tokens))
        )

    def is_all_of(self, said: tuple[str, ...]) -> bool:
        """Return whether these words say nothing else; a number and a name that is given may be among them."""
        if said[:3] == _NAMING and len(said) <= _LONGEST_NAMING:
            return True
        is_closed = all(word in self.around or word in self.words or word.isdigit() for word in said)
        return is_closed and self.is_in(said)


_ASKING = _Kind(_OF_ASKING, _OF_ASKING_IN_TWO, _AROUND_ASKING)
_PERSON = _Kind(_OF_THE_PERSON, frozenset(), _AROUND_THE_PERSON)


def about_the_asking(question: Question) -> set[int]:
    """Return the places of words that are said about the asking: "I googled it", "not sure where to ask this but"."""
    return _said_beside(question, _ASKING)


def about_the_person(question: Question) -> set[int]:
    """Return the places of words that are said of who asks: "I am scared", "I live alone", "my visit is on Tuesday"."""
    return _said_beside(question, _PERSON)


def _said_beside(question: Question, kind: _Kind) -> set[int]:
    """Return the places of the stretches of this kind; none where nothing would be left but courtesy."""
    tokens = question.tokens
    if not kind.is_in(tokens):
        return set()  # as in most messages
    places: set[int] = set()
    for start, end in between_marks(question.words):
        places.update(range(*_stretch_within(question, start, end, kind)))
    left = [token for place, token in enumerate(tokens) if place not in places]
    return places if left and not is_only_courtesy(left) else set()


def _stretch_within(question: Question, start: int, end: int, kind: _Kind) -> tuple[int, int]:
    """Return from where to where words between two marks are of a kind: all, up to a "but", or the end of them."""
    tokens = question.tokens
    buts = (place + 1 for place in range(start + _FEWEST_BEFORE_BUT, end) if tokens[place] == _BUT)
    for upto in (end, *buts):
        is_short = upto - start <= _MOST_WORDS
        if is_short and kind.is_all_of(tokens[start:upto]) and not _asks(question, start, upto):
            return start, upto
    for place in range(max(start + 1, end - _MOST_WORDS), end - _FEWEST_AT_THE_END + 1):
        is_begun = tokens[place] in _BEGINNING and tokens[place - 1] not in FUNCTION_WORDS
        if is_begun and kind.is_all_of(tokens[place:end]):
            return place, end
    return end, end


def _asks(question: Question, start: int, end: int) -> bool:
    """Return whether a stretch opens like a question or has a question mark behind it."""
    words = question.words
    behind = words[end].start if end < len(words) else len(question.text)
    return "?" in question.text[words[end - 1].end : behind] or opens_a_question(question.tokens[start:end])
