"""What people say rather than ask: kind words, a farewell, "you type too much", "I lost my husband", "had it fused".

Reading alone; what is said back is in `sentences`. Safety has read the message before. Each kind is a closed list of
words (`word_kinds`), so that a question beside a remark ("thanks, and the scar tissue?") leaves it to be read as any
other.

Most kinds are rows of the table that `kinds` makes of those in `of_the_program` and `of_oneself`, from the lists in
`words`. What no row can tell stands in `own_story`: a bare complaint of pain, the story of an operation or of a life, a
death.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from chatbot.english.courtesy import is_only_courtesy, unwrap
from chatbot.english.function_words import ASKING_FIRST, WEEKDAYS
from chatbot.english.word_kinds import is_of_kind
from chatbot.normalise import Question
from chatbot.parts import asks
from chatbot.remarks.kinds import ASK_NOTHING, KINDS, ORDER, Remark
from chatbot.remarks.own_story import complains_of_pain, tells_of_life, tells_of_loss, told_of_operation
from chatbot.remarks.words import as_listed

__all__ = ["ASK_NOTHING", "Remark", "complains_of_pain", "read_remark", "tells_of_loss"]

# The longest message that is nothing but remarks.
LONGEST = 40
# "No need to worry" asks about the pain, "no need to worry about me" may take leave.
_SOMEBODY = frozenset("me us my myself him her them".split())
# "Yesterday you said yes": what nobody keeps, and what may never have been said.
_SAYING = frozenset("said told promised wrote".split())
_THEN = frozenset("last other".split())
_SPANS = WEEKDAYS | {"time", "week", "month", "visit", "day", "year"}


def read_remark(question: Question) -> Remark:
    """Return what a message says rather than asks; no kind where it holds anything else.

    Several remarks in one message ("You are very kind. Are you a real person?") are read one by one, and what weighs
    most counts. A message that ends with a question mark, or asks something, is no remark that only tells something.
    """
    words = as_listed(question.tokens)
    if not words or len(words) > LONGEST:
        return Remark()

    @cache
    def is_asking() -> bool:  # looked for only where something may be told
        return asks(question)

    if _recalls(question.tokens) and not is_asking():
        return Remark("recalled")
    whole = _one(words, is_asking)
    if whole.kind or not any(word.mark for word in question.words):
        return whole
    for is_end in (_ends_sentence, bool):
        parts = _parted(question, words, is_end)
        if len(parts) > 1:
            found = _several(parts, is_asking)
            if found.kind:
                return found
    return Remark()


def _recalls(words: Sequence[str]) -> bool:
    """Return whether a message tells what the program said on another day: "last week you told me yes"."""
    pairs = set(pairwise(words))
    is_of_then = "yesterday" in words or any(word in _THEN and after in _SPANS for word, after in pairs)
    return is_of_then and any(word == "you" and after in _SAYING for word, after in pairs)


def _ends_sentence(mark: str) -> bool:
    return mark in ".!?"


def _parted(question: Question, words: Sequence[str], is_end: Callable[[str], bool]) -> list[tuple[str, ...]]:
    parts: list[list[str]] = [[]]
    for word, listed in zip(question.words, words, strict=True):
        if word.mark and is_end(word.mark) and parts[-1]:
            parts.append([])
        parts[-1].append(listed)
    return [tuple(part) for part in parts]


def _several(parts: Sequence[tuple[str, ...]], is_asking: Callable[[], bool]) -> Remark:
    """Return the remark that weighs most of several; none where a part is neither a remark nor courtesy."""
    found: list[Remark] = []
    for part in parts:
        one = _one(part, is_asking)
        if one.kind:
            found.append(one)
        elif not is_only_courtesy(part):
            return Remark()
    return min(found, key=lambda one: ORDER.index(one.kind), default=Remark())


def _one(words: Sequence[str], is_asking: Callable[[], bool]) -> Remark:
    """Read a message, or a part of it, with its courtesy or without: "so what good are you" begins with "what"."""
    start, end = unwrap(words)
    core = words[start:end]
    if core[:2] == ("do", "not"):  # "do not give me a brochure" asks nothing
        core = core[1:]
    for said in (core,) if core[0] in ASKING_FIRST else (words, core):
        for kind in KINDS.kinds_for(said):
            if kind.name == "unworried" and not _SOMEBODY.isdisjoint(words):
                continue
            if is_of_kind(said, kind) and not (kind.name in ASK_NOTHING and is_asking()):
                is_thanks = kind.name in ("kind", "nod") and not {"thanks", "thank"}.isdisjoint(words)
                return Remark("thanks" if is_thanks else kind.name)
    if tells_of_loss(words):
        return Remark()
    told = Remark("life") if tells_of_life(core) else told_of_operation(core)
    return told if told.kind and not is_asking() else Remark()
