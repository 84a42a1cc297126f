"""Whether a sign is only what somebody asked about, and the answer was no: "the nurse asked if I leak, I said no".

Rule 5 of docs/safety.md, on denials, holds here too. But this denial stands in another clause and names no sign, so
`negation` does not see it. What the patient said that they cannot do ("can you pee?" "no") is for `abilities`.
"""

from chatbot.english.function_words import ASKING_SOMEBODY
from chatbot.safety.in_context.context import Context
from chatbot.safety.reading.places import Place
from chatbot.safety.windows import ANSWER_RAW, ASKED_BEFORE_RAW

# Somebody else's question, and an answer of no.
_WANTED_TO_KNOW = frozenset("wanted wants".split())
_ASKING = ASKING_SOMEBODY | _WANTED_TO_KNOW
_ASKING_ONESELF = frozenset("i we can may to".split())
_ASKED_WHETHER = frozenset("if whether about do does did am are is have has had whole list".split())
_ANSWERS_NO = frozenset("no nope none never negative nah".split())
_ANSWERING = frozenset("said say answered told put ticked checked marked circled wrote".split())
_TAKING_A_NO_BACK = frozenset("but yes yeah yep now lied however although except though until today".split())
_DOES_NOT = frozenset(
    {("i", "do", "not"), ("it", "does", "not"), ("it", "is", "not"), ("they", "are", "not"), ("i", "am", "not"),
     ("they", "do", "not"), ("i", "did", "not"), ("it", "was", "not"), ("have", "none"), ("had", "none")}
)  # fmt: skip

# "Saddle anesthesia: none", "wound drainage - denied", "calf swelling negative": how staff write what is not there.
_NOT_THERE = frozenset("none negative denied nil absent".split())


def is_answered_no(place: Place, context: Context) -> bool:
    """Return whether somebody else asked about the sign at `place`, and the writer said no.

    A "but" or a "now" behind the answer, or a "yes", takes the no back.
    """
    if _ASKING.isdisjoint(context.texts):
        return False
    words, content, sentence = context.reading.words, context.reading.content, context.reading.sentence
    start = content[place.first]
    number = sentence[start]
    first = start
    while first and sentence[first - 1] == number and start - first < ASKED_BEFORE_RAW:
        first -= 1
    before = [word.text for word in words[first:start]]
    asked = next(
        (at for at, text in enumerate(before) if text in ASKING_SOMEBODY or text in _WANTED_TO_KNOW), -1
    )
    if asked < 0 or not _is_asked_by_another(before, asked):
        return False
    end = content[place.last] + 1
    after: list[str] = []
    while end < len(words) and sentence[end] <= number + 1 and len(after) < ANSWER_RAW:
        after.append(words[end].text)
        end += 1
    return _says_no(after)


def _is_asked_by_another(before: list[str], asked: int) -> bool:
    """Return whether somebody else than the writer asks, and asks about a sign: "asked about", "wants to know if"."""
    if before[asked] in _WANTED_TO_KNOW and before[asked + 1 : asked + 3] != ["to", "know"]:
        return False
    is_passive = before[max(0, asked - 2) : asked] == ["i", "was"]
    by_oneself = not is_passive and not _ASKING_ONESELF.isdisjoint(before[max(0, asked - 2) : asked])
    return not by_oneself and not _ASKED_WHETHER.isdisjoint(before[asked + 1 :])


def _says_no(after: list[str]) -> bool:
    """Return whether these words answer no, and nothing takes it back."""
    if not _TAKING_A_NO_BACK.isdisjoint(after):
        return False
    answers = {at for at, text in enumerate(after) if text in _ANSWERS_NO}
    if any(at == len(after) - 1 or not _ANSWERING.isdisjoint(after[max(0, at - 2) : at]) for at in answers):
        return True
    return any(
        tuple(after[at : at + 3]) in _DOES_NOT or tuple(after[at : at + 2]) in _DOES_NOT
        for at in range(len(after))
    )


def is_ticked_off(place: Place, context: Context) -> bool:
    """Return whether nothing but a "none" or "negative" stands right behind a sign: "saddle anesthesia: none"."""
    words, behind = context.reading.words, context.reading.content[place.last] + 1
    is_last = behind + 1 == len(words) or bool(words[min(behind + 1, len(words) - 1)].mark)
    return behind < len(words) and is_last and words[behind].text in _NOT_THERE
