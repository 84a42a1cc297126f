"""Digits and letters that are typed for a word: "how long 2 heal", "good 4 me", "can it b fixed", "pain aftr sx".

The words around them tell. Every other number stays, and so do levels ("L4 5"), "hepatitis b" and "the c section".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.english.function_words import POSSESSIVES
from chatbot.normalise.question import Word

SHORTENED = frozenset("1 2 4 b c sx prob ma".split())

# -- what a number is

# Behind one of these a number is one: "day 2", "at 4 my leg", "took 2", "the other 2 feel numb".
_BEFORE_A_NUMBER = frozenset(
    """at by till until since around about approx room season episode chapter version size day week month year number
    no grade level levels line page type stage pod part question step of out the all both other last first my his her
    these those another every from between and or one two three x times took taken takes swallowed popped given gave
    under plus than terminal""".split()
)
_LEVEL = re.compile(r"[lcts]\d{0,2}|\d+")  # "L4 5", "L 4", "1 2 3"
_LONGEST_NO_PLURAL = 3  # letters: "gas" and "his" are none

# -- "2" for "to" and "too"

_VERBS = frozenset(
    """ask avoid b be become believe bend book bother bring c call cancel carry change chat check choose come consider
    continue cope cover cut deal decide die discuss do drive drop eat end exercise expect explain fall feel figure find
    fit fix fly fuse get give go grow happen have heal hear help hurt improve join jump keep kill know lay lead learn
    leave let lie lift listen live look lose make manage mean meet mention move need operate pass pay pee poop pick plan
    play prevent push put quit reach read recover redo reduce relieve remove repair replace reschedule rest return ride
    run say schedule see seem send sit sleep speak spend stand start stay stop strengthen stretch suffer swim switch
    take talk tell think treat try turn understand use visit wait wake walk want watch wear work worry write""".split()
)
_BEFORE_A_VERB = frozenset("still ever even just really always never actually not".split())
# "2 sleep tablets" and "2 walks" are two, "2 stop pills" is none.
_NOUNS_TOO = frozenset(
    "sleep rest help walk drive cut fall work run test visit check change exercise plan".split()
)
_WHOM = frozenset("me my the him her it them us you your our their somebody someone".split())
_PLACES = frozenset(
    """work bed church school normal therapy rehab physio pt er hospital surgery sleep walking driving swimming sports
    doctors people impossible a this that these""".split()
)
_BEFORE_A_PLACE = frozenset(
    """go goes going went gone back get come came return returned due next close according thanks home listen talk
    talked talking spoke speak sent send used resort""".split()
)
_JOINERS = frozenset("or and but when because".split())
_TO_AT_THE_END = frozenset("listen talk speak used supposed happen happens happened jump".split())
_TOO_MUCH = frozenset(
    """much many late soon old young long far early weak tired fat heavy big small hard painful risky dangerous sick
    scared bad high low often quick fast slow expensive stiff sore""".split()
)
# What may follow "too late"; "2 long rods" are two.
_AFTER_TOO = frozenset(
    "for 4 to 2 and but so if or now already i to in at when because after before is are was then that it".split()
)

# -- "4" for "for"

_AFTER_FOR = _WHOM | frozenset(
    """a an this that people pain surgery sx infection insurance relief recovery revision rehab physio therapy pt sure
    real good long free what who anything something everything another any some all everyone everybody anyone anybody
    healing back neck spine nerve leg numbness swelling fever drainage medicare medicaid example advice help real
    reference""".split()
)
_AMOUNTS = frozenset("day week month year night morning afternoon evening time hour".split())  # "4 a day"
_BEING = frozenset("is was are be been now still".split())
_NO_VERBS = frozenset("remaining missing following failing floating morning evening during nothing".split())
_FOR_AT_THE_END = frozenset("what use good looking waiting it that this there".split())

_BEFORE_ONE = frozenset("which this that other another any no every".split())
_NUMBERED = frozenset("level levels year years month months week weeks day days hour hours percent".split())

# -- letters

_BEFORE_BE = frozenset(
    """to 2 will would can could should might may must not ever never always still please it he she they we you that
    this there also""".split()
)
_BEFORE_SEE = frozenset("to 2 can could will would should must not i we they you me".split())
_AFTER_SEE = _WHOM | frozenset(
    "a this that what if how where why when who doctor anyone anybody another any u one".split()
)
# "Sx" is surgery where patients write it, and symptoms where staff do.
_AFTER_SYMPTOMS = frozenset(
    "of are include including started began like worse returned resolved improved".split()
)
_BEFORE_A_PROBLEM = frozenset(
    "a the my your his her this that any no not same big another other what main real".split()
)
_AFTER_A_PROBLEM = frozenset(("", "with", "in", "since", "after"))
# "Ma" is a mother where she does something or is somebody's: "ma fell", "my ma cannot walk", "ma, what is this".
_OF_MOTHERS = frozenset(
    """is was has had have can could will would should does did do got get gets fell falls says said keeps needs wants
    went goes hurts feels cries took takes just still and or who""".split()
)
_WHOSE = POSSESSIVES | frozenset("the a hi hello hey".split())


def with_short_forms_read(words: list[Word]) -> list[Word]:
    """Return words with the word that is meant in place of a digit or a letter typed for it; every number stays."""
    read = list(words)
    for place, word in enumerate(words):
        if word.text in SHORTENED:
            before = read[place - 1].text if place and not word.mark else ""
            meant = _MEANT[word.text](before, _behind(words, place + 1))
            read[place] = word._replace(text=meant or word.text)
    return read


def _behind(words: Sequence[Word], start: int) -> tuple[str, str]:
    """Return the two words behind a place, "" for what stands behind a mark or is not there."""
    first, second = [*words[start : start + 2], None, None][:2]
    if first is None or first.mark:
        return "", ""
    return first.text, "" if second is None or second.mark else second.text


def _one(before: str, behind: tuple[str, str]) -> str:
    return "one" if before in _BEFORE_ONE and behind[0] not in _NUMBERED else ""


def _to(before: str, behind: tuple[str, str]) -> str:
    """Return what a "2" stands for: "to", "too", or "" where it is a number."""
    follows, second = behind
    if follows in _TOO_MUCH:
        return "too" if not second or second in _AFTER_TOO else ""
    if _is_before_a_number(before):
        return ""
    if not follows or follows in _JOINERS:
        return "too" if before == "me" else "to" if before in _TO_AT_THE_END else ""
    if follows in _VERBS or (follows in _BEFORE_A_VERB and second in _VERBS):
        return "" if follows in _NOUNS_TOO and _is_plural(second) else "to"
    is_to = follows in _WHOM or (follows in _PLACES and before in _BEFORE_A_PLACE)
    return "to" if before and is_to else ""


def _for(before: str, behind: tuple[str, str]) -> str:
    """Return "for" where a "4" stands for it, "" where it is a number."""
    follows, second = behind
    if before in _BEING or _is_before_a_number(before):
        return ""
    if not follows or follows in _JOINERS:
        return "for" if before in _FOR_AT_THE_END else ""
    is_doing = follows.endswith("ing") and follows not in _NO_VERBS
    is_counted = _is_plural(second) or second in _AMOUNTS
    is_for = follows in _WHOM or is_doing or (follows in _AFTER_FOR and not is_counted)
    return "for" if is_for else ""


def _is_before_a_number(word: str) -> bool:
    return word in _BEFORE_A_NUMBER or _LEVEL.fullmatch(word) is not None


def _is_plural(word: str) -> bool:
    """Return whether a word looks like a plural, before which "4" is a number: "4 back surgeries"."""
    return len(word) > _LONGEST_NO_PLURAL and word.endswith("s") and not word.endswith(("ss", "is", "us"))


def _be(before: str, _: tuple[str, str]) -> str:
    return "be" if before in _BEFORE_BE else ""


def _see(before: str, behind: tuple[str, str]) -> str:
    return "see" if before in _BEFORE_SEE and behind[0] in _AFTER_SEE else ""


def _surgery(_: str, behind: tuple[str, str]) -> str:
    return "symptoms" if behind[0] in _AFTER_SYMPTOMS else "surgery"


def _problem(before: str, behind: tuple[str, str]) -> str:
    is_noun = before in _BEFORE_A_PROBLEM or behind[0] in _AFTER_A_PROBLEM
    return "problem" if is_noun else "probably"


def _my(before: str, behind: tuple[str, str]) -> str:
    is_mother = not behind[0] or behind[0] in _OF_MOTHERS or before in _WHOSE
    return "" if is_mother else "my"


_MEANT = {"1": _one, "2": _to, "4": _for, "b": _be, "c": _see, "sx": _surgery, "prob": _problem, "ma": _my}
