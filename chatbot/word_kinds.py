"""Kinds of short messages told by closed lists: one word that is not listed, and a message is no such thing.

The machinery alone; `after_card` and `remarks` hold the tables. What people say has no end, but "thank you, you are
so kind" is made of few words, and whatever asks for more ("... but my legs are numb") has a word of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chatbot.function_words import ASKING_FIRST


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


NOT = word_set("not no never nobody without")


class Kind(NamedTuple):
    """A kind of message: it holds one of each set of `needs`, and nothing but `words`, which include them.

    `denies`: it must deny something ("+"), must not ("-"), or that is all the same ("="). `may_ask`: it may begin
    like a question ("?").
    """

    name: str
    needs: tuple[frozenset[str], ...]
    words: frozenset[str]
    denies: str
    may_ask: bool


class KindTable:
    """A table of kinds, read when a message first has none but its words: most messages have another word.

    Each row: name and marks : needed words & needed words : words around. Capitals name one of `lists`. The words of
    the list SMALL may stand around every kind.
    """

    def __init__(self, table: str, lists: Mapping[str, frozenset[str]]) -> None:
        """Take the table's text and the lists that it names."""
        self._table = table
        self._lists = lists
        self._kinds: tuple[Kind, ...] | None = None
        self._kinds_with: dict[str, tuple[Kind, ...]] = {}
        self._words = frozenset(table.replace(":", " ").split()).union(*lists.values())

    def kinds_for(self, words: Sequence[str]) -> tuple[Kind, ...]:
        """Return the kinds that a message may be, in the table's order: none where it has a word of none of them.

        They are those that have its first word, which is remembered: a few of them all. `words` are not empty.
        """
        if not self._words.issuperset(words):
            return ()
        if self._kinds is None:
            self._kinds = tuple(self._read(row) for row in self._table.strip().split("\n\n"))
        kinds = self._kinds_with.get(words[0])
        if kinds is None:
            kinds = tuple(kind for kind in self._kinds if words[0] in kind.words)
            self._kinds_with[words[0]] = kinds
        return kinds

    def _read(self, row: str) -> Kind:
        named, needed, around = (part.split() for part in row.split(":"))
        needs = tuple(self._listed(part.split()) for part in " ".join(needed).split("&"))
        every_word = self._listed(["SMALL", *around]).union(*needs)
        return Kind(named[0], needs, every_word, named[1], "?" in named)

    def _listed(self, words: Sequence[str]) -> frozenset[str]:
        plain = frozenset(word for word in words if word not in self._lists)
        return plain.union(*(self._lists[word] for word in words if word in self._lists))


def is_of_kind(words: Sequence[str], kind: Kind) -> bool:
    """Return whether a message is of a kind, by its words alone."""
    if not kind.words.issuperset(words) or any(need.isdisjoint(words) for need in kind.needs):
        return False
    if kind.denies != "=" and (kind.denies == "+") == NOT.isdisjoint(words):
        return False
    return kind.may_ask or words[0] not in ASKING_FIRST
