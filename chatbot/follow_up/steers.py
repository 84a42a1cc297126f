"""What a message may do to a conversation: the ways to steer it, and the value that says which one it takes."""

from __future__ import annotations

from typing import Literal, NamedTuple

Steer = Literal[
    "question", "again", "simpler", "more", "back", "restart", "drop", "after-card", "yes", "no", "nod", "choice",
    "about-choice", "no-choice", "other", "all", "neither", "not-that", "instead", "person", "pause", "well", "source",
    "number", "remark", "list", "yes-or-no",
]  # fmt: skip


class FollowUp(NamedTuple):
    """How a message steers the conversation.

    - `entry`: the chosen entry of a "choice" or an "about-choice" ("how is the second one treated?").
    - `start`: where the question proper starts among the words ("no, I meant the metal": after "meant").
    - `words`: of an "about-choice" the question without the words that choose; of a "remark" the words that its kind
      does not know.
    - `number`: a number that nothing on the screen has.
    - `said`: of an "after-card" what is said to the safety card (a kind of `after_card`), and of a "remark" which kind
      of remark it is (a kind of `remarks`).
    - `is_again`: the question before is put once more ("I asked if it hurts").
    - `beside`: the kind of remark before the question ("You just repeated yourself. I asked how many").
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
