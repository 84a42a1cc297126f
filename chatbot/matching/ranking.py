"""A question's words to ranked entries, with the evidence for each word.

Score of an entry = mean cosine of its nearest wordings + EVIDENCE_WEIGHT x summed evidence of the
question's features, both over the length of the question's own vector, in which unknown words count as
evidence for nothing: a question full of strange words can be sure of no entry.
"""

import math
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from operator import mul
from types import MappingProxyType
from typing import Any, NamedTuple

from chatbot.english.spelling import Speller
from chatbot.matching.evidence import Evidence, WordEvidence
from chatbot.matching.features import PhraseBook, pairs, stem
from chatbot.matching.index import DECOYS, Index
from chatbot.matching.nearness import Nearness
from chatbot.matching.word_reader import ReadWord, WordReader, WordStatus

# How these numbers were chosen: docs/matching.md.
EVIDENCE_WEIGHT = 0.25  # of the evidence, beside the nearness to single wordings
CANDIDATES = 4  # entries that are compared with a question wording by wording, and handed on
UNKNOWN_WORD = 1.5  # how much an unknown word lengthens the question, times the weight that a rare word has
FAMILIAR_WORD = (
    0.15  # the share of that for a word which the answers or the glossary use, and no wording does
)
RIVAL_REPAIR = 0.7  # strength of a repair that is not the best one: the word may also have meant this
BACKGROUND_STRENGTH = 0.3  # of the words of what was talked about, beside 1 for the question's own
RELATED_BONUS = 0.5  # added to the score of an entry that is related to the topic
TOPIC_MALUS = 0.2  # taken from the topic's own: a follow-up seldom asks for the same again


class Match(NamedTuple):
    """An entry and its score; `nearness` is the mean cosine of its nearest wordings, 0 to 1."""

    entry: str
    score: float
    nearness: float
    evidence: float


class Ranking(NamedTuple):
    """The best entries for a question, best first; ties are broken by id.

    `outside` is the score of what is known to be outside the knowledge base. `coverage` is the share of the
    question's content (idf-weighted words) that the knowledge base knows, 0 to 1. `words` is the reading,
    `concepts` the lexicon lines that were used.
    """

    matches: tuple[Match, ...]
    outside: float
    coverage: float
    words: tuple[ReadWord, ...]
    concepts: tuple[str, ...]

    @property
    def is_outdone(self) -> bool:
        """Whether the question is more like what is outside the base (`outside`) than like the best entry."""
        return self.outside > (self.matches[0].score if self.matches else 0.0)

    @property
    def words_meant(self) -> list[str]:
        """The question's words, each as it was repaired."""
        return [word.repairs[0].word if word.repairs else word.text for word in self.words]


class Background(NamedTuple):
    """What was talked about before a message, where the message is to be read in the light of it.

    `topic` is the entry that was answered last. Its `words` count a little beside the message's own. A follow-up asks
    for something near the topic and seldom for the topic again: so the entries `related` to it get a bonus, and the
    topic itself loses a little.
    """

    topic: str = ""
    words: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


NO_BACKGROUND = Background()


class _Sums:
    """What a question's words add up to while they are gathered."""

    __slots__ = ("centre", "features", "penalty", "rows", "squared", "wanted", "whole_rows")

    def __init__(self) -> None:
        self.whole_rows: list[Any] = []  # evidence for each entry, of words at full strength
        self.rows: list[tuple[Any, float]] = []  # the same of other words, with their strength
        self.features: dict[int, float] = {}  # strength of pairs, concepts and other repairs, by number
        self.centre = 0.0  # the evidence for the mean entry
        self.squared = 0.0  # the squared length of the question's vector
        self.penalty = 0.0  # what unknown words add to that
        self.wanted: dict[int, float] = {}  # weight times strength of all features, by number


class Ranker:
    """Ranks entries for sequences of words. Immutable but for bounded memories."""

    def __init__(
        self,
        index: Index,
        phrases: PhraseBook,
        speller: Speller,
        familiar: Collection[str] = frozenset(),
        kept: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        """`familiar`: words that the answers use; not knowing them in a wording costs a question little.

        `kept`: what `Evidence.rows_of_words` returned for this index, or nothing.
        """
        self._index = index
        self._phrases = phrases
        self._speller = speller
        self.reader = WordReader(index, phrases, speller, familiar)
        self._evidence = Evidence(index, kept)
        self._nearness = Nearness(index)
        self._around: tuple[tuple[str, ...], tuple[Any, float, float, float]] | None = None
        self._decoys = len(index.entries) - 1 if index.entries and index.entries[-1] == DECOYS else None

    def unpack(self) -> None:
        """Look up ahead what questions will ask for, for a program that answers many of them."""
        self._nearness.unpack()
        self._speller.prepare()

    def forget_words(self) -> None:
        """Forget the words of the questions that were ranked."""
        self.reader.forget_words()
        self._around = None
        self._evidence.forget_words()
        self._speller.forget_words()

    def named_by(self, word: str) -> tuple[str, ...]:
        """Return the entries that a word by itself names, the one that it speaks for most first."""
        return self._evidence.named_by(word)

    def rank(self, words: Sequence[str], background: Background = NO_BACKGROUND) -> Ranking:
        """Return the CANDIDATES best entries for the words. No words, no matches."""
        index = self._index
        reading = self.reader.read(words)
        if not reading or not index.entries:
            return Ranking((), 0.0, 0.0, tuple(reading), ())
        sums, concepts, coverage = self._gather(reading, background.words)
        length = math.sqrt(sums.squared + sums.penalty) or 1.0
        wanted = sums.wanted
        squared = sum(map(mul, wanted.values(), wanted.values()))
        nearness_length = math.sqrt(squared + sums.penalty) or 1.0
        matches: list[Match] = []
        totals = self._evidence.total(sums.whole_rows, sums.rows, sums.features)
        candidates = self._candidates(totals)
        if background.related:
            candidates += [n for n in self._numbers(background.related) if n not in candidates]
        for number, dots in zip(candidates, self._nearness.to_entries(candidates, wanted), strict=True):
            entry = index.entries[number]
            near = dots / nearness_length
            evidence = (self._evidence.at(totals, number) - sums.centre) / length
            score = near + EVIDENCE_WEIGHT * evidence
            if entry in background.related:
                score += RELATED_BONUS
            if entry == background.topic:
                score -= TOPIC_MALUS
            matches.append(Match(entry, score, near, evidence))
        outside = next((match.score for match in matches if match.entry == DECOYS), 0.0)
        inside = sorted((m for m in matches if m.entry != DECOYS), key=lambda m: (-m.score, m.entry))
        return Ranking(tuple(inside[:CANDIDATES]), outside, coverage, tuple(reading), tuple(concepts))

    def _numbers(self, entries: Sequence[str]) -> list[int]:
        """Return the numbers of these entries, by bisection in the sorted ids."""
        known = self._index.entries
        end = len(known) if self._decoys is None else self._decoys
        places = [(bisect_left(known, entry, 0, end), entry) for entry in entries]
        return [place for place, entry in places if place < end and known[place] == entry]

    def _candidates(self, totals: Any) -> list[int]:  # noqa: ANN401 - array of lanes, or numpy array
        """Return the numbers of the CANDIDATES entries with the most evidence, best first; the decoys come last."""
        entries: Sequence[int] = range(len(totals))
        if self._evidence.is_dense:
            import numpy  # noqa: PLC0415 - only bases of many hundred entries need it

            # All that are as good as the last of them: which of equals a partition takes depends on the machine.
            count = min(CANDIDATES + 1, len(totals))
            entries = numpy.flatnonzero(totals >= numpy.partition(totals, -count)[-count]).tolist()
        else:
            least = sorted(totals)[-CANDIDATES - 1 :][0]
            entries = [entry for entry, total in enumerate(totals) if total >= least]
        # Sorting is stable, in reverse too: of equal ones the first id comes first.
        best = sorted(entries, key=totals.__getitem__, reverse=True)[: CANDIDATES + 1]
        best = [entry for entry in best if entry != self._decoys][:CANDIDATES]
        return best if self._decoys is None else [*best, self._decoys]

    def _gather(self, reading: list[ReadWord], background: tuple[str, ...]) -> tuple[_Sums, list[str], float]:
        """Return what the words add up to, the concepts they name, and how much of the content is known."""
        sums = _Sums()
        stems: list[str] = []
        strengths: list[float] = []
        seen: set[str] = set()
        known = total = 0.0
        evidence_of = self._evidence.of_word
        for word in reading:
            text, strength, status = word.text, 1.0, word.status
            if word.repairs:
                text, strength, _ = word.repairs[0]
            evidence = evidence_of(text)
            known_stem, number, weight = evidence[:3]
            stems.append(known_stem)
            strengths.append(strength if number is not None else 0.0)
            total += weight
            if number is not None or status == "lexicon":
                known += weight * strength
            if text not in seen:
                seen.add(text)
                self._add_word(evidence, strength, status, sums)
                for rival in word.repairs[1:]:
                    self._add_feature("s" + stem(rival.word), rival.similarity * RIVAL_REPAIR, sums)
        self._add_pairs(stems, strengths, sums)
        concepts: list[str] = []
        for phrase in self._phrases.find(stems):
            if phrase.means not in concepts:
                concepts.append(phrase.means)
                strength = min(strengths[phrase.start : phrase.start + phrase.length]) or 1.0
                self._add_feature("c" + phrase.means, strength, sums)
        if background:
            self._add_background(background, sums)
        return sums, concepts, known / total

    def _add_word(self, word: WordEvidence, strength: float, status: WordStatus, sums: _Sums) -> None:
        """Add what a word says, times its strength; a word that no wording has only lengthens the question."""
        _, number, weight, gains, centre, squared, strange = word
        if number is None:
            if status == "lexicon":
                return
            share = FAMILIAR_WORD if status == "familiar" else 1.0
            sums.penalty += share * (UNKNOWN_WORD * weight) ** 2
        else:
            sums.wanted[number] = max(sums.wanted.get(number, 0.0), weight * strength)
            if status == "repaired":
                sums.penalty += (UNKNOWN_WORD * self._index.highest_idf * (1 - strength)) ** 2
        sums.penalty += strange
        if strength == 1.0:  # as most are
            sums.whole_rows.append(gains)
            sums.centre += centre
            sums.squared += squared
        else:
            sums.rows.append((gains, strength))
            sums.centre += centre * strength
            sums.squared += squared * strength * strength

    def _add_pairs(self, stems: list[str], strengths: list[float], sums: _Sums) -> None:
        """Add the pairs of neighbours, as strong as the weaker one; an end of the question weakens none.

        A word that no wording has is in no pair either, so that none without strength is added.
        """
        numbers, wanted = map(self._index.features.get, pairs(stems)), sums.wanted
        for number, left, right in zip(numbers, (1.0, *strengths), (*strengths, 1.0), strict=True):
            if number is not None and number not in wanted:  # few pairs of a question are in a wording
                self._add_number(number, min(left, right), sums)

    def _add_feature(self, name: str, strength: float, sums: _Sums) -> None:
        """Add one feature's evidence, once."""
        number = self._index.features.get(name)
        if number is not None and number not in sums.wanted:
            self._add_number(number, strength, sums)

    def _add_number(self, number: int, strength: float, sums: _Sums) -> None:
        """Add the evidence of a feature that is not there yet, by its number."""
        amount = self._index.weights[number] * strength
        sums.wanted[number] = amount
        sums.features[number] = strength
        sums.centre += amount * self._index.centres[number]
        sums.squared += amount * amount

    def _add_background(self, background: tuple[str, ...], sums: _Sums) -> None:
        """Add what was talked about, at BACKGROUND_STRENGTH."""
        gains, centre, squared, strange = self._background_of(background)
        sums.rows.append((gains, BACKGROUND_STRENGTH))
        sums.centre += centre * BACKGROUND_STRENGTH
        sums.squared += squared * BACKGROUND_STRENGTH**2
        sums.penalty += strange

    def _background_of(self, background: tuple[str, ...]) -> tuple[Any, float, float, float]:
        """Return what the known words of a background add up to; the latest is kept, for it is soon asked again."""
        remembered = self._around
        if remembered is not None and remembered[0] == background:
            return remembered[1]
        words = [self._evidence.of_word(text) for text in background]
        known = [word for word in words if word.number is not None]
        gains = sum(word.gains for word in known)
        centre = sum(word.centre for word in known)
        squared = sum(word.squared for word in known)
        added = (gains, centre, squared, sum(word.strange for word in known))
        self._around = (background, added)
        return added
