"""A word that is typed where another one is meant: "id like", "dose it hurt", "next weak", "want to be hear".

The words around it tell. Every other id is a card, every other dose is of a medicine, every other "weak" is a sign of
danger, and nobody can "be hear".
"""

from __future__ import annotations

from chatbot.normalise.question import Question, Word

MAY_BE_MIXED_UP = frozenset("id dose weak".split())
_WANTING = frozenset("like love rather prefer".split())
_BEHIND_DOES = frozenset("it he she this that the my your having getting anyone anybody".split())
_BEFORE_A_DOSE = frozenset(
    "a the my his her your each per one every next last first high low full daily".split()
)
_BEFORE_A_WEEK = frozenset(
    "next last following folowing followin nex nxt lst every each per coming other".split()
)
_AFTER_A_WEEK = frozenset(
    "i he she we they at on and or but please thanks if for to with when is was".split()
)
_BEFORE_HERE = frozenset("be being am".split())


def with_mix_ups_read(words: list[Word]) -> list[Word]:
    """Return words with "i would like" for "id like", "does it" for "dose it", "next week" for "next weak"."""
    read: list[Word] = []
    before = ""
    for word, after in zip(words, [*words[1:], None], strict=True):
        follows = after.text if after is not None and not after.mark else ""
        if word.text == "id" and follows in _WANTING:
            read += word._replace(text="i"), word._replace(text="would", mark="")
        elif word.text == "dose" and follows in _BEHIND_DOES and before not in _BEFORE_A_DOSE:
            read.append(word._replace(text="does"))
        elif word.text == "weak" and before in _BEFORE_A_WEEK and (not follows or follows in _AFTER_A_WEEK):
            read.append(word._replace(text="week"))
        else:
            read.append(word)
        before = word.text
    return read


def with_here_for_hear(question: Question) -> Question:
    """Return the message with "be here" for "be hear", which is no English.

    Only `safety` reads it so, for there it is too grave to be missed: "I do not want to be hear".
    """
    tokens = question.tokens
    if "hear" not in tokens:
        return question
    words = tuple(
        word._replace(text="here") if word.text == "hear" and before in _BEFORE_HERE else word
        for before, word in zip(("", *tokens), question.words, strict=False)
    )
    return question.with_words(words)
