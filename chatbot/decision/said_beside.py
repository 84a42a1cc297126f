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

from chatbot.english.courtesy import is_only_courtesy, unwrap
from chatbot.english.function_words import (
    AUXILIARIES,
    BEING,
    DOING,
    FUNCTION_WORDS,
    KIN,
    MODALS,
    STAFF,
    SUBJECTS,
    WEEKDAYS,
    WORDS_THAT_ASK,
)
from chatbot.normalise import Question, between_marks
from chatbot.parts import opens_a_question

# -- what is said about the asking

_OF_ASKING = frozenset(
    """googled googling google internet online web reddit facebook forum forums website article pamphlet brochure
    leaflet typos typo spelling typing type types typed glasses autocorrect english dumb silly stupid post posts posting
    posted newbie lurker story confused confusing wondering wonder curious ask asked asking read searched forgot
    remembered meant told tells tell explain explained explains advise enlighten question questions q query honest frank
    truthful blunt""".split()
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
        ("one", "thing"),
        ("quick", "thing"),
        ("last", "thing"),
        ("more", "thing"),
        ("another", "thing"),
        ("want", "know"),
        ("to", "know"),
        ("to", "understand"),
        ("to", "learn"),
        ("anyone", "know"),
        ("anybody", "know"),
        ("anyone", "knows"),
        ("can", "help"),
        ("no", "idea"),
        ("no", "clue"),
    )
)
_AROUND_ASKING = FUNCTION_WORDS.union(
    KIN,
    STAFF,
    """answer answers straight question questions ask asks explain speak speaking read found find look looked search
    searched somewhere nobody everybody everyone everywhere clear first second time times new here place right wrong
    sure bad poor small little sorry apologies excuse old eyes fingers maybe perhaps sound sounds seem seems feel long
    short bit lot busy today yesterday since always give gave gives ones plain simple words quite different less big
    else somebody anybody site page pages book newspaper paper tv thank taking reading listening answering ago help
    knows serious quick genuine weird random honestly truly totally completely wants needs needed wanted love like
    hoping trying tried understand learn wish kindly possibly idea clue consultant gp doctors surgeons""".split(),
)

# -- what is said of the person who asks

_OF_THE_PERSON = frozenset(
    """scared afraid nervous worried anxious terrified frightened frustrated desperate exhausted tired crazy mad nuts
    upset overreacting overwhelmed alone retired widow widowed widower appointment visit lost""".split()
)
# "I'm seeing the consultant in a fortnight".
_OF_THE_PERSON_IN_TWO = frozenset(
    (verb, whose)
    for verb in ("see", "seeing", "saw", "seen")
    for whose in ("the", "my", "a", "him", "her", "another")
)
# Who wants something asks for it, "I would like an appointment", and so does "also how do I get in to see him".
_AROUND_THE_PERSON = (
    FUNCTION_WORDS - frozenset("want need like would can could may might how what why".split())
).union(
    KIN,
    STAFF,
    WEEKDAYS,
    """drives driving makes making feel feels feeling fed bit little lot quite pretty honestly sorry live lives
    living married old years year age aged thinks believes says sick next week month today tomorrow noon oclock pm
    teacher driver nurse engineer farmer first see seeing saw seen consultant gp physio specialist fortnight
    yesterday days weeks""".split(),
)
_MOST_WORDS = 14  # of such a stretch; what is told at length has to do with the question
_FEWEST_BEFORE_BUT = 2
_BUT = "but"
# What may begin such a stretch with no mark before it, behind a word that says something: "what is fusion | i googled".
_BEGINNING = frozenset("i my nobody sorry it not".split())
_FEWEST_AT_THE_END = 4
_FEWEST_BEFORE_A_QUESTION = 2
# A verb that begins a question, and what stands behind it or not before it: "i was told | is it", not "who knows can".
_TURNED = DOING | MODALS - {"must"}
_BEHIND_BEING = SUBJECTS | frozenset("the a an my your his her our their these those all any".split())
_NEVER_BEFORE_TURNED = (
    SUBJECTS
    | STAFF
    | WORDS_THAT_ASK
    | frozenset("question questions thing answer who not nobody one".split())
)
# "Quick q | broken rod", not "the question is ...".
_QUESTION = frozenset("question questions q query".split())
_TO_BE_TOLD = frozenset((("tell", "me"), ("tell", "us"), ("to", "me"), ("to", "us")))
_ANNOUNCING = _QUESTION | {"thing"}
_GOING_ON = BEING | frozenset(
    "of that which to mark marks and or for if whether about more one two number 1".split()
)
_LEADING_TO_IT = frozenset(
    "know me us question questions thing ask asks asking wonder wonders wondering".split()
)
# "Nobody can tell me why it hurts", "nobody knows the cause" ask how the cause is found.
_DOUBTING = frozenset("nobody none".split())
_PLAINLY_ASKED = (WORDS_THAT_ASK | AUXILIARIES) - {"why", "where"}
# "Can anybody tell me" and "does anyone know" ask nothing of their own.
_REQUESTING = MODALS | DOING
_WHOM_TO_ASK = frozenset("you anyone anybody someone somebody".split())
_POINTING = frozenset("it that them they those".split())
_ONES = frozenset(("one", "ones"))  # "i read about one where they ..."
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
_PERSON = _Kind(_OF_THE_PERSON, _OF_THE_PERSON_IN_TWO, _AROUND_THE_PERSON)


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
    """Return from where to where words between two marks are of a kind: all, up to a "but" or a question, or the last.

    A question begins with no mark before it in "i googled it | what is fusion". Behind another question such words
    announce one more: "... I also want to know who the surgeon is".
    """
    tokens = question.tokens
    is_first = is_only_courtesy(tokens[:start])
    if not is_first and not kind.is_in([token for token in tokens[start:end] if token not in _ANNOUNCING]):
        return end, end  # "bone scan. One other question, who is the surgeon"
    buts = (place + 1 for place in range(start + _FEWEST_BEFORE_BUT, end) if tokens[place] == _BUT)
    for upto in (end, *buts):
        is_short = upto - start <= _MOST_WORDS
        if is_short and kind.is_all_of(tokens[start:upto]) and not _asks(question, start, upto):
            return start, upto
    last = min(end, start + _MOST_WORDS + 1) if is_first else start
    for upto in range(start + _FEWEST_BEFORE_A_QUESTION, last):
        if _begins_to_ask(tokens, upto) and _leads(question, start, upto, kind):
            return start, upto
    for place in range(max(start + 1, end - _MOST_WORDS), end - _FEWEST_AT_THE_END + 1):
        is_begun = tokens[place] in _BEGINNING and tokens[place - 1] not in FUNCTION_WORDS
        if is_begun and kind.is_all_of(tokens[place:end]):
            return place, end
    return end, end


def _leads(question: Question, start: int, upto: int, kind: _Kind) -> bool:
    """Return whether words of a kind lead to a question that says something: not "explain | what she told me"."""
    tokens = question.tokens
    rest = tokens[upto:]
    if not _DOUBTING.isdisjoint(tokens[start:upto]) and rest[0] not in _PLAINLY_ASKED:
        return False
    if ("not", "asking") in pairwise(tokens[start:upto]):
        return False
    says_something = not all(word in kind.around or word in kind.words for word in rest)
    return says_something and kind.is_all_of(tokens[start:upto]) and not _asks(question, start, upto)


def _begins_to_ask(tokens: Sequence[str], place: int) -> bool:
    """Return whether a question may begin here: "... | what is", "... | is it"; not "all i read | is horror"."""
    if tokens[place] in WORDS_THAT_ASK:
        return tokens[place - 1] not in _ONES
    if tokens[place - 1] in _QUESTION:
        return tokens[place] not in _GOING_ON
    if _is_asked_for(tokens, place) and tokens[place] not in _GOING_ON:
        return True
    after = tokens[place + 1] if place + 1 < len(tokens) else "not"
    if tokens[place] in BEING:  # not "i was told it | is a nonunion"
        return after in SUBJECTS or (after in _BEHIND_BEING and tokens[place - 1] not in SUBJECTS)
    return tokens[place] in _TURNED and after != "not" and tokens[place - 1] not in _NEVER_BEFORE_TURNED


def _is_asked_for(tokens: Sequence[str], place: int) -> bool:
    """Return whether words right before a place ask to be told what stands there: "can anyone tell me | the risks"."""
    return tokens[place - 1] == "know" or tuple(tokens[place - 2 : place]) in _TO_BE_TOLD


def _asks(question: Question, start: int, upto: int) -> bool:
    """Return whether a stretch opens like a question or has a question mark behind it.

    "Can you tell me" asks nothing of its own, whatever stands behind it.
    """
    words, said = question.words, question.tokens[start:upto]
    said = said[unwrap(said)[0] :]
    if said[0] in _REQUESTING and said[1:2] and said[1] in _WHOM_TO_ASK and _POINTING.isdisjoint(said):
        return False
    if any(after in WORDS_THAT_ASK and before in _LEADING_TO_IT for before, after in pairwise(said)):
        return True  # "I also want to know who the surgeon is"
    behind = words[upto].start if upto < len(words) else len(question.text)
    return "?" in question.text[words[upto - 1].end : behind] or opens_a_question(said)
