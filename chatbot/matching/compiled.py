"""What a knowledge base is compiled to for its matcher, and its plain form for the cache."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from chatbot.compact.table import Table, pack, pack_words, unpacked, unpacked_words
from chatbot.matching.calibration import Calibration
from chatbot.matching.elsewhere import NO_HOME, Home
from chatbot.matching.features import PhraseBook
from chatbot.matching.index import Index


class WordLists(NamedTuple):
    """What a knowledge base tells of words, beside its wordings.

    `phrases`: phrases of the lexicon, each with what it means. `spellings`: misheard phrases, each with the words that
    are meant. `protected`: ordinary words that are never taken for misspellings. `familiar`: words of the answers,
    which count as known though no wording has them. `subjects`: meanings of phrases that are outside the base. `home`:
    words that tell the base's own subject.
    """

    phrases: Iterable[tuple[tuple[str, ...], str]] = ()
    spellings: Iterable[tuple[tuple[str, ...], tuple[str, ...]]] = ()
    protected: Collection[str] = frozenset()
    familiar: Collection[str] = frozenset()
    subjects: Collection[str] = frozenset()
    home: Home = NO_HOME


NO_LISTS = WordLists()
NO_ENTRY = ""  # of a decoy: no entry has this id


class Compiled(NamedTuple):
    """What a knowledge base is compiled to for its Matcher. Phrases that are keys are words with a space between.

    `wordings` is their index. `exact`: each wording and its entry, each decoy and NO_ENTRY. `spellings`: misheard
    phrases, and what each means. `protected`: ordinary words that are never misspellings. `familiar`: words of the
    answers. `rows`: what `Evidence.rows_of_words` returned for that index. `subjects`: meanings of phrases that are
    outside the base. `home`: stems of the words that tell its own subject.
    """

    wordings: Index
    calibration: Calibration
    exact: Mapping[str, str]
    phrases: PhraseBook
    spellings: Mapping[str, str]
    protected: Collection[str]
    familiar: Collection[str]
    rows: Mapping[str, bytes]
    subjects: Collection[str]
    home: Home

    def unpacked(self) -> Compiled:
        """Return the same unpacked, for a program that answers many questions."""
        return self._replace(
            wordings=self.wordings.unpacked(),
            exact=unpacked(self.exact),
            phrases=self.phrases.unpacked(),
            protected=unpacked_words(self.protected),
            familiar=unpacked_words(self.familiar),
            rows=unpacked(self.rows),
        )

    def to_plain(self) -> tuple[Any, ...]:
        """Return plain values for a cache."""
        return (
            self.wordings.to_plain(),
            self.calibration.weights,
            pack(self.exact),
            self.phrases.to_plain(),
            dict(self.spellings),
            pack_words(self.protected),
            pack_words(self.familiar),
            pack(self.rows),
            tuple(sorted(self.subjects)),
            tuple(tuple(sorted(words)) for words in self.home),
        )

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> Compiled:
        """Return what `to_plain` was called on."""
        index, weights, exact, phrases, spellings, protected, familiar, rows, subjects, home = plain
        return cls(
            Index.from_plain(index),
            Calibration(weights),
            Table(exact),
            PhraseBook.from_plain(phrases),
            spellings,
            Table[int](protected),
            Table[int](familiar),
            Table(rows),
            frozenset(subjects),
            Home(*map(frozenset, home)),
        )
