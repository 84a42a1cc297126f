"""Two or three questions in one message: each part is read by itself, or in the light of what stands before it.

Where one question ends and the next begins is for `chatbot.parts` to say, from the words alone.
"""

from collections.abc import Sequence
from typing import NamedTuple

from chatbot.decision.message import PERSONAL, SMALL_TALK, Decided, Message
from chatbot.decision.personal import is_personal
from chatbot.decision.trust import STANDS_ALONE, SURE_FOLLOW_UP, WHOLE_STANDS, is_outside, trusted
from chatbot.english.function_words import content_words, points_back
from chatbot.matching import Background, Matched
from chatbot.parts import FEWEST_PARTS, AskedPart, asked_parts, partings

# How sure, from 0 to 1; measured as those of `trust`.
# Of a part, which is short: less than of a message. Measured over 411 messages of two questions and 1,514 of one: at
# 0.35 five right fewer, at 0.2 two right fewer and two wrong more; with wordings for the senses that these lacked, at
# 0.35 one right fewer, at 0.2 one more.
_PART_ANSWER = 0.25
_OWN_STANDS = 0.5  # of a part, against the part before it. Measured: at 0.35 three right fewer, at 0.65 one
_CLEAR_PART = (
    0.8  # of two that nothing parts. Chosen: of 2,570 labelled messages of one question it parts none
)
_WEAK_PART = 0.6  # chosen: 0.45 and 0.75 change nothing
# A part of so many content words names what it is about. Chosen, not measured.
_FEWEST_NAMING = 2
# A word names one of the entries that it speaks for most: "wrong" speaks for four, and names none. Measured: with all
# of them two right fewer, with one of them one; with three no change.
_NAMED_FIRST = 2


class _Part(NamedTuple):
    """One part of a message: the entry it asks for, how sure that is, its content words; whether it is outside.

    `is_named`: one of its words by itself names the entry. `is_strange`: what is known to be outside speaks louder for
    it than any entry.
    """

    entry: str
    confidence: float
    content: tuple[str, ...]
    is_outside: bool
    is_named: bool = False
    is_strange: bool = False


def decide_questions(message: Message) -> Decided | None:
    """Decide on two or three questions in one message; None when it is better read as one."""
    asked = asked_parts(message.question)
    if not asked:
        return _decide_unparted(message)
    first = _personal(message, asked[0], _read(message, asked[0], None))
    if len(asked) == FEWEST_PARTS and not first.is_outside and not _is_sure(message, asked[0], first):
        return None  # whatever the other one is
    parts = [first]
    for one in asked[1:]:
        parts.append(_personal(message, one, _read(message, one, parts[-1])))
    sure = [part for one, part in zip(asked, parts, strict=True) if _is_sure(message, one, part)]
    if _says_something_else(message, sure):
        return None
    uncovered = tuple(
        message.typed(one.start, one.end)
        for one, part in zip(asked, parts, strict=True)
        if part.is_outside and one.opens and _names_much(part, message.question.tokens[one.start : one.end])
    )
    told = {part.entry: (part.entry, part.confidence) for part in reversed(sure)}
    if len(told) >= FEWEST_PARTS:
        rule = "several questions in one message"
    elif told and any(part.is_outside for part in parts):
        rule = "several questions, of which one is not covered"
    else:
        return None
    entries = tuple(told.values())[::-1]
    return Decided("answer", entries, uncovered=uncovered, rule=rule, matched=message.whole)


def _decide_unparted(message: Message) -> Decided | None:
    """Decide on two questions with nothing between them; None where no parting gives two that are clear."""
    for parts in partings(message.question):
        told: dict[str, float] = {}
        for asked in parts:
            part = _by_itself(message, message.match_words(message.question.tokens[asked.start : asked.end]))
            if part.confidence < _CLEAR_PART or message.kinds[part.entry] == SMALL_TALK:
                break
            told.setdefault(part.entry, part.confidence)
        if len(told) == FEWEST_PARTS:
            return Decided(
                "answer",
                tuple(told.items()),
                rule="two questions, one right after the other",
                matched=message.whole,
            )
    return None


def _personal(message: Message, asked: AskedPart, part: _Part) -> _Part:
    """Return a part as it is; or answered by the hand-off, where no entry answers it and it asks for a judgement.

    "Should I stop" does. "Should I rest, or is it better to walk" is one question, so its first part gets no hand-off.
    """
    tokens = message.question.tokens
    is_answered = part.confidence >= _PART_ANSWER or part.is_strange or PERSONAL not in message.kinds
    if is_answered or tokens[asked.end : asked.end + 1] == ("or",):
        return part
    if not is_personal(tokens[asked.start : asked.end]):
        return part
    return part._replace(entry=PERSONAL, confidence=_PART_ANSWER, is_outside=False)


def _is_sure(message: Message, asked: AskedPart, part: _Part) -> bool:
    """Return whether a part is sure enough to be answered; one that does not open like a question must be clear."""
    enough = _PART_ANSWER if asked.opens else STANDS_ALONE
    return part.confidence >= enough and message.kinds.get(part.entry) != SMALL_TALK


def _says_something_else(message: Message, sure: Sequence[_Part]) -> bool:
    """Return whether a message is better read as one question.

    It is where it is clear as a whole, where none of its parts finds the same entry, and where one of them is weak.
    """
    whole = message.whole
    is_told = any(part.entry == whole.entry for part in sure)
    is_weak = any(part.confidence < _WEAK_PART for part in sure)
    return whole.confidence >= WHOLE_STANDS and is_weak and not is_told


def _names_much(part: _Part, tokens: Sequence[str]) -> bool:
    """Return whether a part says what it is about, so that we can say that we do not cover it.

    "What were the numbers" does not.
    """
    return part.is_strange or (len(part.content) >= _FEWEST_NAMING and not points_back(tokens))


def _read(message: Message, asked: AskedPart, before: _Part | None) -> _Part:
    """Read one part of a message: by itself, or else with the statement that leads to it, or after the part before."""
    tokens = message.question.tokens[asked.start : asked.end]
    matched = message.match_words(tokens)
    led = _with_lead(message, asked, matched)
    if led is not None:
        matched, before = led, None
    part = _by_itself(message, matched)
    if part.confidence >= STANDS_ALONE:
        return part
    if before is None:
        return _of_no_topic(message, tokens, part)
    if before.is_outside and points_back(tokens):  # "what is a bunion and how long does it last"
        return part._replace(confidence=0.0, is_outside=True, is_strange=False)
    leans = points_back(tokens) and not matched.elsewhere
    return _after(message, tokens, part, before, leans=leans) if before.entry else part


def _with_lead(message: Message, asked: AskedPart, alone: Matched) -> Matched | None:
    """Return what a part matches with the statement that leads to it; None where it is as sure without."""
    sure = trusted(alone, _PART_ANSWER)
    tokens = message.question.tokens
    may_lean = sure < STANDS_ALONE or points_back(tokens[asked.start : asked.end])
    if asked.lead == asked.start or not may_lean:
        return None
    led = message.match_words(tokens[asked.lead : asked.end])
    return led if trusted(led, _PART_ANSWER) > sure else None


def _by_itself(message: Message, matched: Matched) -> _Part:
    """Return a part as its own words match; a single word that names its entry is as sure as its match."""
    content = tuple(content_words(matched.words))
    is_named = any(matched.entry in message.named_by(word)[:_NAMED_FIRST] for word in content)
    sure = matched.confidence if is_named and len(content) == 1 else trusted(matched, _PART_ANSWER)
    is_beside = sure < _PART_ANSWER and is_outside(matched)
    return _Part(matched.entry, sure, content, is_beside, is_named, is_beside and matched.ranking.is_outdone)


def _of_no_topic(message: Message, tokens: Sequence[str], part: _Part) -> _Part:
    """Return what a part that follows nothing asks in general, such as "is it common", where it is not sure itself."""
    if part.confidence >= _PART_ANSWER or message.follow_up is None:
        return part
    asked = message.follow_up("", tokens)
    return part if asked is None else _Part(*asked, part.content, is_outside=False)


def _after(message: Message, tokens: Sequence[str], part: _Part, before: _Part, *, leans: bool) -> _Part:
    """Return what a part asks about the one before, where that is surer than what it says by itself.

    `leans`: it points back, and names nothing that no entry speaks of.
    """
    asked = message.follow_up(before.entry, tokens) if message.follow_up else None
    if part.is_outside and (asked is None or (asked[1] < SURE_FOLLOW_UP and not leans)):
        return part
    is_answered = part.confidence >= _PART_ANSWER
    if asked is None and not is_answered:
        leaning = message.match_words(tokens, Background(before.entry, before.content))
        asked = (leaning.entry, trusted(leaning, _PART_ANSWER))
    # What it points back to is what was asked before, unless it names something itself: "tablets he could have".
    own_stands = STANDS_ALONE if leans and not part.is_named else _OWN_STANDS
    if asked is None or part.confidence >= own_stands or (is_answered and asked[1] < part.confidence):
        return part
    return _Part(*asked, part.content, is_outside=False)
