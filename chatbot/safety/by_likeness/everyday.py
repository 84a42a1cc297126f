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


class Everyday(NamedTuple):
    """What a message must say (`pattern`), what else it may (`besides`), and the words of which it has one (`of`)."""

    of: frozenset[str]
    pattern: str
    besides: frozenset[str]


COMMON = frozenset(
    """i we he she they it my our his her the a an and so that is was are me us am not very really too just quite bit
    little always often sometimes lately hi hello hey thanks thank you please lol haha today normal ok fine know doctor
    knows what why does do""".split()
)
_LAUGHED = Everyday(
    frozenset("laugh laughed laughing laughs laughter giggled giggling funny hilarious joke jokes".split()),
    r"\b(?:could not (?:breathe|catch my breath|get (?:any )?air|stop)|can not (?:breathe|catch my breath)"
    r"|gasping|nearly died|almost died|killed me)\b",
    COMMON
    | KIN
    | FRIENDS
    | frozenset(
        """laugh laughed laughing laughs laughter giggled giggling funny hilarious joke jokes made makes make had hard
        much till until with at of yesterday night last evening dinner party movie film show story tv dog cat could
        breathe cried tears""".split()
    ),
)
_WORN_BELT = Everyday(
    frozenset(("belt", "belts", "waistband")),
    r"\b(?:wear|wears|wearing|rubs|rubbing|rub|chafes|tool|lifting|heat|jeans|pants|buckle|new|too tight|brace)\b",
    COMMON
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
_TIGHT_SIDE = Everyday(
    frozenset(("side",)),
    r"\b(?:catches|catch|tight|tighter|stiff|pinches|pulls)\b",
    COMMON
    | _MOVING
    | frozenset(
        """left right low lower back on feels feel gets catches catch tight tighter stiff pinches pulls""".split()
    ),
)
_SOMETHING = Everyday(
    frozenset(("something",)),
    r"\b(?:broken|broke|shifting|shifts|loose|grinding|grinds|clunking|clunks|clicking|clicks"
    r"|rubbing|rubs) (?:around )?(?:in (?:there|my (?:low |lower )?back|my spine)|back there)\b",
    COMMON | _MOVING | frozenset("something feels feel like as if there around has have".split()),
)
# How a post begins: "Hope someone can help me out here".
_HOPING_FOR_HELP = Everyday(
    frozenset(("hope", "hoping", "hopefully")),
    r"\b(?:hope|hoping|hopefully) (?:that )?(?:someone|somebody|anyone|anybody|you|you all|one of you|they)"
    r"(?: here)? (?:can|could|will|might be able to) help\b",
    COMMON | frozenset("us out here with this question guys all everyone in advance just".split()),
)
# What one would have to see to oneself: "I would have to pay it myself". Not "do it", which may be said of more.
_BY_ONESELF = Everyday(
    frozenset(("myself", "ourselves")),
    r"\b(?:pay|paying|drive|driving|dress|bathe|wash|shower|cook|clean|shop|book|schedule|cover)\b",
    COMMON
    | frozenset(
        """myself ourselves have has to would could can will need should must for it that this them all cost costs bill
        everything there home or if then does insurance by still""".split()
    ),
)
# Who is none of those that an answer is for: "and if I am not insured". Not "here", and not "live" without a place.
_NOT_ONE_OF_THEM = Everyday(
    frozenset(("if",)),
    r"\bif (?:i|we|he|she) (?:(?:am|are|is|was|were) not (?:(?:a|an|your|from|in|near|yet|even|really|the|new) )*"
    r"(?:insured|patient|patients|member|candidate|resident|citizen|local|york|city|state|area|jersey|medicare"
    r"|medicaid|nearby)"
    r"|(?:do|does|did) not live (?:there|nearby|close|near|in (?:the |new )?(?:city|york|area|state)))\b",
    COMMON | frozenset("if but or then how about can still there by to of you".split()),
)
_WANTED_OUT = Everyday(
    frozenset(("out",)),
    r"\bout of (?:me|my back|my spine|my body|there)\b",
    COMMON
    | frozenset(
        """want them these those this screw screws rod rods metal hardware plate plates cage all taken get take have had
        now would like soon""".split()
    ),
)
# "Come back in a year" makes one ask "and if I am not better by then": "not" and "better" are no burden to anybody.
_NOT_BETTER_BY_THEN = Everyday(
    frozenset(("better",)),
    r"\bif (?:i am|he is|she is|it is|we are) (?:still )?not (?:(?:any|much|really|feeling|getting) )*better\b",
    COMMON
    | frozenset(
        """and but what if by then in after that until till before next week weeks month months year years six twelve
        three two one few from now happens happen can should will still it with for""".split()
    ),
)
# "I wet my bandage in the shower by mistake": no bladder, and no wound that wets it.
_WET_DRESSING = Everyday(
    frozenset("bandage dressing brace cast tape gauze".split()),
    r"\b(?:(?:wet|soaked|splashed) (?:my|the|his|her) (?:bandage|dressing|brace|cast|tape|gauze)"
    r"|(?:bandage|dressing|brace|cast|tape|gauze) got (?:wet|soaked))\b",
    COMMON
    | frozenset(
        """in shower rain bath tub sink pool snow by mistake accident when while washing dishes showering bathing
        yesterday this morning last night can change should do what now""".split()
    ),
)
# Who has used up what was prescribed asks for more: "I finished all my pills, do I get a refill".
_USED_UP = Everyday(
    frozenset("refill refills prescription prescribed directed told supposed".split()),
    r"\b(?:finished|took|used|had) (?:(?:all|the last|the rest|last|both|the) (?:of )?)?(?:my|the) (?:last )?"
    r"(?:pills?|tablets?|meds|medicine|medication|antibiotics?|oxycodone|percocet|tramadol|gabapentin)\b",
    COMMON
    | frozenset(
        """refill refills more prescription prescribed directed told supposed should as like to for do get need can
        another new now yesterday this morning last today with breakfast dinner time on""".split()
    ),
)
# Pills taken as every day: "my dad took his pills this morning, can he come in today". Not "all my pills", nor a count.
_PILLS = r"(?:pills?|tablets?|meds|medicines?|medications?|vitamins?|insulin|inhaler|antibiotics?|eye drops)"
_TAKEN_AS_EVER = Everyday(
    frozenset(
        "pill pills tablet tablets meds medicine medicines medication medications vitamin vitamins antibiotics".split()
    ),
    rf"\b(?:take|takes|took|taken|had|taking) (?:(?:my|his|her|their) (?:usual |regular |daily "
    rf"|own )*{_PILLS} (?:already|early|late|with (?:food|breakfast"
    rf"|dinner|water|milk)|(?:this|in the|every|each) morning|at (?:\w+ )?(?:night|noon|bedtime|breakfast"
    rf"|dinner)|today|yesterday"
    rf"|an hour ago)|(?:all )?(?:my|his|her) (?:morning|evening|blood pressure|heart|thyroid|cholesterol"
    rf"|water) {_PILLS})\b",
    COMMON
    | KIN
    | frozenset(
        """took take takes taken had can may should he she come in go to for have be with before after drink eat drive
        coffee tea breakfast lunch appointment visit scan mri xray test surgery procedure injection clinic office still
        already early late morning today tomorrow this every each day night when time then now bring it them there at
        right supposed wine water milk""".split()
    ),
)
_REMARKS = (_HOPING_FOR_HELP, _BY_ONESELF, _NOT_ONE_OF_THEM, _WANTED_OUT)
_BY_LIKENESS = (*_REMARKS, _TAKEN_AS_EVER, _WET_DRESSING, _WORN_BELT, _TIGHT_SIDE, _SOMETHING, _LAUGHED)
# The signs that the rules make of the same words; "rubs" is near to "ribs".
_BY_RULES = (
    (frozenset(("breathless", "cannot-be-woken", "blue-or-slow-breath")), _LAUGHED),
    (frozenset(("chest-pain",)), _WORN_BELT),
    (frozenset(("burden",)), _NOT_BETTER_BY_THEN),
    (frozenset(("wound-trouble", "leaking-urine")), _WET_DRESSING),
    (frozenset(("overdose-on-purpose",)), _USED_UP),
    (frozenset(("overdose-on-purpose",)), _TAKEN_AS_EVER),
)
_MOST_WORDS = 20


def is_everyday(tokens: Sequence[str]) -> bool:
    """Return whether words that only likeness takes for a sign tell of nothing but one of these."""
    return any(tells_only(tokens, one) for one in _BY_LIKENESS)


def is_everyday_sign(finding: Finding, tokens: Sequence[str]) -> bool:
    """Return whether what the rules take for a sign is nothing but one of these."""
    return any(signs.issuperset(finding.signs) and tells_only(tokens, one) for signs, one in _BY_RULES)


def tells_only(tokens: Sequence[str], what: Everyday) -> bool:
    """Return whether a message says what it must to be one of these, and nothing else."""
    if len(tokens) > _MOST_WORDS or what.of.isdisjoint(tokens):
        return False
    rest, found = re.subn(what.pattern, "", " ".join(tokens))
    return found > 0 and what.besides.issuperset(rest.split())
