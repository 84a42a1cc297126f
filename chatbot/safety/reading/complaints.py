"""A complaint about this talk, set aside, so that what is said beside it is read by itself.

"You keep saying the same thing and I can't go on like this": as a whole that is as ordinary as a complaint. But that a
program is no help says nothing of how somebody is.
"""

from __future__ import annotations

import re
from functools import cache

from chatbot.normalise import Question

_FEWEST_WORDS = 3  # of what is said beside it
_LONGEST = 14  # words of a complaint
_JOINING = frozenset("and but so".split())
# One of these stands in every complaint.
_OF_THE_TALK = frozenset(
    """you machine box computer robot bot chatbot chat program app screen thing tablet kiosk website page answer answers
    reply replies leaflet leaflets brochure brochures text texts words understand time else asked meant question person
    human nurse doctor nobody told said warned mentioned""".split()
)
_OPENING = (
    r"(?:(?:ok|okay|well|no|hello|hey|oh|god|sorry|listen|look|and|but|so|honestly|really|again|all) )*"
)
_MACHINE = (
    r"(?:(?:a|an|this|the|your|that|some|any) )*(?:(?:stupid|dumb|useless|silly|damn|bloody|computer|chat) )*"
    r"(?:machine|box|computer|robot|bot|chatbot|chat|program|app|screen|thing|tablet|kiosk|website|page|answers?"
    r"|replies|reply|leaflets?|brochures?|text|texts|words)"
)
_NO_HELP = (
    r"(?:(?:so|too|all|very|really|just|always|totally|of) )*"
    r"(?:no (?:help|use|good)|not (?:helping|helpful|listening|working|answering)(?: me| at all)?|useless|stupid"
    r"|dumb|silly|annoying|a joke|a waste of time|long|short|wrong|hopeless|rubbish|nonsense|confusing|complicated"
    r"|unclear|slow|going (?:round )?in circles|the same)"
)
_SUCH = (
    r"(?: (?:the|me|it|that|this|what|same|things?|answers?|again|over|and|i|asked|ask|all|time|my|questions?|a|word"
    r"|of|you|say|said|your|to|at|anything|any|one|too|much|many|twice|already|before))*"
)
_COMPLAINTS = (
    r"you (?:just |only |always |still )*(?:keep|kept)(?: on)?"
    rf" (?:saying|telling|repeating|asking|giving|sending|showing){_SUCH}",
    rf"you (?:just |only |always )*(?:repeat|type|talk|write|say) (?:too|the same|yourself|so much|nonsense){_SUCH}",
    r"you (?:do|did|can|are|will|have) not (?:even |really )?(?:answer(?:ing|ed)?|listen(?:ing|ed)?|understand(?:ing)?"
    rf"|understood|get|hear|help(?:ing|ed)?|read){_SUCH}",
    rf"you (?:never|hardly) (?:answer|listen|understand|help){_SUCH}",
    rf"you (?:have )?(?:already )?(?:said|told){_SUCH}",
    rf"you are (?:(?:just|only) )*(?:{_NO_HELP}|{_MACHINE})",
    r"i (?:do|did|can) not (?:understand|get|follow|read|like) (?:you|your|this|that|any|a|the|what you)"
    rf"(?: {_MACHINE}|{_SUCH})",
    rf"(?:that|this|it) is (?:only |just )?{_MACHINE}(?: is)?(?: {_NO_HELP})?",
    rf"{_MACHINE} (?:is|are|does not|do not)(?: {_NO_HELP}| work| help| answer| understand| listen)",
    rf"(?:talking|typing|writing|speaking) (?:to|with|into) {_MACHINE} is {_NO_HELP}",
    r"(?:that|this|it) is (?:now )?the (?:second|third|fourth|fifth|tenth|hundredth) time(?: that)?"
    r"(?: i (?:have )?(?:ask|asked|say|said|type|typed|am asking))?(?: this| that| it| you)?",
    r"i (?:have )?(?:already )?asked (?:you )?(?:for )?(?:something|anything) else",
    r"that is not (?:what i (?:asked|meant|said)|my question)",
    r"i (?:have )?asked (?:you |this |that |it )*(?:twice|three times|already|before|again)(?: now| already)?",
    r"i (?:want|wanted|need|needed|would like|asked for|would rather) (?:to (?:talk|speak) to |talk to )?"
    r"(?:a |an |some )?(?:real |living )?(?:person|human|human being|nurse|doctor)",
    r"(?:nobody|no one|no doctor|they never|you never|nobody ever) (?:told|tells|said|warned|mentioned)"
    r"(?: me| us| to me)?(?: that)? (?:it|this|that) (?:is|was|would be|will be)"
    r" (?:permanent|irreversible|for life|for good|for ever|forever)",
)
_CLOSING = r"(?: at all| either| again| you know| now| anyway| here)*"


def beside_a_complaint(question: Question) -> Question | None:
    """Return the message without a clause that only complains of this talk; None where it has none, or little more."""
    if _OF_THE_TALK.isdisjoint(question.tokens):
        return None
    words = question.words
    starts = [at for at in range(1, len(words)) if words[at].mark or words[at].text in _JOINING]
    if not starts:
        return None  # nothing stands beside it
    bounds = [0, *starts, len(words)]
    for number, start in enumerate(bounds):
        for end in reversed(bounds[number + 1 :]):
            if end - start <= _LONGEST and _compiled().fullmatch(" ".join(question.tokens[start:end])):
                left = (*words[:start], *words[end + _is_joining(question, end) :])
                tokens = tuple(word.text for word in left)
                return question._replace(words=left, tokens=tokens) if len(left) >= _FEWEST_WORDS else None
    return None


def _is_joining(question: Question, at: int) -> bool:
    return at < len(question.tokens) and question.tokens[at] in _JOINING


def prepare() -> None:
    """Compile what a complaint is, for a program that reads many messages."""
    _compiled()


@cache
def _compiled() -> re.Pattern[str]:
    """Return what a complaint is, compiled when first needed."""
    return re.compile(f"{_OPENING}(?:{'|'.join(_COMPLAINTS)}){_CLOSING}")
