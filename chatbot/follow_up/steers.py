"""What a message may do to a conversation: the ways to steer it, and the value that says which one it takes."""

from __future__ import annotations

from typing import Literal, NamedTuple

Steer = Literal[
    "question", "again", "simpler", "more", "back", "restart", "drop", "after-card", "yes", "no", "nod", "choice",
    "about-choice", "no-choice", "other", "all", "neither", "not-that", "instead", "person", "pause", "well", "source",
    "number", "remark", "list",
]  # fmt: skip


class FollowUp(NamedTuple):
    """How a message steers the conversation.

    `entry` is the chosen entry of a "choice" or "about-choice" ("how is the second one treated?"). `start` is where
    the question proper starts among the words ("no, I meant the metal": after "meant"); of an "about-choice"
    `words` are the question without the words that choose. `number` is a number that nothing on screen has.
    `said` is what is said to a safety card (`after_card` has the kinds) or, of a "remark", which kind of remark it is
    (`remarks`); its `words` are those that the kind does not know. `is_again`: the question before
    is put once more ("I asked if it hurts"). `beside` is the kind of remark that stands before the question ("You just
    repeated yourself. I asked how many").
    """

    steer: Steer
    entry: str = ""
    start: int = 0
    words: tuple[str, ...] = ()
    number: str = ""
    said: str = ""
    is_again: bool = False
    beside: str = ""


NEW_QUESTION = FollowUp("question")
