"""Whether a sign that was gone is there once more: "the numbness came back", "it was fixed in 2019. It's here again".

"The feeling came back" and "I came back home" are neither (rule 10). A sign that was never there before, and is now, is
for `taken_up`.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from chatbot.english.function_words import DEMONSTRATIVES
from chatbot.normalise import Word
from chatbot.safety.in_context.context import Context, between
from chatbot.safety.reading.places import Place
from chatbot.safety.windows import RETURN_AHEAD, RETURN_RAW, RETURN_SENTENCES

# What may come back as a sign: "it came back", "the same problem is back"; not "I came back", "the feeling is back".
_WHAT_RETURNS = frozenset(
    "it they this that both all problem problems trouble symptoms numbness weakness leak leaking pain same".split()
)
_COMING = frozenset("is are was were came comes coming has come".split())
# "Its back" and "it's all back" are "it is back", where no body part goes on.
_ITS = "its"
_ALL = "all"
_BEFORE_AGAIN = frozenset("here there is same started starts happened happening happens began".split())
_BEHIND_ITS_BACK = frozenset("now again since today this and for with but same worse".split())
# "I have it again", "got the same thing again". Whatever ended, this is there.
_HAVING_AGAIN = frozenset("have has having got get getting gets feel".split())
_POINTING = DEMONSTRATIVES | {"it", "them", "same"}
_NOT_HAD_AGAIN = frozenset(
    """not never if when will would may might could can to do does did whether until without hope afraid risk
    chance scared worry worried fear""".split()
)
_JOINING = frozenset("and but then".split())
# "It is gone again" tells of a sign where something was lost: feeling, or control.
_LOSING = frozenset("lost lose losing loss control".split())
_GONE = frozenset(("gone", "lost"))
_NO_RETURN = frozenset(
    """not never if will would may might could can does do did whether until when feeling sensation strength control
    normal i afraid hope""".split()
)
_AFTER_A_WAY_BACK = frozenset(
    "to at home in on then before negative clear normal fully completely and".split()
)


def has_returned(place: Place, context: Context) -> bool:
    """Return whether the sign itself is said to be there once more: "the numbness came back", "numb again" (rule 10).

    "The feeling came back" is good news and none of these.
    """
    low, high = place.first, place.last
    is_named = any(
        spot.first <= high and low <= spot.last and _is_told(spot, context)
        for spot in context.reading.found.get(context.numbers["came-again"], ())
    )
    return is_named or _returned_after_all(place, context)


def _is_told(spot: Place, context: Context) -> bool:
    """Return whether a return that is named is not denied, asked about, or feared: "I have never been numb again"."""
    before = range(max(0, spot.first - RETURN_AHEAD), spot.first)
    near = [at for at in before if context.sentence[at] == context.sentence[spot.first]]
    start = max((at for at in near if context.marks[at] or context.texts[at] in _JOINING), default=0)
    return _NOT_HAD_AGAIN.isdisjoint(context.texts[at] for at in near if at >= start)


def _returned_after_all(place: Place, context: Context) -> bool:
    """Return whether a sign ended well, and then "it" came back: "it was fixed in 2019. It's here again since Friday".

    Without the good end, "it" may be what was missing: "my foot was weak, but it came back".
    """
    words, content, sentence = context.reading.words, context.reading.content, context.reading.sentence
    last = content[place.last]
    texts = [word.text for word in words]
    near = [at for at in range(last + 1, len(texts)) if sentence[at] <= sentence[last] + RETURN_SENTENCES]
    if any(_is_had_again(texts, at) for at in near):
        return True
    ends = [
        content[spot.last]
        for family in ("outcome", "ruled-out")
        for spot in between(context, family, place.last + 1, len(context.texts) - 1)
        if sentence[content[spot.last]] <= sentence[last] + 1
    ]
    if not ends:
        return False
    again = _BEFORE_AGAIN | (
        _GONE if _LOSING.intersection(context.texts[place.first : place.last + 1]) else set()
    )
    return any(_is_return(words, texts, at, again) for at in near if at > min(ends))


def _is_had_again(texts: list[str], at: int) -> bool:
    """Return whether "again" stands here and says that it is had: "I have it again", "got the same thing again"."""
    if texts[at] != "again":
        return False
    start = max(0, at - RETURN_RAW)
    had = next((back for back in range(at - 1, start - 1, -1) if texts[back] in _HAVING_AGAIN), -1)
    return (
        had >= 0
        and not _POINTING.isdisjoint(texts[had + 1 : at])
        and _NOT_HAD_AGAIN.isdisjoint(texts[max(0, had - RETURN_RAW) : had])
    )


def _is_return(words: Sequence[Word], texts: list[str], at: int, before_again: AbstractSet[str]) -> bool:
    """Return whether "back", "again" or "returned" stands here and says that what was gone is there."""
    before, following = texts[max(0, at - RETURN_RAW) : at], texts[at + 1 : at + 2]
    if before[-1:] == [_ALL]:
        before = before[:-1]
    if not _NO_RETURN.isdisjoint(before) or not before:
        return False
    if texts[at] == "returned":
        return before[-1] in _WHAT_RETURNS
    if texts[at] == "again":
        return before[-1] in before_again or (following == ["the"] and texts[at + 2 : at + 3] == ["same"])
    if texts[at] != "back" or not _AFTER_A_WAY_BACK.isdisjoint(following):
        return False
    if before[-1] == _ITS:
        goes_on = at + 1 < len(words) and not words[at + 1].mark and following[0] not in _BEHIND_ITS_BACK
        return not goes_on
    return before[-1] in _COMING and not _WHAT_RETURNS.isdisjoint(before[:-1])
