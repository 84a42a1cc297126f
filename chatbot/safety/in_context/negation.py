"""Whether a sign is denied: which words deny, how far they reach, and what ends them (rules 5 to 8)."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from chatbot.english.function_words import BEING, MODALS, SUBJECTS
from chatbot.safety.after_all.returning import has_returned
from chatbot.safety.in_context.context import Context, Status, between
from chatbot.safety.in_context.gone import is_gone
from chatbot.safety.reading.places import Hit, Place, SafetyReading
from chatbot.safety.windows import (
    CLAUSE,
    DENIAL,
    DENIED_AFTER,
    DENIED_BEFORE,
    DENIED_OF_NOBODY,
    NEVER_BEFORE,
)

DENIED = Status("denied", "rule 5: it is denied")

_DENIERS = frozenset(
    "no not without never neither nor none nobody denies deny denied denying negative nope zero nil".split()
)
_ENDING_A_DENIAL = frozenset(
    "but however although except only though still now because since then yet instead until while which where"
    " that if so plus started began begun keeps keep suddenly today tonight yesterday just apart besides".split()
)
_CANNOT = frozenset(("can", "could"))
_SUBJECTS = SUBJECTS - {"you", "that"}  # "no pain you would call bad"; "that" ends a denial by itself
# Behind a denial a new clause begins here, which is not denied: "no fever, can not pass water".
_BEGINNING_ANEW = _SUBJECTS | _CANNOT
_NOBODY = "nobody"
_HAVING_LISTS = frozenset("have had having any feel feeling get getting got numb weak swollen red".split())
_LIST_WORDS = frozenset(("or", "nor", "and"))
_NO_THING = _DENIERS | _LIST_WORDS
_MODALS = MODALS | {"shall", "might"}
_NONE_OF_IT = frozenset("no zero nil".split())
_OWNERS = frozenset("my his her the".split())
# After "can not", these deny what follows: "can not find any redness".
_DENYING_AFTER_A_MODAL = frozenset("have find see report".split())
# After "not", these are denied together with the sign right behind them: "do not get chest pain", "not going numb"; but
# "not getting air", "do not get why I am numb".
_GETTING = frozenset("get getting got gotten go going gone went".split())
_BEFORE_WHAT_IS_GOT = frozenset("any a an the".split())
# "I will not faint" promises it of oneself. "My leg will not hold" and "will not stop bleeding" are signs.
_COMING = frozenset("faint pass black collapse leak bleed choke".split())
_MYSELF = frozenset(("i", "we"))
# "Not seeing any pus" denies it; "not seeing any change in the pus" does not.
_LOOKING_FOR = frozenset("see seeing notice noticing find finding spot spotting".split())
_NO_CHANGE = frozenset("improvement change changes difference relief better healing".split())
# "My right, no, my left": a "no" before one of these corrects what was said, and denies nothing.
_TAKING_BACK = frozenset("my i it wait".split())
# Behind "not", "never" and "no", these words take the whole denial to themselves, so that what follows is not denied
# (rule 7): "do not know why it is numb", "never felt this numb", "no idea why it is numb".
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
# "I did not expect to lose feeling": it came all the same.
_UNEXPECTED = frozenset("expect realize realise imagine".split())
_OPAQUE_AFTER_NEVER = frozenset(
    "felt happened this notice noticed that so been before seen like used knew know".split()
)
_OPAQUE_AFTER_NO = frozenset(
    "one idea clue matter wonder doubt relief change better use choice reason point biggie way help big more joke lie"
    " kidding end doctor appointment warning".split()
)
_FINITE = frozenset(
    "is are was were am has have had feel feels felt started began keeps keep went goes going getting got gets looks"
    " look looking smells smell comes coming came hurts hurt turned turns became won can will does"
    " did".split()
)
_BEFORE_THE_LAST = frozenset(("or", "nor"))
# These show a clause of their own, but behind an "or" they are the last thing of a list: "no fever or leg swelling".
_HAPPENING = frozenset("leaking draining running bleeding spreading swelling dripping oozing weeping".split())
_SHOWING_A_CLAUSE_OF_A_LIST = _FINITE | _SUBJECTS
_SHOWING_A_CLAUSE = _SHOWING_A_CLAUSE_OF_A_LIST | _HAPPENING


def is_denied(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether what stands at a place is denied (rule 5); `low` and `high` are the ends of its sentences."""
    if is_gone(place, context, high):
        return not has_returned(place, context)
    for part in place.parts:
        if context.denied_by[part] >= 0 and context.denied_by[part] not in place.parts:
            return True
    for family, first, last in (
        ("ruled-out", place.last + 1, place.last + DENIED_AFTER),
        ("denied-before", place.first - DENIED_BEFORE, place.first - 1),
    ):
        for spot in between(context, family, max(low, first), min(high, last)):
            if not set(spot.parts) & set(place.parts):
                return not has_returned(place, context)
    return False


def spoken_for(reading: SafetyReading, numbers: dict[str, int], found: list[Hit]) -> set[int]:
    """Return content words that are part of a sign or of a false denial: they deny nothing (rules 6 and 7)."""
    taken: set[int] = set()
    for hit in found:
        taken.update(hit.place.parts)
    texts = tuple(reading.words[index].text for index in reading.content)
    for place in reading.found.get(numbers["false-negation"], ()):
        if not _looks_in_vain(place.first, texts):
            taken.update(place.parts)
    return taken


class _Said(NamedTuple):
    """The content words of a message, as `context` has them; those of `taken` deny nothing (`spoken_for`)."""

    reading: SafetyReading
    texts: tuple[str, ...]
    sentence: tuple[int, ...]
    marks: Sequence[str]
    taken: Set[int]


def denials(
    reading: SafetyReading,
    texts: tuple[str, ...],
    sentence: tuple[int, ...],
    marks: Sequence[str],
    taken: Set[int],
) -> tuple[int, ...]:
    """Return for each content word the content word that denies it, or -1; those of `taken` deny nothing."""
    said = _Said(reading, texts, sentence, marks, taken)
    denied_by = [-1] * len(texts)
    denier, left = -1, 0
    for place, text in enumerate(texts):
        if denier >= 0:
            is_listed = marks[place] == "," or text in _LIST_WORDS
            if _ends_a_denial(denier, place, said) or (is_listed and _ends_its_list(denier, place, said)):
                denier, left = -1, 0
            elif is_listed:
                left = DENIAL + 1
        if text in _DENIERS and place not in taken and _denies_anything(place, said):
            denier, left = place, DENIAL if text != _NOBODY else DENIED_OF_NOBODY
        elif denier >= 0 and left > 0:
            denied_by[place] = denier
            left -= 1
    return tuple(denied_by)


def _ends_a_denial(denier: int, place: int, said: _Said) -> bool:
    """Return whether what was denied up to a place is not denied from there on."""
    text = said.texts[place]
    return (
        said.sentence[place] != said.sentence[place - 1]
        or text in _ENDING_A_DENIAL
        or (place > denier + 1 and text in _BEGINNING_ANEW)
        or _after_just(place, said.reading)
        or (said.texts[denier] == _NOBODY and bool(said.marks[place] or text in _LIST_WORDS))
    )


def _ends_its_list(denier: int, place: int, said: _Said) -> bool:
    """Return whether a denial ends at a comma or an "or" that goes on with no list of what is denied."""
    texts = said.texts
    is_verb_denied = texts[denier] == "not" and texts[denier + 1] not in _HAVING_LISTS
    is_each_denied = texts[place] not in _NO_THING and _denies_each(denier, said)
    is_another = said.marks[place] == "," and (is_verb_denied or is_each_denied)
    return is_another or _starts_a_clause(place, said)


def _denies_anything(place: int, said: _Said) -> bool:
    """Return whether a denying word denies: what follows it, what is got or promised, or what is looked for."""
    return (
        _denies(place, said)
        or _denies_getting(place, said)
        or _promises(place, said)
        or _looks_in_vain(place, said.texts)
    )


def _after_just(place: int, reading: SafetyReading) -> bool:
    """Return whether "just", a small word, leads to this one: "no pain just numb down there"."""
    content = reading.content
    return any(reading.words[index].text == "just" for index in range(content[place - 1] + 1, content[place]))


def _denies_each(denier: int, said: _Said) -> bool:
    """Return whether each thing has a "no" of its own, as in "no fever, no pain, numb groin": the last is there."""
    return said.texts[denier] == "no" and any(
        said.texts[place] == "no" and said.sentence[place] == said.sentence[denier]
        for place in range(max(0, denier - DENIAL), denier)
    )


def _raw_after(place: int, reading: SafetyReading) -> str:
    """Return the word behind a content word, small words counted."""
    index = reading.content[place] + 1
    return reading.words[index].text if index < len(reading.words) else ""


def _denies(place: int, said: _Said) -> bool:
    """Return whether a denying word denies what follows it (rule 7: "no idea", "not sure", "never happened")."""
    texts, raw_after = said.texts, _raw_after(place, said.reading)
    text = texts[place]
    following = texts[place + 1] if place + 1 < len(texts) else ""
    before = texts[place - 1] if place else ""
    if text in _NONE_OF_IT:
        return following not in _OPAQUE_AFTER_NO and raw_after not in _TAKING_BACK
    if text == "not":
        if before in _MODALS:
            return following in _DENYING_AFTER_A_MODAL
        return following not in _OPAQUE_AFTER_NOT and not (before == "did" and following in _UNEXPECTED)
    if text == _NOBODY:
        return raw_after in BEING  # not "nobody can wake her", "nobody believes that I am numb"
    if text == "never":
        is_first_time = "before" in texts[place : place + 1 + NEVER_BEFORE]
        return following not in _OPAQUE_AFTER_NEVER and not is_first_time
    return True


def _denies_getting(place: int, said: _Said) -> bool:
    """Return whether a "not" denies a sign that is got: "do not get chest pain", "am not going numb"."""
    texts, reading = said.texts, said.reading
    got = place + 1
    if texts[place] not in ("not", "never") or got + 1 >= len(texts) or texts[got] not in _GETTING:
        return False
    between = reading.words[reading.content[got] + 1 : reading.content[got + 1]]
    return got + 1 in said.taken and all(word.text in _BEFORE_WHAT_IS_GOT for word in between)


def _promises(place: int, said: _Said) -> bool:
    """Return whether somebody says that they will not have a sign: "I will not faint"."""
    texts = said.texts
    if place < len(("i", "will")) or texts[place - 1] != "will" or texts[place - 2] not in _MYSELF:
        return False
    return place + 1 in said.taken and texts[place + 1] in _COMING


def _looks_in_vain(place: int, texts: tuple[str, ...]) -> bool:
    """Return whether a sign is looked for and not there: "not seeing any pus"; never "any change in the pus"."""
    looking, any_, what = (*texts[place + 1 : place + 4], "", "", "")[:3]
    is_found = looking in _LOOKING_FOR and any_ in ("any", "no")
    return texts[place] == "not" and is_found and what not in _NO_CHANGE


def _starts_a_clause(place: int, said: _Said) -> bool:
    """Return whether a clause of its own begins here, which ends a denial: "no fever, the wound is open".

    It does where a verb or a subject stands between here and the next pause.
    """
    reading, texts, sentence, marks = said.reading, said.texts, said.sentence, said.marks
    word = reading.content[place]
    begins = place
    if texts[place] in _LIST_WORDS:
        begins += 1 if texts[place] == "and" else 2  # "never fainted or had a fit" goes on denying
    showing = _SHOWING_A_CLAUSE_OF_A_LIST if texts[place] in _BEFORE_THE_LAST else _SHOWING_A_CLAUSE
    for index in range(begins, min(begins + CLAUSE, len(texts))):
        if sentence[index] != sentence[place] or (index > place and marks[index] == ","):
            break
        if texts[index] in showing:
            return True
        if texts[index] in _DENIERS:
            return False
    previous = reading.words[word - 1].text if word else ""
    return previous in _OWNERS and marks[place] == ","
