"""Whether an old sign has taken a turn: "before the surgery my leg was weak, now it is worse", "and today it is weak".

What is only told of the past, or long unchanged, is no danger; a new time that is named behind it says that it is not
the past any more (rules 10 and 11: "now", "getting worse", "since Monday" undo it). Nor is another sign of the past,
told behind a good end: "years ago my leg was weak, then it got better, and both legs went numb today".
"""

from __future__ import annotations

from chatbot.english.function_words import AUXILIARIES, WORDS_THAT_ASK
from chatbot.english.phrases import listed_in_words
from chatbot.safety.in_context.context import Context, between, has
from chatbot.safety.in_context.timing import past_places
from chatbot.safety.reading.places import Place
from chatbot.safety.windows import TAKEN_UP_RAW, TURN_AHEAD

_NOW = frozenset("now today tonight lately nowadays".split())
_NEW_TIMES = _NOW | frozenset("yesterday since this last suddenly".split())
_JOINING = frozenset("and but then".split())
# "Now it is getting even ...": what may stand between the time and the turn.
_LEADING = frozenset(
    "it this that they is are has have gets got getting been feels even much far way so a lot really happens".split()
)
_TURNS = listed_in_words(
    "worse|more|constant|constantly|always|daily|weaker|all the time|all day|every day|every night|every time"
)
# Behind a turn the clause ends: "now every day I walk a mile" tells of another thing.
_BEHIND_A_TURN = frozenset("and often since so but what is can when should because".split())
_PAST = frozenset("was were had did could".split())
# In a clause behind a good end these tell of no sign that is there: it is past, as ever, asked about or feared.
_TELLING_OF_NONE = _PAST | frozenset(
    "always before usual ever years decades question questions scared afraid worried".split()
)
_ASKING = WORDS_THAT_ASK | AUXILIARIES - {"am", "have"}
_PRESENT = frozenset("is are am has have can feels feel keeps drags oozes leaks hurts".split())


def has_turned(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sign of the past is worse now, or is told once more of a new time."""
    return (
        _is_worse_now(place, context)
        or _is_told_of_a_new_time(place, context, low, high)
        or _is_told_behind_a_good_end(place, context, low, high)
    )


def _is_worse_now(place: Place, context: Context) -> bool:
    """Return whether words behind the sign, in its sentence or the next, say that now it is worse."""
    words, sentence = context.reading.words, context.reading.sentence
    last = context.reading.content[place.last]
    texts = [word.text for word in words]
    for at in range(last + 1, min(len(texts), last + 1 + TAKEN_UP_RAW)):
        if sentence[at] > sentence[last] + 1:
            return False
        if texts[at] not in _NOW:
            continue
        turn = next((turn for turn in range(at + 1, len(texts)) if texts[turn] not in _LEADING), len(texts))
        size = next(
            (len(turned) for turned in _TURNS if tuple(texts[turn : turn + len(turned)]) == turned), 0
        )
        end = turn + size
        if size and (end == len(texts) or words[end].mark != "" or texts[end] in _BEHIND_A_TURN):
            return True
    return False


def _is_told_of_a_new_time(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a new time stands right before the sign, behind something else: "years ago ..., and today"."""
    texts = context.texts
    if has(context, "unchanged", low, high) or has(context, "improving", place.last, high):
        return False
    return any(
        spot.first > low
        and texts[spot.first] in _NEW_TIMES
        and (context.marks[spot.first] != "" or texts[spot.first - 1] in _JOINING)
        and _PAST.isdisjoint(texts[spot.first : place.last + 1])
        for spot in between(context, "current", max(low, place.first - TURN_AHEAD), place.first - 1)
    )


def _is_told_behind_a_good_end(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a past ended, or a now was told, before the sign's own clause, and that tells of the present."""
    texts, marks = context.texts, context.marks
    start = next((at for at in range(place.first, low, -1) if marks[at] or texts[at - 1] in _JOINING), low)
    end = next((at for at in range(place.last + 1, high + 1) if marks[at] or texts[at] in _JOINING), high + 1)
    own = texts[start:end]
    is_now = not _PRESENT.isdisjoint(own) or any(
        texts[spot.first] in _NEW_TIMES for spot in between(context, "current", start, end - 1)
    )
    is_none = own[0] in _ASKING or not _TELLING_OF_NONE.isdisjoint(own)
    if not is_now or is_none or _ends_well_or_unchanged(context, start, end - 1):
        return False
    lowest = context.bounds.get(context.sentence[low] - 1, (low, low))[0]
    since = [
        spot.first
        for family in ("outcome", "improving", "current")
        for spot in between(context, family, lowest, start - 1)
    ]
    return bool(since) and bool(past_places(context, lowest, max(since) - 1))


def _ends_well_or_unchanged(context: Context, low: int, high: int) -> bool:
    return any(has(context, family, low, high) for family in ("outcome", "improving", "unchanged"))
