"""One question, matched as a whole: answered, met with choices, or not answered, by how sure the match is."""

from chatbot.decision.hand_off import in_order, told_as_well
from chatbot.decision.message import SMALL_TALK, Decided, Message
from chatbot.decision.trust import ANSWER, MENU, trusted
from chatbot.knowledge import FEWEST_CHOICES, MOST_CHOICES
from chatbot.matching import Matched

# Of a message that leans on the topic. Measured as those of `trust`: at 0.35 five right fewer and two wrong more; at
# 0.15 one wrong more.
LEANING_ANSWER = 0.25
# A choice that is less likely to be meant is not offered. Chosen: 0.02 and 0.08 change nothing that is counted.
_CHOICE = 0.04


def decide_one(message: Message, threshold: float) -> Decided:
    """Decide on a message as one question, which is answered from `threshold` on."""
    matched = message.whole
    others = tuple(match.entry for match in matched.ranking.matches[1:])
    if not matched.ranking.matches:
        return Decided("unknown", rule="no word of the message is known", matched=matched)
    beside = told_as_well(message)
    sure = trusted(matched, ANSWER)
    if sure < threshold and beside is not None:
        sure = trusted(matched, ANSWER, beside[1])
    if sure >= threshold:
        is_own = matched.is_exact
        rule = "the question is one of the entry's own" if is_own else "the match is sure enough to answer"
        entries = in_order(matched.entry, sure, beside)
        return Decided("answer", entries, runners_up=others, rule=rule, matched=matched)
    choices = _choices(message) if matched.confidence >= MENU else ()
    if choices:
        rule = "close, but not sure enough: offer choices"
        return Decided("clarify", choices=choices, rule=rule, matched=matched)
    return Decided("unknown", runners_up=others, rule=_why_unknown(matched), matched=matched)


def _why_unknown(matched: Matched) -> str:
    named = ", ".join(matched.elsewhere)
    return f"names what no entry speaks of: {named}" if named else "too little evidence for any entry"


def _choices(message: Message) -> tuple[str, ...]:
    """Return the entries to choose from, best first: those with a fair chance, and at least two where there are two.

    None where the message is more like what is outside than like any of them.
    """
    matched = message.whole
    if matched.ranking.is_outdone:
        return ()
    offered = [
        (match.entry, chance)
        for match, chance in matched.with_chances()
        if message.kinds[match.entry] != SMALL_TALK
    ]
    fair = [entry for entry, chance in offered if chance >= _CHOICE]
    if len(fair) < FEWEST_CHOICES:
        fair = [entry for entry, _ in offered[:FEWEST_CHOICES]]
    return tuple(fair[:MOST_CHOICES])
