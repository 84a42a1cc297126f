"""When a sign was: long over, unchanged for long, or improving (rules 9 to 13). No clock is asked."""

from chatbot.safety.in_context.context import Context, Status, between, has
from chatbot.safety.reading.places import Place
from chatbot.safety.signs import Timing
from chatbot.safety.windows import (
    AGE_AFTER,
    AGE_BEFORE,
    DATE_AFTER_SURGERY,
    DATE_BEFORE_SURGERY,
    IMPROVING,
    IMPROVING_THING,
    PAST_SENTENCES,
    PRESENT_VERB_AFTER,
    PRESENT_VERB_BEFORE,
    SINCE_YEAR,
    TURN_AFTER,
    TURN_BEFORE,
    YEARS_BESIDE,
)

ENDED_WELL = Status("over", "rule 10: long over, and it ended well")
IN_THE_PAST = Status("over", "rule 10: in the past, and something else is asked now")
LONG_UNCHANGED = Status("old", "rule 11: unchanged for long")
OLD_AND_UNCHANGED = Status("old", "rule 12: old and unchanged")
AS_BEFORE_SURGERY = Status("old", "rule 11: the same as before surgery")
IMPROVES = Status("over", "rule 11: improving")

_YEAR_DIGITS, _SHORT_YEAR_DIGITS = 4, 2
_DAYS_AFTER_SURGERY = frozenset(("first", "second"))  # "the first night home" may be last night
_SHORTEST_PAST = 4  # "bed" and "need" are no past tense
_PAST_VERBS = frozenset(
    "was were had did could went got came lost felt fell woke became took used suffered stopped broke ended washed ran"
    " gave leaked numbed swelled fainted collapsed opened developed experienced dropped kept blew burst ruptured"
    " tore".split()
)
_PRESENT_VERBS = frozenset("is are am has have can do does keeps feels hurts feel hurt gets".split())
_PAST_BESIDE_A_SIGN = frozenset("had was were did could".split())
_LASTING = frozenset("since ever been always for".split())  # these date the sign, never the surgery
_REFERS_BACK = frozenset("it its that this they them same always unchanged forever".split())
_GOES_ON = frozenset("been for since had have has years months no".split())
_YEARS = frozenset("year years yr".split())
_MANY_YEARS = frozenset("years decades decade ages".split())
_ANOTHER_THING = frozenset("and but surgery fusion operation pain".split())
# Words that tell of a change in what has lasted: "for ten years, but today".
_TURNING_NEW = frozenset(
    "but today now suddenly worse yesterday tonight week morning this new started".split()
)
_OF_AGE = frozenset(("old", "age"))
_PAINS = frozenset("pain pains ache".split())
_AND = frozenset(("and", "then"))
_KEEPING = frozenset(("keep", "keeps"))
_TURNS = frozenset("not no never nt worse then but today was were until hoping hope".split())


def years(texts: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where a year of the past stands, and where "since" a year. Nobody asks the clock: any year counts."""
    past: list[int] = []
    since: list[int] = []
    for place, text in enumerate(texts):
        is_year = len(text) == _YEAR_DIGITS and text.isdigit() and text[:2] in ("19", "20")
        is_short_year = (
            len(text) == _SHORT_YEAR_DIGITS
            and text.isdigit()
            and place > 0
            and texts[place - 1] == "in"
            and text[0] in "09"
        )
        if is_year or is_short_year:
            near = texts[max(0, place - SINCE_YEAR) : place]
            (since if "since" in near or "from" in near else past).append(place)
    return tuple(past), tuple(since)


def past_places(context: Context, low: int, high: int) -> list[int]:
    """Return the places of words that name a past ("ago", "used to", a year), from `low` to `high`, in order."""
    places = [spot.last for spot in between(context, "past-mark", low, high)]
    places += [year for year in context.past_years if low <= year <= high]
    return sorted(places)


def has_long_past(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a past of years is named from `low` to `high`, other than as the date of the surgery."""
    short = {spot.last for spot in between(context, "short-past", low, high)}
    return any(
        spot not in short and not _dates_surgery(spot, place, context)
        for spot in past_places(context, low, high)
    )


def over(place: Place, context: Context, low: int, high: int) -> Status | None:
    """Return why a sign is over, None where it is not (rule 10).

    It is over where its past is named, and either a good end is told ("it went away"), or the sign is told in the past
    tense and nothing else says that it is still there.
    """
    past, is_borrowed = _past_of(context, low, high)
    if not past:
        return None
    is_past_tense = _is_past_tense(context, low, high)
    is_present = _is_present_tense(place, context, low, high)
    is_now = is_present or has(context, "current", low, high)
    has_outcome = has(context, "outcome", place.last + 1, len(context.texts) - 1) or has(
        context, "outcome", low, high
    )
    if has_outcome and (is_past_tense or not is_now):
        return ENDED_WELL
    lately = {
        spot.last
        for spot in between(context, "short-past", low, high)
        if context.texts[spot.first] in _DAYS_AFTER_SURGERY
    }
    if is_borrowed or not is_past_tense or is_present or lately.issuperset(past):
        return None
    return None if any(_dates_surgery(spot, place, context) for spot in past) else IN_THE_PAST


def _past_of(context: Context, low: int, high: int) -> tuple[list[int], bool]:
    """Return the places of the words that name a sign's past, and whether they stand in an earlier sentence.

    "Years back I was operated on. My crotch was numb" takes its past from the sentence before. That is not enough by
    itself: in "We moved here last year. I took too many pills." the pills are now.
    """
    past = past_places(context, low, high)
    if past or not _is_past_tense(context, low, high):
        return past, False
    first = context.sentence[low]
    earlier = (context.bounds.get(first - back) for back in range(1, PAST_SENTENCES + 1))
    borrowed = (past_places(context, *bounds) for bounds in earlier if bounds)
    return next((past for past in borrowed if past), []), True


def _dates_surgery(spot: int, place: Place, context: Context) -> bool:
    """Return whether a word of the past (at `spot`) dates the surgery, not the sign: "fused in 2019, numb".

    It does where it stands nearer to a word of surgery than to the sign.
    """
    reach = between(context, "surgery-word", spot - DATE_AFTER_SURGERY, spot + DATE_BEFORE_SURGERY)
    if not reach:
        return False
    operation = min(near.first for near in reach)
    if operation < spot and _is_apart(spot, operation, place, context):
        return True
    to_sign = min(abs(spot - place.first), abs(spot - place.last))
    return min(min(abs(spot - near.first), abs(spot - near.last)) for near in reach) <= to_sign


def _is_apart(spot: int, operation: int, place: Place, context: Context) -> bool:
    """Return whether a pause parts an operation with its date from the sign: "fused two years ago, can not pee"."""
    first, last = min(spot, place.first), max(spot, place.first)
    return any(context.marks[first + 1 : last + 1]) and not any(context.marks[operation + 1 : spot + 1])


def _is_past_tense(context: Context, low: int, high: int) -> bool:
    return any(
        text in _PAST_VERBS or (text.endswith("ed") and len(text) > _SHORTEST_PAST)
        for text in context.texts[low : high + 1]
    )


def _is_present_tense(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a present verb, and none of the past, stands next to the sign."""
    first, last = max(low, place.first - PRESENT_VERB_BEFORE), min(high, place.last + PRESENT_VERB_AFTER)
    texts = context.texts[first : last + 1]
    return not _PRESENT_VERBS.isdisjoint(texts) and _PAST_BESIDE_A_SIGN.isdisjoint(texts)


def is_only_a_contrast(context: Context, low: int, high: int) -> bool:
    """Return whether words like "now" only set a good present against a bad past: "back then ..., now I walk"."""
    return has(context, "past-mark", low, high) and has(context, "outcome", low, high)


def old(place: Place, context: Context, low: int, high: int, time: Timing) -> Status | None:
    """Return why a sign counts as old, None where it does not: unchanged for long, or improving (rules 11 and 12).

    Only signs whose `time` is "change" or "cauda" can be old.
    """
    if time not in ("change", "cauda"):
        return None
    lowest = context.bounds.get(context.sentence[low] - 1, (low, low))[0]
    highest = _end_of_what_is_said(context, high)
    is_worse = has(context, "worse", low, high) and not has(context, "unchanged", low, high)
    if is_worse or _takes_a_turn(place, context):
        return None
    is_same = any(not _is_age(spot, context) for spot in between(context, "unchanged", lowest, highest))
    if time == "cauda":
        is_old = (
            _is_long(place, context, low, highest) if is_same else _lasts_for_years(place, context, low, high)
        )
        return OLD_AND_UNCHANGED if is_old else None
    if _is_long(place, context, low, highest):
        return LONG_UNCHANGED
    if is_same and has(context, "surgery-word", low, high) and has(context, "past-mark", low, high):
        return AS_BEFORE_SURGERY
    better = between(context, "improving", low, highest)
    return IMPROVES if any(_improves(spot, place, context, highest) for spot in better) else None


def _takes_a_turn(place: Place, context: Context) -> bool:
    """Return whether a "but" inside what makes a sign brings it to the present: "for months, but since yesterday"."""
    inside = range(place.first + 1, place.last)
    return any(context.texts[at] == "but" and has(context, "current", at, place.last) for at in inside)


def _is_long(place: Place, context: Context, low: int, highest: int) -> bool:
    """Return whether a long time is named, neither as an age nor as the date of the surgery."""
    return any(low <= year <= highest for year in context.since_years) or any(
        context.texts[spot.first] in _LASTING or not _dates_surgery(spot.last, place, context)
        for spot in between(context, "long-time", low, highest)
        if not _is_age(spot, context)
    )


def _lasts_for_years(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether the sign itself is said to last for years, and nothing of a turn: "slow stream for 15 years".

    Only beside it, with nothing between that may be what lasts: "back pain for 20 years, leaking urine" is new.
    """
    if has(context, "current", low, high) or not _TURNING_NEW.isdisjoint(context.texts[low : high + 1]):
        return False
    first, last = place.last + 1, min(high, place.last + YEARS_BESIDE)
    beside = context.texts[first : last + 1]
    if any(context.marks[at] or context.texts[at] in _ANOTHER_THING for at in range(first, last + 1)):
        return False
    since = any(first <= year <= last for year in context.since_years)
    return since or ("for" in beside and not _MANY_YEARS.isdisjoint(beside))


def _end_of_what_is_said(context: Context, high: int) -> int:
    """Return where what is said of a sign ends: with the next sentence only where that one speaks of it, too.

    "It has been so for years" does; "I have lived here for many years" does not.
    """
    first, last = context.bounds.get(context.sentence[high] + 1, (high, high))
    following = context.texts[first : last + 1]
    if last > high and (not _REFERS_BACK.isdisjoint(following) or following[0] in _GOES_ON):
        return last
    return high


def _is_age(spot: Place, context: Context) -> bool:
    """Return whether these words tell a person's age, which dates no sign: "sixty years old", "years of age"."""
    around = context.texts[max(0, spot.first - AGE_BEFORE) : spot.last + AGE_AFTER + 1]
    return not _YEARS.isdisjoint(around) and not _OF_AGE.isdisjoint(around)


def _improves(spot: Place, place: Place, context: Context, highest: int) -> bool:
    """Return whether "better" (at `spot`) is said of this sign, is not denied, and no new turn follows it."""
    distance = min(abs(spot.first - place.last), abs(place.first - spot.last))
    if distance > IMPROVING or set(spot.parts) & set(place.parts):
        return False
    texts = context.texts
    is_of_pain = not _PAINS.isdisjoint(texts[max(0, spot.first - IMPROVING_THING) : spot.first])
    if is_of_pain and _PAINS.isdisjoint(texts[place.first : place.last + 1]):
        return False  # "my stitches opened, the pain is better though"
    if texts[spot.first - 1] in _AND and not _KEEPING.isdisjoint(texts[place.first : place.last + 1]):
        return False  # "my legs keep giving way and coming back": what comes back goes again
    before = texts[max(0, spot.first - TURN_BEFORE) : spot.first]
    after = texts[spot.last + 1 : min(highest, spot.last + TURN_AFTER) + 1]
    return _TURNS.isdisjoint(before) and _TURNS.isdisjoint(after)
