"""The matcher: a knowledge base's questions, ready to be asked. Wires index, ranking and calibration."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from chatbot.courtesy import unwrap
from chatbot.matching.calibration import Calibration, evidence_of, fit
from chatbot.matching.elsewhere import LEAST_SURE, NO_HOME, Elsewhere, Home
from chatbot.matching.evidence import DENSE_ENTRIES, Evidence
from chatbot.matching.features import PhraseBook, forget_words, stem
from chatbot.matching.index import DECOYS, Index
from chatbot.matching.misheard import Misheard
from chatbot.matching.ranking import NO_CONTEXT, Context, Ranker, Ranking
from chatbot.spelling import Speller
from chatbot.table import Table, pack, pack_words, unpacked, unpacked_words

EXACT_CONFIDENCE = 0.99  # of a question that is one of the knowledge base's own wordings
LONGEST_RANKED_WORDS = 150  # what comes after so many words of a message is not matched
# Matches of one message: while it is read, the same words may be matched again, as a part of it or a fragment.
_MOST_REMEMBERED = 16

Phrase = tuple[tuple[str, ...], str]


class Matched(NamedTuple):
    """A question's ranking and how sure each of its matches is.

    `confidences` (0 to 1) belong to `ranking.matches` in order. `is_exact`: the question is one of the
    knowledge base's own wordings. `words` are the question's words without courtesy. `elsewhere` are the subjects
    outside the base that it names and the best match does not. `respelt` are the misheard phrases as they were
    said and as `words` has them instead ("sudo arthrosis", "pseudarthrosis"), in reading order.
    """

    ranking: Ranking
    confidences: tuple[float, ...]
    is_exact: bool
    words: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
    respelt: tuple[tuple[str, str], ...] = ()

    @property
    def entry(self) -> str:
        """The best entry's id, "" when nothing matched."""
        return self.ranking.matches[0].entry if self.ranking.matches else ""

    @property
    def confidence(self) -> float:
        """How sure the best match is, 0 when nothing matched."""
        return self.confidences[0] if self.confidences else 0.0


class Matcher:
    """Ranks a knowledge base's entries for a question. Immutable but for bounded caches."""

    def __init__(
        self,
        index: Index,
        calibration: Calibration,
        exact: Mapping[str, str],
        phrases: PhraseBook,
        spellings: Mapping[str, str],
        protected: Collection[str],
        familiar: Collection[str],
        kept: Mapping[str, bytes],
        subjects: Collection[str],
        home: Home,
    ) -> None:
        """Use `build` or `from_plain`. Phrases that are keys are words with a space between."""
        self._index = index
        self._calibration = calibration
        self._exact = exact
        self._phrases = phrases
        self._spellings = spellings
        self._misheard = Misheard(spellings)
        self._protected = protected
        self._familiar = familiar
        self._kept = kept
        self._subjects = subjects
        self._home = home
        self._ranker = self._make_ranker()
        self._elsewhere = Elsewhere(index, phrases, subjects, home)
        self._latest: dict[tuple[Sequence[str], Context], Matched] = {}

    def _make_ranker(self) -> Ranker:
        speller = Speller(self._index.word_counts, self._protected)
        return Ranker(self._index, self._phrases, speller, self._familiar, self._kept)

    @classmethod
    def build(
        cls,
        wordings: Mapping[str, Iterable[Sequence[str]]],
        decoys: Iterable[Sequence[str]] = (),
        phrases: Iterable[Phrase] = (),
        spellings: Iterable[tuple[tuple[str, ...], tuple[str, ...]]] = (),
        protected: Collection[str] = frozenset(),
        familiar: Collection[str] = frozenset(),
        subjects: Collection[str] = frozenset(),
        home: Home = NO_HOME,
    ) -> Matcher:
        """Count the wordings (entry to sequences of words), fit the confidence curve to them.

        `decoys`: questions that must not be answered. `phrases`: lexicon phrases and what they mean.
        `spellings`: misheard phrases and the words that are meant.
        `protected`: ordinary words that are never misspellings. `familiar`: words of the answers.
        `subjects`: meanings of phrases that are outside the base. `home`: words that tell its own subject.
        """
        from chatbot.matching.counting import build_index  # noqa: PLC0415 - only to compile a base
        from chatbot.matching.sampling import samples_of  # noqa: PLC0415 - only to compile a base

        sequences = {entry: sorted({_core(words) for words in texts}) for entry, texts in wordings.items()}
        outside = sorted({_core(words) for words in decoys})
        if outside:
            sequences[DECOYS] = outside
        book = PhraseBook.of(phrases)
        exact = {
            " ".join(words): entry
            for entry in sorted(sequences, reverse=True)
            if entry != DECOYS
            for words in sequences[entry]
        }
        index = build_index(sequences, book)
        calibration = fit(samples_of(sequences, book, protected, familiar))
        respelt = {" ".join(said): " ".join(meant) for said, meant in sorted(spellings)}
        return cls(
            index,
            calibration,
            exact,
            book,
            respelt,
            frozenset(protected),
            frozenset(familiar),
            Evidence(index, {}).rows_of_words(),
            frozenset(subjects),
            Home(*(frozenset(map(stem, words)) for words in home)),
        )

    def match(self, words: Sequence[str], context: Context = NO_CONTEXT) -> Matched:
        """Return the best entries for a question's words, courtesy set aside; long ones are cut.

        `context`: what was talked about, which lends a fragment meaning. What is matched is remembered until
        `forget_message`.
        """
        asked = (tuple(words), context)
        found = self._latest.get(asked)
        if found is None:
            found = self._matched(*asked)
            if len(self._latest) >= _MOST_REMEMBERED:
                self._latest.clear()
            self._latest[asked] = found
        return found

    def _matched(self, words: tuple[str, ...], context: Context) -> Matched:
        """Rank the entries for words that were not matched before, and say how sure each is."""
        core, respelt = self._misheard.respelt(_core(words)[:LONGEST_RANKED_WORDS])
        ranking = self._ranker.rank(core, context)
        confidences = [self._calibration.confidence(evidence) for evidence in evidence_of(ranking)]
        exact = self._exact.get(" ".join(core))
        if exact is not None and exact in [match.entry for match in ranking.matches]:
            return _exact_match(exact, ranking, confidences, core, respelt)
        elsewhere = self._elsewhere.named(core, ranking.concepts)
        if elsewhere:
            is_strange = [self._elsewhere.is_strange_to(match.entry, elsewhere) for match in ranking.matches]
            confidences = [
                min(chance, LEAST_SURE) if strange else chance
                for chance, strange in zip(confidences, is_strange, strict=True)
            ]
            if is_strange and not is_strange[0]:
                elsewhere = ()
        return Matched(
            ranking, tuple(confidences), is_exact=False, words=core, elsewhere=elsewhere, respelt=respelt
        )

    def core(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the words that a question is matched by: those that `match` tells, without matching them."""
        return self._misheard.respelt(_core(words)[:LONGEST_RANKED_WORDS])[0]

    def is_wording(self, words: Sequence[str]) -> bool:
        """Return whether these words, courtesy set aside, are a wording of an entry; asks for no match."""
        return " ".join(self.core(words)) in self._exact

    def knows(self, word: str) -> bool:
        """Return whether a wording or an answer of the knowledge base uses this word."""
        return word in self._index.word_counts or word in self._familiar

    def named_by(self, word: str) -> tuple[str, ...]:
        """Return the entries that a word by itself names ("shots"), the one that it speaks for most first."""
        return self._ranker.named_by(word)

    def share_with(self, word: str, entry: str) -> float:
        """Return the share of an entry's wordings that have a word, or one that means the same, 0 to 1."""
        features = ["s" + stem(word)] + ["c" + found.means for found in self._phrases.find([stem(word)])]
        return max(self._index.share_with(feature, entry) for feature in features)

    def words(self) -> frozenset[str]:
        """Return the words that the wordings and the decoys use."""
        return frozenset(self._index.word_counts)

    def unpack(self) -> None:
        """Unpack everything, for a program that answers many questions; a base of many entries stays packed."""
        if len(self._index.entries) > DENSE_ENTRIES:
            return
        self._index = self._index.unpacked()
        self._exact, self._kept = unpacked(self._exact), unpacked(self._kept)
        self._protected, self._familiar = unpacked_words(self._protected), unpacked_words(self._familiar)
        self._phrases = self._phrases.unpacked()
        self._ranker = self._make_ranker()
        self._elsewhere = Elsewhere(self._index, self._phrases, self._subjects, self._home)
        self._ranker.unpack()

    def forget_message(self) -> None:
        """Forget what was matched of a message: whole messages are not kept, as single words are."""
        self._latest = {}

    def forget_words(self) -> None:
        """Forget the words of the questions that were matched."""
        forget_words()
        self.forget_message()
        self._ranker.forget_words()

    def to_plain(self) -> tuple[Any, ...]:
        """Return plain values for a cache."""
        return (
            self._index.to_plain(),
            self._calibration.weights,
            pack(self._exact),
            self._phrases.to_plain(),
            dict(self._spellings),
            pack_words(self._protected),
            pack_words(self._familiar),
            pack(self._kept),
            tuple(sorted(self._subjects)),
            tuple(tuple(sorted(words)) for words in self._home),
        )

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> Matcher:
        """Return the Matcher that `to_plain` was called on."""
        index, weights, exact, phrases, spellings, protected, familiar, kept, subjects, home = plain
        return cls(
            Index.from_plain(index),
            Calibration(weights),
            Table(exact),
            PhraseBook.from_plain(phrases),
            spellings,
            Table[int](protected),
            Table[int](familiar),
            Table(kept),
            frozenset(subjects),
            Home(*map(frozenset, home)),
        )


def _core(words: Sequence[str]) -> tuple[str, ...]:
    start, end = unwrap(words)
    return tuple(words[start:end])


def _exact_match(
    entry: str,
    ranking: Ranking,
    confidences: Sequence[float],
    words: tuple[str, ...],
    respelt: tuple[tuple[str, str], ...],
) -> Matched:
    """Return the match of a question that is a wording of this entry: put first, and surely meant."""
    # Sorting is stable: the other entries stay in their order.
    both = sorted(zip(ranking.matches, confidences, strict=True), key=lambda one: one[0].entry != entry)
    sure = [chance for _, chance in both]
    sure[0] = max(sure[0], EXACT_CONFIDENCE)
    ranking = ranking._replace(matches=tuple(match for match, _ in both))
    return Matched(ranking, tuple(sure), is_exact=True, words=words, respelt=respelt)
