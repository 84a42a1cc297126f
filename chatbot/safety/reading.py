"""Words to findings: which families a message holds, where, and which signs these families make together.

`read` turns a message into a Reading, `hits` finds the signs in it. A misspelt word counts as the word that was meant,
and only some crossings mind the order of their words. Whether a sign is denied, over or only talked about is for
`verdict` to say.

Every step walks lists that are sorted by place and looks at a bounded window (`windows`), so that the work grows no
faster than the length of the message (counted in tests/property/test_safety.py).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from chatbot.function_words import ADDRESSED, GREETINGS
from chatbot.normalise import Question, Word
from chatbot.safety.signs import Pattern, SafetyRules, sign_stem
from chatbot.safety.windows import ACROSS, GUARD

# Words that are left out where they open a message, before its first word that counts.
OPENING = GREETINGS | ADDRESSED | frozenset("good ok okay please".split())
_OWNERS = frozenset("my his her".split())
_MEMORY_LIMIT = 8192
# Characters of a word that may be repaired (rule 3). It is repaired into words of five letters and more only, because
# "numb" and "pus" have too many neighbours.
_SHORTEST_REPAIRED = 4
_LEAST_SIMILARITY = 0.75  # two slips need eight letters: "insoles" is no slip for "inhales"


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


class Reading(NamedTuple):
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


def read(question: Question, rules: SafetyRules) -> Reading:
    """Return the families of a message: of single words, of phrases, and joined ones; those of idioms are taken out."""
    content: list[int] = []
    position: list[int] = []
    stems: list[str] = []
    found: defaultdict[int, list[Place]] = defaultdict(list)
    memory, fillers = rules.memory, rules.fillers
    starts: list[int] = []
    place = 0
    for index, text in enumerate(question.tokens):
        position.append(place)
        if text in fillers or (not place and text in OPENING and not _is_owned(question, index)):
            continue
        known = memory.get(text)
        if known is None:
            known = _look_up(text, rules)
        content.append(index)
        key, families, begins_phrases = known
        stems.append(key)
        if begins_phrases:
            starts.append(place)
        if families:
            spot = Place(place, place, (place,))
            if families[0] == rules.fever_number and _has_decimal(question, index):
                found[rules.fever_number + 1].append(spot)
            for family in families:
                found[family].append(spot)
        place += 1
    found.default_factory = None  # from here on, asking for a family that is not there is a mistake
    reading = Reading(question.words, content, position, _sentences(question), found, set())
    _add_phrases(starts, stems, reading, rules)
    _take_out_idioms(reading, rules)
    _join(reading, rules)
    return reading


def _add_phrases(starts: list[int], stems: list[str], reading: Reading, rules: SafetyRules) -> None:
    """Add the families of phrases of two words and more, which begin at `starts`."""
    words, content, _, sentence, found, _ = reading
    phrases = rules.phrases
    changed = set()
    for start in starts:
        if start + 1 == len(stems):
            break
        tails = phrases[stems[start]].get(stems[start + 1])
        if tails is None:
            continue  # as behind most words
        third = stems[start + 2] if start + 2 < len(stems) else ""
        for rest, families in tails:
            if rest and (rest[0] != third or tuple(stems[start + 2 : start + 2 + len(rest)]) != rest):
                continue
            end = start + 1 + len(rest)
            if sentence[content[start]] != sentence[content[end]] or _has_pause(words, content, start, end):
                continue
            spot = Place(start, end, tuple(range(start, end + 1)))
            for family in families:
                found.setdefault(family, []).append(spot)
                changed.add(family)
    for family in changed:
        found[family].sort()


def hits(reading: Reading, rules: SafetyRules) -> list[Hit]:
    """Return every sign that the families of a message make, in no order that counts."""
    found, crossings = reading.found, rules.crossings
    results: list[Hit] = []
    for head in found:
        patterns = crossings.get(head)
        if patterns is None:
            continue  # as for most families
        for pattern in _met(patterns, found):
            results += [Hit(pattern.result, place, pattern) for place in places_of(pattern, reading)]
    return results


def places_of(pattern: Pattern, reading: Reading) -> list[Place]:
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


def _in_order(pattern: Pattern, reading: Reading) -> list[Place]:
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
                or _has_pause(reading.words, content, place.last, follower.first)
            ):
                place = None
                break
            place = Place(place.first, follower.last, place.parts + follower.parts)
        if place is not None:
            results.append(place)
    return results


def _in_any_order(pattern: Pattern, reading: Reading) -> list[Place]:
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


def _is_guarded(place: Place, guards: tuple[int, ...], reading: Reading) -> bool:
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


def _met(patterns: Sequence[Pattern], found: Mapping[int, list[Place]]) -> list[Pattern]:
    """Return the patterns of which a message has all families. For most it lacks the first, which ends the search."""
    met: list[Pattern] = []
    for pattern in patterns:
        for family in pattern.families:
            if family not in found:
                break
        else:
            met.append(pattern)
    return met


def _take_out_idioms(reading: Reading, rules: SafetyRules) -> None:
    """Rule 20: drop the findings that an idiom's own words (its first family) make, but for KEPT_IN_IDIOMS."""
    found, hidden = reading.found, reading.hidden
    for pattern in _met(rules.idioms, found):
        heads = found[pattern.families[0]]
        for place in places_of(pattern, reading):
            parts = set(place.parts)
            first, last = bisect_left(heads, (place.first,)), bisect_left(heads, (place.last + 1,))
            for head in heads[first:last]:
                if parts.issuperset(head.parts):
                    hidden.update(head.parts)
    if not hidden:
        return
    kept = {rules.family(name) for name in KEPT_IN_IDIOMS}
    for family, places in list(found.items()):
        if family in kept:
            continue
        left = [place for place in places if not hidden.intersection(place.parts)]
        if left:
            found[family] = left
        else:
            del found[family]


# Families that count inside of an idiom, too. "The pain is killing me" is no wish to die, but it is pain; and words
# that only tell the time or the strength of something are no part of an idiom.
KEPT_IN_IDIOMS = (
    "pain", "head-pain", "skull-split", "hurt", "severe", "hurt-now", "past-mark", "current", "long-time", "outcome",
)  # fmt: skip


def _join(reading: Reading, rules: SafetyRules) -> None:
    """Add the families that the safety file makes of others, in its order: later ones may be made of earlier ones."""
    found = reading.found
    for pattern in rules.joins:
        for family in pattern.families:
            if family not in found:
                break
        else:
            places = places_of(pattern, reading)
            if places:
                found[pattern.result] = sorted({*found.get(pattern.result, ()), *places})


def _has_decimal(question: Question, index: int) -> bool:
    """Return whether a number goes on behind a point: 100.5 is a temperature, but 100 may be the number of a house."""
    if index + 1 == len(question.words):
        return False
    end, start = question.words[index].end, question.words[index + 1].start
    return question.text[end:start] in (".", ",") and question.words[index + 1].text.isdigit()


def _has_pause(words: tuple[Word, ...], content: list[int], start: int, end: int) -> bool:
    """Return whether a comma stands between two content words: "in my back, then" is not "back then"."""
    return any(words[index].mark == "," for index in range(content[start] + 1, content[end] + 1))


def families_of(text: str, rules: SafetyRules) -> tuple[int, ...]:
    """Return the families of a single word, none for a word that the safety file does not know."""
    known = rules.memory.get(text) or _look_up(text, rules)
    return known[1]


def _is_owned(question: Question, index: int) -> bool:
    """Return whether an owner stands before a word, so that it opens nothing: "good" in "my good leg"."""
    return index > 0 and question.words[index - 1].text in _OWNERS


def _look_up(text: str, rules: SafetyRules) -> tuple[str, tuple[int, ...], bool]:
    """Return a word's stem, its families and whether a phrase begins with it; unknown long words are repaired."""
    word = text
    families = listed_families(word, rules)
    if families is None and text not in rules.ordinary and len(text) >= _SHORTEST_REPAIRED and text.isalpha():
        word = _repaired(text, rules)
        families = listed_families(word, rules) or ()
    key = sign_stem(word)
    known = (key, families or (), key in rules.phrases)
    if len(rules.memory) >= _MEMORY_LIMIT:
        rules.memory.clear()
    rules.memory[text] = known
    return known


def listed_families(word: str, rules: SafetyRules) -> tuple[int, ...] | None:
    """Return the families of a word as it is spelt; None for a word that the safety file does not know."""
    exact = rules.words.get(word)
    return exact if exact is not None else rules.stems.get(sign_stem(word))


def _repaired(word: str, rules: SafetyRules) -> str:
    """Return the word of a sign that a misspelt one most likely means; the word itself where none is near enough."""
    for repair in rules.speller().repair(word):
        if not repair.is_split and repair.similarity >= _LEAST_SIMILARITY:
            return str(repair.word)
    return word


def _sentences(question: Question) -> list[int]:
    """Return the number of each word's sentence. A point inside a number and a slash inside a word end no sentence."""
    numbers: list[int] = []
    number = 0
    end = 0
    text = question.text
    for word in question.words:
        if word.mark == "." and not _is_inside(text[end : word.start], text, end, word.start):
            number += 1
        numbers.append(number)
        end = word.end
    return numbers


def _is_inside(gap: str, text: str, end: int, start: int) -> bool:
    """Return whether the `gap` between two words ends no sentence: "5.5", "and/or", "well... no"."""
    if gap in (".", ":", ","):
        return text[end - 1].isdigit() and text[start].isdigit()
    return gap == "/" or (".." in gap and not {"?", "!", "\n"} & set(gap)) or "\u2026" in gap
