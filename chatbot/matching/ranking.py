"""A question's words to ranked entries, with the evidence for each word.

Score of an entry = mean cosine of its nearest wordings + EVIDENCE_WEIGHT x summed evidence of the
question's features, both over the length of the question's own vector, in which unknown words count as
evidence for nothing: a question full of strange words can be sure of no entry.
"""

import math
from bisect import bisect_left
from collections.abc import Collection, Sequence
from heapq import nlargest
from operator import add
from typing import Any, NamedTuple

from chatbot.matching.features import PIECE_WEIGHT, PhraseBook, pairs, pieces, stem
from chatbot.matching.index import DECOYS, Index
from chatbot.spelling import Repair, Speller

EVIDENCE_WEIGHT = 0.25
NEAREST_WORDINGS = 3
CANDIDATES = 4
# A feature that this many of an entry's wordings have tells none of them apart: three in ten, but no fewer than
# FEWEST_TELLING and no more than MOST_TELLING.
SHARE_TELLING = 0.3
FEWEST_TELLING, MOST_TELLING = 20, 60
UNKNOWN_WORD = 1.5
UNKNOWN_PIECE = 0.5
FAMILIAR_WORD = 0.15  # share of the penalty for a word of the answers or the glossary that no wording uses
RIVAL_REPAIR = 0.7
CONTEXT_STRENGTH = 0.3
RELATED_BONUS = 0.5
TOPIC_MALUS = 0.2
DENSE_ENTRIES = 500  # above this many entries, rows of evidence are numpy arrays; below, lists are faster
_ROW_CACHE_LIMIT = 2048
_SLICE_CACHE_LIMIT = 50_000


class ReadWord(NamedTuple):
    """How one word of a question was read.

    `status`: "known", "outside" (known, but only from what is outside the base), "repaired" (to `repairs`),
    "lexicon" (part of a lexicon phrase and else unknown), "familiar" (known from the answers only) or "unknown".
    """

    text: str
    status: str
    repairs: tuple[Repair, ...]


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


class Context(NamedTuple):
    """What was talked about: its `topic` entry, `words` that count a little, entries `related` to it.

    A follow-up asks about something near the topic, seldom the topic again: related entries get a bonus, the
    topic itself a malus.
    """

    topic: str = ""
    words: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


NO_CONTEXT = Context()


class _Row(NamedTuple):
    """What a word gives every entry (dense), how much of it the mean entry has, what it adds to the lengths."""

    gains: Any
    centre: float
    squared: float
    penalty: float


class _Sums:
    """What a question's words add up to while they are gathered."""

    __slots__ = ("centre", "penalty", "squared", "totals", "wanted")

    def __init__(self, totals: Any) -> None:  # noqa: ANN401 - a list or a numpy array
        self.totals = totals
        self.centre = self.squared = self.penalty = 0.0
        self.wanted: dict[int, float] = {}


def most_telling(wordings: int) -> float:
    """Return in how many of an entry's wordings a feature may be and still tell them apart."""
    return min(MOST_TELLING, max(FEWEST_TELLING, SHARE_TELLING * wordings))


class Ranker:
    """Ranks entries for sequences of words. Immutable but for bounded caches."""

    def __init__(
        self,
        index: Index,
        phrases: PhraseBook,
        speller: Speller,
        familiar: Collection[str] = frozenset(),
    ) -> None:
        """`familiar`: words that the answers use; not knowing them in a wording costs a question little."""
        self._index = index
        self._phrases = phrases
        self._speller = speller
        self._familiar = familiar
        self._rows: dict[tuple[str, float, str], _Row] = {}
        self._slices: dict[int, tuple[int, ...]] = {}
        self._is_dense = len(index.entries) > DENSE_ENTRIES
        self._decoys = len(index.entries) - 1 if index.entries and index.entries[-1] == DECOYS else None

    def read(self, words: Sequence[str]) -> list[ReadWord]:
        """Return how each word is read; the halves of a split word become words of their own."""
        reading: list[ReadWord] = []
        covered: set[int] = set()
        for phrase in self._phrases.find([stem(word) for word in words]):
            if "c" + phrase.means in self._index.features:
                covered.update(range(phrase.start, phrase.start + phrase.length))
        for place, word in enumerate(words):
            uses = self._index.word_counts.get(word)
            if uses is not None:
                is_outside = uses < 0 and word not in self._familiar
                reading.append(ReadWord(word, "outside" if is_outside else "known", ()))
                continue
            if place in covered:
                reading.append(ReadWord(word, "lexicon", ()))
                continue
            repairs = self._speller.repair(word)
            if repairs and repairs[0].is_split:
                reading += [ReadWord(word, "repaired", (half,)) for half in repairs]
            elif repairs:
                reading.append(ReadWord(word, "repaired", repairs))
            else:
                reading.append(ReadWord(word, "familiar" if word in self._familiar else "unknown", ()))
        return reading

    def rank(self, words: Sequence[str], context: Context = NO_CONTEXT) -> Ranking:
        """Return the CANDIDATES best entries for the words. No words, no matches."""
        index = self._index
        reading = self.read(words)
        if not reading or not index.entries:
            return Ranking((), 0.0, 0.0, tuple(reading), ())
        sums, concepts = self._gather(reading, context.words)
        length = math.sqrt(sums.squared + sums.penalty) or 1.0
        if self._is_dense:
            evidence = (sums.totals - sums.centre) / length
        else:
            evidence = [(total - sums.centre) / length for total in sums.totals]
        wanted = sums.wanted
        nearness_length = math.sqrt(sum(weight * weight for weight in wanted.values()) + sums.penalty) or 1.0
        matches: list[Match] = []
        candidates = self._candidates(evidence)
        if context.related:
            candidates += [n for n in self._numbers(context.related) if n not in candidates]
        for entry in candidates:
            near = self._nearness(entry, wanted) / nearness_length
            score = near + EVIDENCE_WEIGHT * float(evidence[entry])
            if index.entries[entry] in context.related:
                score += RELATED_BONUS
            if index.entries[entry] == context.topic:
                score -= TOPIC_MALUS
            matches.append(Match(index.entries[entry], score, near, float(evidence[entry])))
        outside = next((match.score for match in matches if match.entry == DECOYS), 0.0)
        inside = sorted((m for m in matches if m.entry != DECOYS), key=lambda m: (-m.score, m.entry))
        return Ranking(
            tuple(inside[:CANDIDATES]), outside, self._coverage(reading), tuple(reading), tuple(concepts)
        )

    def _numbers(self, entries: Sequence[str]) -> list[int]:
        """Return the numbers of these entries, by bisection in the sorted ids."""
        known = self._index.entries
        end = len(known) if self._decoys is None else self._decoys
        places = [(bisect_left(known, entry, 0, end), entry) for entry in entries]
        return [place for place, entry in places if place < end and known[place] == entry]

    def _candidates(self, evidence: Any) -> list[int]:  # noqa: ANN401 - list or numpy array
        entries: Sequence[int] = range(len(evidence))
        if self._is_dense:
            import numpy  # noqa: PLC0415 - only bases of many hundred entries need it

            # All that are as good as the last of them: which of equals a partition takes depends on the machine.
            count = min(CANDIDATES + 1, len(evidence))
            entries = numpy.flatnonzero(evidence >= numpy.partition(evidence, -count)[-count]).tolist()
        # Sorting is stable, in reverse too: of equal ones the first id comes first.
        best = sorted(entries, key=evidence.__getitem__, reverse=True)[: CANDIDATES + 1]
        best = [entry for entry in best if entry != self._decoys][:CANDIDATES]
        return best if self._decoys is None else [*best, self._decoys]

    def _gather(self, reading: list[ReadWord], context: Sequence[str]) -> tuple[_Sums, list[str]]:
        """Return what the words add up to, and the concepts they name."""
        features = self._index.features
        sums = _Sums(self._zeros())
        stems: list[str] = []
        strengths: list[float] = []
        seen: set[str] = set()
        for word in reading:
            text, strength = (
                (word.repairs[0].word, word.repairs[0].similarity) if word.repairs else (word.text, 1.0)
            )
            known_stem = stem(text)
            number = features.get("s" + known_stem)
            stems.append(known_stem)
            strengths.append(strength if number is not None else 0.0)
            if text not in seen:
                seen.add(text)
                self._add_row(self._row(text, strength, word.status), sums)
                if number is not None:
                    amount = self._index.weights[number] * strength
                    sums.wanted[number] = max(sums.wanted.get(number, 0.0), amount)
                for rival in word.repairs[1:]:
                    self._add_feature("s" + stem(rival.word), rival.similarity * RIVAL_REPAIR, sums)
        for place, pair in enumerate(pairs(stems)):
            left = strengths[place - 1] if place else 1.0
            right = strengths[place] if place < len(strengths) else 1.0
            self._add_feature(pair, min(left, right), sums)
        concepts: list[str] = []
        for phrase in self._phrases.find(stems):
            if phrase.means not in concepts:
                concepts.append(phrase.means)
                strength = min(strengths[phrase.start : phrase.start + phrase.length]) or 1.0
                self._add_feature("c" + phrase.means, strength, sums)
        for text in context:
            if "s" + stem(text) in features:
                self._add_row(self._row(text, CONTEXT_STRENGTH, "known"), sums)
        return sums, concepts

    def _add_row(self, row: _Row, sums: _Sums) -> None:
        sums.totals = sums.totals + row.gains if self._is_dense else list(map(add, sums.totals, row.gains))
        sums.centre += row.centre
        sums.squared += row.squared
        sums.penalty += row.penalty

    def _add_feature(self, name: str, strength: float, sums: _Sums) -> None:
        """Add one feature's evidence, once."""
        index = self._index
        number = index.features.get(name)
        if number is None or strength <= 0 or number in sums.wanted:
            return
        amount = index.weights[number] * strength
        sums.wanted[number] = amount
        sums.centre += self._scatter(sums.totals, number, amount)
        sums.squared += amount * amount

    def _row(self, word: str, strength: float, status: str) -> _Row:
        key = (word, strength, status)
        row = self._rows.get(key)
        if row is None:
            row = self._make_row(word, strength, status)
            if len(self._rows) >= _ROW_CACHE_LIMIT:
                self._rows.clear()
            self._rows[key] = row
        return row

    def _make_row(self, word: str, strength: float, status: str) -> _Row:
        index = self._index
        gains = self._zeros()
        centre = squared = penalty = 0.0
        number = index.features.get("s" + stem(word))
        if number is None and status == "lexicon":
            return _Row(gains, centre, squared, penalty)
        if number is None:
            share = FAMILIAR_WORD if status == "familiar" else 1.0
            penalty += share * (UNKNOWN_WORD * index.highest_idf) ** 2
        elif status == "repaired":
            penalty += (UNKNOWN_WORD * index.highest_idf * (1 - strength)) ** 2
        found = [index.features.get(piece) for piece in pieces(word)]
        penalty += found.count(None) * (UNKNOWN_PIECE * PIECE_WEIGHT * index.highest_idf) ** 2
        for feature in (number, *found):
            if feature is not None:
                amount = index.weights[feature] * strength
                centre += self._scatter(gains, feature, amount)
                squared += amount * amount
        return _Row(gains, centre, squared, penalty)

    def _zeros(self) -> Any:  # noqa: ANN401 - list or numpy array
        if self._is_dense:
            import numpy  # noqa: PLC0415 - only bases of many hundred entries need it

            return numpy.zeros(len(self._index.entries), dtype=numpy.float32)
        return [0.0] * len(self._index.entries)

    def _scatter(self, totals: Any, feature: int, amount: float) -> float:  # noqa: ANN401 - list or numpy array
        """Add amount x evidence of one feature to its entries, in place; return amount x the mean evidence."""
        index = self._index
        first, last = index.starts[feature], index.starts[feature + 1]
        if self._is_dense:
            import numpy  # noqa: PLC0415 - only bases of many hundred entries need it

            owners = numpy.asarray(index.owners)[first:last]
            totals[owners] += amount * numpy.frombuffer(index.gains, dtype=numpy.float32)[first:last]
        else:
            for owner, gain in zip(index.owners[first:last], index.gains[first:last], strict=True):
                totals[owner] += amount * gain
        return amount * index.centres[feature]

    def _nearness(self, entry: int, wanted: dict[int, float]) -> float:
        """Return the mean, over the entry's nearest wordings, of the dot product with the question."""
        index = self._index
        first = index.wording_starts[entry]
        dots: dict[int, float] = {}
        known_uses, entry_count = self._slices, len(index.entries)
        for feature, amount in wanted.items():
            uses = known_uses.get(feature * entry_count + entry)
            if uses is None:
                uses = self._uses(feature, entry)
            if uses:
                product = amount * index.weights[feature]
                for wording in uses:
                    dots[wording] = dots.get(wording, 0.0) + product
        scales = index.wording_scales
        near = nlargest(NEAREST_WORDINGS, [dot * scales[first + wording] for wording, dot in dots.items()])
        return sum(near) / NEAREST_WORDINGS

    def _uses(self, feature: int, entry: int) -> tuple[int, ...]:
        """Return the wordings of an entry that have a feature, counted from its first; () when too many do."""
        uses, use_starts, starts = self._index.uses, self._index.use_starts, self._index.wording_starts
        first, last = starts[entry], starts[entry + 1]
        most = most_telling(last - first)
        low = bisect_left(uses, first, use_starts[feature], use_starts[feature + 1])
        high = bisect_left(uses, last, low, use_starts[feature + 1])
        found = tuple(wording - first for wording in uses[low:high]) if high - low <= most else ()
        if len(self._slices) >= _SLICE_CACHE_LIMIT:
            self._slices.clear()
        self._slices[feature * len(self._index.entries) + entry] = found
        return found

    def _coverage(self, reading: list[ReadWord]) -> float:
        index = self._index
        known = total = 0.0
        for word in reading:
            text, strength = (
                (word.repairs[0].word, word.repairs[0].similarity) if word.repairs else (word.text, 1.0)
            )
            number = index.features.get("s" + stem(text))
            weight = index.weights[number] if number is not None else index.highest_idf
            total += weight
            if number is not None or word.status == "lexicon":
                known += weight * strength
        return known / total if total else 0.0
