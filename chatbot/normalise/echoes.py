"""Words that are said over and over: "help help help help". For matching they count once."""

from collections.abc import Sequence
from operator import eq

from chatbot.normalise.question import Question, Word

# A run of words that comes so often in a row says no more than once. Twice may be meant: "it is very very bad".
_FEWEST_ECHOES = 3
_LONGEST_ECHO = 12  # words; what is pasted over and over is a sentence


def without_echoes(question: Question) -> Question:
    """Return the question with each run of words that comes three times or more in a row said once.

    Its `text` stays. For matching, where a word that is said fifty times must not be fifty times as sure.
    """
    tokens = question.tokens
    if len(tokens) - len(set(tokens)) < _FEWEST_ECHOES - 1:
        return question
    sizes = [size for size in range(1, _LONGEST_ECHO + 1) if _may_echo(tokens, size)]
    if not sizes:
        return question
    words = list(question.words)
    for size in sizes:
        words = _said_once(words, size)
    return question.with_words(words)


def _may_echo(tokens: Sequence[str], size: int) -> bool:
    """Return whether a run of this size comes so often in a row: a look that costs next to nothing."""
    equal = bytes(map(eq, tokens, tokens[size:]))
    return b"\x01" * ((_FEWEST_ECHOES - 1) * size) in equal


def _said_once(words: list[Word], size: int) -> list[Word]:
    """Return words with each run of this size that comes three times or more in a row said once."""
    texts = [word.text for word in words]
    kept: list[Word] = []
    start = 0
    while start < len(words):
        end = start + size
        while (
            texts[end : end + 1] == texts[start : start + 1]
            and texts[end : end + size] == texts[start : start + size]
        ):
            end += size
        if end - start >= _FEWEST_ECHOES * size:
            kept += words[start : start + size]
            start = end
        else:
            kept.append(words[start])
            start += 1
    return kept
