"""A sign that is denied or only supposed first, and then taken up: later words say that it is there (rules 5, 16, 17).

They do not name it again: "I never used to faint, now I do"; "they said I might lose control, and since Sunday I have";
"you said to call if my groin goes numb, so I am calling"; "I did not have chest pain until today".
"""

from __future__ import annotations

from chatbot.english.function_words import WEEKDAYS
from chatbot.safety.in_context.context import Context
from chatbot.safety.in_context.timing import past_places
from chatbot.safety.reading.places import Place
from chatbot.safety.windows import TAKEN_UP_RAW

# "I do", "mine actually has": who, a verb that stands for the sign, and what may stand between the two.
_PEOPLE = frozenset("i he she they we mine it".split())
_DOING = frozenset("do does did have has am is are was".split())
_ADVERBS = frozenset("still really actually now sometimes definitely just already".split())
# "She had it all night".
_HAVING = frozenset("have has had got".split())
_POINTING = (["it"], ["this"], ["that"], ["those"])
# "It is" answers a question ("is that normal, and it is"); "it did" and "it has" tell.
_IT_TELLS = frozenset("did does has".split())
# What leads from the denial to the turn; after another word "i do" belongs to that: "she thinks I do".
_TURNING = WEEKDAYS | frozenset(
    """but and now today tonight yesterday lately well then yes yeah so sometimes days nights times morning night
    week weekend since because honestly actually unfortunately""".split()
)
# What may stand behind the verb, and no more: "I do", "I did this morning", "it has since Sunday"; not "I did well".
_OF_TIME = WEEKDAYS | frozenset(
    """now today tonight yesterday this last that morning night week weekend evening afternoon since on at the just
    again too also all day every twice once sometimes already more and lot a so surgery operation""".split()
)
_UNTIL = frozenset(("until", "till"))
# "It will not leak until the stitches are out" and "no fever until now" tell of no sign.
_NOT_YET = frozenset(("will", "would", "may", "might", "no"))
# "They said not to worry about leaking, but it is worse".
_SOOTHED = frozenset("worry worried concerned mind nothing".split())
_GOING_ON = frozenset("worse worsening keeps kept still happened".split())
# "That is me", "that is what he has".
_WHOM = (["me"], ["him"], ["her"], ["us"])
_HAS = (["have"], ["has"])
# "So I am calling", "that is why we are writing".
_ONE_IS = (["i", "am"], ["we", "are"], ["he", "is"], ["she", "is"])
# "Now it is every night", "but it happens all the time".
_NOW = frozenset("now but lately".split())
_LASTS = (["is"], ["happens"], ["comes"])
_OFTEN = (["every"], ["all"], ["daily"], ["constant"], ["constantly"], ["most"])
# "Not all day, only at night".
_AT_ALL_TIMES = (["all"], ["every"], ["always"], ["constantly"], ["often"])
_ONLY = frozenset(("only", "just", "mostly", "mainly"))
_BEFORE_AN_ONLY = 3  # words: "all the time, just"
_CONCLUDING = frozenset(("so", "why", "hence", "thus"))
_REACHING_OUT = frozenset("calling writing asking texting".split())


def is_taken_up(place: Place, context: Context) -> bool:
    """Return whether words behind a sign say that it is there, though it was denied or supposed.

    They stand in its sentence or the next one, at most TAKEN_UP_RAW words behind it.
    """
    words, sentence = context.reading.words, context.reading.sentence
    last = context.reading.content[place.last]
    texts = [word.text for word in words]
    if _is_only_at_times(texts, last) and not words[last + 1].mark:
        return True
    for at in range(last + 1, min(len(words), last + 1 + TAKEN_UP_RAW)):
        if sentence[at] > sentence[last] + 1:
            break
        if texts[at] in _UNTIL and sentence[at] == sentence[last]:
            return _begins_then(texts, at, place, context)
        if _is_said_to_be_there(texts, at, last, context):
            return True
    return False


def _is_said_to_be_there(texts: list[str], at: int, last: int, context: Context) -> bool:
    """Return whether words begin at this place that say that the sign is there; the sign ends at `last`.

    "I do" and the like count only where something turns to them: a mark, or a word like "but" or "now".
    """
    is_turn = context.reading.words[at].mark != "" or at == last + 1 or texts[at - 1] in _TURNING
    if is_turn and texts[at] in _PEOPLE and _has_it(texts, at, context):
        return True
    if is_turn and texts[at] == "it" and _goes_on(texts, at, last):
        return True
    return _is_me(texts, at, context) or _is_why_one_calls(texts, at)


def _is_only_at_times(texts: list[str], last: int) -> bool:
    """Return whether the words right behind the sign deny it for some times only: "not all day, only at night"."""
    behind = texts[last + 1 : last + 2 + _BEFORE_AN_ONLY]
    return behind[:1] in _AT_ALL_TIMES and not _ONLY.isdisjoint(behind)


def _has_it(texts: list[str], at: int, context: Context) -> bool:
    """Return whether words like "I do" or "mine has" stand here, with nothing but a time behind them."""
    start = at + 1
    while start < len(texts) and texts[start] in _ADVERBS:
        start += 1
    verb = texts[start] if start < len(texts) else ""
    if verb in _HAVING and texts[start + 1 : start + 2] in _POINTING:
        start += 1
    elif verb not in (_IT_TELLS if texts[at] == "it" else _DOING):
        return False
    words, sentence = context.reading.words, context.reading.sentence
    end = next(
        (end for end in range(start + 1, len(texts)) if words[end].mark or sentence[end] != sentence[start]),
        len(texts),
    )
    return _OF_TIME.issuperset(texts[start + 1 : end])


def _goes_on(texts: list[str], at: int, last: int) -> bool:
    """Return whether an "it" at this place goes on: "now it is every night" or, if somebody soothed, "it is worse"."""
    if texts[at - 1] in _NOW and texts[at + 1 : at + 2] in _LASTS and texts[at + 2 : at + 3] in _OFTEN:
        return True
    is_soothed = not _SOOTHED.isdisjoint(texts[max(0, last - TAKEN_UP_RAW) : last])
    return is_soothed and not _GOING_ON.isdisjoint(texts[at + 1 : at + 4])


def _is_me(texts: list[str], at: int, context: Context) -> bool:
    """Return whether words like "that is me" or "that is what he has" begin here."""
    is_named = texts[at : at + 2] == ["that", "is"]
    is_whole = texts[at + 2 : at + 3] in _WHOM and (
        len(texts) == at + 3 or context.reading.words[at + 3].mark != "" or texts[at + 3] in _OF_TIME
    )
    return is_named and (is_whole or (texts[at + 2 : at + 3] == ["what"] and texts[at + 4 : at + 5] in _HAS))


def _is_why_one_calls(texts: list[str], at: int) -> bool:
    """Return whether words like "so I am calling" end here."""
    return texts[at] in _REACHING_OUT and texts[at - 2 : at] in _ONE_IS and texts[at - 3] in _CONCLUDING


def _begins_then(texts: list[str], until: int, place: Place, context: Context) -> bool:
    """Return whether a denied sign has begun at what this "until" names: "I did not faint until today".

    "No fever until now" only says how it is so far. Nor has it begun where it will or may not be ("it may not leak
    until"), or where its sentence tells of the past.
    """
    denier = max(context.denied_by[part] for part in place.parts)
    first, last = context.bounds[context.sentence[place.first]]
    if denier < 0 or past_places(context, first, last):
        return False
    before = context.reading.content[denier]
    return _NOT_YET.isdisjoint((texts[before], texts[before - 1] if before else "")) and until + 1 < len(
        texts
    )
