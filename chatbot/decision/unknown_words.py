"""A word that nobody knows behind a question that is whole without it: "what is scar tissue habibi", "... asdf".

It may be a name, a word of another language or a slip on the keys. But where a question is about the word itself
("what is a flurbotomy", "does it help glorbitis"), it must not be answered as if the word were not there. What stands
before it tells: a word that wants another one behind it, or not.
"""

from __future__ import annotations

from itertools import pairwise

from chatbot.decision.trimmings import without_places
from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.english.slips import KEYS
from chatbot.matching import Matched, Matcher
from chatbot.normalise import Question

# How sure the rest must be. Chosen: 0.6 and 0.8 change at most one of 120 questions that were written for this.
SURE_WITHOUT = 0.7
# Function words that may be a question's last one: "can you remove it".
_LAST = frozenset(
    """it me us you them him her this these those mine again still now more yes no okay thanks here there out off up
    down through too once anything something everything ever both all done""".split()
)
# What wants a word behind it: "does therapy help ...", "a lumbar ...", "is there a good ...".
_WANTING_MORE = frozenset(
    """help helps helping cure cures curing treat treats treating fix fixes fixing cause causes causing cover covers
    take takes taking use uses using remove removes perform offer offers prescribe recommend called named like good
    best better safe bad new lumbar spinal cervical chronic failed natural real different about versus vs than speak
    speaks call see visit buy find near mr mrs ms doctor dr saint""".split()
)
# Endings of illnesses, operations and medicines.
_MEDICAL = tuple(
    """osis itis tomy plasty algia pathy oma emia sia scopy graphy gram therapy caine pam lam fen zol zole mycin cillin
    sone pril olol statin codone morphone profen gabalin pentin mab ine ide phy ism opia xia""".split()
)
_WEAK_REPAIR = 0.7  # of so unlike a known word a strange one is no misspelling
_SHORTEST_MASH = 3  # letters


def without_mash(question: Question, matched: Matched) -> Question | None:
    """Return a message without the keys that were hit at its end or start ("asdf"); None where none were.

    `matched` is what the message matches: keys beside each other are a word where a wording has it ("were").
    """
    words = matched.ranking.words
    for word in (*words[-1:], *words[:1]):
        if word.status in ("outside", "unknown") and len(question.tokens) > 1 and is_mash(word.text):
            return without_places(question, {question.tokens.index(word.text)})
    return None


def without_idle_word(question: Question, matched: Matched, matcher: Matcher) -> Question | None:
    """Return a message without its last word where that is unknown and the rest may be a whole question; else None.

    `matched` is what the message matches. Whether the rest is sure enough is for the caller to say.
    """
    place = len(question.tokens) - 1
    last = matched.ranking.words[-1] if matched.ranking.words else None
    if last is None or place < 1 or last.text != question.tokens[place] or last.text.endswith(_MEDICAL):
        return None
    is_strange = last.status == "unknown" and not matcher.is_word(last.text)
    if not is_strange and not (last.status == "repaired" and last.repairs[0].similarity < _WEAK_REPAIR):
        return None
    is_apart = bool(question.words[place].mark)
    return without_places(question, {place}) if is_apart or _may_be_last(question.tokens[place - 1]) else None


def _may_be_last(word: str) -> bool:
    """Return whether a question may end with this word, which wants none behind it."""
    return word in _LAST or (word not in FUNCTION_WORDS and word not in _WANTING_MORE)


def is_mash(word: str) -> bool:
    """Return whether keys beside each other were hit: "asdf", "jkljkl", of the row with the vowels only "qwerty"."""
    row = next((row for row in KEYS if set(word) <= set(row)), "")
    if not row or len(word) < _SHORTEST_MASH:
        return False
    steps = [row.index(after) - row.index(before) for before, after in pairwise(word)]
    if row == KEYS[0]:
        return steps in ([1] * len(steps), [-1] * len(steps))
    return sum(abs(step) > 1 for step in steps) <= len(steps) // 3
