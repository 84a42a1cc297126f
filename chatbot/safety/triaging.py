"""The triage of a message in its order: read, look for signs, combine them in their context, weigh the whole.

Then each clause that reports something is read by itself: what is asked or said beside a sign makes it no less serious.
"""

from __future__ import annotations

from chatbot.normalise import Question
from chatbot.safety.asking import with_quiet_line
from chatbot.safety.clauses import clauses
from chatbot.safety.likeness import LIKENESS
from chatbot.safety.reading import Reading, hits, read
from chatbot.safety.signs import NOTHING, Finding, SafetyRules
from chatbot.safety.weighing import SERIOUS, weighed


def triage(question: Question, rules: SafetyRules) -> Finding:
    """Find the most serious sign that the message describes as present.

    `level` is "none" when no sign is there, or each is denied, long over or only talked about. `spans` are in
    reading order. Never raises; an empty message has level "none". Signs, classes and sources: knowledge/safety.yaml.
    """
    finding, reading = by_rules(question, rules)
    found = weighed(finding, question, reading, rules)
    for clause in clauses(question):
        if found.level == "emergency":
            break  # nothing is more serious
        alone = _read_alone(clause, rules)
        if alone.level == "crisis" and LIKENESS in alone.signs:
            continue  # a hint is one in the light of all that is said: "can not go on like this", with the parking
        found = min(found, alone, key=lambda one: SERIOUS[one.level])
    if found.level == "none":
        return with_quiet_line(found, question, rules)
    if found.level == "crisis" or not rules.own_lines:
        return found
    from chatbot.safety.own_lines import with_own_line  # noqa: PLC0415 - most messages of a short start have no card

    return with_own_line(found, question, reading, rules)


def _read_alone(question: Question, rules: SafetyRules) -> Finding:
    finding, reading = by_rules(question, rules)
    return weighed(finding, question, reading, rules)


def by_rules(question: Question, rules: SafetyRules) -> tuple[Finding, Reading]:
    """Return what the rules alone find, and how they read the message."""
    reading = read(question, rules)
    found = hits(reading, rules)
    if all(rules.signs[hit.sign].level == "companion" for hit in found):
        return NOTHING, reading  # a companion alone raises nothing
    from chatbot.safety.combining import combined  # noqa: PLC0415 - most messages of a short start have no sign

    return combined(found, question, reading, rules), reading
