"""What a message itself says is over, in a closed set of frames, left out before the rest is read (rules 10 and 11).

"Before the operation I leaked urine, now I walk a mile"; "I used to faint, but not since the fusion"; "no more fever".
The rules of `timing` and `negation` see most of these. Likeness does not: it goes by the words of the sign. So the past
is cut out, and what is said of the present is read as if it were all.

Only what the rules know as a sign is cut. "I used to feel my bladder, not any more" and "no more strength in my legs"
name what is missing, and stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from chatbot.normalise import Question, Word, normalise
from chatbot.safety.reading.families import read
from chatbot.safety.reading.places import hits
from chatbot.safety.signs import SafetyRules

# Words of one clause, and whose they are. "Now" and the like never stand inside of what is over.
_WORD = (
    r"(?!(?:now|but|still|today|again|worse|worsening|except|only|yesterday|tonight|morning|keeps?"
    r"|and (?:i|he|she|we|it|my|his|her|the|both))\b)[a-z0-9&']+"
)
# Not of what is missed when it is gone: "no more urine coming out". Behind an "and" there may be one word more, and no
# sentence: "no more fever and fluid runs from the wound".
_THING = (
    r"(?!(?:coming|comes|come|passing|flow|feeling|sensation|control|strength|power|and|or|nor)\b)" + _WORD
)
_WHO = r"(?:i|he|she|we|they|(?:my|his|her|the|both)(?: my| his| her)?(?: left| right)? [a-z]+)"
_SURGERY = (
    r"(?:(?:the|my|his|her|this|that|last|first|second|neck|back|spine|spinal|disc) )*"
    r"(?:surgery|operation|op|fusion|procedure|laminectomy|discectomy|decompression|revision)"
)
_BEFORE_SURGERY = rf"(?:before|prior to|until) (?:{_SURGERY}|(?:i|he|she) (?:was|got) (?:operated|fused))"
_SINCE_SURGERY = rf"(?:since|after) {_SURGERY}"
_LONG_AGO = (
    rf"(?:{_BEFORE_SURGERY}"
    r"|(?:[a-z0-9]+ )?(?:years|decades) ago|back in (?:19|20)\d\d|last year|back then"
    r"|as a (?:kid|child|teenager|boy|girl)|when i was (?:a (?:kid|child|boy|girl)|young|little))"
)
_BAD = rf"(?P<bad>{_WHO}(?: {_WORD}){{1,10}}?)"
_JOINS = r"(?: [,.])?(?: (?:and|but))?"
_NOW = rf"(?:now|nowadays|these days|today|since then|{_SINCE_SURGERY})"
# What ends a clause: a mark, the end, what else is told, a question or thanks.
_END = (
    r"(?= [,.]|$| and (?:i|he|she|we|my|his|her|the|our|both)\b"
    r"| (?:can|could|may|should|will|do|does|is|am|are) (?:i|we|he|she|you|it|there|my)\b"
    r"| (?:when|how|what|where) (?:can|do|does|will|should|is|are|may|long|soon|about|if)\b| thank)"
)
# A present that is well. Of a word like these, it may be the sign that is there, differently.
_NO_BUT = (
    r"(?!(?:not|no|never|only|barely|hardly|just|worse|still|too|also|both|other|less|more|like|without|until|nothing"
    r"|even|pads?|diapers?|catheter|wheelchair|cane|crutches|walker|sideways)\b)"
)
_VERY = r"(?: (?:so|much|all|totally|completely|perfectly|really|very|pretty|doing|feeling|back|to))*"
_WELL = r"(?:fine|good|great|well|ok|okay|better|normal|dry|strong|healthy|cured)(?: than ever)?"
# What only asks or plans says nothing more of the sign either. Who needs, wears or has to do something may.
_GOES_ON = (
    rf"(?:(?:my|the) (?:question|questions|insurance|surgeon|doctor|boss)(?: {_NO_BUT}[a-z0-9]+){{1,8}}?"
    r"|(?:i|we|he|she) (?:want|wants|wonder|would like|start|starts|started|plan|plans|ask|have (?:a question|questions"
    rf"|more energy|energy))(?: {_NO_BUT}[a-z0-9]+){{0,8}}?"
    rf"|(?:can|may|could|should) (?:i|we|he|she)(?: {_NO_BUT}[a-z0-9]+){{1,8}}?"
    r"|what|less and less|nothing|(?:it|that|this) (?:has (?:not|never) (?:come|been|happened)|never (?:came|happened))"
    r"(?: back| again)?)"
)
_IS_WELL = (
    rf"(?:(?:i|he|she|we|my [a-z]+) (?:am|is|are|feel|feels){_VERY} {_WELL}|always dry"
    rf"|(?:it|that|this|all|everything|things)(?: (?:is|are|has|feels|works))?{_VERY}"
    rf" (?:{_WELL}|gone|healed|over|perfect|history)"
    r"|(?:i|he|she|we) (?:can|walk|run|jog|drive|ride|bike|cycle|dance|swim|hike|golf|garden|work|play|sleep|climb|ski"
    rf"|travel)s?(?: {_NO_BUT}[a-z0-9]+){{0,8}}?)(?: (?:again|now))?"
)
# Not "it stopped", which may be said of what works no more.
_WENT_AWAY = (
    r"(?:that|it|this) (?:(?:has|is) )?(?:all )?(?:went away|gone away|cleared up|resolved|healed|gone)(?: now)?"
    r"(?: (?:completely|on its own|by itself|(?:after|with) (?:(?:the|my|his|her|an|a) )?[a-z]+))?"
)
_NOT_ANY_MORE = (
    r"(?:(?:i|he|she|it|they) (?:do|does|did|have|has|am|is) )?(?:not|never|none)"
    rf"(?: (?:any more|anymore|any longer|now|again|since(?: then)?|at all|these days|{_SINCE_SURGERY}))+"
    r"|(?:that|it) (?:is|has|was) (?:all )?(?:gone|over|history|stopped|healed|in the past)(?: now)?"
    rf"|{_WENT_AWAY}"
    r"|(?:gone|over)(?: now)?"
)
_DATED = rf"(?: (?:{_SINCE_SURGERY}|since (?:then|[a-z]+day)|now|these days|at all))*"
_ANY_MORE = r"(?:any more|anymore|any longer|now that i am [a-z]+)"
_ALL_WELL = rf"{_JOINS} (?:{_NOW} (?:{_IS_WELL}|{_GOES_ON})|{_IS_WELL} now){_END}"
_USED_TO = rf"{_WHO} used to (?P<bad>{_WORD}(?: {_WORD}){{0,10}}?)"
_SEVEN_WORDS = rf"(?P<bad>{_WORD}(?: {_WORD}){{0,6}}?)"
_A_THING = rf"(?P<bad>{_THING}(?: {_THING}){{0,6}}?(?: (?:and|or|nor)(?: no| no more)? {_THING}){{0,3}})"
_HAS_GONE = (
    r"(?: (?:is|are|has|have))?(?: (?:now|all|completely|finally))*"
    r" (?:gone|stopped|disappeared|over|history|resolved|(?:went|gone) away|cleared up)(?: completely| now)*"
)
_PAST_WORDS = frozenset(
    "before prior until ago back last then kid child teenager boy girl young little".split()
)
_SURGERY_WORDS = frozenset("away cleared resolved healed stopped gone over".split())
_MORE_WORDS = frozenset("more anymore longer".split())
# Each with words of which it has one, the past, which is cut, and in it what must be a sign by the rules.
_FRAMES = (
    # "I had trouble peeing right after the operation but it cleared up"
    (
        _SURGERY_WORDS,
        rf"(?P<over>{_WHO} (?P<bad>(?:had|got|could not|was|were)(?: {_WORD}){{1,7}}?)"
        rf" (?:(?:right|just|shortly|soon) )?{_SINCE_SURGERY}{_JOINS} {_WENT_AWAY}){_END}",
    ),
    # "Before the operation I leaked urine, now I walk a mile", "I leaked urine before the operation, now I am fine"
    (_PAST_WORDS, rf"(?P<over>{_LONG_AGO}(?: ,)? {_BAD}){_ALL_WELL}"),
    (_PAST_WORDS, rf"(?P<over>{_BAD} {_LONG_AGO}){_ALL_WELL}"),
    # "When I was young I fainted, not any more"
    (_PAST_WORDS, rf"(?P<over>{_LONG_AGO}(?: ,)? {_BAD}{_JOINS} (?:{_NOT_ANY_MORE})){_END}"),
    # "I used to leak, but not since the surgery", "I used to leak, now I am dry"
    (frozenset(("used",)), rf"(?P<over>{_USED_TO}{_JOINS} (?:{_NOT_ANY_MORE})){_END}"),
    (frozenset(("used",)), rf"(?P<over>{_USED_TO}){_ALL_WELL}"),
    # "I do not leak any more", "I no longer leak"
    (_MORE_WORDS, rf"(?P<over>{_WHO} (?:do|does) not {_SEVEN_WORDS} {_ANY_MORE}{_DATED}){_END}"),
    (frozenset(("longer",)), rf"(?P<over>{_WHO} no longer {_SEVEN_WORDS}{_DATED}){_END}"),
    # "No more fever", "the numbness is gone since the fusion"
    (
        frozenset(("more",)),
        rf"(?<!take )(?<!stand )(?<!bear )(?P<over>(?:there is |i have |i had )?no more {_A_THING}{_DATED}){_END}",
    ),
    (
        frozenset("gone stopped disappeared over history resolved away cleared".split()),
        rf"(?P<over>(?:the|my|his|her) {_A_THING}{_HAS_GONE} {_SINCE_SURGERY}){_END}",
    ),
)
# What was over, and is there once more.
_IS_BACK = re.compile(
    r"\b(?<!not )(?<!never )(?:return(?:ed|s)|(?:came|come|comes|coming|is|are) back"
    r"|(?:started|happened|have it|got it|same|same thing) again"
    r"|(?:but|and|now|until|today|yesterday) (?:it|this|they|that) (?!(?:is|are|feels?|works?|went|has)\b)"
    r"|(?:it|this|they) (?:is|are|has|have) (?:\w+ )?(?:again|worse|here|there))\b"
)
# What is no sign by the rules and like one all the same: "I used to have sciatica, but it went away".
_PAIN = re.compile(r"\b(?:sciatica|pains?|aches?|spasms?|cramps?)\b")
# What has passed may be a warning all the same: a stroke that cleared up, a faint.
_IS_DATED = re.compile(rf"{_LONG_AGO}|{_SINCE_SURGERY}")
_UNABLE = re.compile(r"\b(?:could not|was not able|were not able|unable)\b")


def without_what_is_over(question: Question, rules: SafetyRules) -> Question:
    """Return the message without what it tells as over in so many words; as it is where nothing is."""
    for words, frame in _FRAMES:
        if not words.isdisjoint(question.tokens):
            question = _without(_compiled(frame), question, rules)
    return question


def prepare() -> None:
    """Compile all frames, for a program that reads many messages: 10 to 20 ms each."""
    for _, frame in _FRAMES:
        _compiled(frame)


@cache
def _compiled(frame: str) -> re.Pattern[str]:
    """Return a frame compiled; a short start does so only for a message that has its words."""
    return re.compile(rf"(?:^|(?<= )){frame}")


def _without(frame: re.Pattern[str], question: Question, rules: SafetyRules) -> Question:
    """Return the message without what it tells as over in this frame, wherever it does."""
    words = question.words
    said, starts = written(words)
    kept: list[Word] = []
    end = 0
    for told in frame.finditer(said):
        if _IS_BACK.search(said, told.end()):
            continue
        over, bad = (words_in(told.span(name), starts) for name in ("over", "bad"))
        if (
            is_a_sign(words[bad], rules, is_dated=_IS_DATED.search(told["over"]) is not None)
            or _UNABLE.search(told["bad"])
            or ("used to" in told["over"] and _PAIN.search(told["bad"]))
        ):
            kept += words[end : over.start]
            end = over.stop
    if not end:
        return question
    kept += words[end:]
    return question.with_words(kept)


def written(words: Sequence[Word]) -> tuple[str, list[int]]:
    """Return the words with the marks between them as one text, and where in it each word starts."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for word in words:
        if word.mark:
            parts.append(word.mark)
            length += len(word.mark) + 1
        starts.append(length)
        parts.append(word.text)
        length += len(word.text) + 1
    return " ".join(parts), starts


def words_in(span: tuple[int, int], starts: Sequence[int]) -> slice:
    """Return which words stand in a stretch of the written text."""
    return slice(bisect_left(starts, span[0]), bisect_left(starts, span[1]))


def is_a_sign(words: Sequence[Word], rules: SafetyRules, *, is_dated: bool) -> bool:
    """Return whether the rules know these words as a sign that can be over; of a crisis `verdict` judges alone."""
    text = " ".join(word.text for word in words)
    found = [rules.signs[hit.sign] for hit in hits(read(normalise(text), rules), rules)]
    if any(sign.level == "crisis" or (sign.time == "passed" and not is_dated) for sign in found):
        return False
    return any(sign.level != "companion" for sign in found)
