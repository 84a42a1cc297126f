"""Whether a sign is only talked about: asked about in general, or supposed and not there (rules 15 to 17).

Questions that take a sign for granted are for `presupposing`.
"""

from collections.abc import Sequence

from chatbot.english.function_words import (
    AUXILIARIES,
    FUNCTION_WORDS,
    POSSESSIVES,
    RELATIVES,
    SUBJECTS,
    WORDS_THAT_ASK,
)
from chatbot.normalise import Word
from chatbot.safety.after_all.mine_too import is_mine_too
from chatbot.safety.in_context.context import Context, Status, between, has, start_of_clause
from chatbot.safety.in_context.persons import is_here_and_now, is_personal
from chatbot.safety.reading.families import OPENING
from chatbot.safety.reading.places import Place, SafetyReading
from chatbot.safety.windows import FEARED_RAW, GENERAL_PERSON, LEADING_IN, UNWANTED_RAW

ONLY_IF = Status("about", "rule 17: only if, not now")
IN_GENERAL = Status("about", "rule 15: a question in general")

# "Have", "am" and "must" begin what is told: "have had no feeling", "am numb", "must be the screws".
_ASKING_STARTS = (
    WORDS_THAT_ASK | AUXILIARIES - {"must", "have", "am"} | {"might", "dose"}  # "dose it hurt"
    | frozenset("wondering wonder curious explain tell define asking".split())
)  # fmt: skip
# Staff and carers write down a patient's state without naming them: "has chest pain", "is having trouble breathing".
_AFTER_HAS = SUBJECTS.union(
    RELATIVES,
    POSSESSIVES,
    "anyone anybody someone somebody everyone the these those any".split(),
)
_AFTER_A_VERB_THAT_TELLS = frozenset(
    """not having getting feeling acting complaining unable now still also so very completely barely hardly
    suddenly""".split()
)
_CAN = frozenset(("can", "could"))
_BEFORE_A_QUESTION = OPENING | frozenset(
    "so um uh well and but also doc question quick maybe just thanks yes no excuse me sorry one other then another"
    " thing or".split()
)
# "If" after these supposes nothing: "not sure if", "tell me if", "feels as if".
_BEFORE_WHETHER = frozenset(
    "know sure wonder wondering tell ask asking see idea check unsure normal ok okay bad concern matter as even"
    " only and feels feel felt understand say saying determine asked worry odd weird".split()
)
# "If I stand" tells when it comes.
_ACTIVITIES = frozenset(
    "stand sit lie lay cough sneeze laugh bend move press touch lift walk turn breathe roll get strain push raise"
    " rise swallow eat drink inhale lean wipe try stay flex put take".split()
)
_GETTING_SOMEWHERE = frozenset("up out in down off dressed going back".split())
_LATE_CONDITIONS = frozenset(("suppose", "supposing", "hypothetically"))
_EXPLAINING = frozenset(("explain", "define"))
_MEANING = frozenset(("mean", "means"))
_WORRYING = frozenset("worry worried concerned".split())
# "Not to worry about fainting, but it is worse": what is there is not only feared.
_GOING_ON = frozenset("worse worsening keeps still again constant daily".split())
# "I would hate to faint", "I do not want to lose control", "I hope I never faint": it has not come.
_HATING = frozenset("hate dread rather prefer".split())
_HOPING = frozenset("hope hoping pray praying wish".split())
_NOT_AT_ALL = frozenset(("not", "never"))
_NOT_FOR_THE_FIRST_TIME = frozenset("again anymore more this last yesterday longer keep still but".split())
# "I might be bleeding", "he may have had a fit": it may be there now; "I might be paralyzed" is what may come.
_MAY = frozenset(("might", "may", "could"))
_PARTICIPLES = frozenset(
    "had been lost wet torn gone got gotten broken come hurt taken thrown felt fallen blown burst".split()
)
# "I dreamt I was paralyzed, woke up paralyzed": what stands behind is no dream.
_AWAKE = frozenset(("woke", "waking"))
_POINTING_AT_A_SIGN = frozenset("my his her not i he she our".split())
_POINTING_AT_THE_NEXT_WORDS = frozenset("this that the these its".split())
_TELLERS = frozenset(
    "doctor doc surgeon nurse report letter mri ct scan chart says said say writes wrote told".split()
)


def questions(reading: SafetyReading, text: str) -> dict[int, tuple[bool, int]]:
    """Return for each sentence whether it starts as a question, and from which content word on its "?" counts.

    The "?" counts from the last comma on ("my chest is tight, is it gas?"); it is -1 where there is none.
    """
    asks: dict[int, tuple[bool, int]] = {}
    words = reading.words
    starts: dict[int, int] = {}
    for index, number in enumerate(reading.sentence):
        starts.setdefault(number, index)
    for number, start in starts.items():
        end = starts.get(number + 1, len(words))
        following = words[end].start if end < len(words) else len(text)
        governs = -1
        if "?" in text[words[end - 1].end : following]:
            governs = next((i for i in range(end - 1, start, -1) if words[i].mark == ","), start)
            governs = reading.position[governs]
        at = start
        while at < end and words[at].text in _BEFORE_A_QUESTION:
            at += 1
        opening = [word.text for word in words[at : min(at + 2, end)]]
        asks[number] = (_opens_a_question(opening) and not _is_no_can(words, at, start), governs)
    return asks


def _is_no_can(words: Sequence[Word], at: int, start: int) -> bool:
    """Return whether a sentence begins with "no can pee", as who has little English says "I can not"."""
    is_joined = at > start and words[at - 1].text == "no" and not words[at].mark
    return (
        is_joined and words[at].text in _CAN and not {word.text for word in words[at + 1 : at + 2]} & SUBJECTS
    )


def _opens_a_question(opening: Sequence[str]) -> bool:
    """Return whether a sentence that opens with these one or two words asks; "can not get air in" tells."""
    first, following = opening[:1], opening[1:]
    if not first or first[0] not in _ASKING_STARTS:
        return False
    if first[0] == "has":
        return not following or following[0] in _AFTER_HAS
    if (
        first[0] == "was"
        and following
        and following[0].endswith("ing")
        and following[0] not in FUNCTION_WORDS
    ):
        return False  # "was vomiting blood"
    if first[0] in _CAN and following == ["only"]:
        return False  # "can only say two words"
    return not following or following[0] not in _AFTER_A_VERB_THAT_TELLS


def only_talked_about(
    place: Place, context: Context, low: int, high: int, *, is_current: bool
) -> Status | None:
    """Return why a sign is only talked about: it is only supposed, or named in general; None where it is told.

    `is_current`: its sentences say "now", "today" or the like.
    """
    if _is_unwanted(place, context, low) or _is_condition(place, context, low, high):
        return ONLY_IF
    return IN_GENERAL if _is_general(place, context, low, high, is_current=is_current) else None


def _is_condition(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sign is only supposed and has not begun: "if", "suppose", "in case", "next month" (rule 17).

    Some of these suppose nothing: "not sure if", "if I stand", "I might be having". A "now" behind the sign tells it.
    """
    texts = context.texts
    if has(context, "none-happened", 0, len(texts) - 1) and not has(context, "mine-too", low, high):
        return True
    if has(context, "current", place.first, high) and not has(context, "future", low, place.first):
        return False
    for index in range(max(low, place.first - LEADING_IN), place.first):
        text = texts[index]
        if text in _LATE_CONDITIONS:
            return True
        if text == "if":
            before = texts[index - 1] if index else ""
            after = texts[index + 1 : index + 4]
            if before in _BEFORE_WHETHER or _names_an_activity(after):
                continue
            if before == "what" or not has(context, "current", low, high):
                return True
    future = between(context, "future", low, high)
    is_to_come = any(
        spot.first <= place.last
        and not _may_be_now(spot, context)
        and _AWAKE.isdisjoint(texts[spot.last + 1 : place.first])
        for spot in future
    )
    return is_to_come and not is_mine_too(context, low, high)


def _names_an_activity(after: tuple[str, ...]) -> bool:
    """Return whether the words behind an "if" name what somebody does when the sign comes: "if I stand", "if I get up".

    "If I get a fever" names none.
    """
    done = after[1:] or after
    return done[0] in _ACTIVITIES if done and done[0] != "get" else not _GETTING_SOMEWHERE.isdisjoint(done)


def _may_be_now(future: Place, context: Context) -> bool:
    """Return whether these words for what may come speak of now: "I might be having", "it may have leaked"."""
    words, last = context.reading.words, context.reading.content[future.last]
    may, verb, form, then = (*(word.text for word in words[last : last + 4]), "", "", "", "")[:4]
    if may not in _MAY:
        return False
    if verb == "be":
        return form.endswith("ing") and (form, then) != ("going", "to")
    return verb == "have" and (form in _PARTICIPLES or form.endswith("ed"))


def _is_unwanted(place: Place, context: Context, low: int) -> bool:
    """Return whether a sign is what somebody would hate, or hopes not, to have: "I would hate to faint".

    Not with an "again" or "any more" near it, which says that it has been there.
    """
    words, content = context.reading.words, context.reading.content
    start = start_of_clause(content[low], context)
    end = content[place.last]
    before = [word.text for word in words[start : content[place.first]]]
    behind = [word.text for word in words[end + 1 : end + 4]]
    if not _NOT_FOR_THE_FIRST_TIME.isdisjoint(before[-UNWANTED_RAW:] + behind):
        return False
    for at in range(max(0, len(before) - UNWANTED_RAW), len(before)):
        would_not = before[at] in _HATING and before[at - 1] in ("would", "d") and at > 0
        not_want = before[at : at + 2] == ["want", "to"] and before[at - 1] in _NOT_AT_ALL and at > 0
        hopes = before[at] in _HOPING and not _NOT_AT_ALL.isdisjoint(before[at + 1 : at + 5])
        if would_not or not_want or hopes:
            return True
    return False


def _is_general(place: Place, context: Context, low: int, high: int, *, is_current: bool) -> bool:
    """Return whether a sign is only named in general: in a question, as a risk, or of people in general (rule 15).

    Not where the words say that it is there for somebody in particular (rule 16), unless they only ask what a report or
    a doctor meant by it.
    """
    first, last = context.sentence[place.first], context.sentence[place.last]
    if _is_feared(place, context, low):
        return True
    before = context.bounds.get(first - 1, (low, low))[0]
    following = context.bounds.get(last + 1, (high, high))[1]
    if is_mine_too(context, before, following) or has(context, "report-question", low, following):
        return False
    asks = any(_asks(number, place, context) for number in range(first, last + 1))
    informs = any(
        not set(spot.parts) & set(place.parts) for spot in between(context, "information-strong", low, high)
    )
    if not asks and not informs:
        near = max(low, place.first - GENERAL_PERSON)
        if is_here_and_now(context, low, high):
            return False
        return has(context, "general-person", near, place.first) and not is_personal(
            place, context, low, high
        )
    asks_a_meaning = _asks_a_meaning(context, low, high)
    if is_personal(place, context, low, high):
        return asks_a_meaning and _is_told(context, low, high)
    return asks_a_meaning or not is_current or (asks and has(context, "general-person", low, high))


def _is_feared(place: Place, context: Context, low: int) -> bool:
    """Return whether a sign is only feared: "should I worry about bleeding"; not "about my bleeding", "the pus"."""
    words, content = context.reading.words, context.reading.content
    start = max(content[low], content[place.first] - FEARED_RAW)
    said = [word.text for word in words[start : content[place.last] + 1]]
    at = next((at for at in range(1, len(said)) if said[at] == "about" and said[at - 1] in _WORRYING), -1)
    if at < 0 or start + at >= content[place.first]:
        return False
    points = not _POINTING_AT_THE_NEXT_WORDS.isdisjoint(said[at : at + 3])
    if points or not _POINTING_AT_A_SIGN.isdisjoint(said[at:]):
        return False
    behind = words[content[place.last] + 1 : content[place.last] + 1 + FEARED_RAW]
    return _GOING_ON.isdisjoint(word.text for word in behind)


def _is_told(context: Context, low: int, high: int) -> bool:
    """Return whether the writer asks what a report or a doctor meant: then the sign is only quoted."""
    texts = context.texts[low : high + 1]
    return texts[0] in _EXPLAINING or not _TELLERS.isdisjoint(texts)


def _asks_a_meaning(context: Context, low: int, high: int) -> bool:
    """Return whether the meaning of something is asked for: "what does ... mean", "explain ... to me"."""
    texts = context.texts[low : high + 1]
    return texts[0] in _EXPLAINING or (texts[0] == "what" and not _MEANING.isdisjoint(texts))


def _asks(number: int, place: Place, context: Context) -> bool:
    """Return whether a sentence asks about this place, as a whole or in its last clause.

    "My chest is tight, is it gas?" asks in its last clause only, so that the tight chest is told.
    """
    starts, last_clause = context.asks.get(number, (False, -1))
    return starts or -1 < last_clause <= place.last
