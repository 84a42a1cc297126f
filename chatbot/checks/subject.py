"""What a rule looks at, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple, Protocol

from chatbot.checks.rivals import MatchIn
from chatbot.knowledge import Knowledge, Position, Problem
from chatbot.reply import Reply

Find = Callable[[Position, str], Position]


class HasReply(Protocol):
    """What a bot hands back: a turn of the engine, or of a test's bot."""

    @property
    def reply(self) -> Reply:
        """The reply to the message."""


class Bot(Protocol):
    """What the rules need of the chatbot: one message, without what was said before."""

    def ask(self, text: str, /) -> HasReply:
        """Answer one message."""


class Subject(NamedTuple):
    """What the rules look at.

    `find(place, text)` returns the place of a text or field near a place. `words` are the normalised words of
    every question of every entry: reading a hundred thousand of them once takes seconds. `today` is the day of the
    check, None where the days of reviews are not looked at. `shipped` are the ids and questions (DECOY and decoys)
    that came with the program: where one of these goes astray, it is the developers' affair. `match_in` makes what
    answers from a knowledge base that lacks some questions; None where nobody asks which of them take patients.
    `small_talk` are the ids of the built-in small talk.
    """

    knowledge: Knowledge
    bot: Bot | None
    find: Find
    is_strict: bool
    words: Mapping[str, tuple[str, ...]]
    today: date | None
    shipped: Collection[tuple[str, str]]
    match_in: MatchIn | None
    small_talk: Collection[str]


Rule = Callable[[Subject], Iterator[Problem]]
