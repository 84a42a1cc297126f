"""A message's grammar, worked out once for all its signs, and what stands in a stretch of it.

The value alone. `verdict` fills it and asks the other modules of rules 5 to 19 (docs/safety.md): `negation`, `timing`,
`who` and `talk`. The word lists are families of knowledge/safety.yaml; the grammar words in these modules are part of
English and no clinician's business.

The functions of these modules take the same things in the same order: `place`, where the sign stands; `context`; and
`low` and `high`, the first and the last content word of the sentences that the sign lies in (`sentences_of`).
"""

from bisect import bisect_left
from typing import Literal, NamedTuple

from chatbot.safety.reading.places import Place, SafetyReading
from chatbot.safety.signs import SafetyRules

StatusKind = Literal["present", "denied", "over", "old", "about", "other"]


class Status(NamedTuple):
    """What the context says of one hit.

    `kind`: "present", "denied", "over", "old" (there, but long unchanged), "about" (only talked about), "other"
    (somebody else's past, a story). `rule` names the rule that decided.
    """

    kind: StatusKind
    rule: str


class Context(NamedTuple):
    """The message's grammar. Indexes are content words unless named otherwise.

    `bounds` maps a sentence to its first and last word; `marks` are the pauses before the words; `asks` says of each
    sentence whether it starts as a question, and from which word on its question mark governs (-1: there is none);
    `denied_by` names the word that denies each one, or -1.
    """

    reading: SafetyReading
    rules: SafetyRules
    texts: tuple[str, ...]
    sentence: tuple[int, ...]
    bounds: dict[int, tuple[int, int]]
    asks: dict[int, tuple[bool, int]]
    marks: list[str]
    denied_by: tuple[int, ...]
    past_years: tuple[int, ...]
    since_years: tuple[int, ...]
    numbers: dict[str, int]


def sentences_of(place: Place, context: Context) -> tuple[int, int]:
    """Return the first and the last word of the sentences that a place lies in."""
    bounds, sentence = context.bounds, context.sentence
    return bounds[sentence[place.first]][0], bounds[sentence[place.last]][1]


def between(context: Context, family: str, low: int, high: int) -> list[Place]:
    """Return where a family begins from `low` to `high`, both included."""
    places = context.reading.found.get(context.numbers[family])
    if not places:
        return []
    found: list[Place] = []
    at = bisect_left(places, (low,))
    while at < len(places) and places[at].first <= high:
        found.append(places[at])
        at += 1
    return found


def has(context: Context, family: str, low: int, high: int) -> bool:
    """Return whether a family begins anywhere from `low` to `high`, both included."""
    places = context.reading.found.get(context.numbers[family])
    if not places:
        return False
    at = bisect_left(places, (low,))
    return at < len(places) and places[at].first <= high


def start_of_clause(start: int, context: Context) -> int:
    """Return the place of the first of the small words that lead to the word at `start`, in the same sentence."""
    words, sentence = context.reading.words, context.reading.sentence
    while start and words[start - 1].text in context.rules.fillers and sentence[start - 1] == sentence[start]:
        start -= 1
    return start
