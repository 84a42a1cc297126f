"""Several things asked about in one breath: "tell me about loose screws and scar tissue".

Where the words may be cut is for `joints` to say; here both sides of a cut are matched, and the surest cut wins.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chatbot.decision.joints import Joint, first_thing, joints, only_names
from chatbot.decision.message import GENERAL, SMALL_TALK, Decided, Message
from chatbot.decision.trust import NAMED_THING, STANDS_ALONE, WHOLE_STANDS, is_outside, trusted
from chatbot.english.courtesy import is_only_courtesy
from chatbot.english.function_words import content_words
from chatbot.parts import FEWEST_PARTS

# How sure, from 0 to 1; measured as those of `trust`.
_THING = 0.6  # each of several. Measured: at 0.5 two right more, at 0.7 no change
# The same where the message is clear as a whole and is cut at an "or" or an "and" all the same, because it may be clear
# only for one of two things. Measured as NAMED_THING: from 0.85 to 0.95 two more are answered in both parts at an "or"
# than without, and one at an "and"; at 0.99 none, and no single one changes.
_SURE_THING = 0.95
_BOTH = 0.7  # each of two that cannot be cut apart. Measured: at 0.6 two right more, two wrong fewer; 0.8 no change


# What adds one thing to another, and how many content words each of the two then has.
_ADDING = ("and", "plus")
_FEWEST_SAYING = 2


class _Thing(NamedTuple):
    """One of several things asked about: its words, from `start` up to `end`; its entry and how sure that is."""

    start: int
    end: int
    entry: str
    confidence: float
    is_outside: bool


_Cuts = Mapping[Joint, tuple[_Thing, ...]]


def decide_things(message: Message) -> Decided | None:
    """Decide on things asked about in one breath; None for one thing.

    A message that does not open by asking about things is cut only where it is not clear as a whole.
    """
    cuts = _cut(message, 0, len(message.question.words))
    good = (two for joint, two in cuts.items() if _are_asked_about(message, joint, two))
    things = max(good, key=_surest, default=())
    if not things:
        return _decide_on_one_thing(message, cuts) or _decide_on_both(message)
    entries = tuple((thing.entry, thing.confidence) for thing in _cut_once_more(message, things))
    return Decided("answer", entries, rule="things asked about in one message", matched=message.whole)


def _cut(message: Message, start: int, end: int) -> _Cuts:
    """Return the two sides of each cut that these words allow."""
    question = message.question
    found = joints(question, start, end)
    if not found:
        return {}
    opening = first_thing(question.tokens)
    is_clear = message.whole.confidence >= WHOLE_STANDS
    cuts: dict[Joint, tuple[_Thing, ...]] = {}
    for joint in found:
        if joint.is_asked_about or not is_clear or _parts_much(question.tokens, start, joint, end):
            first = _thing(message, max(start, opening) if opening < joint.end else start, joint.end)
            if joint.is_asked_about or first.confidence >= _THING:  # else no cut, whatever the other side is
                cuts[joint] = first, _thing(message, joint.start, end)
    return cuts


def _parts_much(tokens: Sequence[str], start: int, joint: Joint, end: int) -> bool:
    """Return whether a message that is clear as a whole may still be cut here: "why it hurts and ways to treat it".

    It may be cut at an "or", and at an "and" or a "plus" where both sides have two content words, so not in "screws and
    rods".
    """
    if tokens[joint.end] == "or":
        return True
    sides = tokens[start : joint.end], tokens[joint.start : end]
    return tokens[joint.end] in _ADDING and all(len(content_words(side)) >= _FEWEST_SAYING for side in sides)


def _thing(message: Message, start: int, end: int) -> _Thing:
    """Return what some words of a message ask about: the entry that they match, or the one that a bare noun names.

    A bare noun names no entry where it is part of a list that is clear as a whole: "rods and screws removal" is about
    their removal.
    """
    tokens = message.question.tokens[start:end]
    if is_only_courtesy(tokens):
        return _Thing(start, end, "", 0.0, is_outside=False)
    matched = message.match_words(tokens)
    is_chat = message.kinds.get(matched.entry) == SMALL_TALK
    sure = 0.0 if is_chat else trusted(matched, _THING)
    content = content_words(matched.words)
    named = [entry for word in content for entry in message.named_by(word)[:1]]
    named = [entry for entry in named if message.kinds.get(entry) in GENERAL]
    is_bare_noun = bool(named) and len(content) == 1 and only_names(matched.words)
    is_part_of_one = message.whole.confidence >= WHOLE_STANDS and only_names(message.question.tokens)
    if sure < NAMED_THING and is_bare_noun and not is_part_of_one:
        return _Thing(start, end, named[0], NAMED_THING, is_outside=False)
    is_strange = matched.ranking.is_outdone or not named
    return _Thing(start, end, matched.entry, sure, sure < _THING and is_strange and is_outside(matched))


def _cut_once_more(message: Message, two: tuple[_Thing, ...]) -> tuple[_Thing, ...]:
    """Return three things where one of the two is two itself."""
    for place, thing in enumerate(two):
        for joint, halves in _cut(message, thing.start, thing.end).items():
            three = (*two[:place], *halves, *two[place + 1 :])
            if _are_asked_about(message, joint, three):
                return three
    return two


def _are_asked_about(message: Message, joint: Joint, things: Sequence[_Thing]) -> bool:
    """Return whether these are different entries, each sure enough for the cut, and none of them is outside."""
    is_clear = message.whole.confidence >= WHOLE_STANDS
    least = NAMED_THING if joint.is_asked_about else _SURE_THING if is_clear else _THING
    is_each_else = len({thing.entry for thing in things}) == len(things)
    return is_each_else and _surest(things) >= least and not any(thing.is_outside for thing in things)


def _surest(things: Sequence[_Thing]) -> float:
    """Return how sure the least sure of these is."""
    return min(thing.confidence for thing in things)


def _decide_on_one_thing(message: Message, cuts: _Cuts) -> Decided | None:
    """Decide on two things of which one is clear and the other is outside."""
    for joint, things in cuts.items():
        sure = [thing for thing in things if thing.confidence >= STANDS_ALONE]
        outside = [thing for thing in things if thing.is_outside]
        if joint.is_asked_about and sure and outside:
            uncovered = tuple(message.typed(thing.start, thing.end) for thing in outside)
            entries = tuple((thing.entry, thing.confidence) for thing in sure)
            rule = "two things asked about, of which one is not covered"
            return Decided("answer", entries, uncovered=uncovered, rule=rule, matched=message.whole)
    return None


def _decide_on_both(message: Message) -> Decided | None:
    """Decide on two entries that the whole message is sure of, where no cut parts them: "the benefits and risks"."""
    whole = message.whole
    sure = tuple(
        (match.entry, chance)
        for match, chance in whole.with_chances()
        if chance >= _BOTH and message.kinds[match.entry] != SMALL_TALK
    )
    if len(sure) < FEWEST_PARTS or not joints(message.question, 0, len(message.question.words)):
        return None
    rule = "two things asked about, both sure of the whole"
    return Decided("answer", sure[:FEWEST_PARTS], rule=rule, matched=whole)
