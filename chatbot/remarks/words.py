"""The lists of words that several kinds of remark are made of, and a message's figures as these lists know them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.english.function_words import ASKING_FIRST, FRIENDS, KIN, STAFF
from chatbot.english.word_kinds import word_set

# All people whose loss somebody may tell of.
KIN_AND_FRIENDS = KIN | FRIENDS
NUMBERS = word_set(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety first second third half couple few several
    a"""
)
TIMES = word_set(
    """year years yr month months mo week weeks day days decade summer spring fall autumn winter
    christmas easter january february march april may june july august september october november december jan feb mar
    apr jun jul aug sept sep oct nov dec 2000"""
)
AROUND_TIMES = word_set(
    """ago last past early late beginning end since before back now already about around almost nearly roughly over
    like maybe only just time than more or so next"""
)
AGES = word_set("0 twenty thirty forty fifty sixty seventy eighty ninety")
SMALL = word_set(
    """i we he she they it is am are was were be been has have had the a an my me us him her them his their our to at
    in on of for and now already just so ok okay yes yeah please then there here that this right really still well but
    oh ah um uh hey hm with too again today myself all very quite lol haha omg man dude bro bruh girl honey hon love
    dear sweetie dearie sir madam mate buddy pal actually honestly rn wow its"""
)
# What begins so asks, and tells no story: "was fused in 2020" does.
FIRST_OF_QUESTIONS = ASKING_FIRST - {"was"}
# What the table of kinds names in capitals.
LISTS = {
    "SMALL": SMALL,
    "YOU": word_set("you your yourself yours thou"),
    "RELATIVES": KIN_AND_FRIENDS,
    "STAFF": STAFF | word_set("receptionist lady guy staff they physio"),
    "NUMBERS": NUMBERS | {"0"},
    "TIMES": TIMES,
    "AROUND-TIMES": AROUND_TIMES,
    "AGES": AGES,
    "NOT": word_set("not no never nobody nothing without none"),
    "KIND": word_set(
        """kind nice sweet good great smart clever helpful patient lovely wonderful awesome cool cute funny best amazing
        gentle polite brilliant genius adorable angel darling star gem treasure thoughtful considerate charming fun
        lifesaver sweetheart intelligent bright understanding excellent fantastic nicer better kinder smarter"""
    ),
    "AROUND-KIND": word_set(
        """kinda pretty such always thing little young person program robot thanks thank than nurse you your one old
        woman lady fellow last doctor surgeon wife husband other any listener listening talking chatting how what aw aww
        seem sound explain job work big much more most ever people doctors must say do does did gentleman friend being
        boy"""
    ),
    "DOING": word_set("what how where who when which do does did or ever"),
    "READING": word_set("read reading reads"),
    "TEXT": word_set(
        "text wall words word information info writing wordy blah sentences paragraphs stuff detail"
    ),
    "SHORT": word_set("short shorter shortly brief briefer briefly quick quicker condensed"),
    "UPSETTING": word_set(
        """scary scaring scares scared depressing depresses depressed sad sadder saddening worrying worries worried
        frightening frightens frightened frighten discouraging discouraged upset upsets upsetting terrifying terrifies
        grim hopeless anxious nervous bleak helpless disheartening dreadful"""
    ),
    "BAD": word_set(
        "bad worse awful terrible horrible lousy miserable rough dreadful good encouraging great nice"
    ),
    "RUINED": word_set(
        """ruined ruin ruins destroyed wrecked butchered botched crippled messed screwed fucked maimed mistake regret
        regretting worst"""
    ),
}

# Compiled by the first message that has a figure: most have none.
_SIGN = r"[lstc]\d{1,2}"
_YEAR = r"(19|20)\d\d"
_SPAN = r"\d+(yrs?|years?|mos?|months?|wks?|weeks?)"
_AGE = r"\d+(yo|y)"


def as_listed(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words with figures as the lists know them: "2019" as a year, "71" as a number, "l4" as the spine."""
    return tuple(_as_listed_one(word) for word in words)


def _as_listed_one(word: str) -> str:
    """Return a word as the lists have it: any year as 2000, any number as 0, signs, spans and ages as one word each."""
    if not word.isalpha():
        if re.fullmatch(_YEAR, word):
            return "2000"
        if word.isdecimal():
            return "0"
        if re.fullmatch(_SIGN, word):
            return "spine"
        if re.fullmatch(_SPAN, word):
            return "years"
        if re.fullmatch(_AGE, word):
            return "yo"
    return word
