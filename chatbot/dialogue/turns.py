"""What a reply becomes: a turn, with what is remembered for the next message; and the manner in which entries are told.

Plain values, and what tells only a part of them. `telling` makes the turns; the modules of this package hand them on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chatbot.conversation import Conversation
from chatbot.decision import Decided
from chatbot.knowledge import Entry
from chatbot.reply import Reply, Suggestion


class Turn(NamedTuple):
    """What is said to a message, and the conversation to hand back in with the next one."""

    reply: Reply
    conversation: Conversation


# A turn, and what decided on its entries; None where nothing was matched and `steering` has yet to say why.
DecidedTurn = tuple[Turn, Decided | None]


class Manner(NamedTuple):
    """How entries are told.

    - `lead` stands before them, and `notes` stand after them.
    - `is_chosen`: the entry was picked from a list or read in the light of one. "The next one" still counts in that
      list.
    - `is_repeated`: the reply says so where the entry was told before. If much the same was asked then, it comes
      shorter and a person is offered. If something else was asked, and the answer is still on the screen, what was not
      told of it yet comes, unless `wants_whole` says that the answer is wanted as it stands.
    - `part`: these sentences are told instead of the whole explanation. It counts only where there is one entry, and
      where that was not asked for in these words before.
    """

    lead: str = ""
    notes: Sequence[str] = ()
    is_chosen: bool = False
    is_repeated: bool = False
    wants_whole: bool = False
    part: str = ""


PLAINLY = Manner()


def ids_of(suggestions: Sequence[Suggestion]) -> tuple[str, ...]:
    """Return the entries that are offered, in order."""
    return tuple(suggestion.entry for suggestion in suggestions)


def in_part(turn: Turn, part: str) -> Turn:
    """Return the turn with only this part of its first answer, after the answer's first sentence (its `short`)."""
    first, *others = turn.reply.answers
    text = part if not first.short or first.short in part else f"{first.short} {part}"
    reply = turn.reply._replace(answers=(first._replace(text=text), *others))
    return Turn(reply, turn.conversation._replace(answered=reply))


def with_what_is_new(reply: Reply, entry: Entry, shown: Reply, *, has_more: bool) -> Reply:
    """Return a reply whose first answer is on the screen already (`shown`), without what is repeated in vain.

    Its gist is told, and what was not told yet of the entry (`has_more`). Where there is no more, the gist alone comes;
    but all of the answer where the screen has only the rest of it.
    """
    first, *others = reply.answers
    text = first.short or first.text
    if has_more:
        text = f"{first.short} {first.more}".strip()
    elif not any(entry.answer in one.text for one in shown.answers):
        text = entry.text
    return reply._replace(answers=(first._replace(text=text, more=""), *others))
