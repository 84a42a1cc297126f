"""Whether somebody here has a sign now, or it belongs to another person's past, to a story or to work (rules 14, 16).

A sign that somebody else has now counts like the writer's own. Whose it is, `whose` says afterwards.
"""

from chatbot.safety.after_all.mine_too import is_mine_too_later
from chatbot.safety.in_context.bystanders import is_a_bystanders
from chatbot.safety.in_context.context import Context, Status, has, start_of_clause
from chatbot.safety.in_context.persons import FIRST, OWN, PERSONS, is_here_and_now, is_relative
from chatbot.safety.in_context.timing import has_long_past, past_places
from chatbot.safety.reading.lookup import families_of
from chatbot.safety.reading.places import Place
from chatbot.safety.windows import (
    FEARED_AFTER_RAW,
    LEADING_IN,
    OWN_SIGN,
    STORY_AFTER,
    STORY_SENTENCES,
)

OTHERS = Status("other", "rule 14: somebody else's past, or a story")

_OWN_BUT_I = OWN - {"i"}
# "I read of fainting": the "I" tells the story, and no sign.
_TAKING_IN = frozenset("read heard saw watched found".split())
# Somebody whom a story is about. "I read your page. His face droops" tells no story.
_IN_A_STORY = frozenset(
    """man woman guy lady girl boy person people patient patients someone somebody one case story post article they
    their celebrity singer actor player character""".split()
)
# "A man of my village is numb": groups and places that the writer belongs to do not make a sign the writer's own.
_OWNED_CROWDS = frozenset(
    """village town street road building block church parish group forum office work gym class school team unit ward
    neighborhood online facebook support""".split()
)
# People whom somebody meets at work. Plurals only, because "my client cannot breathe" may be happening now.
_AT_WORK = frozenset(
    """people patients clients residents customers babies children kids students swimmers animals horses bodies men
    women folks victims drunks""".split()
)
# "I treat strokes and chest pain all day": what somebody does at work, told as what they always do or of many.
_HANDLING = frozenset("see treat handle deal respond cpr revive assist transport manage".split())
_ALWAYS = frozenset("daily shift shifts always often living every all".split())
_MANY = frozenset("overdoses strokes seizures attacks arrests bleeds fits clots infections injuries".split())
_HAD = OWN | frozenset("am have has had got get feel".split())
_ONE = frozenset(
    "someone somebody man woman guy lady boy girl child patient client resident person one he she".split()
)
_OF_WORK = frozenset("job work trade shift bag patients clients".split())
_FEARED = frozenset({("happen", "to", "me"), ("happen", "to", "us"), ("happen", "to", "mine")})
# "My late father's wound", "... , he died of something else", "before she passed": who died has no sign now.
_LATE = frozenset("late deceased dead".split())
_DEAD = [(who, "died", "of") for who in ("he", "she")] + [("is", "long", "dead")]
_DEAD += [("before", who, how) for who in ("he", "she") for how in ("passed", "died")]
# "A friend of mine has chest pain", "someone I know can not pee": who has it now is no story, however far off.
_HAVING_NOW = frozenset("is are has have can does do keeps hurts feels leaks smells burns".split())
_HAVING_HAD = frozenset("had was were could did got lost went became ended".split())
_LIVES = (("all", "his", "life"), ("all", "her", "life"), ("all", "their", "lives"))


def others(
    place: Place, context: Context, low: int, high: int, *, sign: str, is_current: bool
) -> Status | None:
    """Return OTHERS where nobody here has the sign now (rule 14), None where somebody may have it.

    `sign` is its id. `is_current`: its sentences say "now", "today" or the like, so that they tell of no past.
    """
    if is_a_bystanders(place, context, low, high, sign=sign):
        return OTHERS
    if "happen" in context.texts and _is_feared_for_oneself(place, context):
        return OTHERS
    is_others = _is_a_story(place, context, low, high) or (
        not is_current
        and (_is_others_past(place, context, low, high) or _is_met_at_work(place, context, low, high))
    )
    if not is_others or is_mine_too_later(place, context) or is_here_and_now(context, low, high):
        return None
    return OTHERS


def _is_feared_for_oneself(place: Place, context: Context) -> bool:
    """Return whether the words behind the sign only fear it for the writer: "will that happen to me"."""
    words, content = context.reading.words, context.reading.content
    end = min(len(words), content[place.last] + FEARED_AFTER_RAW)
    return any(
        tuple(word.text for word in words[at : at + 3]) in _FEARED
        for at in range(content[place.last] + 1, end)
    )


def _is_a_story(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sign is of a story: it was read, seen or told of (rule 14).

    Its own sentence says so, or one of the two before it does, and somebody is named whom a story is about. A sign that
    the writer calls their own is of no story.
    """
    if _is_own_sign(place, context, low):
        return False
    if has(context, "story", max(low, place.first - LEADING_IN), min(high, place.last + STORY_AFTER)):
        return True
    first = context.sentence[low]
    earlier = (context.bounds.get(first - back) for back in range(1, STORY_SENTENCES + 1))
    return any(
        has(context, "story", *bounds) and not _IN_A_STORY.isdisjoint(context.texts[bounds[0] : high + 1])
        for bounds in earlier
        if bounds
    )


def _is_own_sign(place: Place, context: Context, low: int) -> bool:
    """Return whether an "I" or a "my" stands right before the sign or inside of it, and makes it the writer's own.

    "My village" and "I read of" do not.
    """
    words, content = context.reading.words, context.reading.content
    start = content[max(low, place.first - OWN_SIGN)]
    return (
        any(
            words[index].text in OWN
            and words[index + 1].text not in _OWNED_CROWDS
            and not (words[index].text == "i" and words[index + 1].text in _TAKING_IN)
            for index in range(max(0, start - 1), content[place.last])  # "my", a small word, may stand before
        )
        or words[content[place.last]].text in OWN
    )


def _is_others_past(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sign belongs to somebody else's past, or to the history of a family (rule 14).

    That is so where words before the sign say that others had it ("a friend of mine had"); where somebody further off
    ("my uncle", "in my family") is named, and it is told of the past or asked about; and where a relative stands before
    the sign, and it is long ago, of a whole life, or over.
    """
    near_low = max(low, place.first - LEADING_IN)
    if _is_of_one_who_died(place, context, low):
        return True
    is_now = _is_told_as_now(place, context, low)
    if (
        not is_now
        and has(context, "others-had", near_low, place.last)
        and not has(context, "report-question", low, high)
    ):
        return True
    if has(context, "ill-family", low, high) and (
        past_places(context, low, high) or (not is_now and has(context, "information-word", low, high))
    ):
        return True
    return has(context, "relative", near_low, place.last) and (
        has_long_past(place, context, low, high)
        or ("had" in context.texts[near_low : place.last] and _is_of_a_whole_life(place, context))
        or (has(context, "outcome", place.last + 1, high) and "had" in context.texts[near_low : place.last])
    )


def _is_told_as_now(place: Place, context: Context, low: int) -> bool:
    """Return whether the verb nearest before a sign's end says that it is there: "has chest pain", "can not pee"."""
    words, content = context.reading.words, context.reading.content
    said = [word.text for word in words[start_of_clause(content[low], context) : content[place.last] + 1]]
    return next((text in _HAVING_NOW for text in reversed(said) if text in _HAVING_NOW | _HAVING_HAD), False)


def _is_of_one_who_died(place: Place, context: Context, low: int) -> bool:
    """Return whether a relative who is named before the sign, and nobody after, is said to be dead."""
    words, content = context.reading.words, context.reading.content
    start, end = start_of_clause(content[low], context), content[place.last] + 1
    said = [word.text for word in words[start:end]]
    kin = context.numbers["ill-family"]
    at = next(
        (
            at
            for at in reversed(range(len(said)))
            if is_relative(said[at], context) or kin in families_of(said[at], context.rules)
        ),
        -1,
    )
    if at < 0 or not FIRST.isdisjoint(said[at + 1 :]):
        return False
    if not _LATE.isdisjoint(said[max(0, at - 1) : at]):
        return True
    behind = tuple(word.text for word in words[end : end + STORY_AFTER])
    return any(behind[at : at + 3] in _DEAD for at in range(len(behind)))


def _is_of_a_whole_life(place: Place, context: Context) -> bool:
    """Return whether "all his life" stands right behind a sign."""
    start = context.reading.content[place.last] + 1
    return tuple(word.text for word in context.reading.words[start : start + 3]) in _LIVES


def _is_met_at_work(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether people met at work have the sign: "I am a paramedic and lift unconscious people".

    The writer must speak of work, and not of a "me" or "my" beside it. The sign is theirs if, of all persons named up
    to the word behind the sign, they are named last.
    """
    earlier = context.bounds.get(context.sentence[low] - 1, (low, low))[0]
    if not has(context, "work-talk", earlier, high):
        return False
    if _is_handled(place, context, low, high):
        return True
    words, content = context.reading.words, context.reading.content
    start, sign_end = start_of_clause(content[low], context), content[place.last]
    is_own = any(
        words[index].text in _OWN_BUT_I
        and not _OF_WORK.intersection(word.text for word in words[index + 1 : index + 2])
        for index in range(start, content[high] + 1)
    )
    if is_own:
        return False
    named = [word.text for word in words[content[earlier] : sign_end + 2]]
    last = next((text for text in reversed(named) if text in _AT_WORK | _ONE | PERSONS), "")
    return last in _AT_WORK


def _is_handled(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sign is what somebody treats at work, again and again: "I treat strokes all day"."""
    texts, words, content = context.texts, context.reading.words, context.reading.content
    at = next((at for at in range(place.first - 1, low - 1, -1) if texts[at] in _HANDLING), -1)
    if at < 0 or not _HAD.isdisjoint(word.text for word in words[content[at] + 1 : content[place.last] + 1]):
        return False
    return texts[place.last] in _MANY or not _ALWAYS.isdisjoint(texts[at : high + 1])
