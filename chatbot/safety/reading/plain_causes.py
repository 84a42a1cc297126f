"""What sounds like a sign and names a plain cause or is a joke, left out before the rest is read (rules 11 and 20).

"My butt is numb from your chairs", "my legs get heavy when I stand too long", "if I laugh any harder I'll wet myself".
Only these words are cut, so that a sign beside them counts. Nor are they cut where the message says that it is new, is
there still, or follows an operation: then the cause may be no more than the patient's guess.

Words repeat only so often in each frame: else a pasted text of such words would take seconds.
"""

from __future__ import annotations

import re
from functools import cache

from chatbot.normalise import Question
from chatbot.safety.reading.told_as_over import words_in, written

_SO = r"(?:(?:so|very|really|kind of|sort of|a bit|a little|quite|pretty|all|too) ){0,3}"
# Legs that are heavy or tired, which is no weakness (row 6), and only after hours on them.
_TIRED = rf"{_SO}(?:heavy|tired|achy|sore|stiff|like lead|ache|aching|hurt)"
_LEGS = (
    rf"(?:my|his|her|the|both)(?: (?:mom|mother|dad|father|husband|wife|own|poor|old|two))?(?: s)? legs"
    rf" (?:(?:also|always|often|sometimes|start to|begin to|just|usually) ){{0,3}}"
    rf"(?:(?:feel|get|are|become|feels|gets) )?"
    rf"{_TIRED}(?: (?:and|or) (?:feel |get )?{_TIRED}){{0,8}}"
)
_ON_THEM = (
    r"(?:(?:after|from|when|whenever|if|once|by|at|in) (?:(?:i|he|she|the|a|an|my|his|her|long|end|of|too"
    r"|am|is|on|all|hours|hour|spend|spent|work|in|one|two|few|for|time|whole|full|have|been|feet) ){0,8}"
    r"(?:stand|standing|stands|walk|walking|walks|shopping|work|shop|shift|day|evening|evenings|store"
    r"|church|line|mall)"
    r"(?: (?:in|at|for|around|on|too|very|more|than|the|a|an|my|long|much|while|line|church|work|store"
    r"|shop|mall|kitchen|block|blocks|hour|hours|time|two|one|few|feet|all|day)){0,8})"
)
_ON_ONES_LEGS = rf"(?:{_LEGS} {_ON_THEM}|{_ON_THEM}(?: ,)? {_LEGS})"
_SAT_ON = (
    r"(?:my|our|his|her) (?:butt|behind|rear end|rear|backside|bum|bottom|tush|tail) (?:(?:is|went|goes"
    r"|gets|feels|fell|has gone"
    r"|is going) )(?:(?:all|so|sore and|totally|completely|a bit|kind of) ){0,8}(?:numb|asleep|dead)(?: and sore)?"
    r" (?:from|on|in) (?:(?:sitting|waiting) )?(?:(?:on|in) )?(?:(?:your|these|those|the|that|this|hard"
    r"|waiting|room) ){1,4}"
    r"(?:chairs?|bench|benches|pew|bleachers|stool|seats?)"
)
_LAUGHING = (
    r"(?:if (?:i|you make me) laugh(?: any)? (?:harder|more)(?: ,)? i (?:will|am going to|might) (?:wet|pee)"
    r" (?:myself|my pants)"
    r"|i (?:will|am going to|nearly|almost) (?:wet|pee|peed) (?:myself|my pants)(?: from)? laughing)"
)
_SO_THAT_I_COULD = (
    r"(?:i am|we are) so (?:nervous|excited|happy|scared|anxious|worried)(?: (?:about|of|for"
    r"|before) (?:[a-z]+ ){1,4}?| )?"
    r"(?:that )?(?:i|we) could (?:pass out|faint|scream|cry|burst|wet myself|wet my pants|throw up)"
)
_CAUSE = (
    rf"(?P<cause>(?P<body>{_ON_ONES_LEGS}|{_SAT_ON})|{_LAUGHING}|{_SO_THAT_I_COULD})"
    r"(?= [,.?]|$| (?:and|but|so|is|what|which|when|lol|haha|can|should|do|that)\b)"
)
# It is new, or is there still.
_MAY_BE_MORE = frozenset(
    """new newly since still today yesterday now worse worsening suddenly sudden started began begun again weak
    numbness hours week weeks days hold give buckle stay stays away""".split()
)
# What legs and a seat may have from it; a joke has nothing from it.
_MAY_COME_FROM = frozenset(
    "surgery operation op fusion fused operated injection epidural fell fall accident".split()
)


def without_plain_causes(question: Question) -> Question:
    """Return the message without what it tells with a plain cause; as it is where it tells of none."""
    if not _MAY_BE_MORE.isdisjoint(question.tokens):
        return question
    said, starts = written(question.words)
    told = _cause().search(said)
    if told is None or (told["body"] and not _MAY_COME_FROM.isdisjoint(question.tokens)):
        return question
    cut = words_in(told.span("cause"), starts)
    kept = (*question.words[: cut.start], *question.words[cut.stop :])
    return question.with_words(kept)


def prepare() -> None:
    """Compile what is looked for, for a program that reads many messages."""
    _cause()


@cache
def _cause() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= )){_CAUSE}")
