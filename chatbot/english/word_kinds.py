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

    Rows are parted by an empty line. A row is "name marks: needed words & needed words: words around", where the marks
    are one of + - = (what `Kind.denies` says) and a ? where the kind may ask. A word in capitals stands for one of the
    `lists`, and the words of the list SMALL may stand around every kind. A row that begins with # is a heading.

    The text is taken apart only for the first message whose words are all in it: most messages have another word.
    """

    def __init__(self, table: str, lists: Mapping[str, frozenset[str]]) -> None:
        """Take the table's text and the lists that it names."""
        self._table = table
        self._lists = lists
        self._kinds: tuple[Kind, ...] | None = None
        self._kinds_with: dict[str, tuple[Kind, ...]] = {}
        rows = (row for row in table.split("\n\n") if not _is_heading(row))
        self._words = frozenset("\n".join(rows).replace(":", " ").split()).union(*lists.values())

    def kinds_for(self, words: Sequence[str]) -> tuple[Kind, ...]:
        """Return the kinds that a message may be, in the table's order.

        None where it has a word that is in no row. Otherwise the few that have its first word, which are remembered by
        that word. `words` are not empty.
        """
        if not self._words.issuperset(words):
            return ()
        if self._kinds is None:
            rows = self._table.strip().split("\n\n")
            self._kinds = tuple(self._read(row) for row in rows if not _is_heading(row))
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


def _is_heading(row: str) -> bool:
    return row.lstrip().startswith("#")


def is_of_kind(words: Sequence[str], kind: Kind) -> bool:
    """Return whether a message is of a kind, by its words alone."""
    if not kind.words.issuperset(words) or any(need.isdisjoint(words) for need in kind.needs):
        return False
    if kind.denies != "=" and (kind.denies == "+") == NOT.isdisjoint(words):
        return False
    return kind.may_ask or words[0] not in ASKING_FIRST
