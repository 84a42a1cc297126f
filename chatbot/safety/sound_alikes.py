"""Words that are written as another one that sounds the same: "I do not want to be hear"."""

from __future__ import annotations

from chatbot.normalise import Question

_BEFORE_A_HERE = frozenset("be being am".split())


def spelt_by_ear(question: Question) -> Question:
    """Return the message with "be here" for "be hear", which is no English and too grave to be missed."""
    tokens = question.tokens
    if "hear" not in tokens:
        return question
    words = tuple(
        word._replace(text="here") if word.text == "hear" and before in _BEFORE_A_HERE else word
        for before, word in zip(("", *tokens), question.words, strict=False)
    )
    return question._replace(words=words, tokens=tuple([word.text for word in words]))
