"""What the rules found, weighed by how much the message is like the examples of each class (rule 25 of docs/safety.md).

The rules speak first, and name the sign. Likeness sees what they found among all the other words of the message. It may
raise a message in which no rule found a sign, choose between two neighbouring classes, and turn a message that only
talks about a sign into one that gets the quiet line. How much that asks for is told in `least_leads`.
"""

from __future__ import annotations

from chatbot.normalise import Question
from chatbot.reply import SafetyLevel
from chatbot.safety.by_likeness.ending import asks_whether_pain_ends
from chatbot.safety.by_likeness.everyday import is_everyday
from chatbot.safety.by_likeness.false_hints import is_false_hint, is_ordinary
from chatbot.safety.by_likeness.features import Seen, keys_of
from chatbot.safety.by_likeness.frames import hints_at_nothing, tells_of_felt_metal
from chatbot.safety.by_likeness.laid_out import LaidOut
from chatbot.safety.by_likeness.least_leads import LEAST_LEAD, least_lead
from chatbot.safety.by_likeness.likeness import LEVELS, LIKENESS
from chatbot.safety.by_likeness.stretches import (
    FEW_WORDS,
    Cut,
    Part,
    around,
    holds,
    parts_of,
    sentences_in,
    without_its_time,
)
from chatbot.safety.cards.whose import is_anothers, speaks_of_somebody
from chatbot.safety.reading.places import SafetyReading
from chatbot.safety.signs import NOTHING, Finding, SafetyRules, more_serious
from chatbot.safety.windows import STORY_WORDS

# Added to the lead of a crisis, because people hint at a wish to die more than they say it. Not in a story in which the
# rules found nothing, and not in its sentences: a story hints at much, and no crisis of the sets is missed for it.
HINTED = 0.25
# Nothing is added where a wish to die is denied and the rules found nothing else: "no, I never thought of ending my
# life". Then a crisis below this lead does not count. Of the examples that are one, none leads by less than 0.4.
LEAST_LEAD_BESIDE_A_DENIAL = 0.2
# A part that leads by less without the time at its end is ordinary. "Since yesterday" and "twice now" make a sign more
# likely, but none of "opening times": of 247 examples that end with a time and that no rule knows, only two of two
# words lead by less without it; of 78 questions that alarmed when a time was put behind them, six or so lead by more.
LEAST_LEAD_WITHOUT_ITS_TIME = -1.65
# A crisis that the rules found in so short a message stands, because nothing beside it could explain it away: "I can't
# do this anymore". It does not stand below this lead: "could I die having another operation".
_SHORT_WORDS = 6
_ORDINARY_FEW_WORDS = -1.0
# Added to the lead of the class that the rules found, before it is compared with those of the other classes. Who feels
# fine beside an emergency has it all the same; of two classes that are nearly alike, the higher is taken (rule 25).
TRUST_IN_RULES = {"emergency": 0.8, "urgent": -0.1}
# Added to the lead of an emergency beside an urgent sign, where the emergency would count by itself: an emergency
# called urgent costs more than a card too many. Of the examples left out while learning, more emergencies become right
# than urgent messages wrong; from 0.5 on it is two to one the other way (docs/safety-measured.md).
NEAR_AN_EMERGENCY = 0.3


def _seen_in(finding: Finding, question: Question, reading: SafetyReading, rules: SafetyRules) -> Seen:
    """Return what the rules saw in a message, its courtesy with it."""
    keys = rules.worked_out.get("keys")
    if keys is None:
        keys = rules.worked_out["keys"] = keys_of(rules.families)
    at: dict[int, list[int]] = {}
    for family, places in reading.found.items():
        if family in rules.unlearnt:
            continue
        key = keys[family]
        for place in places:
            there = at.get(place.first)
            if there is None:
                at[place.first] = [key]
            elif key not in there:
                there.append(key)
    families = {place: tuple(at[place]) for place in sorted(at)}
    outcome = [f"level {finding.level}"]
    if finding.quiet:
        outcome.append(f"quiet {finding.quiet}")
    outcome += [f"sign {sign}" for sign in finding.signs]
    outcome += [f"dismissed {kind}" for kind in finding.dismissed]
    return Seen(question.tokens, families, tuple(outcome))


def seen_in_parts(
    finding: Finding, question: Question, reading: SafetyReading, rules: SafetyRules
) -> list[Seen]:
    """Return what the rules saw in each part of a message, as if it were a message: what is learnt from."""
    words, families, outcome = _seen_in(finding, question, reading, rules)
    return [
        Seen(
            words[part.opening : part.closing],
            {place: here for place, here in families.items() if part.first <= place <= part.last},
            outcome,
        )
        for part in parts_of(finding, question, reading)
    ]


def weighed(
    finding: Finding, question: Question, reading: SafetyReading, rules: SafetyRules, *, runs_on: bool = False
) -> Finding:
    """Return what the rules found, changed where the message is more like another class.

    The message is weighed as a whole and in its parts (`stretches`), and the most serious outcome counts. `runs_on`:
    some of its sentences are parts of one that runs on (`run_on`). If then no part counts although the rules found a
    sign, the words around the sign are weighed as well.
    """
    if finding.level == "crisis" and asks_whether_pain_ends(question.tokens):
        return NOTHING
    if is_ordinary(finding, question.tokens):
        return NOTHING
    if (
        not rules.likeness.slots
        or len(question.words) <= FEW_WORDS
        or _is_said_shortly(finding, question, reading)
    ):
        return finding
    found: list[Finding] = []
    laid_out = LaidOut(_seen_in(finding, question, reading, rules), rules.likeness)
    cut: Cut = "clause" if runs_on else "sentence"
    for part in parts_of(finding, question, reading):
        leads = laid_out.leads(part.opening, part.closing, part.first, part.last)
        decided = _decided(finding, question, part._replace(cut=cut), leads, rules)
        if decided.is_guess and _is_only_its_time(decided.level, part, question, reading, laid_out):
            decided = finding
        found.append(decided)
        if decided.level == "emergency":
            break  # nothing is more serious
    if runs_on and finding.level != "none" and all(one.level == "none" for one in found):
        for part in around(finding, question, reading):
            leads = laid_out.leads(part.opening, part.closing, part.first, part.last)
            found.append(_decided(finding, question, part, leads, rules))
    return more_serious(*found)


def _is_only_its_time(
    level: str, part: Part, question: Question, reading: SafetyReading, laid_out: LaidOut
) -> bool:
    """Return whether a part is clearly ordinary without the time at its end: "opening times since yesterday"."""
    shorter = without_its_time(part, question, reading)
    if shorter is None or (level == "crisis" and shorter.closing - shorter.opening <= FEW_WORDS):
        return False  # "I cut again last night", "it ends tonight"
    leads = laid_out.leads(shorter.opening, shorter.closing, shorter.first, shorter.last)
    return max(leads) < LEAST_LEAD_WITHOUT_ITS_TIME


def _is_said_shortly(finding: Finding, question: Question, reading: SafetyReading) -> bool:
    """Return whether the rules found something in a sentence of so few words that they alone speak."""
    return finding.level != "none" and any(
        end - start <= FEW_WORDS and holds(finding, question, start, end)
        for start, end in sentences_in(reading)
    )


def _decided(
    finding: Finding, question: Question, part: Part, leads: tuple[float, ...], rules: SafetyRules
) -> Finding:
    """Return what the rules found in a message as the leads of one part of it change it.

    The leads belong to LEVELS in order.
    """
    by_level = _with_hint(leads, finding, question)
    least = least_lead(finding, question, part)
    if finding.level == "none":
        return _raised(question, part, by_level, least, rules) or finding
    if finding.level == "urgent" and "old" in finding.dismissed:
        return finding  # rule 12: old and unchanged is urgent, however calmly it is told
    is_whole = part.end - part.start == len(question.words)
    stands = finding.is_said_to_be_there or (is_whole and _stands_alone(finding, part, leads))
    if max(by_level.values()) < least and not stands:
        return _only_about(finding, finding.level)
    if finding.level == "crisis":  # rule 18: a card that names 988 costs one screen
        return finding
    return _in_the_likest_class(finding, finding.level, by_level)


def _in_the_likest_class(finding: Finding, level: SafetyLevel, by_level: dict[SafetyLevel, float]) -> Finding:
    """Return an emergency or an urgent finding of the rules, of this `level`, in the class that a part is most like."""
    by_level[level] += TRUST_IN_RULES[level]
    if level == "urgent" and by_level["emergency"] >= LEAST_LEAD:
        by_level["emergency"] += NEAR_AN_EMERGENCY
    likest = max(LEVELS, key=by_level.__getitem__)
    if likest == level:
        return finding
    if (level, likest) == ("urgent", "crisis") and by_level["crisis"] < by_level["urgent"] + HINTED:
        return finding._replace(also_crisis=True)  # rule 23: a hint is no reason to forget the wound
    rule = f"rule 25: {finding.rule}, in a message more like {likest}"
    return finding._replace(level=likest, rule=rule)


def _with_hint(leads: tuple[float, ...], finding: Finding, question: Question) -> dict[SafetyLevel, float]:
    """Return the leads by class, that of a crisis with what people mean by a hint, or without what they deny."""
    by_level = dict(zip(LEVELS, leads, strict=True))
    is_denied = finding.quiet == "crisis" and "denied" in finding.dismissed
    if not is_denied:
        hints_at_much = finding.level == "none" and len(question.words) > STORY_WORDS
        by_level["crisis"] += 0.0 if hints_at_much else HINTED
    elif by_level["crisis"] < LEAST_LEAD_BESIDE_A_DENIAL:
        by_level["crisis"] = min(leads)
    return by_level


def _stands_alone(finding: Finding, message: Part, leads: tuple[float, ...]) -> bool:
    """Return whether a crisis of the rules stands, however little like one a message of so few words is."""
    is_short = message.closing - message.opening <= _SHORT_WORDS
    return finding.level == "crisis" and is_short and max(leads) > _ORDINARY_FEW_WORDS


def _only_about(finding: Finding, level: SafetyLevel) -> Finding:
    """Return what the rules found as mere talk about the sign, which gets the quiet line of this class."""
    rule = f"rule 25: {finding.rule}, in a message like the ordinary ones"
    return Finding(is_about=True, quiet=level, rule=rule, signs=finding.signs, spans=finding.spans)


def _raised(
    question: Question, part: Part, leads: dict[SafetyLevel, float], least: float, rules: SafetyRules
) -> Finding | None:
    """Return the finding of a part in which no rule found a sign, but which is clearly like the examples of a class."""
    level = max(LEVELS, key=leads.__getitem__)
    if leads[level] < least:
        return None
    if level == "crisis" and leads["emergency"] >= max(least, leads["crisis"] - HINTED):
        level = "emergency"  # what is hinted at counts against what is ordinary, not against an emergency (rule 23)
    tokens = question.tokens[part.start : part.end]
    if tells_of_felt_metal(tokens) or is_everyday(tokens):
        return None
    if level == "crisis" and (
        hints_at_nothing(tokens) or is_false_hint(tokens) or asks_whether_pain_ends(tokens)
    ):
        return None
    if level != "crisis" and not speaks_of_somebody(tokens, rules):
        tokens = question.tokens  # "My husband had a fusion. Cannot move at all now."
    return Finding(
        level=level,
        signs=(LIKENESS,),
        spans=((question.words[part.start].start, question.words[part.end - 1].end),),
        rule=f"like the examples of this class (lead {leads[level]:.2f}), though no rule speaks",
        third_person=is_anothers(level, tokens, rules),
    )
