"""What was said and offered in one conversation.

A Conversation is an immutable value that is handed back in with the next message; dropping it forgets
everything. How a message is read in its light is for `follow_up` to say, what to answer for `dialogue`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from chatbot.reply import Reply, SafetyLevel
from chatbot.safety.pieces import NOTHING_EARLIER, Earlier

# What a bare yes or no would answer; see `Conversation`.
Pending = Literal["", "choice", "card", "reading"]

# More than anybody can follow; what is older leaves memory.
MOST_REMEMBERED = 30
MOST_STEPS_BACK = 20


class Conversation(NamedTuple):
    """One patient's conversation so far. Bounded: it does not grow with the number of messages.

    What is talked about: `topic` is the entry last answered; `topic_words` are the question's words that led there;
    `facet` says what was asked of it ("whether it hurts"), "" for nothing in particular. `last` is the reply shown
    last, `answered` the last one that held an answer.

    What is offered: `offered` are the entries last numbered on the screen, in that order; `listed` those that "the
    third one" counts in. `pending` says what a bare yes or no would answer: "choice", "card" (a safety card is what is
    talked about; a question may wait behind it: `waiting`) or "reading" (a message was read in the light of the topic,
    or the next-best answer was shown). `runners_up` are to be tried next, `turned_down` were not what the patient
    meant.

    What was said before: `told` are the entries answered so far, `asked` the words of the questions that led to them,
    `trail` what "back" returns to. `misses` counts messages in a row that found nothing. `consultation` is the
    suggestion given last, `tone` the kind word said last. `is_hinted`: the last message was empty and has had its hint.

    Danger: `level` is the most serious safety class so far, `card` the safety card shown last. `is_guess`: no rule
    found its sign, only likeness to other messages; `is_taken_back`: such a card was said to be wrong, or its line
    unwanted; `had_crisis`: a card before it was for a crisis. `earlier` is what a sign that comes in pieces has said so
    far.
    """

    topic: str = ""
    topic_words: tuple[str, ...] = ()
    facet: str = ""
    offered: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    pending: Pending = ""
    waiting: str = ""
    turned_down: tuple[str, ...] = ()
    runners_up: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    asked: tuple[tuple[str, frozenset[str]], ...] = ()
    trail: tuple[str, ...] = ()
    level: SafetyLevel | Literal[""] = ""
    misses: int = 0
    consultation: str = ""
    tone: str = ""
    last: Reply | None = None
    answered: Reply | None = None
    is_hinted: bool = False
    card: Reply | None = None
    is_guess: bool = False
    is_taken_back: bool = False
    had_crisis: bool = False
    earlier: Earlier = NOTHING_EARLIER

    def __repr__(self) -> str:
        """Return what a log may hold: the topic and counts, and none of what the patient wrote."""
        return f"Conversation(topic={self.topic!r}, told={len(self.told)}, level={self.level!r})"

    @property
    def shown(self) -> list[str]:
        """The entries of the answers on the screen; "" for an explained word that belongs to none."""
        return [answer.entry for answer in self.last.answers] if self.last else []

    @property
    def entries(self) -> set[str]:
        """Every entry that this conversation names: talked about, offered, told, turned down."""
        named = {self.topic, *self.offered, *self.listed, *self.runners_up, *self.turned_down, *self.told}
        named.update(
            self.trail, (entry for entry, _ in self.asked), _named_in(self.last), _named_in(self.answered)
        )
        return named - {""}

    def among(self, entries: AbstractSet[str]) -> Conversation:
        """Return the conversation as a knowledge base can go on with it that has only these entries.

        Where it names one that is not there, all that was offered goes, for its numbers would be others. So do a reply
        that names it and a topic that it was. What was dangerous stays.
        """
        if entries >= self.entries:
            return self
        has_topic = self.topic in entries
        is_after_a_card = self.pending == "card"
        return self._replace(
            topic=self.topic if has_topic else "",
            topic_words=self.topic_words if has_topic else (),
            facet="",
            consultation="",
            offered=(),
            listed=(),
            runners_up=(),
            turned_down=tuple(entry for entry in self.turned_down if entry in entries),
            told=tuple(entry for entry in self.told if entry in entries),
            asked=tuple(one for one in self.asked if one[0] in entries),
            trail=tuple(entry for entry in self.trail if entry in entries),
            pending="card" if is_after_a_card else "",
            waiting=self.waiting if is_after_a_card else "",
            is_hinted=False,
            last=self.last if _named_in(self.last) <= entries else None,
            answered=self.answered if _named_in(self.answered) <= entries else None,
        )

    @property
    def card_level(self) -> SafetyLevel | Literal[""]:
        """The class of the card that was shown last, "" when none was."""
        return self.card.safety.level if self.card and self.card.safety else self.level

    @property
    def has_crisis(self) -> bool:
        """Whether a card was for a crisis, whatever came before or after it; a guess that was taken back is none."""
        is_wrong = self.is_taken_back and self.is_guess
        return self.had_crisis or (self.card_level == "crisis" and not is_wrong)

    def having_told(self, entries: Sequence[str]) -> Conversation:
        """Return the conversation with these entries answered, the first of them as its topic."""
        told = (*(entry for entry in self.told if entry not in entries), *entries)
        trail = (*self.trail, self.topic) if self.topic and self.topic != entries[0] else self.trail
        return self._replace(
            topic=entries[0],
            told=told[-MOST_REMEMBERED:],
            trail=trail[-MOST_STEPS_BACK:],
            turned_down=tuple(entry for entry in self.turned_down if entry not in entries),
        )

    def having_asked(self, entry: str, words: Collection[str]) -> Conversation:
        """Return the conversation, remembering that a question of these words led to this entry."""
        return self._replace(asked=(*self.asked, (entry, frozenset(words)))[-MOST_REMEMBERED:])

    def was_asked(self, entry: str, words: Collection[str]) -> bool:
        """Return whether much the same words led to this entry before.

        That is so where at least half of the words of both questions are in both, or where neither has any.
        """
        now = frozenset(words)
        before = [said for one, said in self.asked if one == entry]
        return any(2 * len(now & said) >= len(now | said) for said in before)

    def having_turned_down(self) -> Conversation:
        """Return the conversation, remembering that its topic was not what the patient meant."""
        if not self.topic:
            return self
        down = dict.fromkeys((*self.turned_down, self.topic))
        return self._replace(turned_down=tuple(down)[-MOST_REMEMBERED:])


def _named_in(reply: Reply | None) -> set[str]:
    """Return the entries that a reply tells or offers."""
    if reply is None:
        return set()
    named = {answer.entry for answer in reply.answers} | {offered.entry for offered in reply.suggestions}
    return named - {""}  # a word of the word list may name none
