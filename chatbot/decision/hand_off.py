"""What a personal question is told: the hand-off to the clinic, and what the guide says in general before it.

Nobody here can answer "should I have it taken out", but the guide does say when that is done at all.
"""

from collections.abc import Sequence

from chatbot.decision.message import GENERAL, PERSONAL, Decided, Message
from chatbot.decision.personal import is_personal, operation_asked
from chatbot.decision.trust import ANSWER, STANDS_ALONE
from chatbot.matching import Matched

# What a personal question gets before the hand-off, for which it is the best match: an entry with such a score and
# chance; or one with a clear score, however much surer the hand-off is. Chosen: _GENERAL_SCORE 0.8 and 1.4,
# _GENERAL_CHANCE 0.02 and 0.1, _CLEAR_SCORE 2.0 and 3.0 change at most one.
_GENERAL_SCORE = 1.1
_GENERAL_CHANCE = 0.05
_CLEAR_SCORE = 2.5
# A general answer of less chance gives way to what speaks for an operation, where that is asked. Measured: at 0.1 one
# message gets what a fusion is instead; 0.05 changes no more.
_FAIR_CHANCE = 0.2


def told_as_well(message: Message) -> tuple[str, float] | None:
    """Return what a personal question gets beside the best entry, and its chance: the hand-off, or a general answer."""
    matched, kinds = message.whole, message.kinds
    if PERSONAL not in kinds:
        return None
    if matched.entry == PERSONAL:
        return _general_answer(message)
    if kinds[matched.entry] in GENERAL and not matched.is_exact and is_personal(message.question.tokens):
        return PERSONAL, _chances(matched).get(PERSONAL, 0.0)
    return None


def _general_answer(message: Message) -> tuple[str, float] | None:
    """Return the best entry of the guide's own, and its chance, that is worth telling before the hand-off."""
    matched = message.whole
    for match, chance in zip(matched.ranking.matches, matched.confidences, strict=True):
        is_near = match.score >= _GENERAL_SCORE and chance >= _GENERAL_CHANCE
        if message.kinds[match.entry] in GENERAL and (is_near or match.score >= _CLEAR_SCORE):
            return match.entry, chance
    return None


def in_order(best: str, sure: float, beside: tuple[str, float] | None) -> tuple[tuple[str, float], ...]:
    """Return what is told, the general answer before the hand-off."""
    if beside is None:
        return ((best, sure),)
    if best == PERSONAL:
        return ((beside[0], max(beside[1], ANSWER)), (best, sure))
    return ((best, sure), (PERSONAL, sure))


def with_general(message: Message, decided: Decided) -> Decided:
    """Put what speaks for an operation before the hand-off of a message that asks whether to have one.

    "Should I have the surgery" is all hand-off by its words; what it is about is the same question without the "I".
    """
    tokens = message.question.tokens
    may_ask = _is_handed_off(decided) or (decided.choices and is_personal(tokens))
    asked = operation_asked(tokens) if PERSONAL in message.kinds and may_ask else ()
    if not asked:
        return decided
    general = message.match_words(_when_needed(asked))
    if message.kinds.get(general.entry) not in GENERAL or general.confidence < STANDS_ALONE:
        return decided
    told = ((general.entry, general.confidence), (PERSONAL, general.confidence))
    rule = "whether to operate: what speaks for it, and the hand-off"
    return decided._replace(kind="answer", entries=told, choices=(), rule=rule)


def _when_needed(operation: Sequence[str]) -> tuple[str, ...]:
    return ("signs", "that", *operation, "is", "needed")


def _is_handed_off(decided: Decided) -> bool:
    """Return whether the hand-off is the best match and what is told before it, if anything, has hardly a chance."""
    matched = decided.matched
    if decided.kind != "answer" or matched is None or matched.entry != PERSONAL:
        return False
    chances = _chances(matched)
    return all(entry == PERSONAL or chances.get(entry, 0.0) < _FAIR_CHANCE for entry, _ in decided.entries)


def _chances(matched: Matched) -> dict[str, float]:
    """Return how likely each entry is the right one."""
    return dict(zip((match.entry for match in matched.ranking.matches), matched.confidences, strict=True))
