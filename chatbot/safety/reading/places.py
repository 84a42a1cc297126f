"""Where families stand in a message, and where they meet as a sign or an idiom asks for it.

Holds the values that the other modules pass on: a Place, a Hit, and the SafetyReading of a whole message, which
`families` makes. Every search walks lists that are sorted by place and looks at a bounded window (`windows`), so that
the work grows no faster than the length of the message (counted in tests/property/test_safety.py).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from chatbot.normalise import Word
from chatbot.safety.signs import Pattern, SafetyRules
from chatbot.safety.windows import ACROSS, GUARD


class Place(NamedTuple):
    """Where a family or a sign stands: its `first` and `last` word, and all the words (`parts`) it is made of.

    They are counted among the content words of the message, from 0.
    """

    first: int
    last: int
    parts: tuple[int, ...]


class Hit(NamedTuple):
    """A sign that the words make: its number, where it stands, and the crossing of families that made it."""

    sign: int
    place: Place
    pattern: Pattern


class SafetyReading(NamedTuple):
    """A message as the families of the safety file that it holds.

    `content` holds the indexes of the content words, which are all words but fillers. `position` maps every word to its
    place among the content words, `sentence` to the number of its sentence. `found` maps a family to its places, in
    reading order. `hidden` holds the content words that are an idiom's own.
    """

    words: tuple[Word, ...]
    content: list[int]
    position: list[int]
    sentence: list[int]
    found: dict[int, list[Place]]
    hidden: set[int]


def hits(reading: SafetyReading, rules: SafetyRules) -> list[Hit]:
    """Return every sign that the families of a message make, in no particular order; none of those that are sure."""
    found, crossings = reading.found, rules.crossings
    results: list[Hit] = []
    for head in found:
        patterns = crossings.get(head)
        if patterns is None:
            continue  # as for most families
        for pattern in patterns_met(patterns, found):
            results += [Hit(pattern.result, place, pattern) for place in places_of(pattern, reading)]
    return results


def sure_hits(reading: SafetyReading, rules: SafetyRules, whole: SafetyReading) -> list[Hit]:
    """Return the same of the crossings that are sure; `whole` is the reading of the whole message."""
    results: list[Hit] = []
    for head in reading.found.keys() & rules.sure.keys():
        for pattern in patterns_met(rules.sure.get(head, ()), reading.found):
            if whole.found.keys().isdisjoint(pattern.never):
                results += [Hit(pattern.result, place, pattern) for place in places_of(pattern, reading)]
    return results


def places_of(pattern: Pattern, reading: SafetyReading) -> list[Place]:
    """Return the places where all families of a pattern meet, but none with a guard of the pattern nearby."""
    if len(pattern.families) == 1:
        places = reading.found.get(pattern.families[0], [])
    elif pattern.is_ordered:
        places = _in_order(pattern, reading)
    else:
        places = _in_any_order(pattern, reading)
    if pattern.guards and places:
        places = [place for place in places if not _is_guarded(place, pattern.guards, reading)]
    return places


def _in_order(pattern: Pattern, reading: SafetyReading) -> list[Place]:
    """Return where a pattern's families follow each other in its order, near enough and without a pause between."""
    found, sentence, content = reading.found, reading.sentence, reading.content
    results: list[Place] = []
    for head in found.get(pattern.families[0], ()):
        place: Place | None = head
        for family in pattern.families[1:]:
            assert place is not None  # noqa: S101 - for the type checker: the loop ends when it is None
            after = place.last + 1
            candidates = found.get(family, [])
            at = bisect_left(candidates, (after,))
            follower = candidates[at] if at < len(candidates) else None
            if (
                follower is None
                or follower.first - after > pattern.reach
                or (not pattern.across and sentence[content[place.last]] != sentence[content[follower.first]])
                or has_pause(reading.words, content, place.last, follower.first)
            ):
                place = None
                break
            place = Place(place.first, follower.last, place.parts + follower.parts)
        if place is not None:
            results.append(place)
    return results


def _in_any_order(pattern: Pattern, reading: SafetyReading) -> list[Place]:
    """Return where a pattern's families stand near enough together, whichever comes first.

    The search starts from the family that the message has fewest of.
    """
    found, sentence, content = reading.found, reading.sentence, reading.content
    lists = [found.get(family, []) for family in pattern.families]
    anchor = min(range(len(lists)), key=lambda index: len(lists[index]))
    reach = pattern.reach + (ACROSS if pattern.across else 0)
    results: list[Place] = []
    for head in lists[anchor]:
        choices: list[list[Place]] = []
        for index, candidates in enumerate(lists):
            if index == anchor:
                continue
            near = _nearest(head, candidates, reach)
            if not near:
                break
            choices.append(near)
        else:
            for others in product(*choices):
                place = _united(head, others)
                if place is None or place.last - place.first > reach:
                    continue
                between = sentence[content[place.last]] - sentence[content[place.first]]
                if between > (1 if pattern.across else 0):
                    continue
                results.append(place)
    return results


def _nearest(head: Place, candidates: list[Place], reach: int) -> list[Place]:
    """Return the nearest place before, and after, that shares no word with `head`."""
    near: list[Place] = []
    at = bisect_left(candidates, (head.first,))
    for step in (-1, 1):
        index = at - 1 if step < 0 else at
        while 0 <= index < len(candidates):
            candidate = candidates[index]
            if candidate.first - head.last > reach or head.first - candidate.last > reach:
                break
            if not set(candidate.parts) & set(head.parts):
                near.append(candidate)
                break
            index += step
    return near


def _united(head: Place, others: tuple[Place, ...]) -> Place | None:
    """Return the place that holds all of these; None where one word would have to be two things at once."""
    parts = set(head.parts)
    for other in others:
        if parts.intersection(other.parts):
            return None
        parts.update(other.parts)
    first = min(head.first, *(other.first for other in others)) if others else head.first
    last = max(head.last, *(other.last for other in others)) if others else head.last
    return Place(first, last, tuple(sorted(parts)))


def _is_guarded(place: Place, guards: tuple[int, ...], reading: SafetyReading) -> bool:
    """Return whether a family that rules the pattern out stands nearby, in the first or the last of its sentences."""
    sentence, content = reading.sentence, reading.content
    low, high = place.first - GUARD, place.last + GUARD
    own = sentence[content[place.first]], sentence[content[place.last]]
    for guard in guards:
        candidates = reading.found.get(guard, [])
        at = bisect_left(candidates, (low,))
        while at < len(candidates) and candidates[at].first <= high:
            if sentence[content[candidates[at].first]] in own:
                return True
            at += 1
    return False


def patterns_met(patterns: Sequence[Pattern], found: Mapping[int, list[Place]]) -> list[Pattern]:
    """Return the patterns of which a message has all families. For most it lacks the first, which ends the search."""
    met: list[Pattern] = []
    for pattern in patterns:
        for family in pattern.families:
            if family not in found:
                break
        else:
            met.append(pattern)
    return met


def has_pause(words: tuple[Word, ...], content: list[int], start: int, end: int) -> bool:
    """Return whether a comma stands between two content words: "in my back, then" is not "back then"."""
    return any(words[index].mark == "," for index in range(content[start] + 1, content[end] + 1))
