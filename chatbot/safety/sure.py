"""What counts however ordinary its message is: the crossings that knowledge/safety.yaml lists as "sure".

Likeness neither learns of them nor lets them down. They add to what is read without them, and take nothing away: an
emergency stays one, and names 988 beside a crisis that is sure.
"""

from __future__ import annotations

from chatbot.normalise import Question
from chatbot.safety.reading.families import read
from chatbot.safety.reading.places import SafetyReading, hits, sure_hits
from chatbot.safety.signs import NOTHING, SERIOUS, Finding, SafetyRules


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
    if (SERIOUS[sure.level], False) < (SERIOUS[found.level], found.is_guess):
        return sure
    if found.level == "emergency" and sure.level == "crisis":
        return found._replace(also_crisis=True)
    return found


def _sure(question: Question, reading: SafetyReading, rules: SafetyRules, whole: SafetyReading) -> Finding:
    sure = sure_hits(reading, rules, whole)
    if not sure:
        return NOTHING
    from chatbot.safety.combining import combined  # noqa: PLC0415 - most messages of a short start have no sign

    companions = [hit for hit in hits(reading, rules) if rules.signs[hit.sign].level == "companion"]
    return combined([*sure, *companions], question, reading, rules)
