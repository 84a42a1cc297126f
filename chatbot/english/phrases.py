"""Lists of phrases, and whether one of them stands at a place of a message.

A list is written as a text: "|" and the end of a line part its phrases, and blanks around them do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Phrases = dict[str, tuple[tuple[str, ...], ...]]


def listed(text: str) -> list[str]:
    """Return the phrases of a written list, in its order."""
    parts = (part.strip() for part in text.replace("\n", "|").split("|"))
    return [phrase for phrase in parts if phrase]


def listed_in_words(text: str) -> list[tuple[str, ...]]:
    """Return the phrases of a written list, in its order, each as its words."""
    return [tuple(phrase.split()) for phrase in listed(text)]


def by_first_word(phrases: Iterable[str]) -> Phrases:
    """Return phrases by their first word, each as its words, the longest ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(several) for first, several in found.items()}


def phrase_at(tokens: Sequence[str], place: int, phrases: Phrases) -> int:
    """Return how many words from a place on are one of these phrases, 0 for none."""
    for phrase in phrases.get(tokens[place], ()):
        if tuple(tokens[place : place + len(phrase)]) == phrase:
            return len(phrase)
    return 0
