"""Closed sets of English words that more than one step reads: what asks, greets, names people, says nothing of a topic.

Each step adds to a set, or takes from it, what its own reading needs, and says why. English, like `courtesy`; no
clinic's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

FUNCTION_WORDS = frozenset(
    """a an and any anyone are as at be been but by can could did do does doing for from had has have he
    her hers
    him his how i if in is it its just like may me might mine must my myself no not of off on once one
    only or other our ours out over own shall she should so some such than that the their theirs them then
    there these they this those to too up us very was we were what when where which while who whom whose
    why will with without would you your yours am about after again all also because before being between
    both each few more most much many into same through until under here get got gets getting go goes
    going went let say said tell know think want need make made thing things really still even ever never
    now yes ok okay please thanks someone something anything everything
    """.split()
)
# What a question begins with: a word that asks, or a verb before its subject.
WORDS_THAT_ASK = frozenset("what when where why how which who whom".split())
BEING = frozenset("is are was were am".split())
DOING = frozenset("do does did".split())
HAVING = frozenset("has have".split())
MODALS = frozenset("can could will would should may must".split())
AUXILIARIES = BEING | DOING | HAVING | MODALS
LONGEST_OPENING = 4  # words of a question before its verb
SUBJECTS = frozenset("i you he she it we they this that there".split())
# A message that begins so asks, by its first word alone: "were" may be "we're", and "have called", "must go now" tell.
ASKING_FIRST = WORDS_THAT_ASK - {"whom"} | AUXILIARIES - HAVING - {"were", "must"}
ASKING_SOMEBODY = frozenset("asked asks ask asking".split())
GREETINGS = frozenset("hi hello hey hiya morning afternoon evening".split())
THANKS = frozenset("thank thanks".split())
# "Dear doctor", as a letter begins, and "no dear, ...".
ADDRESSED = frozenset("dear doctor sir madam honey hon sweetie darling".split())
# The people of one's own, from near to far, and all of them as they are called: a step that takes fewer says so.
RELATIVES = frozenset("husband wife son daughter mom mum mother dad father sister brother".split())
FURTHER_RELATIVES = frozenset("grandma grandpa grandmother grandfather aunt uncle".split())
GRANDCHILDREN = frozenset("granddaughter grandson".split())
KIN = RELATIVES.union(
    FURTHER_RELATIVES,
    GRANDCHILDREN,
    """mama mommy papa daddy gran granny nan nana auntie cousin niece nephew spouse hubby fiance boyfriend girlfriend
    kid kids child children baby family""".split(),
)
FRIENDS = frozenset("friend partner neighbor neighbour".split())
STAFF = frozenset("doctor doctors dr doc surgeon nurse therapist".split())
POSSESSIVES = frozenset("my your his her our their".split())
DEMONSTRATIVES = frozenset("this that these those".split())
POINTING_AT_THINGS = DEMONSTRATIVES | {"it", "one", "ones", "there"}
_POINTING_BACK = POINTING_AT_THINGS | frozenset("they them he she him hers".split())
# "Are there pills" points back to nothing.
_IS_THERE = frozenset((verb, "there") for verb in "is are was were".split())
# Nor does "how common is it that people still hurt", which goes on to say what it means; "is it that bad" does.
_IT_THAT = ("it", "that")
_FEWEST_SAID_BEHIND = 3
_POINTING_BACK_ALONE = frozenset("her his its their".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
# "This week" points back to nothing.
_TIMES = frozenset("morning afternoon evening week weekend month year spring summer fall winter".split())
_OPENING_A_FOLLOW_UP = frozenset("and or but then so what".split())


def wants_its_verb(words: Sequence[str]) -> bool:
    """Return whether words open a question whose verb must follow: "how soon", "what statute of limitations"."""
    is_opening = 0 < len(words) <= LONGEST_OPENING and words[0] in WORDS_THAT_ASK
    return is_opening and AUXILIARIES.isdisjoint(words)


def content_words(tokens: Sequence[str]) -> list[str]:
    """Return the words that say something of a topic, in order."""
    return [token for token in tokens if token not in FUNCTION_WORDS]


def points_back(tokens: Sequence[str]) -> bool:
    """Return whether a message points back to what was said before: "can it be removed", "and the risks?"."""
    if not tokens:
        return False
    pointing = _POINTING_BACK.intersection(tokens)
    if "there" in pointing and _IS_THERE.intersection(pairwise(tokens)):
        pointing -= {"there"}
    if _says_what_it_is(tokens):
        pointing -= {*_IT_THAT}
    if tokens[0] in _OPENING_A_FOLLOW_UP or (
        pointing and not (pointing == {"this"} and _names_a_time(tokens))
    ):
        return True
    following = zip(tokens, (*tokens[1:], "to"), strict=True)  # "for her" points back, "her screws" do not
    return any(word in _POINTING_BACK_ALONE and after in FUNCTION_WORDS for word, after in following)


def _says_what_it_is(tokens: Sequence[str]) -> bool:
    """Return whether a message has "it that" with a clause behind it: neither word points back then."""
    place = next((place for place, pair in enumerate(pairwise(tokens)) if pair == _IT_THAT), len(tokens))
    return len(tokens) - place - len(_IT_THAT) >= _FEWEST_SAID_BEHIND


def _names_a_time(tokens: Sequence[str]) -> bool:
    return any(word == "this" and after in _TIMES for word, after in pairwise(tokens))


def describes_one(tokens: Sequence[str]) -> bool:
    """Return whether a message describes one of a kind that was named before: "the one where they straighten you"."""
    return any(word == "the" and after in ("one", "ones") for word, after in pairwise(tokens))
