"""What is set aside of a question: details of the patient's own case, what frames it, rare words for a plain one.

"Pain after fusion 2 years", "58 year old male, L4 L5, loose screws", "in your experience, do shots help": so people
write. No entry is about an age, a level of the spine or a year, so that such words only make every match less sure.
What only frames a question is set aside. A message that tells details is decided on without them as well, for its time
may be what is asked about, and the clearer reading counts (`decision.decide`).
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from chatbot.decision.said_beside import about_the_asking, about_the_person
from chatbot.decision.stories import LONG_STORY_WORDS
from chatbot.english.closings import without_what_closes
from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.normalise import Question, between_marks, normalise

# -- patterns over the words of a message, with one blank between them

# When: "6 months later", "it has been 2 years", "since March", "in 2021", "last summer".
_COUNT = (
    r"(?:\d+(?: \d)?|half a|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty"
    r"|a couple of|a couple|a few|few|several)"
)
_LENGTH = (
    rf"(?:{_COUNT} (?:and a half )?(?:days?|weeks?|months?|mo|years?|y)(?: and a half)?"
    r"|\d+(?:wks?|mos?|mths?|yrs?|y))"
)
_OPERATION = r"(?:op|operation|surgery|fusion|procedure)"
_BEFORE_A_LENGTH = (
    r"(?:(?:it (?:has|is) been|it is|it was|has been|i am|now|only|just|over|about|almost|nearly|around|for|after"
    r"|since|past|the last|the past|at|at the|within|going on) )*"
)
_BEHIND_A_LENGTH = (
    rf"(?: (?:(?:out )?(?:post|after|since|from)(?: (?:my|the|his|her|a|our|their))? {_OPERATION}"
    r"|ago|later|after|out|on|now|already|post|postop|since|mark))?"
)
# Behind one of these the time itself is asked about, or counted: "is 6 months too long", "one year of therapy".
_ASKED_ABOUT = r"(?! (?:old|of|too|enough|normal|long)(?!\S))"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|aug|sept|oct|nov|dec)"
)
_SEASON = r"(?:year|month|week|spring|summer|fall|autumn|winter|christmas|easter)"
_CALENDAR_YEAR = r"(?:19|20)\d\d"
_THEN = rf"(?:{_MONTH}(?: of)?(?: last year| {_CALENDAR_YEAR})?|{_CALENDAR_YEAR}|(?:last )?{_SEASON})"
_WHEN = (
    rf"{_BEFORE_A_LENGTH}{_LENGTH}{_BEHIND_A_LENGTH}{_ASKED_ABOUT}",
    rf"(?:post op|postop|post surgery|post fusion)(?: {_LENGTH})?",
    r"(?:years|months|weeks) (?:ago|later|after|out|on)",
    rf"(?:since|in|back in|from|of|done in)(?: (?:about|around|early|late|mid|the))? {_THEN}",
    rf"last (?:{_SEASON}|{_MONTH})",
    _CALENDAR_YEAR,
)
# Where: "L4 L5", "at L5 to S1", "3 levels", "lumbar"; "lumbar fusion" is a name.
_LEVEL = r"[ltsc]\d{1,2}(?:[ltsc]?\d)?"
_WHERE = (
    rf"(?:(?:at|from|of|between|my|in) )?{_LEVEL}(?: (?:and |to |through |thru )?(?:{_LEVEL}|\d)(?!\S))*(?: levels?)?",
    rf"(?:at |on )?{_COUNT} levels?",
    r"lumbar(?: spine)?(?! fusion(?!\S))",
)
# Who: "58 year old male", "I am 62", "female 66".
_AGE = r"[1-9]\d"
_SEX = r"(?:male|female|man|woman|lady|guy|gentleman|m|f)"
_YEARS_OLD = r"(?:(?:years?|y)(?: olds?)?|yo|y o)"
_WHO = (
    rf"(?:(?:i am|he is|she is)(?: a)? |a )?{_AGE} ?{_YEARS_OLD}(?: {_SEX})?",
    rf"(?:i am (?:a )?)?(?:{_AGE} {_SEX}|{_SEX} {_AGE}|{_AGE}[mf])",
    rf"(?:age|aged|i am|he is|she is) {_AGE}",
)
# How often, more or less: "usually", "these days".
_MORE_OR_LESS = (r"these days|nowadays|usually|typically|normally|generally",)
# Other words for what every entry speaks of: "discomfort one level up", "failed spondylodesis".
_PLAINER = {
    "discomfort": "pain",
    "soreness": "pain",
    "agony": "pain",
    "pains": "pain",
    "spondylodesis": "fusion",
    "arthrodesis": "fusion",
}
# Most messages hold none of these words and no digit, and then no detail.
_OF_DETAILS = frozenset(
    """year years month months week weeks day days since last lumbar post postop level levels nowadays usually typically
    normally generally""".split()
) | frozenset(_PLAINER)
# What may be left of a clause that told nothing but details: "had my surgery in 2021", "my fusion was 4 years ago".
_NOTHING_ELSE = FUNCTION_WORDS | frozenset(
    "surgery op operation fusion fused procedure done old age post patient here".split()
)

# What frames a question, and is nothing that could be asked about.
_FRAMES = (
    r"(?<!\S)(?:in your (?:professional |honest )?(?:experience|opinion|view)"
    r"|according to (?:the|your) (?:guide|booklet)"
    r"|(?:i am )?(?:just )?asking for a friend"
    r"|(?:(?:can|could|would) you )?please explain(?: to me)?|(?:can|could|would) you explain to me)(?!\S)"
)
_OF_FRAMES = frozenset("experience opinion view according friend explain".split())


@cache
def _details() -> re.Pattern[str]:
    """Return the pattern of details, made when a message first needs it: no start has to wait for that."""
    return re.compile(rf"(?<!\S)(?:{'|'.join((*_WHEN, *_WHERE, *_WHO, *_MORE_OR_LESS))})(?!\S)")


@cache
def _frames() -> re.Pattern[str]:
    """Return the pattern of frames, in the same way."""
    return re.compile(_FRAMES)


def prepare() -> None:
    """Make the patterns, for a program that answers many questions."""
    _details()
    _frames()


def without_frame(question: Question) -> Question:
    """Return a message without what frames it: "in your experience, ...", "I googled it but ...", "... or what".

    Whole where nothing is left.
    """
    question = without_what_closes(question)
    told = about_the_asking(question)
    if not _OF_FRAMES.isdisjoint(question.tokens):
        told |= _places_of(_frames(), question)
    return without_places(question, told)


def without_the_person(question: Question) -> Question:
    """Return a message without what is said of who asks ("I am scared. ..."); whole where nothing is left."""
    return without_places(question, about_the_person(question))


def without_places(question: Question, told: AbstractSet[int]) -> Question:
    """Return a message without the words at these places; whole where nothing is left."""
    left = [place for place in range(len(question.tokens)) if place not in told]
    return normalise(_text_of(question, left)) if told and left else question


def without_trimmings(question: Question) -> Question | None:
    """Return a message without the details that it tells, in plainer words; None where that changes nothing.

    None, too, where it tells nothing but details.
    """
    tokens = question.tokens
    if len(tokens) >= LONG_STORY_WORDS:
        return None  # a story, in which details matter less
    if _OF_DETAILS.isdisjoint(tokens) and "".join(tokens).isalpha():
        return None
    told = _places_of(_details(), question)
    is_changed = bool(told) or not _PLAINER.keys().isdisjoint(tokens)
    left = _left(question, told) if is_changed else []
    if all(tokens[place] in _NOTHING_ELSE for place in left):
        return None
    return normalise(_text_of(question, left))


def _places_of(pattern: re.Pattern[str], question: Question) -> set[int]:
    """Return the places of the words that a pattern finds; it is one over words with one blank between them."""
    said = " ".join(question.tokens)
    places: set[int] = set()
    for found in pattern.finditer(said):
        first = said.count(" ", 0, found.start())
        places.update(range(first, first + found.group().count(" ") + 1))
    return places


def _left(question: Question, told: set[int]) -> list[int]:
    """Return the places of the words that are left; none of a clause that told nothing but details."""
    tokens = question.tokens
    left: list[int] = []
    for start, end in between_marks(question.words):
        rest = [place for place in range(start, end) if place not in told]
        is_of_details = len(rest) < end - start and all(tokens[place] in _NOTHING_ELSE for place in rest)
        left += [] if is_of_details else rest
    return left


def _text_of(question: Question, places: list[int]) -> str:
    """Return what was typed for these words, or a plainer word, with the marks behind each."""
    words, text = question.words, question.text
    ends = [word.start for word in words[1:]] + [len(text)]
    typed: list[str] = []
    for place in places:
        word = words[place]
        plainer = _PLAINER.get(word.text)
        # The words of a contraction share their text: that of the last one is whole.
        typed.append(plainer + text[word.end : ends[place]] if plainer else text[word.start : ends[place]])
    return " ".join(" ".join(typed).split()).rstrip(" (,;-")
