"""Whether a sign that the words make is there now, or denied, somebody else's, over, old, or only talked about.

For each of these one module knows the rules (5 to 19 of docs/safety.md). They are asked in this order: `negation`,
`answered`, `who`, `timing`, `presupposing`, `talk`. Where one of them lets the sign down, a module of `after_all` is
asked whether the words say that it is there all the same.
"""

from chatbot.safety.after_all.needed import is_needed
from chatbot.safety.after_all.returning import has_returned
from chatbot.safety.after_all.taken_up import is_taken_up
from chatbot.safety.after_all.turning import has_turned
from chatbot.safety.in_context.answered import is_answered_no, is_ticked_off
from chatbot.safety.in_context.context import Context, Status, between, has, sentences_of, start_of_clause
from chatbot.safety.in_context.negation import DENIED, denials, is_denied, spoken_for
from chatbot.safety.in_context.nobodys_wish import is_nobodys_wish
from chatbot.safety.in_context.presupposing import is_to_be_explained, is_to_stop
from chatbot.safety.in_context.talk import only_talked_about, questions
from chatbot.safety.in_context.timing import (
    ENDED_WELL,
    IN_THE_PAST,
    is_only_a_contrast,
    old,
    over,
    past_places,
    years,
)
from chatbot.safety.in_context.who import others
from chatbot.safety.reading.places import Hit, Place, SafetyReading
from chatbot.safety.signs import SafetyRules, Timing

PRESENT = Status("present", "rule 9: no time named means now")
IS_BACK = Status("present", "rule 10: it was gone and is back")
HAS_TURNED = Status("present", "rule 10: it was of the past and has taken a turn")
TAKEN_UP = Status("present", "rule 16: it was denied or supposed, and then said to be there")
PRESUPPOSED = Status("present", "rule 16: the question takes it for granted")
NEEDED = Status("present", "rule 18: who asks for help says that it is needed")
# A sign of which the words say so in one of these ways is there, however ordinary the message is by likeness.
SAID_TO_BE_THERE = (IS_BACK, HAS_TURNED, TAKEN_UP, PRESUPPOSED, NEEDED)
CRISIS = Status("present", "rules 17 and 18: neither a condition nor a general question lowers a crisis")
NOT_SUICIDAL = Status("denied", "rule 19: not suicidal, with an ordinary question")
OTHERS_PAST = Status("other", "rule 14: somebody else's past")


def understand(reading: SafetyReading, rules: SafetyRules, found: list[Hit], text: str) -> Context:
    """Return the grammar of a message, worked out once for all the signs that were `found` in it.

    `text` is the message as it was typed.
    """
    words = reading.words
    texts = tuple(words[index].text for index in reading.content)
    sentence = tuple(reading.sentence[index] for index in reading.content)
    bounds: dict[int, tuple[int, int]] = {}
    for place, number in enumerate(sentence):
        first, _ = bounds.get(number, (place, place))
        bounds[number] = (first, place)
    numbers = rules.family_numbers()
    past, since = years(texts)
    marks = _marks(reading)
    return Context(
        reading=reading,
        rules=rules,
        texts=texts,
        sentence=sentence,
        bounds=bounds,
        asks=questions(reading, text),
        marks=marks,
        denied_by=denials(reading, texts, sentence, marks, spoken_for(reading, numbers, found)),
        past_years=past,
        since_years=since,
        numbers=numbers,
    )


def _marks(reading: SafetyReading) -> list[str]:
    """Return for each content word the mark before it, or before the small words that lead to it: ", my scar"."""
    words = reading.words
    marks: list[str] = []
    end = 0
    for index in reading.content:
        mark = words[index].mark
        if index > end:  # small words lead to it
            mark = next((word.mark for word in words[end:index] if word.mark), mark)
        marks.append(mark)
        end = index + 1
    return marks


def status(hit: Hit, context: Context) -> Status:
    """Return whether this sign is there now, and the rule that decided: the first one that has something to say."""
    sign = context.rules.signs[hit.sign]
    time = sign.time
    place = hit.place
    low, high = sentences_of(place, context)
    if (
        is_denied(place, context, low, high)
        or is_answered_no(place, context)
        or is_ticked_off(place, context)
    ):
        return TAKEN_UP if is_taken_up(place, context) else DENIED
    if time == "crisis":
        whether = _of_a_crisis(place, context, low, high)
        return NEEDED if whether is CRISIS and is_needed(place, context) else whether
    is_current = has(context, "current", low, high) and not is_only_a_contrast(context, low, high)
    may_be_over = not is_current or has(context, "outcome", place.last + 1, high)
    is_back = has_returned(place, context)
    whose = others(place, context, low, high, sign=sign.id, is_current=is_current)
    if whose:
        return whose
    former = None if is_back else _former(place, context, low, high, time=time, may_be_over=may_be_over)
    let_down = former or _talked_about(place, context, low, high, is_current=is_current)
    if let_down and let_down.kind != "present" and has_turned(place, context, low, high):
        return HAS_TURNED
    return let_down or (IS_BACK if is_back else PRESENT)


def _talked_about(place: Place, context: Context, low: int, high: int, *, is_current: bool) -> Status | None:
    """Return why a sign is only talked about; None where it is told.

    Nor is it where the question takes it for granted ("how do I stop fainting"), or later words say that it is there.
    """
    if is_to_stop(place, context, low) or is_to_be_explained(place, context, low):
        return PRESUPPOSED
    about = only_talked_about(place, context, low, high, is_current=is_current)
    return TAKEN_UP if about and is_taken_up(place, context) else about


def _former(
    place: Place, context: Context, low: int, high: int, *, time: Timing, may_be_over: bool
) -> Status | None:
    """Return why a sign is over, or old and unchanged; None for neither.

    `may_be_over` is False where a "now" stands beside the sign and no good end behind it. A sign of bladder, bowel or
    saddle that is merely told of the past counts as old, not as over (rule 12).
    """
    ended = over(place, context, low, high) if may_be_over else None
    if ended is not None and (ended is not IN_THE_PAST or time != "cauda"):
        return ended
    return old(place, context, low, high, time) or ended


def _of_a_crisis(place: Place, context: Context, low: int, high: int) -> Status:
    """Return whether a sign of a crisis is there now.

    It is, unless it is of a past that ended well or of the past of somebody in the family, or the writer says "not
    suicidal" of it (rules 17 to 19).
    """
    end = len(context.texts) - 1
    past = past_places(context, low, high)
    if past and has(context, "outcome", 0, end):
        return IS_BACK if has_returned(place, context) else ENDED_WELL
    if past and has(context, "ill-family", low, high):
        return OTHERS_PAST
    for spot in between(context, "not-suicidal", 0, end):
        if set(spot.parts) & set(place.parts) or spot.first <= place.first <= spot.last:
            return TAKEN_UP if is_taken_up(place, context) else NOT_SUICIDAL
    words = context.reading.words[start_of_clause(context.reading.content[low], context) :]
    return DENIED if is_nobodys_wish([word.text for word in words]) else CRISIS
