"""What counts however ordinary its message is: the crossings that knowledge/safety.yaml lists as "sure".

Likeness neither learns of them nor lets them down. They add to what is read without them, and take nothing away: an
emergency stays one, and names 988 beside a crisis that is sure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from chatbot.normalise import Question
from chatbot.safety.by_likeness.false_hints import is_ordinary
from chatbot.safety.reading.families import read
from chatbot.safety.reading.places import Hit, SafetyReading, hits, sure_hits
from chatbot.safety.signs import NOTHING, SERIOUS, Finding, SafetyRules, more_serious

# Beside what only likeness calls urgent, as beside a wound or a fever (row 11, SEP): whatever it is, with one of these
# it is an emergency.
_GRAVE = frozenset(("confusion", "drowsiness", "clammy-skin", "fast-breathing", "low-pressure", "doom"))


def sure_in(question: Question, rules: SafetyRules, whole: SafetyReading) -> Finding:
    """Return what is sure in a part of a message; `whole` is the reading of all of it."""
    return _sure(question, read(question, rules), rules, whole)


def with_what_is_sure(
    found: Finding,
    question: Question,
    reading: SafetyReading,
    rules: SafetyRules,
    whole: SafetyReading | None = None,
) -> Finding:
    """Return the finding, or what is sure in the message, where that is more serious or `found` is but a guess.

    `whole` is the reading of all of the message, where only a part of it is read.
    """
    sure = _sure(question, reading, rules, whole or reading)
    if is_ordinary(sure, question.tokens):
        sure = NOTHING
    if found.level == "urgent":
        sure = more_serious(sure, _raised(found, question, reading, rules, whole or reading))
    if (SERIOUS[sure.level], False) < (SERIOUS[found.level], found.is_guess):
        return sure
    if found.level == "emergency" and sure.level == "crisis":
        return found._replace(also_crisis=True)
    return found


def _sure(question: Question, reading: SafetyReading, rules: SafetyRules, whole: SafetyReading) -> Finding:
    """Return what is sure by itself, and what mild signs beside it make of it."""
    sure = sure_hits(reading, rules, whole)
    if not sure:
        return NOTHING
    return _combined([*sure, *_of(("companion",), hits(reading, rules), rules)], question, reading, rules)


def _raised(
    found: Finding, question: Question, reading: SafetyReading, rules: SafetyRules, whole: SafetyReading
) -> Finding:
    """Return what mild signs that are sure make of an urgent finding (rule 21): with a guess, those of `_GRAVE`."""
    mild = _of(("companion",), sure_hits(reading, rules, whole), rules)
    if not mild:
        return NOTHING
    if found.is_guess:
        infected = [
            Hit(sign, hit.place, hit.pattern) for sign in _numbers_of("infection-word", rules) for hit in mild
        ]
        grave = [hit for hit in mild if rules.signs[hit.sign].id in _GRAVE]
        return _combined([*grave, *infected], question, reading, rules) if grave else NOTHING
    beside = _of(("urgent", "companion"), hits(reading, rules), rules)
    return _combined([*mild, *beside], question, reading, rules)


def _of(levels: Collection[str], found: Iterable[Hit], rules: SafetyRules) -> list[Hit]:
    return [hit for hit in found if rules.signs[hit.sign].level in levels]


def _combined(
    found: Sequence[Hit], question: Question, reading: SafetyReading, rules: SafetyRules
) -> Finding:
    from chatbot.safety.combining import combined  # noqa: PLC0415 - most messages of a short start have no sign

    return combined(found, question, reading, rules)


def _numbers_of(name: str, rules: SafetyRules) -> list[int]:
    return [number for number, sign in enumerate(rules.signs) if sign.id == name]
