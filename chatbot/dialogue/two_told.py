"""What is asked of both things that were just told: "which one works faster", "can I have both at once".

The guide compares nothing, and does not say what goes together. The reply says so, and names both things again; read as
a follow-up, such a message would be about the first of them alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation
from chatbot.decision import GENERAL
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import Turn
from chatbot.english.function_words import content_words
from chatbot.normalise import Question
from chatbot.speaking import sentences

_TWO = 2  # and more: "is cbt or medicine better for long pain" is told of three
_WHICH = "which"
# "Well, and which ...": "which" stands among the first words of what compares.
_LONGEST_BEFORE_WHICH = 3
_ONE_OR_OTHER = frozenset(("one", "other"))
_COMPARED = frozenset("better best worse worst more most less least first next fewer".split())
_ENDINGS = ("er", "est")  # faster, safest
_SHORTEST_COMPARED = 5
_NOT_COMPARED = frozenset(
    "after ever never under other doctor either whether cheaper cheapest test rest".split()
)
# What else is said where things are compared; any other word says that something else is asked.
_AROUND_COMPARED = frozenset(
    """work works working help helps act acts last lasts hurt hurts hurting kick kicks give gives relief results result
    pain painful effective dangerous risky common recommended recommend pick choose try tried start started two come
    comes done one ones operation surgery procedure treatment option well then ok good long""".split()
)
_TOGETHER = frozenset("both together combine combined combining combination".split())
_AROUND_TOGETHER = _TOGETHER | frozenset(
    """time once take taking use using try trying two same make makes sense better help helps work works possible
    allowed safe ok okay fine combo parallel well then good bad""".split()
)


class TwoTold:
    """Answers what is asked of two things at once. Immutable."""

    def __init__(self, teller: Teller) -> None:
        """`teller` knows the entries."""
        self._teller = teller

    def answer(self, question: Question, conversation: Conversation) -> Turn | None:
        """Say that the guide does not compare or combine the things on the screen; None where that is not asked."""
        told = [entry for entry in conversation.shown if self._teller.kinds.get(entry) in GENERAL]
        missing = _not_told(question.tokens) if len(told) >= _TWO else ""
        if not missing:
            return None
        turn = self._teller.tell_in_short(told, self._teller.composer.fill(missing), conversation)
        return turn._replace(reply=turn.reply._replace(kind="handoff"))


def _not_told(words: Sequence[str]) -> str:
    """Return the sentence that owns up to what these words ask of two things; "" where they ask something else."""
    content = content_words(words)
    if not _TOGETHER.isdisjoint(words) and _AROUND_TOGETHER.issuperset(content):
        return sentences.NOT_TOGETHER
    is_asked = _WHICH in words[:_LONGEST_BEFORE_WHICH] or _ONE_OR_OTHER.issubset(words)
    if not is_asked or not any(map(_compares, words)):
        return ""
    rest = [word for word in content if not _compares(word)]
    return sentences.NOT_COMPARED if _AROUND_COMPARED.issuperset(rest) else ""


def _compares(word: str) -> bool:
    """Return whether a word compares: "better", "faster", "safest"."""
    is_formed = len(word) >= _SHORTEST_COMPARED and word.endswith(_ENDINGS) and word not in _NOT_COMPARED
    return word in _COMPARED or is_formed
