"""What a rule looks at, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from types import MappingProxyType
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
    """What the rules look at: a knowledge base that loads, and what some rules need besides.

    - `bot` is asked the questions; without it, the rules that ask are left out.
    - `find(place, text)` returns the place of a text or field near a place.
    - `is_strict`: missing reviews count, too. `today` is the day of the check; without it, the days of reviews are not
      looked at.
    - `shipped` are the ids and questions (DECOY and decoys) that came with the program. Where one of these goes astray,
      that is a hint only: it is the developers' affair.
    - `match_in` makes what answers from a knowledge base that lacks some questions; without it nobody asks which
      questions take the patients of another entry.
    - `small_talk` are the ids of the built-in small talk.
    - `words` are the normalised words of every question of every entry. `check` reads them, once for all rules: a
      hundred thousand of them take seconds.
    """

    knowledge: Knowledge
    bot: Bot | None = None
    find: Find = lambda place, _: place
    is_strict: bool = False
    today: date | None = None
    shipped: Collection[tuple[str, str]] = ()
    match_in: MatchIn | None = None
    small_talk: Collection[str] = ()
    words: Mapping[str, tuple[str, ...]] = MappingProxyType({})


Rule = Callable[[Subject], Iterator[Problem]]
AskingRule = Callable[[Subject, Bot], Iterator[Problem]]
