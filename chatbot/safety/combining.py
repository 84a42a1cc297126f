"""From the signs in a message to one class of danger (rules 19 and 21 to 25 of docs/safety.md).

Which signs are really there is asked of `verdict`. Here two signs may make a third, and the most serious one counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from chatbot.normalise import Question
from chatbot.reply import SafetyLevel
from chatbot.safety.cards.whose import is_anothers, is_named_last, names_a_he_or_she
from chatbot.safety.in_context.context import Context, StatusKind
from chatbot.safety.in_context.verdict import SAID_TO_BE_THERE, status, understand
from chatbot.safety.reading.places import Hit, Place, SafetyReading
from chatbot.safety.signs import SERIOUS, Finding, SafetyRules, Sign, SignLevel


class _Raise(NamedTuple):
    """Signs of two groups in one message make a sign of their own."""

    one: frozenset[str]
    other: frozenset[str]
    sign: str
    level: SignLevel
    rule: str


_FEVER_OR_WOUND = frozenset(("fever", "wound-trouble", "infection-word"))
# Rule 21, with its sources. The order decides nothing: every raise that fits counts.
_RAISES = (
    _Raise(
        _FEVER_OR_WOUND,
        frozenset(("confusion", "drowsiness", "clammy-skin", "fast-breathing", "no-urine", "heart-racing", "near-faint",
                   "breathless", "fainting", "cannot-be-woken", "cannot-pass-urine", "doom", "low-pressure")),
        "sepsis", "emergency", "rule 21 (SEP): fever or wound with confusion, drowsiness, fast heart or breath",
    ),
    _Raise(frozenset(("fever",)), frozenset(("stiff-neck", "light-hurting")), "fever-stiff-neck", "emergency",
           "row 12: fever with a stiff neck or pain from light"),
    _Raise(frozenset(("upright-headache", "fluid-leak")), frozenset(("stiff-neck", "fever", "light-hurting")),
           "fever-stiff-neck", "emergency", "rule 21: headache upright with fever or a stiff neck"),
    _Raise(frozenset(("calf",)), frozenset(("breathless", "chest-pain", "fainting", "coughing-blood", "near-faint",
           "wind-taken")), "calf", "emergency", "rule 21 (VTE): calf with breath, chest, faintness or blood"),
    _Raise(frozenset(("upright-headache", "fluid-leak")), frozenset(("confusion", "drowsiness")), "fever-stiff-neck",
           "emergency", "row 12: headache upright or clear fluid, and confused or hard to wake"),
    _Raise(frozenset(("limb-weak",)), frozenset(("erection-trouble",)), "erection-trouble", "emergency",
           "row 5 (CARD): one leg and the sex organs"),
    _Raise(frozenset(("sudden-injury",)), frozenset(("other-limb",)), "both-legs-weak", "emergency",
           "rule 21 (GIRFT): a fall or a pop, and the legs"),
    _Raise(frozenset(("erection-trouble",)), frozenset(("saddle-numbness", "cannot-pass-urine", "leaking-urine",
           "bowel-control", "both-legs-weak", "bladder-change")), "erection-trouble", "emergency",
           "row 5 (CARD): with any of rows 1 to 6"),
    _Raise(frozenset(("limb-weak", "sudden-injury")), frozenset(("bladder-change",)), "cannot-pass-urine", "emergency",
           "rule 21 (CARD): one leg, a pop or a fall, and the bladder, however mildly told"),
    _Raise(frozenset(("limb-weak",)), frozenset(("other-limb",)), "both-legs-weak", "emergency",
           "row 6 (GIRFT): one leg, and then the other"),
    _Raise(frozenset(("swallowing",)), frozenset(("airway-near",)), "neck-airway", "emergency",
           "row 16 (MYM): trouble swallowing, and a tight or swollen neck"),
    _Raise(frozenset(("both-legs-weak",)), frozenset(("sudden-injury",)), "cannot-move", "emergency",
           "row 7: no strength in both legs after a fall, who lies still"),
    _Raise(frozenset(("hands-both",)), frozenset(("sudden-injury", "sudden-pop")), "cannot-move", "emergency",
           "row 7: both hands numb or weak after a fall, a crash or a pop"),
    _Raise(frozenset(("drug-rash",)), frozenset(("breathless", "allergy", "swallowing", "voice-change", "face-bigger",
           "near-faint", "clammy-skin", "low-pressure", "doom")), "allergy", "emergency",
           "rule 21 (ANA): a medicine with swelling, breath or throat"),
    _Raise(frozenset(("extra-dose",)), frozenset(("drowsiness", "confusion", "breathless", "near-faint", "seizure",
           "low-pressure", "clammy-skin")), "overdose-symptoms", "emergency",
           "row 14 (OD): too much medicine with a symptom"),
)  # fmt: skip


# The same words may tell of a wish to die or of one of these signs: "I hope I never wake up", "she never wakes up".
_WISHING = frozenset("want wants wanted wish wishes wished hope hopes hoping pray prays rather".split())
_MAY_BE_A_WISH = frozenset(("cannot-be-woken", "stroke-sight", "heavy-bleeding"))
# Medicine taken by mistake: its card must not speak as if to somebody who wished to die.
_BY_MISTAKE = frozenset("mistake mistakenly accident accidentally accidently error unintentionally".split())


# A sign that the writer cannot have: who writes can be woken.
_NOBODYS_OWN = "cannot-be-woken"


class _Present(NamedTuple):
    """A sign that is there: the hit that showed it, its class in this context, why it counts, and if it is back."""

    hit: Hit
    level: SignLevel
    reason: str
    is_said_to_be_there: bool = False


class _Weighed(NamedTuple):
    """The hits of a message after a look at their context.

    `present` are the signs that are there, by id. `about` are the classes of those that are only talked about, and
    `dismissed` the reasons why hits did not count.
    """

    present: dict[str, _Present]
    about: list[SafetyLevel]
    dismissed: set[str]


def combined(found: Sequence[Hit], question: Question, reading: SafetyReading, rules: SafetyRules) -> Finding:
    """Return the most serious sign of those that the families of a message make (`found`), in their context.

    `level` is "none" when each is denied, long over or only talked about. `spans` are in reading order.
    """
    context = understand(reading, rules, list(found), question.text)
    weighed = _in_context(found, context)
    raised = _raise_each_other(weighed.present, rules)
    _tell_wishes_apart(weighed.present, question, context)
    return _finding(weighed, raised, question, context)


def _in_context(found: Sequence[Hit], context: Context) -> _Weighed:
    """Return which hits are there, at their highest class."""
    weighed = _Weighed({}, [], set())
    present = weighed.present
    for hit in sorted(set(found), key=lambda each: (each.place, each.sign)):
        sign = context.rules.signs[hit.sign]
        known = present.get(sign.id)
        if known and known.level == sign.level:
            continue  # there already, and no higher: long alarming messages hold hundreds of crossings
        verdict = status(hit, context)
        if verdict.kind != "present":
            weighed.dismissed.add(verdict.kind)
        level = _class_after(verdict.kind, sign)
        if not level:
            if sign.level != "companion" and _is_talked_about(verdict.kind, sign.level):
                weighed.about.append(sign.level)
        elif known is None or SERIOUS[level] < SERIOUS[known.level]:
            reason = f"row {sign.row}: {sign.name} ({verdict.rule})"
            present[sign.id] = _Present(hit, level, reason, is_said_to_be_there=verdict in SAID_TO_BE_THERE)
    return weighed


def _class_after(kind: StatusKind, sign: Sign) -> SignLevel | Literal[""]:
    """Return the class of a sign in its context, "" where it does not count."""
    if kind == "present":
        return sign.level
    return "urgent" if kind == "old" and sign.time == "cauda" else ""  # rule 12: clearly old and unchanged


def _is_talked_about(kind: StatusKind, level: SafetyLevel) -> bool:
    """Return whether a sign that does not count gets the quiet line; "not suicidal" keeps it (rule 19)."""
    return kind == "about" or (kind == "denied" and level == "crisis")


def _raise_each_other(present: dict[str, _Present], rules: SafetyRules) -> str:
    """Rule 21: add the signs that two others make together; return the first of them, "" for none."""
    by_id = rules.signs_by_id()
    raised = ""
    for step in _RAISES:
        one, other = step.one & present.keys(), step.other & present.keys()
        if one and other and step.sign in by_id:
            shown_by = present.get(step.sign) or present[min(one)]
            present[step.sign] = _Present(shown_by.hit, step.level, step.rule)
            raised = raised or step.sign
    return raised


def _tell_wishes_apart(present: dict[str, _Present], question: Question, context: Context) -> None:
    """Keep only one of two signs that the same words make: a wish to die, or another sign of `_MAY_BE_A_WISH`.

    "I hope I never wake up" is a wish; "she never wakes up" is not.
    """
    for name in sorted(_MAY_BE_A_WISH & present.keys()):
        place = present[name].hit.place
        wishes = [
            other
            for other, sign in present.items()
            if other != name and sign.level == "crisis" and _touch(place, sign.hit.place)
        ]
        if wishes and not is_named_last(place, context):
            del present[name]
        elif _WISHING.isdisjoint(question.tokens):  # "she won't wake up": nobody wishes anything
            for wish in wishes:
                del present[wish]


def _finding(weighed: _Weighed, raised: str, question: Question, context: Context) -> Finding:
    """Return what is there as a finding, the most serious sign first, and of these the one that was raised."""
    present, dismissed = weighed.present, tuple(sorted(weighed.dismissed))
    counted = {name: sign.level for name, sign in present.items() if sign.level != "companion"}
    if not counted:
        quiet: SafetyLevel | Literal[""] = min(weighed.about, key=lambda level: SERIOUS[level], default="")
        rule = "rule 25: only about a sign" if quiet else ""
        return Finding(is_about=bool(quiet), quiet=quiet, rule=rule, dismissed=dismissed)
    by_id = context.rules.signs_by_id()
    order = sorted(counted, key=lambda name: (SERIOUS[counted[name]], name != raised, by_id[name].row))
    first, level = present[order[0]], counted[order[0]]
    return Finding(
        level=level,
        signs=tuple(order),
        spans=tuple(sorted({_span(present[name].hit, question, context) for name in order})),
        rule=first.reason,
        third_person=is_anothers(level, question.tokens, context.rules, (first.hit.place, context))
        or (_NOBODYS_OWN in order and names_a_he_or_she(question.tokens)),
        also_crisis=level == "emergency" and _calls_for_988(present, question),
        dismissed=dismissed,
        is_said_to_be_there=first.is_said_to_be_there,
    )


def _calls_for_988(present: dict[str, _Present], question: Question) -> bool:
    """Return whether an emergency's card names 988, too (rule 23)."""
    is_on_purpose = "overdose-on-purpose" in present and _BY_MISTAKE.isdisjoint(question.tokens)
    return is_on_purpose or any(sign.level == "crisis" for sign in present.values())


def _touch(one: Place, other: Place) -> bool:
    return one.first <= other.last + 1 and other.first <= one.last + 1


def _span(hit: Hit, question: Question, context: Context) -> tuple[int, int]:
    content = context.reading.content
    return question.words[content[hit.place.first]].start, question.words[content[hit.place.last]].end
