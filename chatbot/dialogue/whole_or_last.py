"""All of a message, or only the question at its end: "The MRI was normal. So what is next".

`hearing` reads the message both ways. Here it is decided which of the two counts, by how sure each is and by what the
words before the last question (its lead) name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from chatbot.decision import STANDS_ALONE
from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.leaning.three_readings import AGREEMENT, FOLLOW_UP, FRAGMENT, LED, Reading, best_of

# "Forget the shots. What about pills": what is turned down before a question is not asked about.
_TURNING_DOWN = frozenset("forget skip enough never stop besides".split())
_NO = "no"
_AFTER_A_MERE_NO = FUNCTION_WORDS | {"wait", "sorry"}
_UNWANTED = ("not", "want")
_NOT = frozenset(("not", "nor"))  # "Not therapy either. Tell me about the shots"
# A last question that is so sure is heard by itself, however sure the message is as a whole. 0.9 changes nothing.
CLEAR = 0.95


class Lead(NamedTuple):
    """The words before a message's last question: the entry they name, "" for none; whether they turn it down."""

    named: str
    turns_down: bool


def stands_whole(whole: Reading, lead: Lead, *, is_chat: bool) -> bool:
    """Return whether all of a message is so clear that its last question need not be read by itself.

    `whole` is how all of it was read. However sure that is, the last question is read by itself as well where

    - the message was taken for small talk (`is_chat`),
    - the words before the question turn something down ("not the shots, what about pills"),
    - these words name the entry that would be answered with, so that they may have drowned the question, or
    - they name something else than the topic that the message was read to lean on.
    """
    entry, sure = best_of(whole.decided)
    is_beside_it = bool(lead.named) and lead.named != whole.topic != ""
    is_misled = lead.turns_down or entry == lead.named or is_beside_it
    return sure >= STANDS_ALONE and not is_chat and not is_misled


def outdoes(last: Reading, whole: Reading, topic: str, lead: Lead, *, is_chat: bool) -> bool:
    """Return whether the `last` question of a message counts rather than all of it (`whole`); each was read by itself.

    `topic` is what was talked about before the message, `lead` the words before the question. `is_chat`: all of the
    message was taken for small talk. A question for a detail that the guide does not tell counts only where these words
    name what it is a detail of.
    """
    named = lead.named
    entry, sure_of_whole = best_of(whole.decided)
    heard, sure = best_of(last.decided)
    if not (last.is_told or named):
        return False
    is_one = len(whole.decided.entries) == 1
    needed = sure_of_whole + AGREEMENT
    is_clearer = sure >= max(FRAGMENT, min(needed, CLEAR) if is_one else needed)
    is_all_there_is = last.decided.kind == "answer" and (is_chat or whole.decided.kind != "answer")
    is_misled = bool(named) and whole.topic == topic != named and sure >= FOLLOW_UP
    is_led = entry == named and is_one and bool(last.facet) and sure >= LED
    is_turned_to = lead.turns_down and heard not in ("", named, topic)
    return is_clearer or is_all_there_is or is_misled or is_led or is_turned_to


def turns_down(lead: Sequence[str]) -> bool:
    """Return whether the words before a question turn something down: "not that", "no pills", and no mere "no"."""
    is_not = lead[:1] != () and lead[0] in _NOT
    is_no = lead[:1] == (_NO,) and lead[1:2] != () and lead[1] not in _AFTER_A_MERE_NO
    is_unwanted = _UNWANTED in pairwise(lead)
    return not _TURNING_DOWN.isdisjoint(lead) or is_not or is_no or is_unwanted
