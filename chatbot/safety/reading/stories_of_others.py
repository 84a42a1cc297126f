"""What a message tells of people further off and of their operations, left out before the rest is read (rule 14).

"My neighbor lost bladder control after his surgery, how common is that": the rules of `who` see the stories that say
where they were read. Of the others likeness goes by the words of the sign. So a story is cut out, if the rest asks or
tells of the writer's own, and what is asked then is read as if it were all.

Somebody further off may need help all the same: what is told of them as of now ("can not", "just", "is"), what the rest
goes on to say of them ("should he call"), and what asks for help, stays. So does what is told of a crisis (rule 18).
"""

from __future__ import annotations

import re
from functools import cache

from chatbot.normalise import Question
from chatbot.safety.reading.told_as_over import is_a_sign, words_in, written
from chatbot.safety.signs import SafetyRules

# Not a husband or a daughter: theirs is the writer's business.
_FAR = (
    r"(?:neighbou?rs?|cousin|coworker|colleague|boss|uncle|aunt|auntie|nephew|niece|friends?|buddy|acquaintance"
    r"|landlord|teacher|classmate|pastor|hairdresser|guy|man|woman|lady|fellow|someone|somebody|person|people|patient"
    r"|grandmother|grandfather|grandma|grandpa|(?:brother|sister|mother|father) in law)"
)
_NEAR = r"(?:husband|wife|son|daughter|mother|mom|father|dad|sister|brother)"
_INSIDE = r"(?!(?:i|me|we|and|but|is|are|has|have|can|who|my|not)\b)[a-z]+"
_WHO = (
    rf"(?:(?:(?:my|our|a|an|the|one|another|this|some|your|his|her) )?(?:{_INSIDE} ){{0,3}}?{_FAR}"
    rf"(?: (?:of mine|i know|i knew|next door|online|{_NEAR}|(?:in|at|on|from)(?: my"
    rf"| our)? {_INSIDE}(?: {_INSIDE}){{0,2}}?)){{0,2}}|my {_NEAR} {_NEAR})"
)
_PAST = (
    r"(?:had|lost|got|went|was|were|woke|ended|fell|ran|came|became|broke|tore|could not|did not|[a-z]{3,}ed"
    r"|would (?:not|leak))"
)
_NEVER_INSIDE = (
    r"(?!(?:now|today|tonight|yesterday|still|again|just|keeps?|since|this|is|are|has|have|can|ago|last"
    r"|morning|also|too|my|me|i|we|help)\b)"
)
_WORD = rf"{_NEVER_INSIDE}[a-z0-9]+"
_TELLING = (
    r"(?:(?:posted|wrote|said|says|told (?:me|us|everyone|everybody)|mentioned|mentions|claims|complained)(?: online)?"
    r"(?: that)? (?:he|she|they|(?:his|her|their) [a-z]+) )?"
)
_CLAUSE = rf"(?:{_PAST}|who {_PAST})(?: {_WORD}){{0,16}}?"
_STORY = (
    rf"(?:^|(?<=[,.] ))(?:(?:so|well|but|and|also|because|hi|hello|ok|okay|like|(?:in|on) (?:the|a|this"
    rf"|your) [a-z]+) )*"
    rf"(?P<over>{_WHO} {_TELLING}(?P<bad>{_CLAUSE}(?: ,(?: and)? {_CLAUSE})*))"
    r"(?= [,.]|$| (?:and|so|but) (?:now )?(?:i|my|we)\b)"
)
_OPERATED = re.compile(
    r"\b(?:surgery|surgeries|operations?|operated|fusions?|fused|op|procedure|laminectomy|discectomy|decompression"
    r"|(?:after|with|from) (?:his|hers|theirs))\b"
)
# The rest must speak of the writer or of chances, and may neither go on about the other one nor ask for help.
_OF_THE_WRITER = re.compile(
    r"\b(?:i|my|me|mine|common|likely|often|rare|risks?|chances?|odds|normal|usual|happens?)\b"
)
_GOES_ON = re.compile(
    r"\b(?:he|she|him|her|hers|his|they|them|their|today|tonight|yesterday|now(?! (?:i|my)\b)|still|again"
    r"|since|help|ambulance"
    r"|call|911|er|emergency|urgent|dangerous|serious|too|also|same|mine (?:did|is|are|does|has|went|started)"
    r"|should (?:i|we) (?:be )?(?:worr|concern)\w*|what (?:can|do|should|could|shall) (?:i|we)|tell (?:him"
    r"|her|them))\b"
)


def prepare() -> None:
    """Compile what is looked for, for a program that reads many messages."""
    _story()


@cache
def _story() -> re.Pattern[str]:
    """Return the frame compiled; a short start does so only for a message that names somebody."""
    return re.compile(_STORY)


def without_stories_of_others(question: Question, rules: SafetyRules) -> Question:
    """Return the message without what it tells of others' operations; as it is where it tells of none."""
    said, starts = written(question.words)
    told = _story().search(said)
    if told is None or _OPERATED.search(told["over"]) is None:
        return question
    rest = f"{said[: told.start('over')]}{said[told.end('over') :]}"
    if _GOES_ON.search(rest) or _OF_THE_WRITER.search(rest) is None:
        return question
    over, bad = (words_in(told.span(name), starts) for name in ("over", "bad"))
    words = question.words
    if not is_a_sign(words[bad], rules, is_dated=True):
        return question
    kept = (*words[: over.start], *words[over.stop :])
    return question.with_words(kept)
