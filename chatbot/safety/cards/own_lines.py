"""Which sign's own line a card carries: to press on the wound, to lie still, to note the time, to call Poison Help.

A card has room for one such line. `own_lines` of knowledge/safety.yaml lists them, what helps first at the top, and the
first entry that fits is taken. An entry without crossings fits where its sign was found. One with crossings fits where
they stand in the message and likeness alone found the danger; with "beside", also where rules did: a fall that no rule
notices still needs "lie still". A clinic's own file may do without the list.
"""

from __future__ import annotations

from typing import NamedTuple

from chatbot.normalise import Question
from chatbot.safety.in_context.context import sentences_of
from chatbot.safety.in_context.negation import is_denied
from chatbot.safety.in_context.verdict import understand
from chatbot.safety.reading.places import SafetyReading, places_of
from chatbot.safety.signs import Finding, OwnLine, SafetyRules

ON_PURPOSE = "overdose-on-purpose"


class _Entry(NamedTuple):
    """An entry of the list. `brings_988`: its words are of an overdose on purpose or of self-harm.

    `is_line`: its line may stand on the card. Entries with the sign of a crisis only bring 988.
    """

    line: OwnLine
    is_line: bool
    brings_988: bool


def with_own_line(
    finding: Finding, question: Question, reading: SafetyReading, rules: SafetyRules
) -> Finding:
    """Return a finding with the sign whose own line its card carries ("" where the list says nothing).

    `reading` is of the whole message. Words of an overdose on purpose, or of self-harm, bring 988 to the card of an
    emergency (rule 23): an entry with the sign of a crisis does only that.
    """
    is_crisis, line = finding.also_crisis, ""
    by_id = rules.signs_by_id()
    # No sign of this class was found where likeness made more of an urgent one.
    is_guess = finding.is_guess or all(
        by_id[sign].level != finding.level for sign in finding.signs if sign in by_id
    )
    for entry in _entries(finding.level, rules, is_guess=is_guess):
        if (line and not entry.brings_988) or (entry.line.is_of_other and not finding.third_person):
            continue
        if entry.line.patterns:
            speaks = _stands(entry.line, question, reading, rules)
        else:
            speaks = entry.line.sign in finding.signs
        if speaks and entry.is_line:
            line = line or entry.line.sign
        is_crisis = is_crisis or (speaks and entry.brings_988)
        if line and not is_guess:
            break  # 988 comes by words alone only where no rule found a sign
    return finding._replace(line=line, also_crisis=is_crisis)


def _entries(level: str, rules: SafetyRules, *, is_guess: bool) -> tuple[_Entry, ...]:
    """Return the entries that may speak for a class, remembered: by signs, or by words where no rule found a sign."""
    key = f"own lines {level} {is_guess}"
    entries: tuple[_Entry, ...] | None = rules.worked_out.get(key)
    if entries is None:
        by_id = rules.signs_by_id()
        entries = rules.worked_out[key] = tuple(
            _Entry(
                line,
                is_line=by_id[line.sign].level != "crisis",
                brings_988=bool(line.patterns)
                and (by_id[line.sign].level == "crisis" or line.sign == ON_PURPOSE),
            )
            for line in rules.own_lines
            if level in line.levels and (line.is_beside or is_guess == bool(line.patterns))
        )
    return entries


def _stands(entry: OwnLine, question: Question, reading: SafetyReading, rules: SafetyRules) -> bool:
    """Return whether an entry's words stand in the message and are not denied."""
    found = reading.found
    places = [
        place
        for pattern in entry.patterns
        if all(family in found for family in pattern.families)
        for place in places_of(pattern, reading)
    ]
    if not places:
        return False
    context = understand(reading, rules, [], question.text)  # seldom needed, so it is not kept
    return any(not is_denied(place, context, *sentences_of(place, context)) for place in places)
