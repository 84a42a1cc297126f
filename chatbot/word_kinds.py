"""Kinds of short messages told by closed lists: one word that is not listed, and a message is no such thing.

The machinery alone; `after_card` and `remarks` hold the tables. What people say has no end, but "thank you, you are
so kind" is made of few words, and whatever asks for more ("... but my legs are numb") has a word of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


NOT = word_set("not no never nobody cannot without")
ASKING_FIRST = word_set(
    "am are is was do does did can could should would will may what why how when where who which"
)


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


def read_kinds(table: str, lists: Mapping[str, frozenset[str]]) -> tuple[Kind, ...]:
    """Read a table: name and marks : needed words & needed words : words around. Capitals name one of `lists`.

    The words of the list SMALL may stand around every kind.
    """

    def listed(words: Sequence[str]) -> frozenset[str]:
        plain = frozenset(word for word in words if word not in lists)
        return plain.union(*(lists[word] for word in words if word in lists))

    kinds = []
    for row in table.strip().split("\n\n"):
        named, needed, around = (part.split() for part in row.split(":"))
        needs = tuple(listed(part.split()) for part in " ".join(needed).split("&"))
        every_word = listed(["SMALL", *around]).union(*needs)
        kinds.append(Kind(named[0], needs, every_word, named[1], "?" in named))
    return tuple(kinds)


def is_of_kind(words: Sequence[str], kind: Kind) -> bool:
    """Return whether a message is of a kind, by its words alone."""
    if any(need.isdisjoint(words) for need in kind.needs) or not kind.words.issuperset(words):
        return False
    if kind.denies != "=" and (kind.denies == "+") == NOT.isdisjoint(words):
        return False
    return kind.may_ask or words[0] not in ASKING_FIRST
