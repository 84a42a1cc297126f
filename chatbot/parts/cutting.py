"""Where a message is cut into stretches that could be questions of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from chatbot.english.function_words import (
    AUXILIARIES,
    DEMONSTRATIVES,
    DOING,
    HAVING,
    SUBJECTS,
    wants_its_verb,
)
from chatbot.normalise import Question
from chatbot.parts.announcing import may_announce, words_announcing
from chatbot.parts.opening import (
    ASKED_ABOUT,
    ASKING_WORDS,
    JOINERS,
    NAMING_A_QUESTION,
    OPENERS,
    OPENING_AUXILIARIES,
    REQUEST_WITHIN,
    REQUESTS,
    requests,
)

SHORTEST_PART = 2  # words
MOST_OF_A_MESSAGE = 16  # remembered cuts: of the message, and of stretches of it that are read by themselves
# Verbs that begin a question when their pronoun follows: "is there surgery"; not "the screws I have they hurt".
_TURNING = OPENING_AUXILIARIES - HAVING - {"am"}
_DOING_IT = frozenset((("do", "it"), ("do", "this"), ("do", "that")))  # "... and do it again" asks nothing
_NEVER_BEFORE_TURNING = OPENERS | ASKED_ABOUT | {"to", "not"}
_SHORTEST_STATEMENT = 3  # words
_POINTING = DEMONSTRATIVES | {"it", "them", "one"}
_NEVER_BEFORE_ASKING = frozenset("about of to for on from in at with by and or but me you than".split())
# Before a word that asks, these lead on to it: "depending on what is found", "can you say what is wrong".
LEADING_ON = (
    AUXILIARIES
    | SUBJECTS - {"it", "this", "that", "there"}
    | frozenset(
        """to of on about from for with by in at than like and or but if not just exactly the me us know see tell say
        show find out explain understand depend depends depending decide think sure idea learn hear""".split()
    )
)
_NO_START = JOINERS | {"so", "ok", "well"}
_VERB_AND_SUBJECT = 2


class Stretch(NamedTuple):
    """A stretch of a message that could be a question of its own: from `start` up to `end`, as places of words.

    `has_mark`: a question mark ends it. `is_announced`: something before it says that it asks ("2.", "another thing").
    """

    start: int
    end: int
    has_mark: bool
    is_announced: bool = False


@lru_cache(maxsize=MOST_OF_A_MESSAGE)
def segments(question: Question) -> tuple[Stretch, ...]:
    """Return the stretches of a message that could be questions of their own; remembered until `forget_message`.

    Cuts are at sentence ends, before a joining word or comma that a question opener follows, before what announces
    one more question, and where a question begins without any of these ("what is fbss does it mean they failed").
    """
    words = question.words
    if not words:
        return ()
    # For each place where a stretch begins: how many words there announce it.
    cuts = {0: words_announcing(question, 0)}
    last = 0
    # Inside a sentence a stretch begins with one of these only. For most words this is the only look-up.
    announcing = may_announce(question.tokens)
    for place, word in enumerate(words):
        may_begin = word.text in OPENERS or word.text in announcing
        if place < max(1, last + cuts[last]) or not (may_begin or word.mark == "."):
            continue  # also inside of what announces a question: "my wife also asks"
        announced = words_announcing(question, place) if word.text in announcing else 0
        if cuts[last] and place == last + cuts[last] and not announced:
            continue  # what is announced begins here, whatever mark stands before it: "2. MRI"
        if announced or word.mark == "." or _is_cut(question, last, place):
            cuts[place] = announced
            last = place
    found = []
    for (start, announced), end in zip(cuts.items(), [*list(cuts)[1:], len(words)], strict=True):
        first = start + announced
        while first < end and words[first].text in _NO_START:
            first += 1
        if start + announced < first == end - 1 and words[first - 1].text == "then":
            first -= 1  # "then what" asks, "what" by itself does not
        if first < end:
            gap = question.text[words[end - 1].end : words[end].start if end < len(words) else None]
            found.append(Stretch(first, end, "?" in gap, announced > 0))
    return tuple(found)


def _is_cut(question: Question, start: int, place: int) -> bool:
    """Return whether another question may begin inside a sentence, in a stretch that began at `start`."""
    text, mark = question.words[place].text, question.words[place].mark
    if place - start < SHORTEST_PART:
        return False
    if text in JOINERS:
        if text == "also" and _stands_inside(question.tokens, start, place):
            return False
        return mark == "," or text == "also" or _has_opener_next(question.tokens, place + 1)
    is_parted = text in OPENERS and (mark == "," or _has_plus_before(question, place))
    if mark == "," and is_parted and _is_unfinished(question.tokens, start, place):
        return False
    return is_parted or _turns_to_ask(question.tokens, start, place)


def _is_unfinished(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether a comma stands inside a question, before its verb: "how soon, can my wife", "if you, have".

    Not "what about the pills, do they help", "which one, is it safe".
    """
    before = [token for token in tokens[start:place] if token not in _NO_START]
    if tokens[place] not in OPENING_AUXILIARIES or not before:
        return False
    opening, last = ("", *before)[-_VERB_AND_SUBJECT:]
    is_begun = opening == "if" or (len(before) == _VERB_AND_SUBJECT and opening in OPENING_AUXILIARIES)
    if is_begun and last in SUBJECTS:
        return True
    is_of_another = "about" in before or not _POINTING.isdisjoint(tokens[place + 1 : place + 2])
    return before[0] != "why" and wants_its_verb(before) and not is_of_another


def _has_plus_before(question: Question, place: int) -> bool:
    """Return whether a plus sign stands before a word: "what is fbss + how is it treated"."""
    words = question.words
    return question.text[words[place - 1].end : words[place].start].strip() == "+"


def _stands_inside(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether an "also" stands inside a question that has just begun: "and can they also tell what it is".

    Behind a verb it does, too: "my hip is also bad".
    """
    opening = [token for token in tokens[start:place] if token not in _NO_START]
    has_begun = (
        len(opening) == _VERB_AND_SUBJECT and opening[0] in OPENING_AUXILIARIES and opening[1] in ASKED_ABOUT
    )
    is_next_opening = not OPENERS.isdisjoint(tokens[place + 1 : place + 2])
    return has_begun or (tokens[place - 1] in AUXILIARIES and not is_next_opening)


def _has_opener_next(tokens: Sequence[str], place: int) -> bool:
    """Return whether a question begins here, or after one word: "and how", "and then how", "and roughly how"."""
    if place >= len(tokens):
        return False
    if tokens[place] in OPENERS:
        return tuple(tokens[place : place + 2]) not in _DOING_IT
    if tokens[place] == "so" and tokens[place + 1 : place + 2] and tokens[place + 1] in OPENING_AUXILIARIES:
        return False  # "my migraine is back and so is my pain"
    if requests(tokens[place : place + REQUEST_WITHIN]):
        return True
    is_filler = tokens[place] in _NO_START or tokens[place] in REQUESTS or tokens[place].endswith("ly")
    return is_filler and tokens[place + 1 : place + 2] != () and tokens[place + 1] in OPENERS


def _turns_to_ask(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether a question begins here without any joiner: "they fused her | is there surgery for that".

    A verb before its pronoun does that, but not after a word that asks and has no verb yet: "how many days do you".
    """
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    if (tokens[place], after) in _DOING_IT:
        return False
    if tokens[place] in ASKING_WORDS and (after in OPENING_AUXILIARIES or _asks_how(tokens, place)):
        return _is_second_question(tokens, start, place) or _asks_of_what_is_stated(tokens, start, place)
    is_turned = tokens[place] in _TURNING and (
        after in ASKED_ABOUT
        or (tokens[place] in DOING and after.endswith("ing") and not after.endswith("thing"))
    )
    if not is_turned or tokens[place - 1] in _NEVER_BEFORE_TURNING:
        return False
    for token in reversed(tokens[start:place]):
        if token in OPENING_AUXILIARIES:
            return True
        if token in ASKING_WORDS:
            return False
    return True


def _asks_how(tokens: Sequence[str], place: int) -> bool:
    """Return whether "how long is", "how soon can" or the like stands here."""
    return tokens[place] == "how" and not OPENING_AUXILIARIES.isdisjoint(tokens[place + 2 : place + 3])


def _is_second_question(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether a word that asks, and its verb, begin another question: "can it break | how do you fix it".

    Not after what leads to it: "do you know what is", "tell me how do they", "about what is".
    """
    opening = next((token for token in tokens[start:place] if token not in _NO_START), "")
    if opening not in OPENERS or place - start <= _VERB_AND_SUBJECT or tokens[place - 1] in LEADING_ON:
        return False
    return NAMING_A_QUESTION.isdisjoint(tokens[start:place])


def _asks_of_what_is_stated(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether a word that asks begins a question after a statement: "the disc thing | what do they do for it".

    Only where it points back to that, and not after what it may belong to: "i know what do they ...".
    """
    before, after = tokens[start:place], tokens[place + 1 : place + 3]
    is_question = len(after) > 1 and after[0] in OPENING_AUXILIARIES and after[1] in SUBJECTS
    if not is_question or _POINTING.isdisjoint(tokens[place + 3 :]):
        return False
    is_stated = len(before) >= _SHORTEST_STATEMENT and OPENERS.isdisjoint(before)
    return is_stated and NAMING_A_QUESTION.isdisjoint(before) and before[-1] not in _NEVER_BEFORE_ASKING
