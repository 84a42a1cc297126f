"""Whose danger it is, told by the words of a whole message, where no place of a sign says so (rule 14).

`who` looks at the words around a sign that a rule found. Here there is none, or the sign is a wish to die, in which
people name those they leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_PRONOUNS = frozenset("he she him her his hers".split())
_SOMEBODY_ELSE = _PRONOUNS | frozenset(
    """husband wife mom mum mother dad father son daughter brother sister grandma grandpa nana
    nan granny gramps grandfather grandmother grandson granddaughter grandchild grandkid grandbaby toddler kid child
    niece nephew cousin uncle aunt auntie friend neighbor neighbour patient pt resident roommate
    client partner boyfriend girlfriend fiance hubby""".split()
)
_RELATIVES = _SOMEBODY_ELSE - _PRONOUNS

# What whoever hints at their own death says of it, and of those who stay: "if I was gone", "they don't need me".
_DYING = frozenset("die died dying dead gone kill killed disappear disappeared vanished end ended".split())
_DOING_IT = frozenset({("do", "it"), ("done", "it")})
_WRITTEN = frozenset("note letter".split())
_WANTING = frozenset("do die live be go wake exist end".split())
_BEFORE_ME_ALONE = frozenset("without of need miss not".split())
_NAMING_ANOTHER = _SOMEBODY_ELSE | {"they", "them", "him", "someone", "somebody"}
_SHORT_REACH = 5  # words: "if I was already dead"


def is_own_death(tokens: Sequence[str]) -> bool:
    """Return whether it is the writer who would be gone, whoever else is named: "my mother would cope if I died"."""
    for place, word in enumerate(tokens):
        before, following = tokens[place - 1] if place else "", tokens[place + 1 : place + 1 + _SHORT_REACH]
        if word in ("me", "myself") and before in _BEFORE_ME_ALONE:
            return True
        if word == "my" and not _WRITTEN.isdisjoint(following[:1]):
            return True
        if word == "i" and (_wants_for_oneself(tokens[place + 1 :]) or _speaks_of_own_death(following)):
            return True
    return False


def _speaks_of_own_death(following: Sequence[str]) -> bool:
    """Return whether these words behind "I" speak of dying before they name another, or with one who died."""
    if following[:1] == ("understand",):
        return True  # "a man ended it. I understand him"
    named = next((at for at, text in enumerate(following) if text in _NAMING_ANOTHER), len(following))
    own = following[:named]
    return not _DYING.isdisjoint(own) or any(pair in _DOING_IT for pair in pairwise(own))


def _wants_for_oneself(following: Sequence[str]) -> bool:
    """Return whether these words behind "I" want something of life or death: "want to do it", "do not want to"."""
    wanted = following[2:] if following[:2] == ("do", "not") else following
    return wanted[:2] == ("want", "to") and (len(wanted) == len(("want", "to")) or wanted[2] in _WANTING)


# What others do for, or say to, whoever writes; and what a writer does for, or thinks of, others.
_REPORTING = frozenset(
    """says said say tells told thinks thought found noticed notices saw sees asked asks wants drove brought gave gives
    called calls made makes""".split()
)
_CARING = frozenset(
    "think know guess believe wonder read should do worry worried scared afraid need tell ask call".split()
)
_STAFF = frozenset("doctor doc surgeon nurse therapist pharmacist dentist".split())
_TOWARDS = frozenset("tell help with to at told asked call called for behind by from".split())
_NEAR = 4  # "I can not wake him"


def _is_more_of_another(tokens: Sequence[str]) -> bool:
    """Return whether more words of a message speak of another's body than of the writer's own; the first if as many."""
    is_of_staff = not _STAFF.isdisjoint(tokens) and _RELATIVES.isdisjoint(tokens)
    speaks = [speaks_of(tokens, place, is_of_staff=is_of_staff) for place in range(len(tokens))]
    others, own = speaks.count("another"), speaks.count("oneself")
    if others != own:
        return others > own
    return next((one for one in speaks if one), "") == "another"


def speaks_of(tokens: Sequence[str], place: int, *, is_of_staff: bool) -> str:
    """Return whether a word speaks of "another" who is unwell, of "oneself", or "" of nobody's body."""
    word, following = tokens[place], tokens[place + 1 : place + 1 + _NEAR]
    before = tokens[place - 1] if place else ""
    if word in _SOMEBODY_ELSE:
        is_helper = not _REPORTING.isdisjoint(following[:1]) or (is_of_staff and word in _PRONOUNS)
        return "" if is_helper else "another"
    if word == "i":
        is_about_another = not _SOMEBODY_ELSE.isdisjoint(following) or not _CARING.isdisjoint(following[:2])
        return "" if is_about_another else "oneself"
    if word == "my":
        is_of_a_person = not (_SOMEBODY_ELSE | _STAFF).isdisjoint(following[:2])
        return "" if is_of_a_person else "oneself"
    return "oneself" if word in ("me", "myself") and before not in _TOWARDS else ""


def is_of_somebody_else(level: str, tokens: Sequence[str]) -> bool:
    """Return whether it is somebody else who is unwell, as far as words tell where no rule speaks (rule 14).

    In a crisis only where that person comes first and opens the message, or is its "he" or "she": whoever hints at
    their own death names those they leave, and must not be thanked for looking out for them.
    """
    if level != "crisis":
        return _is_more_of_another(tokens)
    if is_own_death(tokens):
        return False
    for place, word in enumerate(tokens):
        if word == "i":
            return False
        if word in ("he", "she", "they") or (word in _SOMEBODY_ELSE and place <= 1):
            return True
    return False
