"""Messages that doubt the last answer: "that can not be right", "that is wrong, my doctor said 5 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation
from chatbot.english.function_words import BEING, FRIENDS, KIN, STAFF
from chatbot.follow_up.steers import Steer
from chatbot.reply import Reply

_LONGEST_DOUBT = 14
_TOLD = frozenset("said says told tells thinks".split())
_WHO_TOLD = STAFF | frozenset("specialist pt physio chiropractor they hospital clinic".split())
_WRONG = (
    "that is wrong",
    "that is not true",
    "that is not right",
    "this is wrong",
    "you are wrong",
    "wrong",
    "no my",
)
# "That can not be right", "no, I do not think so": that it is doubted, and nothing else.
_TRUTH = frozenset("true right correct so".split())
_BELIEVING = frozenset("believe think".split())
_NOT_BELIEVING = frozenset("not hard".split())
_DOUBTING = "doubt"
_AROUND_DOUBT = frozenset(
    """that this it is was can could not be does do did sound sounds seem seems look looks really i you to me at all no
    well but oh hmm hard find quite surely actually very even possibly""".split()
)

_OF_DOUBTS = _TRUTH | _BELIEVING | _AROUND_DOUBT | {_DOUBTING}

# "My surgeon says something else": that another one says so, and nothing else. A figure is another one than was told.
_READ = frozenset("read heard saw seen".split())
_OTHERWISE = frozenset("else otherwise different differently opposite contrary reverse nothing".split())
_WHO_OF_TWO = frozenset("who whom which or".split())
_JUDGED = frozenset("right wrong correct true believe trust".split())
_AROUND_OTHERS = frozenset(
    """my the a an other another one me us it that this is was are they he she his her but and well so only just about
    percent of not what you completely totally quite very really something anything i have on in internet online web
    somewhere google exactly to do does did should can now then or between with number numbers figure percentage like
    no who whom which say claim all thing things more less under over around most at there least pain have had
    people""".split()
)
_PEOPLE = _WHO_TOLD | KIN | FRIENDS
_OF_ANOTHER_VIEW = _TOLD | _READ | _PEOPLE | _OTHERWISE | _JUDGED | _AROUND_OTHERS


def doubt(words: Sequence[str], conversation: Conversation) -> Steer | None:
    """Return "source" for a message that doubts the last answer, None for any other.

    "Are you sure about 10 to 40", "that is wrong, my doctor said 5 percent", "that can't be right": all get told where
    the answer is from. Where it was asked what is meant, "I do not think so" is a mere "no".
    """
    if conversation.answered is None or len(words) > _LONGEST_DOUBT:
        return None
    if _only_doubts(words):
        return "no" if conversation.pending in ("choice", "reading") else "source"
    if _tells_of_another_view(words, conversation.answered):
        return "source"
    said = " ".join(words)
    is_sure = said.startswith("are you sure about") and any(word.isdecimal() for word in words)
    is_told = not _TOLD.isdisjoint(words) and not _WHO_TOLD.isdisjoint(words)
    return "source" if is_sure or (is_told and said.startswith(_WRONG)) else None


def _tells_of_another_view(words: Sequence[str], answered: Reply) -> bool:
    """Return whether these words say that others say something else, or ask who of them is right, and nothing else."""
    if not all(word in _OF_ANOTHER_VIEW or word.isdecimal() for word in words):
        return False
    if not _WHO_OF_TWO.isdisjoint(words) and not _JUDGED.isdisjoint(words):
        return True
    has_read = not _READ.isdisjoint(words)
    is_told = has_read or not (_TOLD.isdisjoint(words) or _PEOPLE.isdisjoint(words))
    is_figure = any(map(str.isdecimal, words)) and _has_figure(answered)
    is_not_what = "not" in words and "what" in words
    return is_told and (is_figure or is_not_what or not _OTHERWISE.isdisjoint(words))


def _has_figure(reply: Reply) -> bool:
    """Return whether an answer of a reply tells a figure."""
    return any(word.isdecimal() for answer in reply.answers for word in answer.text.split())


def _only_doubts(words: Sequence[str]) -> bool:
    """Return whether these words say or ask that something may not be true, and nothing else."""
    if not _OF_DOUBTS.issuperset(words):
        return False
    is_denied = not _NOT_BELIEVING.isdisjoint(words)
    is_asked = words[0] in BEING or tuple(words[-2:]) == ("really", "so")
    is_of_truth = not _TRUTH.isdisjoint(words) and (is_denied or is_asked)
    return is_of_truth or _DOUBTING in words or (is_denied and "believe" in words)
