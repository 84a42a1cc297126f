"""Whether a sign that the words make is there now: denied, over, old, only talked about, or present.

Owns negation, time, who, information and conditions (rules 5 to 19 of docs/safety.md, each named where it is
used). Works on the content words of a `Reading`; the word lists are families of knowledge/safety.yaml, the
grammar words below are part of English and no clinician's business.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from chatbot.safety.reading import Hit, Place, Reading, families_of
from chatbot.safety.signs import SafetyRules, Sign

# Rule 5 (NGX): a denial covers about six words; every comma, "or" and "nor" starts the count again.
_DENIAL_REACH = 6
_YEAR_DIGITS, _SHORT_YEAR_DIGITS = 4, 2
_SHORTEST_PAST = 4  # "bed" and "need" are no past tense
_NEAR_SIGN = 9  # content words between a sign and what is said of it
_DENIERS = frozenset(
    "no not without never neither nor none denies deny denied denying negative isnt nope zero nil dont".split()
)
_DENIAL_STOPS = frozenset(
    "but however although except only though still now because since then yet instead until while which where"
    " that if so plus started began begun keeps keep suddenly today tonight yesterday just apart besides".split()
)
# A verb of its own begins: "no fever, can not pass water".
_CANNOT = frozenset("can cannot cant could".split())
_NOT_WORDS = frozenset("not dont isnt".split())
_HAVING_LISTS = frozenset("have had having any feel feeling get getting got numb weak swollen red".split())
_SUBJECTS = frozenset("i he she it they we there this".split())
_LIST_WORDS = frozenset(("or", "nor", "and"))
_MODALS = frozenset("can could will would should must shall may might".split())
# After "not": the verb is the whole denial, or the denial is no denial of what follows (rule 7).
_OPAQUE_AFTER_NOT = frozenset(
    """
    know sure only want wanted sleep slept sleeping believe care wait remember like just until stop
    stopped stopping help helps helped work working works think going go mean mind understand let
    want wanting ask call called tell told drink eat eating taken take taking getting get hold
    holding do done doing supposed so too much long certain see make making even because being been
    enough good right ok okay better well yet old that as all quite to say talk answer answering
    listening responding respond wake waking move moving walk stand
    """.split()
)
_OPAQUE_AFTER_NEVER = frozenset(
    "felt happened this notice noticed that so been before seen like used knew know".split()
)
_OPAQUE_AFTER_NO = frozenset(
    "one idea clue matter wonder doubt relief change better use choice reason point biggie way help big more joke lie"
    " kidding end longer-than doctor appointment warning".split()
)
_FINITE = frozenset(
    "is are was were am has have had feel feels felt started began keeps keep went goes going getting got gets looks"
    " look looking smells smell comes coming came hurts hurt turned turns became won can will cannot cant does did"
    " leaking draining running bleeding spreading swelling dripping oozing weeping".split()
)

_PERSONAL = frozenset("i me my mine myself im he she his her him himself herself we our us ours".split())
_FIRST = frozenset("i me my mine myself im we our us".split())
_THIRD = frozenset("he she his her him himself herself hers".split())
_FRAMING_AFTER_MY = frozenset(
    "surgeon doctor doc insurance surgery fusion operation revision procedure report mri xray x scan question"
    " appointment consent form friend neighbor insurer policy results chart records record therapist"
    " rods screws hardware hospital plan pt age job boss work first second redo upcoming case condition".split()
)
_ASKING_STARTS = frozenset(
    "what which how why who whom when where can could do does did is are will would should may might was were has"
    " whats hows whens wheres whys wich wat dose shud".split()
)
_GREETINGS = frozenset(
    "hi hello hey ok okay so um uh well and but also please good morning afternoon evening doctor doc dear sir madam"
    " question quick maybe just thanks yes no hiya excuse me sorry one other then another thing or".split()
)
_THINKING = frozenset("read heard saw wonder understand want would know wanted need see look found".split())
_HAVING = frozenset("have am feel got keep cannot had cant noticed woke started".split())
_TELLING = frozenset("wondering wonder curious explain tell define asking".split())
_NOT_CONDITIONS = frozenset(
    "know sure wonder wondering tell ask asking see dunno idea check unsure normal ok okay bad concern matter as even"
    " only and feels feel felt understand say saying determine asked worry odd weird".split()
)
_ACTIVITIES = frozenset(
    "stand sit lie lay cough sneeze laugh bend move press touch lift walk turn breathe roll get strain push raise"
    " rise swallow eat drink inhale lean wipe try stay flex put take".split()
)
_LATE_CONDITIONS = frozenset(("suppose", "supposing", "hypothetically"))


class Status(NamedTuple):
    """What the context says of one hit.

    `kind`: "present", "denied", "over", "old" (there, but long unchanged), "about" (only talked about), "other"
    (somebody else's past, a story). `rule` names the rule that decided.
    """

    kind: str
    rule: str


PRESENT = Status("present", "rule 9: no time named means now")


class Context(NamedTuple):
    """The message's grammar, worked out once for all its hits. Indexes are content words unless named otherwise."""

    reading: Reading
    rules: SafetyRules
    texts: tuple[str, ...]
    sentence: tuple[int, ...]
    bounds: dict[int, tuple[int, int]]
    asks: dict[int, tuple[bool, int]]
    marks: list[str]
    denied_by: tuple[int, ...]
    past_years: tuple[int, ...]
    since_years: tuple[int, ...]
    numbers: dict[str, int]


def understand(reading: Reading, rules: SafetyRules, found: list[Hit], text: str) -> Context:
    """Return the context of a message whose words make signs."""
    words = reading.words
    texts = tuple(words[index].text for index in reading.content)
    sentence = tuple(reading.sentence[index] for index in reading.content)
    bounds: dict[int, tuple[int, int]] = {}
    for place, number in enumerate(sentence):
        first, _ = bounds.get(number, (place, place))
        bounds[number] = (first, place)
    numbers = rules.worked_out.get("numbers")
    if numbers is None:
        numbers = rules.worked_out["numbers"] = {name: number for number, name in enumerate(rules.families)}
    past, since = _years(texts)
    marks = _marks(reading)
    return Context(
        reading=reading,
        rules=rules,
        texts=texts,
        sentence=sentence,
        bounds=bounds,
        asks=_questions(reading, text),
        marks=marks,
        denied_by=_denials(reading, texts, sentence, marks, _spoken_for(reading, numbers, found)),
        past_years=past,
        since_years=since,
        numbers=numbers,
    )


def signs_by_id(rules: SafetyRules) -> dict[str, Sign]:
    """Return the signs by their ids, remembered."""
    by_id: dict[str, Sign] | None = rules.worked_out.get("signs")
    if by_id is None:
        by_id = rules.worked_out["signs"] = {sign.id: sign for sign in rules.signs}
    return by_id


def status(hit: Hit, context: Context) -> Status:  # noqa: PLR0911 - one return for each rule that decides
    """Return whether this hit is present, and the rule that decided."""
    sign = context.rules.signs[hit.sign]
    place = hit.place
    own = context.sentence[place.first], context.sentence[place.last]
    low, high = context.bounds[own[0]][0], context.bounds[own[1]][1]
    if _is_denied(place, context, low, high):
        return Status("denied", "rule 5: it is denied")
    if sign.time == "crisis":
        return _crisis_status(place, context, low, high)
    is_current = _has(context, "current", low, high) and not _only_now_as_contrast(context, low, high)
    if _is_a_story(context, low, high, place) or (
        not is_current and _is_others_past(context, low, high, place)
    ):
        return Status("other", "rule 14: somebody else's past, or a story")
    if not is_current or _has(context, "outcome", place.last + 1, high):
        over = _over(place, context, low, high)
        if over:
            return over
    old = _old(place, context, low, high, sign.time)
    if old:
        return old
    if _is_condition(place, context, low, high):
        return Status("about", "rule 17: only if, not now")
    if _is_general(place, context, low, high, own, is_current):
        return Status("about", "rule 15: a question in general")
    return PRESENT


def is_denied(place: Place, context: Context) -> bool:
    """Whether what stands at a place is denied (rule 5)."""
    low = context.bounds[context.sentence[place.first]][0]
    return _is_denied(place, context, low, context.bounds[context.sentence[place.last]][1])


def is_third_person(place: Place, context: Context) -> bool:
    """Whether the person who is unwell is not the one who writes (rule 14)."""
    words = context.reading.words
    at = context.reading.content[place.last]
    lowest = max(0, at - 40)
    for index in range(at, lowest - 1, -1):
        text = words[index].text
        if text in _THIRD:
            return True
        if text in ("me", "us") and index and words[index - 1].text in _FINDING:
            return False  # "my husband found me on the floor"
        if text in _FIRST:
            following = [words[next_].text for next_ in range(index + 1, min(index + 4, len(words)))]
            if text in ("my", "our") and any(_is_relative(word, context) for word in following):
                return True
            if text in ("me", "us"):
                continue
            return False
        if _is_relative(text, context) and not (
            text == "pop" and index and words[index - 1].text in _NO_FATHER
        ):
            return True
    return False


# What others do to whoever writes.
_FINDING = frozenset("found caught saw heard watched brought drove took drives".split())
_NO_FATHER = frozenset("a the loud big felt heard something another".split())


def has_first_person(tokens: Sequence[str]) -> bool:
    """Whether whoever writes is named anywhere."""
    return not _FIRST.isdisjoint(tokens)


def has_third_person(tokens: Sequence[str]) -> bool:
    """Whether a he or a she is named anywhere."""
    return not _THIRD.isdisjoint(tokens)


def _is_relative(text: str, context: Context) -> bool:
    return context.numbers["relative"] in families_of(text, context.rules)


# ------------------------------------------------------------------ negation (rules 5 to 8)


def _spoken_for(reading: Reading, numbers: dict[str, int], found: list[Hit]) -> set[int]:
    """Return content words that are part of a sign or of a false denial: they deny nothing (rules 6 and 7)."""
    taken: set[int] = set()
    for hit in found:
        taken.update(hit.place.parts)
    for place in reading.found.get(numbers["false-negation"], ()):
        taken.update(place.parts)
    return taken


def _denials(
    reading: Reading,
    texts: tuple[str, ...],
    sentence: tuple[int, ...],
    marks: list[str],
    spoken_for: set[int],
) -> tuple[int, ...]:
    """Return for each content word the content word that denies it, or -1."""
    denied_by = [-1] * len(texts)
    denier, left = -1, 0
    for place, text in enumerate(texts):
        if (
            (place and sentence[place] != sentence[place - 1])
            or (denier >= 0 and text in _DENIAL_STOPS)
            or (denier >= 0 and place > denier + 1 and text in _SUBJECTS | _CANNOT)
        ):
            denier, left = -1, 0
        elif denier >= 0 and (marks[place] == "," or text in _LIST_WORDS):
            is_verb_denied = texts[denier] in _NOT_WORDS and texts[denier + 1] not in _HAVING_LISTS
            is_each_denied = _denies_each(denier, texts, sentence) and text not in _DENIERS | _LIST_WORDS
            if ((is_verb_denied or is_each_denied) and marks[place] == ",") or _starts_a_clause(
                place, texts, sentence, marks, reading
            ):
                denier, left = -1, 0
            else:
                left = _DENIAL_REACH + 1
        if text in _DENIERS and place not in spoken_for and _denies(place, texts, _raw_after(place, reading)):
            denier, left = place, _DENIAL_REACH
            continue
        if denier >= 0 and left > 0:
            denied_by[place] = denier
            left -= 1
    return tuple(denied_by)


def _marks(reading: Reading) -> list[str]:
    """Return for each content word the pause before it, or before the small words that lead to it: ", my scar"."""
    marks: list[str] = []
    end = 0
    for index in reading.content:
        marks.append(next((word.mark for word in reading.words[end : index + 1] if word.mark), ""))
        end = index + 1
    return marks


def _denies_each(denier: int, texts: tuple[str, ...], sentence: tuple[int, ...]) -> bool:
    """Return whether each thing has a "no" of its own, as in "no fever, no pain, numb groin": the last is there."""
    return texts[denier] == "no" and any(
        texts[place] == "no" and sentence[place] == sentence[denier]
        for place in range(max(0, denier - _DENIAL_REACH), denier)
    )


def _raw_after(place: int, reading: Reading) -> str:
    """Return the word behind a content word, small words counted."""
    index = reading.content[place] + 1
    return reading.words[index].text if index < len(reading.words) else ""


def _denies(place: int, texts: tuple[str, ...], raw_after: str) -> bool:
    text = texts[place]
    following = texts[place + 1] if place + 1 < len(texts) else ""
    before = texts[place - 1] if place else ""
    if text in ("no", "zero", "nil"):
        # "My right, no, my left" takes something back.
        return following not in _OPAQUE_AFTER_NO and raw_after not in ("my", "i", "it", "wait")
    if text in ("not", "dont", "isnt"):
        if before in _MODALS:
            return following in ("have", "find", "see", "report")
        return following not in _OPAQUE_AFTER_NOT
    if text == "never":
        return following not in _OPAQUE_AFTER_NEVER and "before" not in texts[place : place + 8]
    return True


def _starts_a_clause(
    place: int, texts: tuple[str, ...], sentence: tuple[int, ...], marks: list[str], reading: Reading
) -> bool:
    """Whether the words up to the next pause have a verb or subject of their own: "no fever, the wound is open"."""
    word = reading.content[place]
    begins = place
    if texts[place] in _LIST_WORDS:
        begins += 1 if texts[place] == "and" else 2  # "never fainted or had a fit" goes on denying
    for index in range(begins, min(begins + 8, len(texts))):
        if sentence[index] != sentence[place] or (index > place and marks[index] == ","):
            break
        if texts[index] in _FINITE or texts[index] in _SUBJECTS:
            return True
        if texts[index] in _DENIERS:
            return False
    previous = reading.words[word - 1].text if word else ""
    return previous in ("my", "his", "her", "the") and marks[place] == ","


def _is_denied(place: Place, context: Context, low: int, high: int) -> bool:
    for part in place.parts:
        if context.denied_by[part] >= 0 and context.denied_by[part] not in place.parts:
            return True
    for family, first, last in (
        ("ruled-out", place.last + 1, place.last + 4),
        ("denied-before", place.first - 4, place.first - 1),
    ):
        for spot in _between(context, family, max(low, first), min(high, last)):
            if not set(spot.parts) & set(place.parts):
                return True
    return False


# ------------------------------------------------------------------ time (rules 9 to 13)


def _years(texts: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
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
            near = texts[max(0, place - 5) : place]
            (since if "since" in near or "from" in near else past).append(place)
    return tuple(past), tuple(since)


def _over(place: Place, context: Context, low: int, high: int) -> Status | None:
    """Rule 10: a past mark and an outcome, or a past mark and another question now."""
    past = _past_places(context, low, high)
    # The sentence before may carry the past ("Years back ... . My crotch was numb"), but only with an outcome: "We
    # moved here last year. I took too many pills." is now.
    is_borrowed = not past
    if not past:
        first = context.sentence[low]
        for back in (1, 2):
            if first - back in context.bounds:
                earlier = context.bounds[first - back]
                if _past_places(context, *earlier) and _is_past_tense(context, low, high):
                    past = _past_places(context, *earlier)
                    break
    if not past:
        return None
    outcome = _has(context, "outcome", place.last + 1, len(context.texts) - 1) or _has(
        context, "outcome", low, high
    )
    if outcome and _is_past_tense(context, low, high):
        return Status("over", "rule 10: long over, and it ended well")
    if (
        outcome
        and not _has(context, "current", low, high)
        and not _is_present_tense(place, context, low, high)
    ):
        return Status("over", "rule 10: long over, and it ended well")
    if is_borrowed:
        return None
    dates_surgery = any(_dates_surgery(spot, place, context) for spot in past)
    if (
        not dates_surgery
        and _is_past_tense(context, low, high)
        and not _is_present_tense(place, context, low, high)
    ):
        return Status("over", "rule 10: in the past, and something else is asked now")
    return None


def _past_places(context: Context, low: int, high: int) -> list[int]:
    places = [spot.last for spot in _between(context, "past-mark", low, high)]
    places += [year for year in context.past_years if low <= year <= high]
    return sorted(places)


def _dates_surgery(spot: int, place: Place, context: Context) -> bool:
    """Whether a past mark stands with a surgery word, and nearer to it than to the sign ("fused in 2019, numb")."""
    reach = _between(context, "surgery-word", spot - 5, spot + 3)
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


_PAST_VERBS = frozenset(
    "was were had did could went got came lost felt fell woke became took used suffered stopped broke ended washed ran"
    " gave leaked numbed swelled fainted collapsed opened developed experienced dropped kept blew burst ruptured"
    " tore".split()
)
_PRESENT_VERBS = frozenset(
    "is are am has have can do does cannot keeps feels hurts feel hurt wont gets".split()
)


def _is_past_tense(context: Context, low: int, high: int) -> bool:
    return any(
        text in _PAST_VERBS or (text.endswith("ed") and len(text) > _SHORTEST_PAST)
        for text in context.texts[low : high + 1]
    )


def _is_present_tense(place: Place, context: Context, low: int, high: int) -> bool:
    """Whether a present verb stands by the sign itself (four words before it up to its end)."""
    texts = context.texts[max(low, place.first - 3) : min(high, place.last + 1) + 1]
    return any(text in _PRESENT_VERBS for text in texts) and not any(
        text in ("had", "was", "were", "did", "could") for text in texts
    )


def _only_now_as_contrast(context: Context, low: int, high: int) -> bool:
    """Whether the present is well: "back then ..., now I walk straight"."""
    return _has(context, "past-mark", low, high) and _has(context, "outcome", low, high)


_LASTING = frozenset("since ever been always for".split())  # these date the sign, never the surgery


def _old(place: Place, context: Context, low: int, high: int, time: str) -> Status | None:
    """Rules 11 and 12: unchanged for long, or improving."""
    if time not in ("change", "cauda"):
        return None
    lowest = context.bounds.get(context.sentence[low] - 1, (low, low))[0]
    highest = _end_of_what_is_said(context, high)
    is_worse = _has(context, "worse", low, high) and not _has(context, "unchanged", low, high)
    if is_worse:
        return None
    is_long = any(low <= year <= highest for year in context.since_years) or any(
        context.texts[spot.first] in _LASTING or not _dates_surgery(spot.last, place, context)
        for spot in _between(context, "long-time", low, highest)
        if not _is_age(spot, context)
    )
    is_same = any(not _is_age(spot, context) for spot in _between(context, "unchanged", lowest, highest))
    if is_long and (is_same or time == "change"):
        rule = "rule 11: unchanged for long" if time == "change" else "rule 12: old and unchanged"
        return Status("old", rule)
    if (
        time == "change"
        and is_same
        and _has(context, "surgery-word", low, high)
        and _has(context, "past-mark", low, high)
    ):
        return Status("old", "rule 11: the same as before surgery")
    if time == "change" and any(
        _improves(spot, place, context, highest) for spot in _between(context, "improving", low, highest)
    ):
        return Status("over", "rule 11: improving")
    return None


_REFERS_BACK = frozenset("it its that this they them same always unchanged forever".split())
_GOES_ON = frozenset("been for since had have has years months no".split())


def _end_of_what_is_said(context: Context, high: int) -> int:
    """Return where what is said of a sign ends: with the next sentence only where that one speaks of it, too.

    "It has been so for years" does; "I have lived here for many years" does not.
    """
    first, last = context.bounds.get(context.sentence[high] + 1, (high, high))
    following = context.texts[first : last + 1]
    if last > high and (not _REFERS_BACK.isdisjoint(following) or following[0] in _GOES_ON):
        return last
    return high


_YEARS = frozenset("year years yr yrs".split())


def _is_age(spot: Place, context: Context) -> bool:
    """Whether "sixty years old" or "years of age" stands here: it dates a person, never a sign."""
    around = context.texts[max(0, spot.first - 1) : spot.last + 3]
    return not _YEARS.isdisjoint(around) and not {"old", "age"}.isdisjoint(around)


_PAINS = frozenset("pain pains ache".split())
_TURNS = frozenset("not no never isnt nt worse then but today was were until hoping hope".split())


def _improves(spot: Place, place: Place, context: Context, highest: int) -> bool:
    """Whether "better" speaks of this sign, is not denied, and no new turn follows ("was better, then today ...")."""
    if set(spot.parts) & set(place.parts) or abs(spot.first - place.last) > _NEAR_SIGN < abs(
        place.first - spot.last
    ):
        return False
    if _PAINS.intersection(context.texts[max(0, spot.first - 2) : spot.first]) and not _PAINS.intersection(
        context.texts[place.first : place.last + 1]
    ):
        return False  # "my stitches opened, the pain is better though"
    around = (
        context.texts[max(0, spot.first - 3) : spot.first]
        + context.texts[spot.last + 1 : min(highest, spot.last + 4) + 1]
    )
    return not any(text in _TURNS for text in around)


# ------------------------------------------------------------------ who, information, conditions (rules 14 to 17)


def _is_a_story(context: Context, low: int, high: int, place: Place) -> bool:
    """Rule 14: read, seen or told, in this sentence or the two before, and not said of oneself."""
    if _first_person_sign(place, context, low):
        return False
    if _has(context, "story", max(low, place.first - 14), min(high, place.last + 6)):
        return True
    earlier = (context.bounds.get(context.sentence[low] - back) for back in (1, 2))
    return any(
        _has(context, "story", *bounds) and not _IN_A_STORY.isdisjoint(context.texts[bounds[0] : high + 1])
        for bounds in earlier
        if bounds
    )


# Somebody whom a story is about. "I read your page. His face droops" tells no story.
_IN_A_STORY = frozenset(
    """man woman guy lady girl boy person people patient patients someone somebody one case story post article they
    their celebrity singer actor player character""".split()
)


def _is_others_past(context: Context, low: int, high: int, place: Place) -> bool:
    """Rule 14: a family history, a relative's past, something read or seen."""
    near_low = max(low, place.first - 14)
    if _has(context, "others-had", near_low, place.last) and not _has(context, "report-question", low, high):
        return True
    if _has(context, "ill-family", low, high) and (
        _past_places(context, low, high) or _has(context, "information-word", low, high)
    ):
        return True
    return _has(context, "relative", near_low, place.last) and (
        _long_past(context, low, high, place)
        or (_has(context, "outcome", place.last + 1, high) and "had" in context.texts[near_low : place.last])
    )


def _long_past(context: Context, low: int, high: int, place: Place) -> bool:
    """Whether a past of years stands here, and not as the date of the surgery."""
    short = {spot.last for spot in _between(context, "short-past", low, high)}
    return any(
        spot not in short and not _dates_surgery(spot, place, context)
        for spot in _past_places(context, low, high)
    )


def _first_person_sign(place: Place, context: Context, low: int) -> bool:
    words, content = context.reading.words, context.reading.content
    start = content[max(low, place.first - 3)]
    return any(
        words[index].text in ("i", "my", "me", "mine")
        for index in range(max(0, start - 1), content[place.last] + 1)
    )


def _is_condition(place: Place, context: Context, low: int, high: int) -> bool:
    """Rule 17: if, suppose, what if, in case, next month; with no onset."""
    texts = context.texts
    if _has(context, "none-happened", 0, len(texts) - 1) and not _has(context, "mine-too", low, high):
        return True
    if _has(context, "current", place.first, high) and not _has(context, "future", low, place.first):
        return False
    for index in range(max(low, place.first - 14), place.first):
        text = texts[index]
        if text in _LATE_CONDITIONS:
            return True
        if text == "if":
            before = texts[index - 1] if index else ""
            after = texts[index + 1 : index + 4]
            if before in _NOT_CONDITIONS or any(word in _ACTIVITIES for word in after[1:2] or after[:1]):
                continue
            if before == "what" or not _has(context, "current", low, high):
                return True
    future = _between(context, "future", low, high)
    return any(spot.first <= place.last for spot in future) and not _has(context, "mine-too", low, high)


def _is_general(
    place: Place, context: Context, low: int, high: int, own: tuple[int, int], is_current: bool
) -> bool:
    """Rules 15 and 16: about people, risks, reports; personal evidence turns it back on."""
    following = context.bounds.get(own[1] + 1, (high, high))[1]
    before = context.bounds.get(own[0] - 1, (low, low))[0]
    if _has(context, "mine-too", before, following) or _has(context, "report-question", low, following):
        return False
    asks = any(_asks(number, place, context) for number in range(own[0], own[1] + 1))
    informs = any(
        not set(spot.parts) & set(place.parts) for spot in _between(context, "information-strong", low, high)
    )
    if not asks and not informs:
        return _has(context, "general-person", max(low, place.first - 5), place.first) and not _is_personal(
            place, context, low, high
        )
    if _is_personal(place, context, low, high):
        return _asks_a_meaning(context, low, high) and _is_told(context, low, high)
    if _asks_a_meaning(context, low, high):
        return True
    if asks:
        return not is_current or _has(context, "general-person", low, high)
    return not is_current


def _is_personal(place: Place, context: Context, low: int, high: int) -> bool:
    """Whether the clause of the sign speaks of somebody in particular."""
    words, content = context.reading.words, context.reading.content
    start = content[low]
    while (
        start > 0
        and words[start - 1].text in context.rules.fillers
        and context.reading.sentence[start - 1] == context.reading.sentence[start]
    ):
        start -= 1
    end = content[high]
    sign_end = content[place.last]
    for index in range(start, min(end, sign_end + 6) + 1):
        text = words[index].text
        if text not in _PERSONAL and not (_is_relative(text, context) and index <= sign_end):
            continue
        following = words[index + 1].text if index + 1 < len(words) else ""
        second = words[index + 2].text if index + 2 < len(words) else ""
        previous = words[index - 1].text if index else ""
        if text in ("my", "our", "his", "her") and (
            following in _FRAMING_AFTER_MY or second in _FRAMING_AFTER_MY
        ):
            continue
        if text in ("i", "we", "he", "she") and previous in (
            "can",
            "could",
            "should",
            "may",
            "will",
            "would",
            "might",
            "do",
            "before",
            "did",
        ):
            continue
        if text == "me" and previous in ("tell", "give", "remind", "send", "show", "help"):
            continue
        is_told = following == "was" and second in ("told", "handed", "given", "reading", "wondering")
        if text == "i" and (following in _THINKING or is_told):
            continue
        if text == "i" and following in _HAVING:
            return True
        if (
            text in ("my", "me", "i")
            and words[start].text in ("can", "could", "would", "might", "will")
            and index > start
        ):
            continue  # "can a loose screw make my leg numb": talk, with the quiet line (rule 25)
        return True
    return False


_EXPLAINING = frozenset(("explain", "define"))
_TELLERS = frozenset(
    "doctor doc surgeon nurse report letter mri ct scan chart says said say writes wrote told".split()
)


def _is_told(context: Context, low: int, high: int) -> bool:
    """Whether a report or a doctor speaks here, or it opens with "explain": what is to be explained is theirs."""
    texts = context.texts[low : high + 1]
    return texts[0] in _EXPLAINING or not _TELLERS.isdisjoint(texts)


def _asks_a_meaning(context: Context, low: int, high: int) -> bool:
    """Whether a word is to be explained: "what does ... mean", "explain ... to me"."""
    texts = context.texts[low : high + 1]
    return texts[0] in _EXPLAINING or (
        texts[0] in ("what", "whats") and not {"mean", "means"}.isdisjoint(texts)
    )


def _asks(number: int, place: Place, context: Context) -> bool:
    """Whether the question of a sentence governs this place: "..., is it gas?" asks in its last clause only."""
    starts, last_clause = context.asks.get(number, (False, -1))
    return starts or -1 < last_clause <= place.last


def _questions(reading: Reading, text: str) -> dict[int, tuple[bool, int]]:
    """Return for each sentence whether it starts as a question, and from which content word its "?" governs (or -1)."""
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
        while at < end and words[at].text in _GREETINGS:
            at += 1
        is_start = at < end and (words[at].text in _ASKING_STARTS or words[at].text in _TELLING)
        is_start = is_start and (at + 1 == end or words[at + 1].text != "not")  # "can not get air in"
        asks[number] = (is_start, governs)
    return asks


# ------------------------------------------------------------------ crisis (rules 17 to 19)


def _crisis_status(place: Place, context: Context, low: int, high: int) -> Status:
    past = _past_places(context, low, high)
    if past and _has(context, "outcome", 0, len(context.texts) - 1):
        return Status("over", "rule 10: long over, and it ended well")
    if _has(context, "ill-family", low, high) and past:
        return Status("other", "rule 14: somebody else's past")
    denials = _between(context, "not-suicidal", 0, len(context.texts) - 1)
    for spot in denials:
        if set(spot.parts) & set(place.parts) or spot.first <= place.first <= spot.last:
            return Status("denied", "rule 19: not suicidal, with an ordinary question")
    return Status("present", "rules 17 and 18: neither a condition nor a general question lowers a crisis")


# ------------------------------------------------------------------ places


def _between(context: Context, family: str, low: int, high: int) -> list[Place]:
    places = context.reading.found.get(context.numbers[family])
    if not places:
        return []
    found: list[Place] = []
    at = bisect_left(places, (low,))
    while at < len(places) and places[at].first <= high:
        found.append(places[at])
        at += 1
    return found


def _has(context: Context, family: str, low: int, high: int) -> bool:
    places = context.reading.found.get(context.numbers[family])
    if not places:
        return False
    at = bisect_left(places, (low,))
    return at < len(places) and places[at].first <= high
