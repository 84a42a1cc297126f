"""Short parts of a message in which the words around a sign (its frame) say more than likeness can.

Likeness goes by the words of the sign most of all. So "I am not losing feeling in my saddle" is like the examples of an
emergency. Here such frames are told by their wording. `weighing` then asks for more of a lead. Questions that take a
sign for granted ("why do I faint") are for `presupposing`.

`talk` and `negation` do the same for the rules. They know where the sign stands; here only the words are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from chatbot.english.function_words import FRIENDS, KIN, STAFF
from chatbot.normalise import Question
from chatbot.safety.in_context.nobodys_wish import is_nobodys_wish
from chatbot.safety.signs import Finding

_LONGEST_DENIAL = 12  # words
# How a clause begins that only denies ("I am not"), does not want ("he would hate") or fears ("worried about").
_ONLY_DENIES = (
    r"(?:(?:luckily|thankfully|thank|god|and|well|so|yes|no|ok|but|that|to|my|his|her|husband|wife|dad|mom) )*"
    r"(?:(?:i|he|she|we|they|it) )?(?:(?:am|is|are|was|were|have|has|had|do|does|did) )?"
    r"(?:(?:not|never|no longer) (?!feel|know|sure|only|able|until|stop|enough|want (?!to)|move|wake|respond)"
    r"|would (?:hate|dread|prefer|rather|never)\b|(?:hope|pray|hoping|praying)\b"
    r"|(?:worry|worried|afraid|scared|terrified|dread) (?:that|of|about|i)\b)"
)
# "Thank god the tingling in my crotch is gone since surgery, when can I drive": what was missed is no sign any more.
_IS_GONE = (
    r"(?:(?:luckily|thankfully|thank|god|goodness|good|great|news|glad|happy|grateful|so|and|well|hi|hello|that) )*"
    r"(?:(?:the|my|his|her|all|this) )*"
    r"(?:(?:numb|weak|tingly|strange|odd|weird) feeling|numbness|tingling|weakness|incontinence"
    r"|(?:bladder|bowel|urine) (?:leak|leaking|leakage|accidents|problem|problems|trouble)|leaking|leakage)"
    r"(?: (?!(?:and|but|so|or|is|are|was|were|has|have|had|i|up|spreads?|spreading|went)\b)[a-z]+){0,6}"
    r" (?:is|are|has|have) (?:(?:now|finally|completely|all|totally|almost) )*gone"
    r"(?: (?:now|completely|totally|entirely|finally"
    r"|(?:since|after) (?:(?:the|my|his|her) )?"
    r"(?:surgery|operation|op|fusion|procedure|injection|decompression|shot)))?"
    r"(?: (?:what|when|can|how|should|do|is|am|could|will|may|thank|thanks|which|so) .*)?"
)
_NOT_GONE_FOR_GOOD = frozenset("but again worse except still instead moved".split())
# Who agrees to what they were told ("ok, I'll do it now"), and who is angry that nobody told them that it is for life,
# hints at no wish to die, in so many words. Words of dying or of not bearing it leave it to likeness.
_AGREES = (
    r"(?:(?:ok|okay|sure|fine|yes|yeah|yep|alright|all right|good|great|thanks|thank you|no problem|got it|will do) )+"
    r"(?:i|we) (?:will|am going to|can) do (?:it|that|so|this)"
    r"(?: (?:right|now|away|today|tomorrow|later|then|soon|first|in|the|this|morning|afternoon|thanks|thank|you))*"
)
_FOR_LIFE = (
    r"\b(?:permanent|permanently|irreversible|undone|undo|revers(?:ed|ible)|for (?:life|good|keeps|ever)|forever"
    r"|taken back|(?:no|not) (?:going|go|way) back)\b"
)
_NOT_TOLD = (
    r"\b(?:(?:nobody|no one|no doctor|not|never|you|somebody|someone) (?:ever )?"
    r"(?:tell|told|warn|warned|mention|mentioned|say|said|explain|explained|informed)"
    r"|(?:was|were) (?:not|never) (?:told|warned)|wish i (?:had )?known|had i known|should have (?:told|said|warned)"
    r"|why did no|would (?:(?:not|never) have|have (?:not|never)))\b"
)
_MEANING_MORE = frozenset(
    """live living alive die died dying dead death kill killed kills end ending ended point anymore myself pills gun
    gone burden goodbye sorry suicide hurt tonight stand take cope bear without sleep wake world better hope reason am
    will want finished out short here born""".split()
)
_LONGEST_COMPLAINT = 24  # words
# Who is told to get over it is hurt, and no more: "my sister says I should just get over it, that really hurts".
_BELITTLED = (
    r"\b(?:say|says|said|tell|tells|told|think|thinks|saying|telling) (?:(?:to )?me )?(?:that )?"
    r"(?:(?:i|you) (?:should|must|need to|have to|am|are) |to )?(?:just |simply |finally )*"
    r"(?:get over (?:it|my \w+)|get a grip|pull (?:myself|yourself) together"
    r"|exaggerating|lazy|making it up|stop (?:whining|moaning|complaining))\b"
)
# Nothing but these may be said besides: a wish to die would be told in words that nobody can foresee.
_HURT = (
    KIN
    | FRIENDS
    | STAFF
    | frozenset(
        """i me my you he she they it that this and but or so the a an of in law at by to from with people everybody
    everyone all best folks boss work colleagues coworker coworkers last other day today yesterday always again now
    really very quite much bit too just only still even also is was are were am be been feel feels felt makes made
    hurt hurts hurting hurtful feelings stings stung rude unkind mean unfair mad angry cross annoyed annoying upset
    upsets upsetting furious offended insulted could cry cried wrong ok well how what can do should tell say says
    said tells told him her them him about back pain please thanks oh hi hello doctor""".split()
    )
)
# A broken rod is metal, though "I am broken" is said of oneself: "I just found out I have a broken rod".
_BROKEN_METAL = (
    r"\b(?:broken|cracked|snapped|bent|loose) (?:rods?|screws?|plates?|cages?|bolts?|hardware|implants?)\b"
)
_FOUND = frozenset(
    """i we they he she my a an the one two both think just now found out learned heard told have has had got woke up
    with am is are was were sure might may guess say says said doctor surgeon mri xray ct scan shows showed today
    yesterday and so apparently that there""".split()
)
# What patients say of the metal in their back is like the examples of numbness by its "feels like": "sometimes it feels
# like I have a screw backing out", "like something is loose in there". With nothing else told, it is no sign.
_FEELING = (("feels", "like"), ("feel", "like"))
_OF_METAL = frozenset(
    """screw screws rod rods plate plates cage cages bolt bolts metal hardware implant implants disc tissue arthritis
    nonunion loose rubbing scraping clicking grinding""".split()
)
# No "down", "inside" or "bad": "something is down there" may be said of the saddle, "broken inside" of oneself.
_FELT = _OF_METAL | frozenset(
    """feels feel like it i something have there is are a an the my in of on out back spine now sometimes often always
    just really so and or why does do what mean if me broken cracked snapped bent poking digging backing pulling moving
    slipped that bulging scar old""".split()
)
# Who counts says no more: "so if mine was simple, I'd be at 10?".
_COUNTING = frozenset(
    """so if then and ok okay mine my it that was were is went well simple easy i would be at a an of out on the scale
    score with level levels only done about in after weeks months points percent zero one two three four five six seven
    eight nine ten eleven twelve""".split()
)
_COUNTED = frozenset("mine score level levels weeks months points percent scale simple easy".split())
# Questions about what can happen to people, and what was read or told of that: "can fluid from the incision happen",
# "what causes seizures", "I read that pus can happen". Not "is it normal", "why is", "what do I do", which presuppose.
_NOBODYS = (
    r"(?: (?!(?:i|my|me|mine|he|she|his|her|him|we|our|it|this|that|now|today|still|keeps)\b)[a-z0-9]+)+?"
)
_IN_GENERAL = (
    r"(?:(?:so|and|ok|okay|hi|hello|please|also|but|doctor|doc) )*"
    rf"(?:(?:can|could|will|would|does|do|how often does|how often do|when does){_NOBODYS}"
    r" (?:happen|occur|develop|exist)(?: (?:after|with|from|in)(?: (?:a|an|the))?(?: [a-z]+){1,3})?"
    rf"|(?:can|could|will|would|does)(?: the)? (?:fusion|surgery|operation|surgeon|surgeons|screws|rods|hardware|pills)"
    rf" (?:cause|prevent|help|lead to|help against|bring){_NOBODYS}"
    rf"|what causes{_NOBODYS}|how (?:is|are){_NOBODYS} (?:treated|prevented|found|diagnosed)"
    rf"|(?:how likely|how common|how rare) (?:is|are){_NOBODYS}"
    rf"|(?:is|are){_NOBODYS} (?:a risk|rare|common|possible|a side effect|a complication|something people get)"
    r"(?: (?:of|after|with)(?: (?:a|an|the|this))?(?: [a-z]+){0,2})?"
    rf"|do (?:people|patients|some|many|most){_NOBODYS}"
    rf"|when (?:is|are|would){_NOBODYS}(?: be)? (?:dangerous|an emergency|serious|a reason to call)"
    rf"|(?:i (?:read|heard|saw)|(?:my|a) [a-z]+ (?:told me|said)|the [a-z]+ (?:says|said|mentions))(?: that)?{_NOBODYS}"
    r" (?:can|could|may|might) (?:happen|occur|come)(?: after(?: (?:a|an|the))? [a-z]+)?)"
)
_LONGEST_QUESTION = 18  # words
_DENIED_OR_FEARED = frozenset(("denied", "about"))  # kinds of `context.Status`
_DENIERS = frozenset("no not never".split())
# With one of these a denial says more: "not getting less", "not until today".
_SAYING_MORE = frozenset(
    """but just only until till less more better enough much right all always yet unless except though while because
    now since today again still started when if like""".split()
)


def only_denies(finding: Finding, question: Question, start: int, end: int) -> bool:
    """Return whether these words are one short clause that only denies, fears or does not want a sign.

    `finding` is what the rules made of the message: they must have let a sign down, as denied or only talked about.
    """
    dismissed = set(finding.dismissed)
    tokens = question.tokens[start:end]
    if dismissed == {"denied"} and _says_that_it_is_gone(tokens):
        return True
    is_short = len(tokens) <= _LONGEST_DENIAL and not any(
        word.mark for word in question.words[start + 1 : end]
    )
    if not is_short or not dismissed or not dismissed <= _DENIED_OR_FEARED or finding.quiet == "crisis":
        return False
    if sum(token in _DENIERS for token in tokens) > 1 or not _SAYING_MORE.isdisjoint(tokens):
        return False
    return re.match(_ONLY_DENIES, " ".join(tokens)) is not None


def asks_in_general(finding: Finding, tokens: Sequence[str]) -> bool:
    """Return whether these words only ask, or tell, what can happen to people; the rules must say so of the sign."""
    if finding.dismissed != ("about",) or finding.quiet == "crisis" or len(tokens) > _LONGEST_QUESTION:
        return False
    return re.fullmatch(_IN_GENERAL, " ".join(tokens)) is not None


def _says_that_it_is_gone(tokens: Sequence[str]) -> bool:
    """Return whether these words tell that a trouble is gone, and behind it only thank or ask."""
    if "gone" not in tokens or not _NOT_GONE_FOR_GOOD.isdisjoint(tokens):
        return False
    return re.fullmatch(_IS_GONE, " ".join(tokens)) is not None


def hints_at_nothing(tokens: Sequence[str]) -> bool:
    """Return whether a message only agrees, counts, tells of broken metal, or complains.

    Complaints are those of unkind words, and that nobody said "for life".
    """
    if len(tokens) > _LONGEST_COMPLAINT:
        return False
    if not _COUNTED.isdisjoint(tokens) and all(token in _COUNTING or token.isdigit() for token in tokens):
        return True
    said = " ".join(tokens)
    if is_nobodys_wish(tokens) or _is_only(_BELITTLED, _HURT, said) or _is_only(_BROKEN_METAL, _FOUND, said):
        return True
    if "do" in tokens and re.fullmatch(_AGREES, said):
        return True
    is_complaint = re.search(_NOT_TOLD, said) is not None and re.search(_FOR_LIFE, said) is not None
    return is_complaint and _MEANING_MORE.isdisjoint(tokens)


def tells_of_felt_metal(tokens: Sequence[str]) -> bool:
    """Return whether words only tell that metal or scar tissue is felt: "it feels like metal rubbing"."""
    is_felt = any(pair in _FEELING for pair in pairwise(tokens))
    return is_felt and not _OF_METAL.isdisjoint(tokens) and _FELT.issuperset(tokens)


def _is_only(pattern: str, besides: frozenset[str], said: str) -> bool:
    """Return whether words are what a pattern finds, and beside it nothing but these."""
    found = re.search(pattern, said)
    return found is not None and besides.issuperset((said[: found.start()] + said[found.end() :]).split())
