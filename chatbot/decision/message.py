"""What is decided on and what comes of it: a message with the means to match its words, and the decision.

Values only. The kinds of entries that decisions tell apart are named here, too.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from chatbot.knowledge import EntryKind
from chatbot.matching import NO_BACKGROUND, Background, Matched
from chatbot.normalise import Question
from chatbot.reply import Kind

PERSONAL = "personal-advice"  # the id of the entry that hands a personal question over
GENERAL: tuple[EntryKind, ...] = ("faq", "topic")
SMALL_TALK: Final = "smalltalk"

# What a fragment asks for after an entry, and how sure that is.
FollowUpReader = Callable[[str, Sequence[str]], tuple[str, float] | None]


class MatchWords(Protocol):
    """Matches words, in the light of a background where one is given, without what the patient turned down."""

    def __call__(self, words: Sequence[str], background: Background = NO_BACKGROUND) -> Matched:
        """Return the best entries."""


class Message(NamedTuple):
    """A message and what it is decided by.

    `kinds` are those of the entries, by id. `whole`: what all its words together match.
    `named_by`: the entries that a word by itself names. `follow_up` says what a fragment asks for after an entry.
    """

    question: Question
    match_words: MatchWords
    named_by: Callable[[str], tuple[str, ...]]
    kinds: Mapping[str, EntryKind]
    whole: Matched
    follow_up: FollowUpReader | None

    def typed(self, start: int, end: int) -> str:
        """Return what the patient typed for these words."""
        words = self.question.words
        return self.question.text[words[start].start : words[end - 1].end]


class Decided(NamedTuple):
    """What to say to a message.

    `kind` is "answer", "clarify" or "unknown", or the reply's where nothing had to be matched. `entries` are (id,
    confidence) in the order asked; `choices` are ids, best first; `uncovered` are the words of parts that nothing
    covers. `runners_up` are next-best ids for "that is not what I asked". `is_compared`: which of the entries is better
    was asked. `rule` says in plain words why.
    """

    kind: Kind
    entries: tuple[tuple[str, float], ...] = ()
    choices: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    runners_up: tuple[str, ...] = ()
    is_compared: bool = False
    rule: str = ""
    matched: Matched | None = None
