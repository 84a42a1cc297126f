"""Choices by place: "2", "number 3", "tell me about the second one", "the next one", "both".

Also with a question about the choice: "how is the second one treated". A choice by its name ("the nerve one") needs
the matcher, and is read by `dialogue.choosing`.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import MOST_REMEMBERED, Conversation
from chatbot.english.function_words import ASKING_FIRST, POSSESSIVES, points_back
from chatbot.english.phrases import by_first_word, listed, phrase_at
from chatbot.follow_up.steers import FollowUp
from chatbot.normalise import Question

ORDINALS = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4,
    "sixth": 5, "6th": 5, "last": -1, "final": -1, "bottom": -1, "top": 0, "middle": 1,
}  # fmt: skip
NUMBERS = {"one": 0, "two": 1, "three": 2, "four": 3, "five": 4, "six": 5}
NUMBER_MARKS = frozenset("number option choice no nr answer question".split())
_ONES = frozenset(
    "one ones thing item option choice point answer question topic suggestion cause reason kind type sign".split()
)
_OF_THESE = frozenset("of those these them the list that".split())
# What may stand around "the second one" without making it a question of its own.
CHOOSING = frozenset(
    """the a an one ones thing item option number no nr tell me more about it that this what is and ok okay please
    explain i want would like to know go into can you bit detail in with for let us try take pick choose choice select
    sounds good interesting hear show on then of those these them could do yes yeah simply simple details give see read
    which was mean means question answer topic point again up out my will we sound odd strange weird scary
    important looks seems hi hello thanks thank so well now just maybe also kindly there how
    three four five six causes reasons things listed named mentioned said no back return meant asked wanted
    """.split()
)
_ANNOUNCING = frozenset(("thing", "question"))
# Only before one of these, "first", "second" or "last" counts in a list on the screen: not in "the first surgery".
_FOLLOWS_A_CHOICE = frozenset(
    (*_ONES, *_OF_THESE, *"is was sounds sound looks seems please about then mean means and".split())
)
# "More dangerous than the first one", "the same surgery like the first": the first operation, no place in a list.
_COMPARING = frozenset(("than", "like", "as"))
# "What would a fourth one involve", "my last one was in 2019": an operation, no place in a list either.
_COUNTING = POSSESSIVES | {"a", "an", "another", "each", "every"}
_BESIDE = {
    "after": 1,
    "next": 1,
    "following": 1,
    "below": 1,
    "before": -1,
    "previous": -1,
    "above": -1,
    "prior": -1,
}
_ALL = frozenset("both all everything".split())
_AROUND_ALL = frozenset("of them these those the please two three ok yes tell me about i want show".split())
LONGEST_CHOICE = 14
_LONGEST_LEAD = 6  # words of a choice that leads a question
_GOING_ON = frozenset(("and", "but", "so"))
_LEADING_ON = ASKING_FIRST | _GOING_ON  # "2 how do they fix it", "the first one and does it hurt"
_LATEST_ASKING = 3  # words of the question, of which one asks: not "the first one and the second one"
# "Hmm, the first I guess": who hesitates chooses all the same.
_HESITATING = by_first_word(
    listed("""
        i guess|i think|i suppose|i would say|i would go for|i would go with|i will go for|i will go with|i will take
        i would take|i am not sure|not sure|i do not know|probably|perhaps|maybe|possibly
        hmm|hm|go with|go for|going with|start with|begin with|more like|that would be|it would be
        sounds right|sounds about right
    """)
)
_FIRST_OF_HESITATING = frozenset(_HESITATING)


def chosen_by_place(words: Sequence[str], conversation: Conversation) -> FollowUp | None:
    """Read "2", "number 3", "tell me about the second one", "the next one", "both"; None when nothing is chosen."""
    words = _without_hesitating(words)
    if len(words) == 1 and words[0].isdecimal():
        entry = _at(conversation.offered, place_of(words[0]))
        return _chosen(entry) or FollowUp("no-choice", number=words[0][:4])
    if not _ALL.isdisjoint(words) and _AROUND_ALL.union(_ALL).issuperset(words):
        return FollowUp("all" if conversation.pending == "choice" else "yes")  # of nothing: like a bare yes
    if not (conversation.offered or conversation.listed) or len(words) > LONGEST_CHOICE:
        return None
    if len(words) == 1 and words[0] in NUMBERS and conversation.pending == "choice":
        return _chosen(_at(conversation.offered, NUMBERS[words[0]]))
    beside = named_beside(words, conversation) or _at(conversation.offered, _only_number(words))
    if beside:
        return FollowUp("choice", entry=beside)
    return _numbered(words, conversation) or _in_order(words, conversation)


def _without_hesitating(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words without those that hesitate; all of them where nothing else is said."""
    if _FIRST_OF_HESITATING.isdisjoint(words):
        return tuple(words)  # as of most messages
    kept: list[str] = []
    place = 0
    while place < len(words):
        hesitating = phrase_at(words, place, _HESITATING)
        if not hesitating:
            kept.append(words[place])
        place += hesitating or 1
    return tuple(kept or words)


def _only_number(words: Sequence[str]) -> int:
    """Return the place, counted from 0, that "ok 2" or "2 please" names; a place that no list has for anything else.

    "3 of those" counts things, and chooses none.
    """
    numbers = [word for word in words if word.isdecimal()]
    others = [word for word in words if not word.isdecimal()]
    is_choice = len(numbers) == 1 and CHOOSING.issuperset(others) and "of" not in others
    return place_of(numbers[0]) if is_choice else MOST_REMEMBERED


def chosen_by_lead(question: Question, conversation: Conversation) -> FollowUp | None:
    """Read "2. does that fix it" and "the first one, but how would they know": a choice leads a question about it."""
    tokens = question.tokens
    ends = (
        place
        for place, word in enumerate(question.words)
        if place and (word.mark or word.text in _LEADING_ON)
    )
    end = next(ends, 0)
    if not 0 < end <= _LONGEST_LEAD or (end == 1 and not tokens[0].isdecimal()):
        return None
    led = chosen_by_place(tokens[:end], conversation)
    start = end + 1 if tokens[end] in _GOING_ON and end + 1 < len(tokens) else end
    rest = tokens[start:]
    is_asked = len(rest) > 1 and points_back(rest[1:]) and not ASKING_FIRST.isdisjoint(rest[:_LATEST_ASKING])
    return _with_rest(led.entry, rest) if led is not None and led.entry and is_asked else None


def _numbered(words: Sequence[str], conversation: Conversation) -> FollowUp | None:
    """Read "number 3" and "option two", alone or in a question: as it is numbered on the screen."""
    for place in range(1, len(words)):
        number = words[place]
        is_word = number in NUMBERS and words[place - 1] != "no"  # "no one believes me"
        if words[place - 1] in NUMBER_MARKS and (number.isdecimal() or is_word):
            rest = (*words[: place - 1], *words[place + 1 :])
            entry = _at(conversation.offered, place_of(number)) or _at(conversation.listed, place_of(number))
            if not entry:
                return FollowUp("no-choice", number=number[:4]) if CHOOSING.issuperset(rest) else None
            return _with_rest(entry, rest)
    return None


def _in_order(words: Sequence[str], conversation: Conversation) -> FollowUp | None:
    """Read "the second one", "the last", "the third of those", alone or in a question.

    It counts in what is on the screen; but who is being told a list one by one goes on in that list.
    """
    places = [place for place, word in enumerate(words) if word in ORDINALS]
    if len(places) != 1:
        return None
    place = places[0]
    after = words[place + 1 : place + 2]
    if after and after[0] not in _FOLLOWS_A_CHOICE:
        return None
    end = place + 1
    while end < len(words) and words[end] in (_ONES if end == place + 1 else _OF_THESE):
        end += 1
    if words[place] == "last" and after and after[0] in _ANNOUNCING and not CHOOSING.issuperset(words[end:]):
        return None  # "ok last thing, what is FBSS"
    start = place - 1 if place and words[place - 1] in ("the", "that", "this") else place
    asks_for_order = start == place and "which" in words[:place]  # "which one first"
    if asks_for_order or (start and words[start - 1] in _COMPARING | _COUNTING):
        return None
    lists = (conversation.offered, conversation.listed)
    is_in_list = bool(conversation.listed) and conversation.pending != "choice"
    counted = [_at(one, ORDINALS[words[place]]) for one in (reversed(lists) if is_in_list else lists)]
    entry = counted[0] or counted[1]
    if not entry:
        return None
    rest = (*words[:start], *words[end:])
    if entry == conversation.topic and CHOOSING.issuperset(rest):
        # Who was just told the last of a list, and wants "the last one", counts on the screen.
        entry = counted[1] or entry
    is_named = end > place + 1 or not rest
    return _with_rest(entry, rest) if is_named or CHOOSING.issuperset(rest) else None


def _with_rest(entry: str, rest: tuple[str, ...]) -> FollowUp:
    if CHOOSING.issuperset(rest):
        return FollowUp("choice", entry=entry)
    return FollowUp("about-choice", entry=entry, words=rest)


def named_beside(words: Sequence[str], conversation: Conversation) -> str:
    """Return the entry that "the next one" or "the one before it" names beside the topic in a list, or ""."""
    steps = [word for word in words if word in _BESIDE]
    listed = conversation.listed or conversation.offered
    names_one = "one" in words or words[-1] in ("next", "previous", "following")
    others = set(words) - set(_BESIDE) - CHOOSING - {"not"}  # "not for me, the one after"
    last = next((entry for entry in reversed(conversation.told) if entry in listed), "")
    if len(steps) != 1 or not names_one or others or not last:
        return ""
    place = listed.index(last) + _BESIDE[steps[0]]
    return _at(listed, place) if place >= 0 else ""


def place_of(number: str) -> int:
    """Return the place of "2" or "two" counted from 0; a place that no list has for 0 and for long numbers."""
    if number in NUMBERS:
        return NUMBERS[number]
    counted = int(number[:4])
    return counted - 1 if counted else len(number[:4]) + MOST_REMEMBERED


def _chosen(entry: str) -> FollowUp | None:
    return FollowUp("choice", entry=entry) if entry else None


def _at(entries: Sequence[str], place: int) -> str:
    return entries[place] if -len(entries) <= place < len(entries) else ""
