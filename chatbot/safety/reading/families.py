"""A message to the families of the safety file that it holds, each with its places.

In this order: single words (`lookup`), phrases of several words, idioms taken out, and families that are made of other
families. Which signs the families make together is for `places` to say; whether a sign is denied, over or only talked
about is for `verdict`.
"""

from bisect import bisect_left
from collections import defaultdict

from chatbot.english.function_words import ADDRESSED, GREETINGS
from chatbot.normalise import Question
from chatbot.safety.reading.lookup import look_up
from chatbot.safety.reading.places import Place, SafetyReading, has_pause, patterns_met, places_of
from chatbot.safety.signs import SafetyRules

# Words that are left out where they open a message, before its first word that counts.
OPENING = GREETINGS | ADDRESSED | frozenset("good ok okay please".split())
_OWNERS = frozenset("my his her".split())
# Families that count inside of an idiom, too. "The pain is killing me" is no wish to die, but it is pain; words
# that only tell the time or the strength of something are no part of an idiom; and what slips is still held no more.
KEPT_IN_IDIOMS = (
    "pain", "head-pain", "skull-split", "hurt", "severe", "hurt-now", "past-mark", "current", "long-time", "outcome",
    "held-thing", "line-named",
)  # fmt: skip


def read(question: Question, rules: SafetyRules) -> SafetyReading:
    """Return the families that a message holds, with their places."""
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
            known = look_up(text, rules)
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
    reading = SafetyReading(question.words, content, position, _sentences(question), found, set())
    _add_phrases(starts, stems, reading, rules)
    _take_out_idioms(reading, rules)
    _join(reading, rules)
    return reading


def _add_phrases(starts: list[int], stems: list[str], reading: SafetyReading, rules: SafetyRules) -> None:
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
            if sentence[content[start]] != sentence[content[end]] or has_pause(words, content, start, end):
                continue
            spot = Place(start, end, tuple(range(start, end + 1)))
            for family in families:
                found.setdefault(family, []).append(spot)
                changed.add(family)
    for family in changed:
        found[family].sort()


def _take_out_idioms(reading: SafetyReading, rules: SafetyRules) -> None:
    """Take out the families that the words of an idiom make, but for KEPT_IN_IDIOMS (rule 20).

    Only an idiom's own words are taken out, which are those of its first family; the others only show that it is one.
    """
    found, hidden = reading.found, reading.hidden
    for pattern in patterns_met(rules.idioms, found):
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


def _join(reading: SafetyReading, rules: SafetyRules) -> None:
    """Add the families that the safety file makes of other families.

    In the file's order, because later ones may be made of earlier ones: what is met is asked anew for each.
    """
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


def _is_owned(question: Question, index: int) -> bool:
    """Return whether an owner stands before a word, so that it opens nothing: "good" in "my good leg"."""
    return index > 0 and question.words[index - 1].text in _OWNERS


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
