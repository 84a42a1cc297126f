"""A matcher that says what a test tells it, so that decisions are tested without any knowledge base."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from chatbot.decision import Decided, FollowUpReader, decide
from chatbot.matching import NO_BACKGROUND, Background, Match, Matched, Matcher
from chatbot.matching.ranking import Ranking
from chatbot.matching.word_reader import ReadWord
from chatbot.normalise import normalise

KINDS = {
    "scar": "topic",
    "metal": "topic",
    "common": "faq",
    "cost": "handoff",
    "personal-advice": "handoff",
    "greeting": "smalltalk",
    "thanks": "smalltalk",
}


def matched(
    text: str,
    *pairs: tuple[str, float],
    exact: bool = False,
    outside: float = 0.0,
    strange: Sequence[str] = (),
    scores: Sequence[float] = (),
) -> Matched:
    """Return what a matcher would say: entries with their confidence; `strange` words are not known."""
    tokens = normalise(text).tokens
    words = tuple(ReadWord(word, "unknown" if word in strange else "known", ()) for word in tokens)
    scores = scores or [2.0 - place / 10 for place in range(len(pairs))]
    found = tuple(Match(entry, score, 0.5, 1.0) for (entry, _), score in zip(pairs, scores, strict=True))
    ranking = Ranking(found, outside, 1.0, words, ())
    return Matched(ranking, tuple(chance for _, chance in pairs), exact, tokens)


class FixedMatcher:
    """Answers by the words of a question; what it was not told of, it does not know at all."""

    def __init__(self, *answers: Matched, leaning: Sequence[Matched] = ()) -> None:
        self.answers = {answer.words: answer for answer in answers}
        self.leaning = {answer.words: answer for answer in leaning}
        self.backgrounds: list[Background] = []

    def named_by(self, word: str) -> tuple[str, ...]:
        return {"rods": ("metal",), "wrong": ("common", "scar", "metal"), "joke": ("greeting",)}.get(word, ())

    def is_word(self, _: str) -> bool:
        return True

    def match(self, words: Sequence[str], background: Background = NO_BACKGROUND) -> Matched:
        self.backgrounds.append(background)
        words = tuple(words)
        if background != NO_BACKGROUND and words in self.leaning:
            return self.leaning[words]
        text = " ".join(words)
        return self.answers.get(words) or matched(text, ("scar", 0.01), outside=5.0, strange=words)


def decided(
    text: str,
    *answers: Matched,
    leaning: Sequence[Matched] = (),
    kinds: dict[str, str] = KINDS,
    background: Background = NO_BACKGROUND,
    turned_down: Sequence[str] = (),
    follow_up: FollowUpReader | None = None,
) -> Decided:
    """Return what is decided on a message where the matcher says these `answers`."""
    matcher = cast(Matcher, FixedMatcher(*answers, leaning=leaning))
    return decide(normalise(text), matcher, kinds, background, turned_down, follow_up)


def ids(found: Decided) -> list[str]:
    """Return the entries that were decided on, in order."""
    return [entry for entry, _ in found.entries]
