"""An ability that is named in one sentence and said to be missing in the next.

"Nurse asked if I can pee, I said no": a denied symptom is good news (`answered`), a denied ability is the symptom.
"You said to call if I could not pee. I can't" and "I could pee before the surgery, now I can't": what "I can't" leaves
out is the sign. All are read as if they said "I
can not pee"; rule 6 of docs/safety.md knows only a "not" beside its verb.
"""

from __future__ import annotations

from chatbot.english.function_words import ASKING_SOMEBODY, WEEKDAYS
from chatbot.normalise import Question, Word, sentence_breaks

_TO_KNOW = frozenset(("if", "whether"))
_PEOPLE = frozenset("i he she".split())
_CAN = frozenset("can could".split())
_ANSWERS_NO = frozenset("no nope nah".split())
_ANSWERING = frozenset("said say told answered replied".split())
_TAKING_IT_BACK = frozenset("but yes yeah yep although except until".split())
_BEFORE_THE_PERSON = 4  # words: "asked my husband whether he"
_LONGEST = 12  # words, what is asked about: "feel it when they touch the inside of my thighs"
_BETWEEN = 3  # words: "told them no", "had to say no"
_WHOEVER = _PEOPLE | frozenset("you we they one someone somebody anyone".split())
_ASKED_ABOUT = _TO_KNOW | ASKING_SOMEBODY | {"when"}
# Before and behind an "I can't" that leaves its verb out.
_LEADING_TO_IT = frozenset("well so and but yes honestly now today actually sadly unfortunately no".split())
_ADVERBS = frozenset("still really just simply now actually".split())
_OF_TIME = WEEKDAYS | frozenset(
    """anymore any more now today tonight still since at all yet right this last day days hours morning night week
    weekend yesterday either surgery operation""".split()
)
_BEFORE_A_VERB = _ADVERBS | {"not", "to", "be", "able"}
# "I could feel it before the surgery, now I can't", "I used to be able to pee, but now I can't".
_COULD = frozenset(("could", "used"))
_FORMERLY = frozenset("before until till prior always used earlier yesterday fine".split())
_NOW = frozenset(("now", "today"))
_JOINING = frozenset(("and", "but", "now"))
_UNABLE = tuple(
    (*being, *unable, "to")
    for being in (("am",), ("is",), ("are",), ("be",), ())
    for unable in (("not", "able"), ("unable",))
)


def answered_by_no(question: Question) -> Question:
    """Return the message with "I can not ..." for an ability that was asked about and denied; or as it is."""
    tokens = question.tokens
    if ASKING_SOMEBODY.isdisjoint(tokens) or _ANSWERS_NO.isdisjoint(tokens):
        return question
    for asked, token in enumerate(tokens):
        if token not in ASKING_SOMEBODY:
            continue
        start = _start_of_ability(tokens, asked)
        no = _answer(question.words, start + 2) if start else 0
        if no and _TAKING_IT_BACK.isdisjoint(tokens[start:]):
            return _told(question, start, no)
    return question


def worded_with_can(question: Question) -> Question | None:
    """Return the message with "can not" for "am unable to" and "is not able to"; None where it says neither.

    People say both of what they can not bear any more, and the signs are listed with "can not".
    """
    tokens = question.tokens
    at = next(
        (at for at in range(len(tokens)) if any(tokens[at : at + len(one)] == one for one in _UNABLE)), -1
    )
    if at < 0:
        return None
    words = question.words
    size = next(len(one) for one in _UNABLE if tokens[at : at + len(one)] == one)
    told = (words[at]._replace(text="can"), words[at + 1]._replace(text="not"))
    kept = (*words[:at], *told, *words[at + size :])
    return question.with_words(kept)


def _start_of_ability(tokens: tuple[str, ...], asked: int) -> int:
    """Return the place of "I can", "can he" behind a word of asking, 0 where no ability is asked about."""
    for at in range(asked + 1, min(asked + 1 + _BEFORE_THE_PERSON, len(tokens) - 2)):
        one, other = tokens[at], tokens[at + 1]
        is_reported = one in _PEOPLE and other in _CAN and not _TO_KNOW.isdisjoint(tokens[asked:at])
        if is_reported or (one in _CAN and other in _PEOPLE):
            return at
    return 0


def _answer(words: tuple[Word, ...], start: int) -> int:
    """Return the place of the "no" that answers what is asked from `start` on, 0 where there is none.

    It stands behind a word of answering or a pause: "can I feel no pain" is no answer.
    """
    for at in range(start + 1, min(start + _LONGEST, len(words))):
        if words[at].text in _ANSWERS_NO:
            before = {word.text for word in words[at - _BETWEEN : at]}
            return at if words[at].mark or not _ANSWERING.isdisjoint(before) else 0
    return 0


def _told(question: Question, start: int, no: int) -> Question:
    """Return the message with "I can not ..." in place of the question and its answer."""
    words = question.words
    one, other = words[start], words[start + 1]
    person, can = (one, other) if one.text in _PEOPLE else (other, one)
    answer = next((at for at in range(start + 2, no) if words[at].mark or words[at].text == "and"), no)
    told = [person._replace(mark="."), can._replace(mark=""), can._replace(text="not", mark="")]
    kept = (*words[:start], *told, *words[start + 2 : answer], *words[no + 1 :])
    return question.with_words(kept)


def left_out(question: Question) -> Question:
    """Return the message with the verb that an "I can't" leaves out, where words before name it; or as it is."""
    words = question.words
    ends = sentence_breaks(words)
    for start in sorted({*ends, *_turns_to_now(question)}):
        end = next((end for end in ends if end > start), len(words))
        no = _bare_inability(question.tokens, start, end)
        ability = _ability_before(words[:start]) if no else ()
        if ability:
            here = words[no]  # all of it at the place of the "not", so that what is found lies in the message
            told = [word._replace(start=here.start, end=here.end, mark="") for word in ability]
            kept = (*words[: no + 1], *told, *words[no + 1 :])
            return question.with_words(kept)
    return question


def _turns_to_now(question: Question) -> list[int]:
    """Return where a sentence turns to now behind an ability of the past: "I could feel it before, and now I can't"."""
    tokens = question.tokens
    if _NOW.isdisjoint(tokens) and "but" not in tokens:
        return []
    return [
        at
        for at in range(1, len(tokens))
        if (tokens[at] in _NOW or tokens[at] == "but") and not _COULD.isdisjoint(tokens[:at])
    ]


def _bare_inability(tokens: tuple[str, ...], start: int, end: int) -> int:
    """Return the place of the "not" in a sentence that says "I can not" and no more, 0 in any other."""
    at = start
    while at < end and tokens[at] in _LEADING_TO_IT:
        at += 1
    if at >= end or tokens[at] not in _PEOPLE:
        return 0
    at += 1
    while at < end and tokens[at] in _ADVERBS:
        at += 1
    if tokens[at : at + 2] not in (("can", "not"), ("could", "not")) or at + 2 > end:
        return 0
    return at + 1 if _OF_TIME.issuperset(tokens[at + 2 : end]) else 0


def _ability_before(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the verb of the last ability that is asked about, or made a condition, in these words, with its object."""
    tokens = [word.text for word in words]
    for at in range(len(tokens) - 2, -1, -1):
        one, other = tokens[at : at + 2]
        is_question = one in _CAN and other in _WHOEVER
        if not is_question and not (one in _WHOEVER and other in _CAN | _COULD):
            continue
        first = next((back for back in range(at, 0, -1) if words[back].mark == "."), 0)
        is_of_the_past = other in _COULD and not _FORMERLY.isdisjoint(tokens)
        if not is_question and not is_of_the_past and _ASKED_ABOUT.isdisjoint(tokens[first:at]):
            continue
        start = at + 2
        while start < len(tokens) and tokens[start] in _BEFORE_A_VERB:
            start += 1
        ends = (
            place
            for place in range(start, len(tokens))
            if words[place].mark or (is_of_the_past and tokens[place] in _FORMERLY | _JOINING)
        )
        return words[start : min(next(ends, len(tokens)), start + _LONGEST)]
    return ()
