"""What sounds like a sign by its words and is everyday life: laughter, a belt that is worn, a side that catches.

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
_BY_LIKENESS = (_WORN_BELT, _TIGHT_SIDE, _SOMETHING, _LAUGHED)
# The signs that the rules make of the same words; "rubs" is near to "ribs".
_BY_RULES = (
    (frozenset(("breathless", "cannot-be-woken", "blue-or-slow-breath")), _LAUGHED),
    (frozenset(("chest-pain",)), _WORN_BELT),
)
_MOST_WORDS = 20


def is_everyday(tokens: Sequence[str]) -> bool:
    """Return whether words that only likeness takes for a sign tell of nothing but one of these."""
    return any(_tells_only(tokens, one) for one in _BY_LIKENESS)


def is_everyday_sign(finding: Finding, tokens: Sequence[str]) -> bool:
    """Return whether what the rules take for a sign is nothing but laughter, or a belt that is worn."""
    return any(signs.issuperset(finding.signs) and _tells_only(tokens, one) for signs, one in _BY_RULES)


def _tells_only(tokens: Sequence[str], what: _Everyday) -> bool:
    if len(tokens) > _MOST_WORDS or what.of.isdisjoint(tokens):
        return False
    rest, found = re.subn(what.pattern, "", " ".join(tokens))
    return found > 0 and what.besides.issuperset(rest.split())
