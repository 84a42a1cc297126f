"""Whether an old sign has taken a turn: "before the surgery my leg was weak, now it is worse", "and today it is weak".

What is only told of the past, or long unchanged, is no danger; a new time that is named behind it says that it is not
the past any more (rules 10 and 11: "now", "getting worse", "since Monday" undo it).
"""

from __future__ import annotations

from chatbot.english.phrases import listed_in_words
from chatbot.safety.in_context.context import Context, between, has
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


def has_turned(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sign of the past is worse now, or is told once more of a new time."""
    return _is_worse_now(place, context) or _is_told_of_a_new_time(place, context, low, high)


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
