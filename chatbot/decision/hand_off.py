"""What a personal question is told: the hand-off to the clinic, and what the guide says in general before it.

Nobody here can answer "should I have it taken out", but the guide does say when that is done at all.
"""

from collections.abc import Sequence

from chatbot.decision.message import GENERAL, PERSONAL, Decided, Message
from chatbot.decision.personal import is_personal, operation_asked
from chatbot.decision.trust import ANSWER, STANDS_ALONE
from chatbot.english.function_words import content_words
from chatbot.matching import Matched

# Where the hand-off is the best match, the best general entry is told before it if it has at least this score and this
# chance of being meant, or else a clear score, whatever its chance. Chosen: _GENERAL_SCORE 0.8 and 1.4, _GENERAL_CHANCE
# 0.02 and 0.1, _CLEAR_SCORE 2.0 and 3.0 change at most one.
_GENERAL_SCORE = 1.1
_GENERAL_CHANCE = 0.05
_CLEAR_SCORE = 2.5
# Who asks whether to be operated on is told what speaks for an operation, unless a general answer before the hand-off
# has at least this chance. Measured: at 0.1 one message gets what a fusion is instead; 0.05 changes no more.
_FAIR_CHANCE = 0.2
# Words of a message that only asks whether to be operated on. Chosen, not measured.
_LONGEST_GUESS = 14


def told_as_well(message: Message) -> tuple[str, float] | None:
    """Return the entry that a personal question gets beside its best match, and its chance; None for no second one.

    If the best match is the hand-off, that is the best general answer; if it is a general answer, it is the hand-off.
    """
    matched, kinds = message.whole, message.kinds
    if PERSONAL not in kinds:
        return None
    if matched.entry == PERSONAL:
        return _general_answer(message)
    if kinds[matched.entry] in GENERAL and not matched.is_exact and is_personal(message.question.tokens):
        return PERSONAL, _chances(matched).get(PERSONAL, 0.0)
    return None


def _general_answer(message: Message) -> tuple[str, float] | None:
    """Return the best general entry that is worth telling before the hand-off, and its chance; None for none."""
    matched = message.whole
    for match, chance in matched.with_chances():
        is_near = match.score >= _GENERAL_SCORE and chance >= _GENERAL_CHANCE
        if message.kinds[match.entry] in GENERAL and (is_near or match.score >= _CLEAR_SCORE):
            return match.entry, chance
    return None


def in_order(best: str, sure: float, beside: tuple[str, float] | None) -> tuple[tuple[str, float], ...]:
    """Return the entries to tell, each with how sure it is: the general answer, then the hand-off.

    `best` is the best match and `sure` how sure that is; `beside` is what `told_as_well` returned.
    """
    if beside is None:
        return ((best, sure),)
    if best == PERSONAL:
        return ((beside[0], max(beside[1], ANSWER)), (best, sure))
    return ((best, sure), (PERSONAL, sure))


def with_general(message: Message, decided: Decided) -> Decided:
    """Return the decision; if somebody asks whether to be operated on, with a general answer before the hand-off.

    "Should I have the surgery" matches the hand-off alone. What the guide says to it in general is found by matching
    the same question without the "I": which signs show that surgery is needed.
    """
    tokens = message.question.tokens
    may_ask = (
        _is_handed_off(decided) or _is_a_guess(decided, tokens) or (decided.choices and is_personal(tokens))
    )
    asked = operation_asked(tokens) if PERSONAL in message.kinds and may_ask else ()
    if not asked or _is_of_a_thing(message, decided, asked):
        return decided
    general = message.match_words(_when_needed(asked))
    if message.kinds.get(general.entry) not in GENERAL or general.confidence < STANDS_ALONE:
        return decided
    told = ((general.entry, general.confidence), (PERSONAL, general.confidence))
    rule = "whether to operate: what speaks for it, and the hand-off"
    return decided._replace(kind="answer", entries=told, choices=(), rule=rule)


def _is_of_a_thing(message: Message, decided: Decided, asked: Sequence[str]) -> bool:
    """Return whether a word beside the operation `asked` names what is told: "does my scar tissue need surgery"."""
    told = decided.entries[0][0] if decided.entries else ""
    words = (word for word in content_words(message.question.tokens) if word not in asked)
    return told != PERSONAL and any(told in message.named_by(word)[:1] for word in words)


def _when_needed(operation: Sequence[str]) -> tuple[str, ...]:
    return ("signs", "that", *operation, "is", "needed")


def _is_handed_off(decided: Decided) -> bool:
    """Return whether a message is handed off, and whatever is told before the hand-off is unlikely to be meant."""
    matched = decided.matched
    if decided.kind != "answer" or matched is None or matched.entry != PERSONAL:
        return False
    chances = _chances(matched)
    return all(entry == PERSONAL or chances.get(entry, 0.0) < _FAIR_CHANCE for entry, _ in decided.entries)


def _is_a_guess(decided: Decided, tokens: Sequence[str]) -> bool:
    """Return whether what is told before the hand-off is not surely meant: "should my dad get the revision".

    Not for a story, which tells what it is about beside what it asks.
    """
    told = [entry for entry, _ in decided.entries]
    is_beside = PERSONAL in told[1:] and len(tokens) <= _LONGEST_GUESS
    return is_beside and decided.entries[0][1] < STANDS_ALONE


def _chances(matched: Matched) -> dict[str, float]:
    """Return how likely each entry is the right one."""
    return {match.entry: chance for match, chance in matched.with_chances()}
