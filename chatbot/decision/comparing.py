"""Which things a message compares: "shots versus PT, which has fewer risks", "is therapy or another operation better".

`compared` reads the words alone; each thing it names is then matched by itself, and all are told.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.decision.message import GENERAL, Decided, Message
from chatbot.decision.trust import NAMED_THING
from chatbot.english.function_words import AUXILIARIES, SUBJECTS, WORDS_THAT_ASK, content_words
from chatbot.normalise import Question
from chatbot.parts import FEWEST_PARTS, MOST_PARTS

# A message with one of these compares things, where it has an "or" or a "versus", too.
_COMPARING = frozenset(
    """compare compares compared comparing comparison better best safer safest riskier worse faster quicker stronger
    versus vs rather""".split()
)
# So does one with one of these: "is A or B more dangerous".
_MORE_OR_LESS = frozenset("more less fewer most least".split())
# What parts the things from each other.
_PARTING = frozenset("or versus vs".split())
_JOINING = frozenset("and with to than against".split())  # in "compare A and B", "A compared to B"
# What is said of the things, or around them; never part of a thing's name.
_AROUND = (
    _COMPARING
    | _MORE_OR_LESS
    | _PARTING
    | _JOINING
    | WORDS_THAT_ASK
    | AUXILIARIES
    | SUBJECTS
    | frozenset(
        """if so the a an of for me my us him her them both two one ones these those it its them between choose choice
        pick work works working do did pros cons risks risk risky dangerous safe good bad effective helpful difference
        either just only tell please about""".split()
    )
)
_MOST_WORDS = 24


def decide_compared(message: Message) -> Decided | None:
    """Decide on things that a message compares; None where it compares none, or fewer than two that are known."""
    told: dict[str, float] = {}
    for start, end in compared(message.question):
        matched = message.match_words(message.question.tokens[start:end])
        is_known = all(word.status in ("known", "repaired") for word in matched.ranking.words)
        if is_known and message.kinds.get(matched.entry) in GENERAL and matched.confidence >= NAMED_THING:
            told[matched.entry] = max(matched.confidence, told.get(matched.entry, 0.0))
    if not FEWEST_PARTS <= len(told) <= MOST_PARTS:
        return None
    rule = "things that are compared"
    return Decided("answer", tuple(told.items()), is_compared=True, rule=rule, matched=message.whole)


def compared(question: Question) -> list[tuple[int, int]]:
    """Return where the words stand that may name the things which a message compares, [] where it compares none.

    Each place is (first word, one past the last). There may be only one, and some may name nothing that is known: the
    caller has to match them. "What is the difference between" is no such comparison, because there both are explained.
    """
    tokens = question.tokens
    if len(tokens) > _MOST_WORDS or not _compares(tokens):
        return []
    found: list[tuple[int, int]] = []
    start = 0
    for place in range(len(tokens) + 1):
        is_end = place == len(tokens) or tokens[place] in _AROUND
        if is_end or question.words[place].mark:
            if _names(tokens[start:place]):
                found.append((start, place))
            start = place + 1 if is_end else place
    return found


def _compares(tokens: Sequence[str]) -> bool:
    if any(word.startswith("compar") for word in tokens):
        return True
    if _PARTING.isdisjoint(tokens):
        return False
    return not (_COMPARING | _MORE_OR_LESS).isdisjoint(tokens)


def _names(tokens: Sequence[str]) -> bool:
    return bool(content_words(tokens))
