"""Kinds of short messages, each told by a closed list of words: "thank you, you are so kind".

A message is of a kind only if every word of it is on the kind's list. So a message that says more ("thank you, but my
legs are numb") is of no kind, whatever it begins with, and is read as any other. Here is only how a table of kinds is
read; the tables are in `after_card` and `remarks`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chatbot.english.function_words import ASKING_FIRST


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


NOT = word_set("not no never nobody without")


class Kind(NamedTuple):
    """A kind of message: it has a word of each set in `needs`, and no word that is not in `words`, which include those.

    `denies`: the message must deny something ("+"), must not ("-"), or either may be so ("="). `may_ask`: it may begin
    like a question.
    """

    name: str
    needs: tuple[frozenset[str], ...]
    words: frozenset[str]
    denies: str
    may_ask: bool


class KindTable:
    """A table of kinds, written as a text.

    A row is "name marks: needed words & needed words: words around", where the marks are one of + - = (what
    `Kind.denies` says) and a ? where the kind may ask, and a row goes on in lines that are indented. A word in capitals
    stands for one of the `lists`. The words of the list SMALL, and those that are needed, may stand around every kind
    and are not named again. A line that begins with # is a heading.

    The text is taken apart only for the first message whose words are all in it: most messages have another word.
    """

    def __init__(self, table: str, lists: Mapping[str, frozenset[str]]) -> None:
        """Take the table's text and the lists that it names."""
        lines = table.replace("\n    ", " ").splitlines()
        self._rows = [line for line in lines if line and not line.startswith("#")]
        self._lists = lists
        self._kinds: tuple[Kind, ...] | None = None
        self._kinds_with: dict[str, tuple[Kind, ...]] = {}
        self._words = frozenset(" ".join(self._rows).replace(":", " ").split()).union(*lists.values())

    def kinds_for(self, words: Sequence[str]) -> tuple[Kind, ...]:
        """Return the kinds that a message may be, in the table's order.

        None where it has a word that is in no row. Otherwise the few that have its first word, which are remembered by
        that word. `words` are not empty.
        """
        if not self._words.issuperset(words):
            return ()
        if self._kinds is None:
            self._kinds = tuple(map(self._read, self._rows))
        kinds = self._kinds_with.get(words[0])
        if kinds is None:
            kinds = tuple(kind for kind in self._kinds if words[0] in kind.words)
            self._kinds_with[words[0]] = kinds
        return kinds

    def _read(self, row: str) -> Kind:
        head, needed, *around = row.split(":")
        named = head.split()
        needs = tuple(self._listed(part.split()) for part in needed.split("&"))
        every_word = self._listed(["SMALL", *" ".join(around).split()]).union(*needs)
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
