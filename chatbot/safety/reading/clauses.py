"""Clauses of a message that report something, beside a question, a reassurance or an old operation.

"I can not pass water, when can I drive" asks something ordinary, but the report before it is a report all the same;
so is what comes after "my MRI was fine, but". The triage reads each of them once more by itself. Here they are only cut
out, by their words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from chatbot.english.function_words import (
    AUXILIARIES,
    BEING,
    FUNCTION_WORDS,
    HAVING,
    SUBJECTS,
    THANKS,
    WORDS_THAT_ASK,
)
from chatbot.normalise import Question, sentence_breaks
from chatbot.safety.reading.framed import told_behind
from chatbot.safety.windows import STORY_WORDS

_FEWEST_WORDS = 2

_AMOUNTS = frozenset("long much many often soon bad common far big serious".split())  # "how long does"
_AUXILIARIES = AUXILIARIES - HAVING  # "toes which have gone numb" asks nothing
_TURNING = _AUXILIARIES - BEING  # "the numbness is there" asks nothing, but for a pause before it
_NO_QUESTION_AFTER = (
    WORDS_THAT_ASK
    | _AMOUNTS
    | SUBJECTS
    | _AUXILIARIES
    | frozenset(
        """know sure see tell asking ask asked asks wonder wondering idea to not if about of explain understand
        remember matter like""".split()
    )
)
_CONTRASTS = frozenset("but though however although except".split())
_JOINING = _CONTRASTS | frozenset("and also so plus now".split())
_OPERATIONS = frozenset("fusion fused surgery operation operated op revision laminectomy".split())
_TELLING = frozenset("says said say read reads told pamphlet sheet booklet leaflet website page".split())
_HAVING = {("i", "have"), ("i", "am"), ("i", "feel"), ("he", "has"), ("she", "has"), ("mine", "is")}
_BEFORE_WHY = {("me",), ("know",), ("idea",), ("wondering",), ("wonder",)}
_OWNING = frozenset("my his her i".split())
_ASKING_WITH = (WORDS_THAT_ASK | AUXILIARIES) - frozenset("am have".split())
_LEADING_ON = frozenset(
    "till than mean means hope sure normal ok okay worried possible likely wonder feel notice unless like help".split()
)
_FINITE = frozenset("is are has have feels feel went keeps hurts hurt smells looks got gave burns".split())
_TELLING_OF_ONESELF = frozenset("have am feel got woke fell can".split())
# What happened, behind a question with its verb first: "can I fly, I fainted"; not "when I was pregnant I leaked".
_TELLING_WHAT_HAPPENED = frozenset(
    "lost had threw vomited fainted passed blacked leaked wet coughed collapsed choked ran soiled tripped".split()
)
_CAUSES = (("from",), ("because",), ("due",), ("caused",), ("coming",))
_ALL_ELSE = frozenset("otherwise else".split())
_MOST_REASSURING = 6  # words
_DATES = frozenset("ago last in since years months weeks year month week yesterday".split())

_DENYING = frozenset("no not never nor without".split())
_LISTING = frozenset(("or", "nor"))
_LONGEST_THING = 3  # words: "new leg swelling"
_NO_THING = _FINITE | _OWNING | SUBJECTS | _JOINING | frozenset("no just between can been".split())

_BEGINNING = WORDS_THAT_ASK | _AUXILIARIES | _CONTRASTS | THANKS | {"and"}


def clauses(question: Question) -> Iterator[Question]:
    """Return the stretches of a message that report something by themselves, as messages; none of a long message.

    These are what stands before a question or thanks inside a sentence, what stands behind a "but", an old operation
    and the like, or behind "is it normal that", a sentence that ends in dots, and one behind a denial that does ("no
    fever... numb groin"). Stretches may overlap.
    """
    size = len(question.words)
    if not _FEWEST_WORDS < size <= STORY_WORDS:
        return
    for start, end in pairwise((0, *sentence_breaks(question.words), size)):
        told = told_behind(question, start, end)
        if told is not None:
            yield told
        is_behind_a_no = (
            start and _trails_off(question, start) and not _DENYING.isdisjoint(question.tokens[:start])
        )
        if is_behind_a_no or (end < size and _trails_off(question, end)):
            yield from _cut(question, start, end)
        for place in range(start + 1, end - 1):
            before, here = question.words[place - 1 : place + 1]
            if here.text not in _BEGINNING and not here.mark and before.text != "why":
                if here.text in _OWNING and _runs_into_a_report(question, start, place):
                    yield from _cut(question, place, end)
                continue  # most words begin nothing
            if asks_from(question, place, end) or _reassures_from(question, place, end):
                yield from _cut(question, start, place)
                if start:
                    yield from _cut(question, 0, place)
            elif _reports_from(question, start, place, end):
                yield from _cut(question, place, end)


def _trails_off(question: Question, place: int) -> bool:
    """Return whether dots ("...") stand before this word: whether they end a sentence is not sure."""
    gap = question.text[question.words[place - 1].end : question.words[place].start]
    return ".." in gap or "\u2026" in gap


def _reports_from(question: Question, start: int, place: int, end: int) -> bool:
    """Return whether a report begins here, inside the sentence from `start` to `end`.

    It may begin with a "but", or behind a "tell me why", a question, a list of denials, what a leaflet says or an old
    operation.
    """
    tokens = question.tokens
    if tokens[place] in _CONTRASTS or (
        tokens[place - 1] == "why" and tokens[place - 2 : place - 1] in _BEFORE_WHY
    ):
        return True
    if question.words[place].mark != "," and tokens[place] != "and":
        return False
    if tokens[place] in _OWNING and _runs_into_a_report(question, start, place):
        return True
    if tokens[start] == "no" and tokens[place] != "no":
        return not _goes_on_listing(question, place, end)  # "no fever, no chills, numb between the legs"
    first = place + 1 if tokens[place] == "and" else place
    is_told = not _TELLING.isdisjoint(tokens[start:place]) and tokens[first : first + 2] in _HAVING
    return is_told or _is_history(set(tokens[start:place]))


def _goes_on_listing(question: Question, place: int, end: int) -> bool:
    """Return whether the list that a "no" began still goes on here, up to an "or": "no fever, chills or leg swelling".

    Then what stands here is denied, too, and no report.
    """
    size = 0  # of the thing that is listed
    is_last = False
    for word in question.words[place:end]:
        if word.mark and size:
            if is_last:
                return True
            size = 0
        if word.text in _LISTING:
            is_last, size = True, 0
        elif word.text in _NO_THING:
            return False
        else:
            size += 1
        if size > _LONGEST_THING:
            return False
    return is_last


def _runs_into_a_report(question: Question, start: int, place: int) -> bool:
    """Return whether a question ends here without a mark, and a report begins: "when can I drive my legs are numb".

    Behind a small word or a word of thinking, the question goes on: "how long until my leg is fine".
    """
    tokens = question.tokens
    if tokens[start] not in _ASKING_WITH or place - start < _FEWEST_WORDS + 1:
        return False
    if question.words[place].mark != "," and (
        tokens[place - 1] in FUNCTION_WORDS or tokens[place - 1] in _LEADING_ON
    ):
        return False
    if tokens[place] == "i":
        is_when_i = tokens[start] in WORDS_THAT_ASK and tokens[start + 1] in SUBJECTS
        has_happened = tokens[place + 1] in _TELLING_WHAT_HAPPENED and not is_when_i
        return has_happened or tokens[place + 1] in _TELLING_OF_ONESELF
    return tokens[place] in _OWNING and not _FINITE.isdisjoint(tokens[place + 2 : place + 5])


def _reassures_from(question: Question, place: int, end: int) -> bool:
    """Return whether thanks begin here, or a few words that say that all else is well."""
    tokens = question.tokens
    if tokens[place] in THANKS:
        return True
    is_apart = question.words[place].mark == "," or tokens[place] in _CONTRASTS
    return is_apart and end - place <= _MOST_REASSURING and not _ALL_ELSE.isdisjoint(tokens[place:end])


def asks_from(question: Question, place: int, end: int) -> bool:
    """Return whether a question begins at this word, inside a sentence that ends at `end`."""
    before, word, after = question.tokens[place - 1 : place + 2]
    if before in _NO_QUESTION_AFTER:
        return False
    if word in WORDS_THAT_ASK:
        further = question.tokens[place + 2] if place + 2 < end else ""
        return after in _AUXILIARIES or (after in _AMOUNTS and further in _AUXILIARIES)
    if after not in SUBJECTS or before in ("as", "than") or "happen" in question.tokens[place : place + 4]:
        return False  # "my neighbor could not pee, will that happen to me": the question says whose it was
    if (
        word in BEING
        and after in ("it", "this", "that")
        and question.tokens[place + 2 : place + 3] in _CAUSES
    ):
        return True  # "pressure in the chest is it from the screws": the sign stands before, and is a report
    return word in _TURNING or (word in _AUXILIARIES and question.words[place].mark == ",")


def _is_history(told: set[str]) -> bool:
    """Return whether these words tell of an operation with its date: "I had a fusion in 2019"."""
    has_date = not _DATES.isdisjoint(told) or any(word.isdigit() for word in told)
    return has_date and not _OPERATIONS.isdisjoint(told)


def _cut(question: Question, start: int, end: int) -> Iterator[Question]:
    """Yield these words as a message, without an "and" or "but" at their ends; nothing where they are too few."""
    words = question.words
    while start < end and words[start].text in _JOINING:
        start += 1
    while start < end and words[end - 1].text in _JOINING:
        end -= 1
    if end - start >= _FEWEST_WORDS:
        text = question.text if end == len(words) else question.text[: words[end].start].rstrip(" ,")
        yield Question(text, words[start:end], question.tokens[start:end])
