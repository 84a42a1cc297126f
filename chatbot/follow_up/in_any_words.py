"""Steering that is told by its words, in any order: "can I get hold of a human here", "where did you take that figure".

Each has a set of the words that may stand around. A message with any other word says more and steers nothing: "let me
talk to a nurse about my screws".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.follow_up.steers import Steer

# "Let me talk to a nurse".
_TALKING = frozenset("talk speak chat".split())
# "Who can I ask about that", of nothing in particular.
_WHO = frozenset(("who", "whom"))
_ASKING = frozenset("ask tell answer".split())
# "How do I get hold of somebody real"; but how one reaches the front desk is a question.
_REACHING = frozenset("reach contact hold touch see".split())
_THAT = frozenset("that then so would should does right best and know knows".split())
_PLACES = frozenset(("desk", "clinic"))
_PEOPLE = frozenset(
    """person human humans people nurse someone somebody anyone anybody receptionist staff secretary clerk man
    woman""".split()
)
_AROUND_TALKING = frozenset(
    """to with a an the real live actual can could may might i we let me please want would like need is there just
    how do rather here instead prefer at clinic now you for about it this desk front have get from right away
    of in""".split()
)
# "I want to see someone" asks for a visit, but "I want to see a human" asks for a person to talk to.
_HUMAN = frozenset("human humans".split())

# "Where does that figure come from".
_FIGURES = frozenset(
    """number numbers figure figures percentage percent statistic statistics stat stats information info answer
    answers fact facts""".split()
)
_COMING_FROM = frozenset("from get got find found take took".split())
_AROUND_FIGURES = frozenset(
    "where did do does is are was you they that this those these your all come comes".split()
)
# "Can you tell me a bit more about that".
_MORE = frozenset("more further detail details".split())
_TELLING = frozenset("tell say hear know explain elaborate".split())
_GIVING = frozenset("give show".split())
_AROUND_MORE = frozenset(
    """can could would will do you i me we us please about it that this a an the bit little some any anything something
    what is there to on in like want and of all just dear""".split()
)
# "You have no number for that".
_NUMBERS = frozenset("number numbers figure figures percentage percentages percent statistics".split())
_NONE = frozenset("no not".split())
_AROUND_NUMBERS = frozenset(
    """so then there is are you do does did give gave say said tell told me have know it that this them these on for of
    about a any the guide in""".split()
)
# "That is a list. I wanted a number"; "the number" may be the one to call.
_WANTING = frozenset("want wanted need needed asked".split())
_AROUND_WANTING = frozenset(
    "i a an that is was not list only just for actual real exact hard in some you me".split()
)
# "So is that a yes or a no".
_YES_OR_NO = frozenset((("a", "yes"), ("a", "no"), ("yes", "or"), ("no", "or"), ("is", "yes"), ("is", "no")))
_AROUND_YES_OR_NO = frozenset(
    """so is it that this was a yes no or then and you did do can not say said tell told me give gave answer the just
    plain clear simple straight which means mean basically i take""".split()
)


# -- a person


def speaks_of_reaching_people(words: Sequence[str]) -> bool:
    """Return whether these words speak of talking to somebody or reaching them, and maybe of something else, too."""
    return not _PEOPLE.isdisjoint(words) and (_talks(words) or _reaches(words))


def only_asks_for_people(words: Sequence[str]) -> bool:
    """Return whether words that speak of reaching people say nothing else: "let me talk to a nurse"."""
    return (_PEOPLE | _TALKING | _REACHING | _AROUND_TALKING).issuperset(words)


def asks_for_somebody(words: Sequence[str]) -> bool:
    """Return whether these words ask whom to ask, and nothing else: "who at the clinic can tell me that"."""
    is_asked = not _WHO.isdisjoint(words) and (not _ASKING.isdisjoint(words) or _talks(words))
    return is_asked and (_WHO | _ASKING | _TALKING | _PEOPLE | _AROUND_TALKING | _THAT).issuperset(words)


def _talks(words: Sequence[str]) -> bool:
    return not _TALKING.isdisjoint(words)


def _reaches(words: Sequence[str]) -> bool:
    """Return whether a message asks to reach somebody, not a place; "see" counts only with a human."""
    is_reached = not _REACHING.isdisjoint(words) and _PLACES.isdisjoint(words)
    return is_reached and ("see" not in words or not _HUMAN.isdisjoint(words))


# -- the last answer


def asked_of_the_answer(words: Sequence[str]) -> Steer | None:
    """Return what these words, in any order, ask of the last answer: its source, a figure, more, a plain yes or no."""
    if "where" in words and _asks_where_from(words):
        return "source"
    if _misses_a_figure(words) or _wants_a_figure(words):
        return "number"
    if _asks_for_more(words):
        return "more"
    is_yes_or_no = not _YES_OR_NO.isdisjoint(pairwise(words)) and _AROUND_YES_OR_NO.issuperset(words)
    return "yes-or-no" if is_yes_or_no else None


def _asks_for_more(words: Sequence[str]) -> bool:
    """Return whether these words ask to be told more, and nothing else; "give me something else" does not."""
    is_more = not _MORE.isdisjoint(words) and not (_TELLING | _GIVING).isdisjoint(words)
    is_else = "else" in words and not _TELLING.isdisjoint(words)
    around = _MORE | _TELLING | _GIVING | _AROUND_MORE | {"else"}
    return (is_more or is_else) and around.issuperset(words)


def _misses_a_figure(words: Sequence[str]) -> bool:
    """Return whether these words say that no figure was told, and nothing else: "so there is no number for that"."""
    is_missed = not (_NUMBERS.isdisjoint(words) or _NONE.isdisjoint(words))
    return is_missed and (_NUMBERS | _NONE | _AROUND_NUMBERS).issuperset(words)


def _wants_a_figure(words: Sequence[str]) -> bool:
    """Return whether these words say that a figure was wanted, and nothing else: "I wanted a number"."""
    is_wanted = not (_NUMBERS.isdisjoint(words) or _WANTING.isdisjoint(words))
    return is_wanted and (_NUMBERS | _WANTING | _AROUND_WANTING).issuperset(words)


def _asks_where_from(words: Sequence[str]) -> bool:
    """Return whether these words ask where what was told comes from, and nothing else."""
    is_told = not _FIGURES.isdisjoint(words) and not _COMING_FROM.isdisjoint(words)
    return is_told and (_FIGURES | _COMING_FROM | _AROUND_FIGURES | {"and"}).issuperset(words)
