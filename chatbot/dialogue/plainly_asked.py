"""What is said of a thing in closed sets of words: that it was found, or what is done for it; told by words alone.

"My X-ray showed a loose screw" tells of the screw and not of X-rays, and "what are my options with scar tissue" asks
how scar tissue is treated. Every word is on a list, so that who says more ("should I have it fixed") is not meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.english.function_words import ASKING_FIRST, FUNCTION_WORDS, KIN, SUBJECTS, WORDS_THAT_ASK

# -- who or what found it: "the last scan showed that I have", "they found", "... on my MRI"

_FINDERS = frozenset(
    """mri mris ct cat scan scans xray xrays ray rays imaging images pictures film films report results myelogram
    radiologist doctor doctors dr doc surgeon specialist they he she it emg""".split()
)
_AROUND_A_FINDER = KIN | frozenset(
    """my the a an his her our s last latest recent new first second repeat just now also has have had is was so and x
    bone from yesterday today finally apparently er""".split()
)
_OF_A_FINDER = _FINDERS | _AROUND_A_FINDER
_FINDING = frozenset(
    """show shows showed shown showing found find finds say says said saw see sees reveals revealed confirms confirmed
    mentions mentioned suggests suggested indicates detected noticed noted picked came discovered mention thinks
    suspects worried diagnosed told""".split()
)
_BEFORE_WHAT_IS_FOUND = frozenset(
    """that i me us he she we have has had there is was are been to be may might could a an some my the up out with her
    him got it back about of yesterday today""".split()
)
_MOST_OF_A_FINDER = 8  # words
_BEHIND = frozenset("on in from by".split())

# -- what is told or asked of it

_TELLING = (FUNCTION_WORDS - WORDS_THAT_ASK - frozenset("out off no not".split())).union(
    KIN,
    """told diagnosed explain explained nobody somebody apparently turns yesterday today found dealing loose loosened
    broken cracked snapped bent damaged possible severe bad big small bit lot""".split(),
)
_WHO = SUBJECTS | {"my"}
_DOING = frozenset(
    """treat treats treated treating treatment treatments fix fixes fixed fixing cure cures cured remedy remedies
    solution solutions option options choice choices repair repaired manage managed management handle handled rid
    deal tackle tackled treatable fixable curable repairable steps step""".split()
)
# "What can be done about it", "what do they do for it", "help with it"; what stands before a name is left out.
_DOING_IN_TWO = frozenset(
    (
        ("be", "done"),
        ("is", "done"),
        ("do", "about"),
        ("do", "for"),
        ("help", "it"),
        ("help", "with"),
    )
)
_AROUND_DOING = (FUNCTION_WORDS - frozenset("need want not no without before after".split())).union(
    KIN,
    """told diagnosed best way ways common usual usually possible different loose loosened broken cracked snapped bent
    severe bad doctor doctors surgeon surgeons deal rid done help find found available exist exists next kind kinds
    sort sorts type types stuff""".split(),
)


def without_finder(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words without who or what found it: "a loose screw" of "my x ray showed a loose screw"."""
    start, end = _end_of_finder(words), len(words)
    if words[-1] in _FINDERS:
        behind = end - 1
        while behind > start and words[behind] in _OF_A_FINDER:
            behind -= 1
        end = behind if words[behind] in _BEHIND and behind > start else end
    return tuple(words[start:end])


def _end_of_finder(words: Sequence[str]) -> int:
    """Return where that ends what says at the start who found it; 0 where nothing says so."""
    found = next((place for place, word in enumerate(words[:_MOST_OF_A_FINDER]) if word in _FINDING), None)
    if found is None:
        return 0
    before = words[:found]
    is_finder = not before or not _FINDERS.isdisjoint(before)
    if not is_finder or not _FINDERS.union(_AROUND_A_FINDER).issuperset(before):
        return 0
    return next(
        (place for place in range(found + 1, len(words)) if words[place] not in _BEFORE_WHAT_IS_FOUND), 0
    )


def asks_only(words: Sequence[str]) -> bool:
    """Return whether words that stand for an entry only ask what is done: "my options" names no thing."""
    return not _DOING.isdisjoint(words) or _AROUND_DOING.issuperset(words)


def only_tells(rest: Sequence[str]) -> bool:
    """Return whether nothing is asked of the thing: "my dad has it", "must be it"; not "must he have it"."""
    is_asked = rest[0] in ASKING_FIRST or (rest[0] == "must" and not _WHO.isdisjoint(rest[1:2]))
    return not is_asked and _TELLING.issuperset(rest)


def asks_what_is_done(rest: Sequence[str]) -> bool:
    """Return whether nothing is asked of the thing but how it is treated: "I have it what are my options"."""
    if not _AROUND_DOING.issuperset(word for word in rest if word not in _DOING):
        return False
    return not _DOING.isdisjoint(rest) or not _DOING_IN_TWO.isdisjoint(pairwise(rest))
