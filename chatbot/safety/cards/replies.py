"""The words of the cards, put together from the parts in knowledge/safety.yaml.

A card is read in fear, on forty columns: the number first, then what the sign asks for, nothing else. It names no
disease, says nothing of how serious it is, gives no odds, and speaks of booking a visit nowhere.
"""

from __future__ import annotations

from chatbot.knowledge import Clinic
from chatbot.safety.signs import Finding, SafetyRules
from chatbot.speaking.filling import SETTINGS, UNSET_WORDS, fill, settings_of

NAMES = (*SETTINGS, "number")  # in braces; {number} is the older name of {emergency_number}
# These always stand for something: a card must not have a hole, so all others belong into [[double brackets]].
NEVER_UNSET = frozenset((*UNSET_WORDS, "number", "phone"))
WORDS_FOR_PHONE = "urgent-no-phone"


def card(finding: Finding, rules: SafetyRules, clinic: Clinic) -> str:
    """Return the reply to a finding: short lines, the number in the first; "" for level "none".

    The clinic's own number stands only where it is set. At most ten lines of forty columns (a test holds it).
    """
    if finding.level == "emergency":
        lines = ["emergency-first", *_parts(finding, rules), "emergency-then", _tell(finding)]
        lines += ["also-crisis"] if finding.also_crisis else ["emergency-clinic"]
    elif finding.level == "urgent":
        part = ["also-crisis"] if finding.also_crisis else _parts(finding, rules)
        lines = ["urgent-first", *part, "urgent-nobody", "urgent-then"]
    elif finding.level == "crisis":
        third = "crisis-third-" if finding.third_person else "crisis-"
        lines = [third + "call", third + "act", third + "first", "crisis-stay"]
    else:
        return ""
    filled = [_filled(rules.replies.get(line, line), rules, clinic) for line in lines]
    return "\n".join(line for line in filled if line)


def quiet_line(finding: Finding, rules: SafetyRules, clinic: Clinic) -> str:
    """Return the one line that an ordinary answer carries when the message is only about a sign, or ""."""
    return _filled(rules.replies.get(f"quiet-{finding.quiet}", ""), rules, clinic)


def standing_line(level: str, rules: SafetyRules, clinic: Clinic, *, is_taken_back: bool = False) -> str:
    """Return the one quiet line that stays for the rest of the conversation after a card (rule 24).

    It stays after the card was taken back, too, but presumes nothing any more.
    """
    kind = "taken-back" if is_taken_back else "standing"
    return _filled(rules.replies.get(f"{kind}-{level}", ""), rules, clinic)


def _tell(finding: Finding) -> str:
    return "emergency-third-tell" if finding.third_person else "emergency-tell"


def _parts(finding: Finding, rules: SafetyRules) -> list[str]:
    """Return what one sign asks for, in the words for oneself or for somebody else: one line, the call is the same.

    Which sign is for `own_lines` of the file to say; where it says nothing, the most serious one of this class.
    """
    by_id = rules.signs_by_id()
    for name in (finding.line,) if finding.line else finding.signs:
        sign = by_id.get(name)
        if sign is None or (sign.level != finding.level and not finding.line):
            continue  # likeness is no sign of the file; a thermometer is nothing for an emergency
        reply = sign.reply_third if finding.third_person and sign.reply_third else sign.reply
        if reply:
            return [reply[0]]
    return []


def _filled(text: str, rules: SafetyRules, clinic: Clinic) -> str:
    """Return a line with the clinic's settings in it; a [[part]] whose setting is not set is left out.

    {phone} is the urgent number where there is one, and without any the words of the file for it.
    """
    values = {
        **settings_of(clinic),
        "phone": clinic.urgent_phone or clinic.phone,
        "number": clinic.emergency_number or UNSET_WORDS["emergency_number"],
    }
    words_for_phone = fill(rules.replies.get(WORDS_FOR_PHONE, ""), values).text
    return fill(text, values, instead={**UNSET_WORDS, "phone": words_for_phone}).text
