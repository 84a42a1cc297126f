"""How each word of a question is read: known, repaired, part of a phrase of the lexicon, or unknown."""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from chatbot.compact.remembering import Remembered
from chatbot.english.spelling import Repair, Speller
from chatbot.matching.features import PhraseBook, stem
from chatbot.matching.index import Index

WordStatus = Literal["known", "outside", "repaired", "lexicon", "familiar", "unknown"]

_MOST_REMEMBERED = 8192


class ReadWord(NamedTuple):
    """How one word of a question was read.

    `status`: "known", "outside" (known, but only from what is outside the base), "repaired" (to `repairs`),
    "lexicon" (part of a lexicon phrase and else unknown), "familiar" (known from the answers only) or "unknown".
    """

    text: str
    status: WordStatus
    repairs: tuple[Repair, ...]


class WordReader:
    """Reads words. Immutable but for a bounded memory of single words."""

    def __init__(
        self, index: Index, phrases: PhraseBook, speller: Speller, familiar: Collection[str]
    ) -> None:
        """`familiar`: words that the answers use, also where no wording does."""
        self._index = index
        self._phrases = phrases
        self._speller = speller
        self._familiar = familiar
        self._alone = Remembered(self._read_alone, _MOST_REMEMBERED)

    def forget_words(self) -> None:
        """Forget the words that were read."""
        self._alone.clear()

    def read(self, words: Sequence[str]) -> list[ReadWord]:
        """Return how each word is read; the halves of a split word become words of their own."""
        reading: list[ReadWord] = []
        covered: frozenset[int] | None = None
        for place, word in enumerate(words):
            known = self._alone[word]
            if known.status in ("known", "outside"):
                reading.append(known)
                continue
            if covered is None:
                covered = self._covered(words)
            if place in covered:
                reading.append(ReadWord(word, "lexicon", ()))
            elif known.repairs and known.repairs[0].is_split:
                reading += [ReadWord(word, "repaired", (half,)) for half in known.repairs]
            else:
                reading.append(known)
        return reading

    def _read_alone(self, word: str) -> ReadWord:
        """Return how a word is read by itself, without its neighbours."""
        uses = self._index.word_counts.get(word)
        if uses is not None:
            is_outside = uses < 0 and word not in self._familiar
            return ReadWord(word, "outside" if is_outside else "known", ())
        repairs = self._speller.repair(word)
        if repairs:
            return ReadWord(word, "repaired", repairs)
        if word in self._familiar:
            return ReadWord(word, "familiar", ())
        is_used = self._index.has("s" + stem(word))  # a wording may have it in another form: "Fridays"
        return ReadWord(word, "unknown" if is_used is None else "known" if is_used else "outside", ())

    def _covered(self, words: Sequence[str]) -> frozenset[int]:
        """Return the places of words that belong to a phrase of the lexicon."""
        found = self._phrases.find([stem(word) for word in words])
        return frozenset(
            place
            for phrase in found
            if "c" + phrase.means in self._index.features
            for place in range(phrase.start, phrase.start + phrase.length)
        )
