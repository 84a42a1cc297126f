"""Findings to one class: which signs raise each other, and what is more serious (rules 19 and 21 to 25)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from chatbot.normalise import Question
from chatbot.safety.context import Context
from chatbot.safety.reading import Hit, Place, Reading
from chatbot.safety.signs import SERIOUS, Finding, SafetyRules
from chatbot.safety.verdict import status, understand
from chatbot.safety.weighing import is_without_oneself
from chatbot.safety.who import has_first_person, has_third_person, is_third_person


class _Raise(NamedTuple):
    """Signs of two groups in one message make a sign of their own."""

    one: frozenset[str]
    other: frozenset[str]
    sign: str
    level: str
    rule: str


_FEVER_OR_WOUND = frozenset(("fever", "wound-trouble", "infection-word"))
# Rule 21, with its sources. The order decides nothing: every raise that fits counts.
_RAISES = (
    _Raise(
        _FEVER_OR_WOUND,
        frozenset(("confusion", "drowsiness", "clammy-skin", "fast-breathing", "no-urine", "heart-racing", "near-faint",
                   "breathless", "fainting", "cannot-be-woken", "cannot-pass-urine")),
        "sepsis", "emergency", "rule 21 (SEP): fever or wound with confusion, drowsiness, fast heart or breath",
    ),
    _Raise(frozenset(("fever",)), frozenset(("stiff-neck", "light-hurting")), "fever-stiff-neck", "emergency",
           "row 12: fever with a stiff neck or pain from light"),
    _Raise(frozenset(("upright-headache", "fluid-leak")), frozenset(("stiff-neck", "fever", "light-hurting")),
           "fever-stiff-neck", "emergency", "rule 21: headache upright with fever or a stiff neck"),
    _Raise(frozenset(("calf",)), frozenset(("breathless", "chest-pain", "fainting", "coughing-blood", "near-faint")),
           "calf", "emergency", "rule 21 (VTE): calf with breath, chest, faintness or blood"),
    _Raise(frozenset(("erection-trouble",)), frozenset(("saddle-numbness", "cannot-pass-urine", "leaking-urine",
           "bowel-control", "both-legs-weak")), "erection-trouble", "emergency",
           "row 5 (CARD): with any of rows 1 to 6"),
    _Raise(frozenset(("both-legs-weak",)), frozenset(("sudden-injury",)), "cannot-move", "emergency",
           "row 7: no strength in both legs after a fall, who lies still"),
    _Raise(frozenset(("drug-rash",)), frozenset(("breathless", "allergy")), "allergy", "emergency",
           "rule 21 (ANA): a medicine with swelling or breath"),
    _Raise(frozenset(("extra-dose",)), frozenset(("drowsiness", "confusion", "breathless", "near-faint", "seizure")),
           "overdose-symptoms", "emergency", "row 14 (OD): too much medicine with a symptom"),
)  # fmt: skip


# Words of a wish ("never wake up", "see no way out") that are other signs elsewhere: one word speaks for one sign.
_WISHING = frozenset("want wants wanted wish wishes wished hope hopes hoping pray prays rather".split())
_MAY_BE_A_WISH = frozenset(("cannot-be-woken", "stroke-sight", "heavy-bleeding"))


def combined(found: Sequence[Hit], question: Question, reading: Reading, rules: SafetyRules) -> Finding:
    """Return the most serious sign of those that the families of a message make (`found`), in their context.

    `level` is "none" when each is denied, long over or only talked about. `spans` are in reading order.
    """
    context = understand(reading, rules, list(found), question.text)
    present: dict[str, Hit] = {}
    reasons: dict[str, str] = {}
    levels: dict[str, str] = {}
    about: list[str] = []
    dismissed: set[str] = set()
    for hit in sorted(set(found), key=lambda each: (each.place, each.sign)):
        sign = rules.signs[hit.sign]
        if levels.get(sign.id) == sign.level:
            continue  # there already, and no higher: long alarming messages hold hundreds of crossings
        verdict = status(hit, context)
        level = sign.level
        if verdict.kind != "present":
            dismissed.add(verdict.kind)
        if verdict.kind == "old":
            if sign.time != "cauda":
                continue
            level = "urgent"  # rule 12: clearly old and unchanged
        elif verdict.kind == "about":
            if level != "companion":
                about.append(level)
            continue
        elif verdict.kind != "present":
            if verdict.kind == "denied" and level == "crisis":
                about.append("crisis")  # rule 19: "not suicidal" keeps the quiet line
            continue
        if sign.id not in levels or SERIOUS[level] < SERIOUS[levels[sign.id]]:
            present[sign.id] = hit
            levels[sign.id] = level
            reasons[sign.id] = f"row {sign.row}: {sign.name} ({verdict.rule})"
    found_here = _finding(question, rules, context, present, levels, reasons, about)
    return found_here._replace(dismissed=tuple(sorted(dismissed)))


def _is_of_somebody_else(level: str, place: Place, question: Question, context: Context) -> bool:
    """Return whether it is somebody else who is unwell (rule 14).

    In a crisis, whoever is named inside the sign is not who has it: "I gave my dog to my neighbor", "be with my dead
    wife", "my kids would manage without me".
    """
    if level != "crisis":
        is_nobodys = not has_first_person(question.tokens)  # "cut smells and she is breathing fast"
        return is_third_person(place, context) or (is_nobodys and has_third_person(question.tokens))
    opening = place._replace(last=place.first)
    return is_third_person(opening, context) and not is_without_oneself(question.tokens)


def _finding(
    question: Question,
    rules: SafetyRules,
    context: Context,
    present: dict[str, Hit],
    levels: dict[str, str],
    reasons: dict[str, str],
    about: list[str],
) -> Finding:
    raised = ""
    by_id = rules.signs_by_id()
    for step in _RAISES:
        one, other = step.one & levels.keys(), step.other & levels.keys()
        if one and other and step.sign in by_id:
            levels[step.sign] = step.level
            present.setdefault(step.sign, present[min(one)])
            reasons[step.sign] = step.rule
            raised = raised or step.sign
    for name in _MAY_BE_A_WISH & levels.keys():
        place = present[name].place
        is_wish = any(
            levels[other] == "crisis" and _touch(place, present[other].place)
            for other in levels
            if other != name
        )
        if not is_wish:
            continue
        if not is_third_person(place, context):
            del levels[name]
        elif _WISHING.isdisjoint(question.tokens):  # "she won't wake up": nobody wishes anything
            for wish in [sign for sign, level in levels.items() if level == "crisis"]:
                if _touch(place, present[wish].place):
                    del levels[wish]
    counted = [name for name, level in levels.items() if level != "companion"]
    if not counted:
        quiet = min(about, key=lambda level: SERIOUS[level]) if about else ""
        return Finding(is_about=bool(quiet), quiet=quiet, rule="rule 25: only about a sign" if quiet else "")
    order = sorted(counted, key=lambda name: (SERIOUS[levels[name]], name != raised, by_id[name].row))
    level = levels[order[0]]
    spans = {_span(present[name], question, context) for name in order}
    return Finding(
        level=level,  # type: ignore[arg-type]
        signs=tuple(order),
        spans=tuple(sorted(spans)),
        rule=reasons[order[0]],
        third_person=_is_of_somebody_else(level, present[order[0]].place, question, context),
        also_crisis=level == "emergency"
        and ("crisis" in levels.values() or _is_on_purpose(levels, question)),
    )


# Medicine taken by mistake: its card must not speak as if to somebody who wished to die.
_BY_MISTAKE = frozenset("mistake mistakenly accident accidentally accidently error unintentionally".split())


def _is_on_purpose(levels: Iterable[str], question: Question) -> bool:
    return "overdose-on-purpose" in levels and _BY_MISTAKE.isdisjoint(question.tokens)


def _touch(one: Place, other: Place) -> bool:
    return one.first <= other.last + 1 and other.first <= one.last + 1


def _span(hit: Hit, question: Question, context: Context) -> tuple[int, int]:
    content = context.reading.content
    return question.words[content[hit.place.first]].start, question.words[content[hit.place.last]].end
