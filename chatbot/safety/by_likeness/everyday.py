"""What sounds like a sign by its words and is everyday life: laughter, a worn belt, a side that catches, a bill to pay.

Each counts only where nothing else is said, for a sign beside it would be told in words that nobody can foresee. So
"I laughed so hard I couldn't breathe" is none, and with "and now my chest is tight" behind it is left to the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from chatbot.english.function_words import FRIENDS, KIN
from chatbot.safety.signs import Finding


class _Everyday(NamedTuple):
    """What a message must say (`pattern`), what else it may (`besides`), and the words of which it has one (`of`)."""

    of: frozenset[str]
    pattern: str
    besides: frozenset[str]


_COMMON = frozenset(
    """i we he she they it my our his her the a an and so that is was are me us am not very really too just quite bit
    little always often sometimes lately hi hello hey thanks thank you please lol haha today normal ok fine know doctor
    knows what why does do""".split()
)
_LAUGHED = _Everyday(
    frozenset("laugh laughed laughing laughs laughter giggled giggling funny hilarious joke jokes".split()),
    r"\b(?:could not (?:breathe|catch my breath|get (?:any )?air|stop)|can not (?:breathe|catch my breath)"
    r"|gasping|nearly died|almost died|killed me)\b",
    _COMMON
    | KIN
    | FRIENDS
    | frozenset(
        """laugh laughed laughing laughs laughter giggled giggling funny hilarious joke jokes made makes make had hard
        much till until with at of yesterday night last evening dinner party movie film show story tv dog cat could
        breathe cried tears""".split()
    ),
)
_WORN_BELT = _Everyday(
    frozenset(("belt", "belts", "waistband")),
    r"\b(?:wear|wears|wearing|rubs|rubbing|rub|chafes|tool|lifting|heat|jeans|pants|buckle|new|too tight|brace)\b",
    _COMMON
    | frozenset(
        """belt belts waistband can may should around round on over of for with waist hips tight loose heavy wear wears
        wearing rubs rubbing rub chafes scar skin incision back tool lifting heat jeans pants trousers buckle new need
        want brace goes put take off get under at""".split()
    ),
)
_MOVING = frozenset(
    """when i turn bend twist get up stand sit walk lean move reach roll over out of in bed car chair down to
    side""".split()
)
_TIGHT_SIDE = _Everyday(
    frozenset(("side",)),
    r"\b(?:catches|catch|tight|tighter|stiff|pinches|pulls)\b",
    _COMMON
    | _MOVING
    | frozenset(
        """left right low lower back on feels feel gets catches catch tight tighter stiff pinches pulls""".split()
    ),
)
_SOMETHING = _Everyday(
    frozenset(("something",)),
    r"\b(?:broken|broke|shifting|shifts|loose|grinding|grinds|clunking|clunks|clicking|clicks"
    r"|rubbing|rubs) (?:around )?(?:in (?:there|my (?:low |lower )?back|my spine)|back there)\b",
    _COMMON | _MOVING | frozenset("something feels feel like as if there around has have".split()),
)
# How a post begins: "Hope someone can help me out here".
_HOPING_FOR_HELP = _Everyday(
    frozenset(("hope", "hoping", "hopefully")),
    r"\b(?:hope|hoping|hopefully) (?:that )?(?:someone|somebody|anyone|anybody|you|you all|one of you|they)"
    r"(?: here)? (?:can|could|will|might be able to) help\b",
    _COMMON | frozenset("us out here with this question guys all everyone in advance just".split()),
)
# What one would have to see to oneself: "I would have to pay it myself". Not "do it", which may be said of more.
_BY_ONESELF = _Everyday(
    frozenset(("myself", "ourselves")),
    r"\b(?:pay|paying|drive|driving|dress|bathe|wash|shower|cook|clean|shop|book|schedule|cover)\b",
    _COMMON
    | frozenset(
        """myself ourselves have has to would could can will need should must for it that this them all cost costs bill
        everything there home or if then does insurance by still""".split()
    ),
)
# Who is none of those that an answer is for: "and if I am not insured". Not "here", and not "live" without a place.
_NOT_ONE_OF_THEM = _Everyday(
    frozenset(("if",)),
    r"\bif (?:i|we|he|she) (?:(?:am|are|is|was|were) not (?:(?:a|an|your|from|in|near|yet|even|really|the|new) )*"
    r"(?:insured|patient|patients|member|candidate|resident|citizen|local|york|city|state|area|jersey|medicare"
    r"|medicaid|nearby)"
    r"|(?:do|does|did) not live (?:there|nearby|close|near|in (?:the |new )?(?:city|york|area|state)))\b",
    _COMMON | frozenset("if but or then how about can still there by to of you".split()),
)
_WANTED_OUT = _Everyday(
    frozenset(("out",)),
    r"\bout of (?:me|my back|my spine|my body|there)\b",
    _COMMON
    | frozenset(
        """want them these those this screw screws rod rods metal hardware plate plates cage all taken get take have had
        now would like soon""".split()
    ),
)
# "Come back in a year" makes one ask "and if I am not better by then": "not" and "better" are no burden to anybody.
_NOT_BETTER_BY_THEN = _Everyday(
    frozenset(("better",)),
    r"\bif (?:i am|he is|she is|it is|we are) (?:still )?not (?:(?:any|much|really|feeling|getting) )*better\b",
    _COMMON
    | frozenset(
        """and but what if by then in after that until till before next week weeks month months year years six twelve
        three two one few from now happens happen can should will still it with for""".split()
    ),
)
# Who cancels a visit: "I won't be able to make it on Friday". Not "to Friday", "till" or "through the night".
_VISIT = r"(?:appointment|appt|visit|follow up|consult|consultation|surgery|procedure|injection|mri|scan|pre op|class)"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_NOT_COMING = _Everyday(
    frozenset("make come there attend keep".split()),
    r"\b(?:will|would|can|could|may|might|am) (?:(?:probably|most|likely|unfortunately) )*not "
    r"(?:be )?(?:able to |going to )?"
    r"(?:make it(?: in)?|come(?: in)?|be there|attend|(?:make|keep|attend) (?:my|our|the|his|her))"
    rf"(?: (?:to|for) (?:my|our|the|his|her) {_VISIT})?(?! (?:to|till|until|through|much|any|no|back|home)\b)",
    _COMMON
    | frozenset(_DAYS.split())
    | frozenset(
        """on for at in next week month tomorrow morning afternoon appointment appt visit follow up consult surgery
        procedure injection mri scan january february march april may june july august september october november
        december one two three four five eight nine ten eleven noon oclock am pm o clock sorry can could we reschedule
        move cancel change another day time instead if something came work but have need to first second
        """.split()
    ),
)
# "I wrote the letter to my insurance", "the doctor's note is written": to whom, or whose, tells what it is for.
_LETTER_OF_AN_OFFICE = _Everyday(
    frozenset("letter letters note notes appeal".split()),
    r"\b(?:(?:letters?|notes?|appeal) (?:to|for|from) (?:(?:my|the|our|your|his|her) )?"
    r"(?:insurance|insurer|employer|boss|work|job|doctor|surgeon|clinic|office|hospital|school|landlord|airline|hr)"
    r"|(?:doctor|nurse|surgeon|work|school|insurance|excuse|referral|discharge|clinic|sick) (?:letters?|notes?))\b",
    _COMMON
    | frozenset(
        """wrote written write writing ready done signed finished sent send are was were has have got get already now
        where when can do need should on for to of about bring with copy need company leave""".split()
    ),
)
# "I would do it myself", "I'd rather do it myself than pay a nurse". Never with a "tonight", an "if" or an end.
_DONE_BY_ONESELF = _Everyday(
    frozenset(("myself", "ourselves")),
    r"\b(?:do|did|done|doing) (?:(?:it|that|this|them) )?(?:all )?(?:by )?(?:myself|ourselves)\b",
    (_COMMON - {"today"})
    | frozenset(
        """would rather could can should will have to need than pay paying hire hiring nurse aide or does at home
        instead prefer like better someone do stretches exercises dressing injections""".split()
    ),
)
# "Three flights of stairs is too much for me". Not "all", "life", "this" or "anymore".
_TOO_MUCH_OF_IT = _Everyday(
    frozenset(("much",)),
    r"\b(?:is|are|was|were|be|looks|seems|sounds|feels) (?:(?:way|just|a|bit|still|almost|maybe|probably) )*too much"
    r" for (?:me|us|him|her)\b",
    _COMMON
    | frozenset(
        """stairs stair steps flight flights of drive driving ride trip walk walking walks mile block blocks form forms
        information exercise exercises therapy pt class lifting sitting standing brace distance cost price copay fee can
        could would somebody someone help still one two three four five train subway bus with""".split()
    ),
)
# "I had enough of pills", "I take enough pills as it is"; "I have enough pills" may mean more.
_ENOUGH_OF_A_TREATMENT = _Everyday(
    frozenset(("enough",)),
    r"\b(?:had (?:(?:quite|more than|about|just) )?enough of (?:(?:the|these|those|my|this|all these) )?"
    r"|take (?:(?:more than|quite) )?enough )"
    r"(?:pills|tablets|meds|medicine|medication|medications|tests|injections|shots|needles|therapy|pt|brace|scans|waiting)\b",
    _COMMON
    | frozenset(
        """already as it is what else there are have has would like something other another instead now options for
        without can try""".split()
    ),
)
# Who asks whether there is hope has not said that there is none: "I already take pills. Is there hope".
_IS_THERE_HOPE = _Everyday(
    frozenset(("hope",)),
    r"\bis there (?:(?:any|still|some) )*hope\b",
    _COMMON
    | frozenset(
        """already take taking tried have had pills meds therapy injections shots surgery fusion without for of back
        neck spine disc pain stenosis scoliosis that me my still and with getting better someone like""".split()
    ),
)
# Who is fetched: "tell my kids I love them, they are picking me up".
_FETCHED = _Everyday(
    frozenset("pick picking picks waiting drive driving".split()),
    r"\b(?:(?:pick|picking|picks) (?:me|us) up|in the waiting room|(?:drive|driving) me home)\b",
    _COMMON
    | KIN
    | frozenset(
        """tell love them they are ready can will at in on for noon one two three four five now outside they there
        here am fine done""".split()
    ),
)
# Who wants, or does not want, to be under: "I was hoping not to be put under".
_PUT_UNDER = _Everyday(
    frozenset(("under",)),
    r"\bput (?:me |him |her )?(?:all the way |fully |completely )?under\b",
    _COMMON
    | frozenset(
        """hoping hope hoped want wanted prefer would rather like to be not for this procedure injection surgery mri do
        you will can have need or with should""".split()
    ),
)
# "The therapist was a waste, I won't be going back"; "I don't want to live on pills".
_NOT_AGAIN = _Everyday(
    frozenset("back live".split()),
    r"\b(?:(?:will|would) not (?:be )?(?:go|going) back(?: (?:there|to (?:him|her|them|that|pt|therapy)))?"
    r"|(?:do|does|did) not want to live on (?:pills|meds|painkillers|medication|opioids|gabapentin|percocet))\b",
    _COMMON
    | frozenset(
        """pain psychologist therapist chiropractor acupuncturist pt therapy doctor clinic waste of time money useless
        rude did nothing for help been there to them him her other options else have""".split()
    ),
)
# "I have the pills in my hand, do I take them with food": how one dose is taken. Not "all", "how many", "at once".
_ONE_DOSE = _Everyday(
    frozenset("pills pill tablets bottle meds".split()),
    r"\b(?:(?:do|should|can|must|may) i take (?:them|it|these|this|one) (?:with|without|before|after|on)"
    r"|with (?:food )?or without|how many hours (?:between|apart)|how often)\b",
    _COMMON
    | frozenset(
        """have got holding hold pills pill tablets bottle meds in hand front of here with them these this food or water
        milk stomach empty full before after breakfast lunch dinner meal meals mri scan between doses dose apart can
        take to on does say it should""".split()
    ),
)
_HINTS_AT_NOTHING = (
    _NOT_COMING, _LETTER_OF_AN_OFFICE, _DONE_BY_ONESELF, _TOO_MUCH_OF_IT, _ENOUGH_OF_A_TREATMENT, _IS_THERE_HOPE,
    _FETCHED, _PUT_UNDER, _NOT_AGAIN, _ONE_DOSE,
)  # fmt: skip
_REMARKS = (_HOPING_FOR_HELP, _BY_ONESELF, _NOT_ONE_OF_THEM, _WANTED_OUT)
_BY_LIKENESS = (*_REMARKS, _WORN_BELT, _TIGHT_SIDE, _SOMETHING, _LAUGHED)
# The signs that the rules make of the same words; "rubs" is near to "ribs".
_BY_RULES = (
    (frozenset(("breathless", "cannot-be-woken", "blue-or-slow-breath")), _LAUGHED),
    (frozenset(("chest-pain",)), _WORN_BELT),
    (frozenset(("burden",)), _NOT_BETTER_BY_THEN),
    (frozenset(("wish-to-die",)), _NOT_AGAIN),
    (frozenset(("suicide-thoughts",)), _LETTER_OF_AN_OFFICE),
    (frozenset(("suicide-thoughts",)), _ONE_DOSE),
)
_MOST_WORDS = 20


def is_everyday(tokens: Sequence[str]) -> bool:
    """Return whether words that only likeness takes for a sign tell of nothing but one of these."""
    return any(_tells_only(tokens, one) for one in _BY_LIKENESS)


def is_no_hint(tokens: Sequence[str]) -> bool:
    """Return whether words that only likeness takes for a crisis tell of nothing but one of these."""
    return any(_tells_only(tokens, one) for one in _HINTS_AT_NOTHING)


def is_everyday_sign(finding: Finding, tokens: Sequence[str]) -> bool:
    """Return whether what the rules take for a sign is nothing but one of these."""
    return any(signs.issuperset(finding.signs) and _tells_only(tokens, one) for signs, one in _BY_RULES)


def _tells_only(tokens: Sequence[str], what: _Everyday) -> bool:
    if len(tokens) > _MOST_WORDS or what.of.isdisjoint(tokens):
        return False
    rest, found = re.subn(what.pattern, "", " ".join(tokens))
    return found > 0 and what.besides.issuperset(rest.split())
