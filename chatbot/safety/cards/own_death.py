"""Whether it is the writer who would be gone: "my mother would cope if I died", "they don't need me".

In a crisis people name those they leave, or who hurt them, so a person who is named is not for that the one who is
unwell: "my sister says get over it. I have the bottle in my hand".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.safety.cards.named_others import OBJECTS, REPORTING, others_in
from chatbot.safety.signs import SafetyRules

# Words by which people hint at their own death: "if I was gone", "they don't need me".
_DYING = frozenset("die died dying dead gone kill killed disappear disappeared vanished end ended".split())
_DOING_IT = frozenset({("do", "it"), ("done", "it")})
_WANTING = frozenset("do die live be go wake exist end".split())
_BEFORE_ME_ALONE = frozenset("without of need miss not".split())
_THEM = frozenset("they them someone somebody".split())
_SHORT_REACH = 5  # words: "if I was already dead"
# "My note", "my letter": last words to those who stay. A letter that one got says from whom it is.
_LAST_WORDS = frozenset("note letter".split())
_LEAVING = frozenset(
    "find finds found read reads write wrote written writing leave left leaving finished".split()
)
_LYING_READY = frozenset("is was lies".split())
# "He ended it. I understand him": the writer speaks of ending their own life.
_UNDERSTANDING = frozenset("understand get envy admire".split())
_ENDED = frozenset(
    (verb, what)
    for verb, whats in {
        "ended": ("it", "his", "her", "their", "things", "everything"),
        "did": ("it",),
        "killed": ("himself", "herself", "themselves"),
        "shot": ("himself", "herself"),
        "hanged": ("himself", "herself"),
        "took": ("his", "her", "their"),
        "committed": ("suicide",),
    }.items()
    for what in whats
)
# "They would manage without an old woman": who says so is the one.
_ONE_TOO_MANY = frozenset("woman man lady cripple invalid burden fool wreck".split())
# "I have the bottle in my hand", "I've got the gun out", "I am standing on the bridge": who writes holds the means.
_HOLDING = frozenset(
    """have got hold holding keep kept counted counting count bought opened open sit sitting stand standing stare
    staring look looking took""".split()
)
_MEANS = frozenset(
    """bottle bottles pill pills tablet tablets meds gun pistol rifle shotgun knife knives razor razors blade blades
    rope noose oxys bridge ledge roof platform tracks balcony""".split()
)
_BEFORE_THE_MEANS = 6  # words: "keep looking at all the pills"
# With one of these before it, another has the wish, or the means: "my husband wants to die and I have the pills".
_OF_ANOTHERS_WISH = (
    _DYING
    | _MEANS
    | frozenset(
        """want wants wanted wish wishes suicide suicidal threatens threatened threatening overdose overdosed goodbye
        dies herself himself themselves hide hides hid hidden found worried worry scared afraid asked asks begged
        wrote""".split()
    )
)


def is_own_death(tokens: Sequence[str], rules: SafetyRules) -> bool:
    """Return whether it is the writer who would be gone, whoever else is named: "my mother would cope if I died"."""
    others = others_in(tokens, rules)
    for place, word in enumerate(tokens):
        before, following = tokens[place - 1] if place else "", tokens[place + 1 : place + 1 + _SHORT_REACH]
        if word in ("me", "myself") and before in _BEFORE_ME_ALONE:
            return True
        if word == "my" and _are_last_words(before, following):
            return True
        is_without_one = before == "without" and word in ("a", "an") and REPORTING.isdisjoint(tokens[:place])
        if is_without_one and not _ONE_TOO_MANY.isdisjoint(following[:3]):
            return True
        if word == "i":
            named = _first_other(tokens, others, place + 1, _SHORT_REACH)
            is_said = _wants_for_oneself(tokens[place + 1 :]) or _is_dying(following[:named])
            if is_said or _understands_one_who_died(tokens, place) or _has_the_means(tokens, others, place):
                return True
    return False


def speaks_of_anothers_wish(tokens: Sequence[str]) -> bool:
    """Return whether these words, in which others are named, speak of what they wish, or say of themselves."""
    of_themselves = any(verb in REPORTING and who in ("he", "she", "they") for verb, who in pairwise(tokens))
    return of_themselves or not _OF_ANOTHERS_WISH.isdisjoint(tokens)


def _are_last_words(before: str, following: Sequence[str]) -> bool:
    """Return whether the words around a "my" speak of a note or letter that the writer leaves behind."""
    what, after = (*following[:2], "", "")[:2]
    return what in _LAST_WORDS and after != "from" and (before in _LEAVING or after in _LYING_READY)


def _first_other(tokens: Sequence[str], others: Sequence[bool], start: int, reach: int) -> int:
    """Return how many words from `start` on name nobody else, at most `reach`."""
    end = min(len(tokens), start + reach)
    return next((at for at in range(start, end) if others[at] or tokens[at] in _THEM), end) - start


def _is_dying(own: Sequence[str]) -> bool:
    """Return whether these words behind "I", before anybody else is named, speak of dying."""
    return not _DYING.isdisjoint(own) or any(pair in _DOING_IT for pair in pairwise(own))


def _understands_one_who_died(tokens: Sequence[str], place: int) -> bool:
    """Return whether this "I" understands somebody whose death was told before: "a man ended it. I understand him"."""
    verb, whom = (*tokens[place + 1 : place + 3], "", "")[:2]
    if verb not in _UNDERSTANDING or whom not in OBJECTS:
        return False
    return any(pair in _ENDED for pair in pairwise(tokens[:place]))


def _wants_for_oneself(following: Sequence[str]) -> bool:
    """Return whether these words behind "I" want something of life or death: "want to do it", "do not want to"."""
    wanted = following[2:] if following[:2] == ("do", "not") else following
    return wanted[:2] == ("want", "to") and (len(wanted) == len(("want", "to")) or wanted[2] in _WANTING)


def _has_the_means(tokens: Sequence[str], others: Sequence[bool], place: int) -> bool:
    """Return whether this "I" has the means at hand, or a last letter written, and nobody else is said to wish it."""
    if any(others[place:]) or speaks_of_anothers_wish(tokens[:place]):
        return False
    following = tokens[place + 1 : place + 1 + _BEFORE_THE_MEANS]
    if following[:1] == ("wrote",) or following[:2] == ("have", "written"):
        return not _LAST_WORDS.isdisjoint(following)
    return not _HOLDING.isdisjoint(following[:2]) and not _MEANS.isdisjoint(following)
