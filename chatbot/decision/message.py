"""What is decided on and what comes of it: a message with the means to match its words, and the decision.

Values only. The kinds of entries that decisions tell apart are named here, too.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from chatbot.matching import NO_CONTEXT, Context, Matched
from chatbot.normalise import Question

PERSONAL = "personal-advice"
GENERAL = ("faq", "topic")
SMALL_TALK = "smalltalk"

# What a fragment asks for after an entry, and how sure that is.
FollowUpReader = Callable[[str, Sequence[str]], tuple[str, float] | None]


class MatchWords(Protocol):
    """Matches words in a context, without what the patient turned down."""

    def __call__(self, words: Sequence[str], context: Context = NO_CONTEXT) -> Matched:
        """Return the best entries."""


class Message(NamedTuple):
    """A message and what it is decided by.

    `kinds`: entry id to "faq", "topic", "handoff" or "smalltalk". `whole`: what all its words together match.
    `named_by`: the entries that a word by itself names. `follow_up` says what a fragment asks for after an entry.
    """

    question: Question
    match_words: MatchWords
    named_by: Callable[[str], tuple[str, ...]]
    kinds: Mapping[str, str]
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

    kind: str
    entries: tuple[tuple[str, float], ...] = ()
    choices: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    runners_up: tuple[str, ...] = ()
    is_compared: bool = False
    rule: str = ""
    matched: Matched | None = None
