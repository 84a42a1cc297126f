"""What somebody asked whether the patient can do, and the answer was no: "nurse asked if I can pee, I said no".

A denied symptom is good news (`answered`), a denied ability is the symptom. The message is read as if it said "I can
not pee"; rule 6 of docs/safety.md knows only a "not" beside its verb.
"""

from __future__ import annotations

from chatbot.function_words import ASKING_SOMEBODY
from chatbot.normalise import Question, Word

_TO_KNOW = frozenset(("if", "whether"))
_PEOPLE = frozenset("i he she".split())
_CAN = frozenset("can could".split())
_ANSWERS_NO = frozenset("no nope nah".split())
_ANSWERING = frozenset("said say told answered replied".split())
_TAKING_IT_BACK = frozenset("but yes yeah yep although except until".split())
_BEFORE_THE_PERSON = 4  # words: "asked my husband whether he"
_LONGEST = 12  # words, what is asked about: "feel it when they touch the inside of my thighs"
_BETWEEN = 3  # words: "told them no", "had to say no"


def answered_by_no(question: Question) -> Question:
    """Return the message with an ability that was asked about and answered with no told as missing; else as it is."""
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
    return question._replace(words=kept, tokens=tuple([word.text for word in kept]))
