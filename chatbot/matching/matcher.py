"""The matcher: a knowledge base's questions, ready to be asked. The way into this package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from chatbot.english.courtesy import without_courtesy
from chatbot.english.spelling import Speller
from chatbot.matching.calibration import evidence_of
from chatbot.matching.compiled import NO_ENTRY, NO_LISTS, Compiled, WordLists
from chatbot.matching.elsewhere import LEAST_SURE, Elsewhere, Home
from chatbot.matching.evidence import DENSE_ENTRIES
from chatbot.matching.features import Phrase, forget_words, pairs, stem
from chatbot.matching.misheard import Misheard
from chatbot.matching.ranking import NO_BACKGROUND, Background, Match, Ranker, Ranking

EXACT_CONFIDENCE = 0.99  # of a question that is one of the knowledge base's own wordings
LONGEST_RANKED_WORDS = 150  # what comes after so many words of a message is not matched
# Matches of one message: while it is read, the same words may be matched again, as a part of it or a fragment.
_MOST_REMEMBERED = 16


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

    def with_chances(self) -> Iterator[tuple[Match, float]]:
        """Yield each match and how sure it is, in the ranking's order."""
        return zip(self.ranking.matches, self.confidences, strict=True)

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

    def __init__(self, compiled: Compiled) -> None:
        """Use `build` or `from_plain`."""
        self._misheard = Misheard(compiled.spellings)
        self._latest: dict[tuple[Sequence[str], Background], Matched] = {}
        self._take(compiled)

    def _take(self, compiled: Compiled) -> None:
        """Rank by this from now on."""
        self._compiled = compiled
        index, phrases = compiled.wordings, compiled.phrases
        speller = Speller(index.word_counts, compiled.protected)
        self._ranker = Ranker(index, phrases, speller, compiled.familiar, compiled.rows)
        self._elsewhere = Elsewhere(index, phrases, compiled.subjects, compiled.home)

    @classmethod
    def build(
        cls,
        wordings: Mapping[str, Iterable[Sequence[str]]],
        decoys: Iterable[Sequence[str]] = (),
        lists: WordLists = NO_LISTS,
    ) -> Matcher:
        """Return the matcher of these wordings (entry to sequences of words), counted afresh.

        `decoys` are questions that must not be answered.
        """
        from chatbot.matching.compiling import compiled_from  # noqa: PLC0415 - only to compile a base

        return cls(compiled_from(wordings, decoys, lists))

    def match(self, words: Sequence[str], background: Background = NO_BACKGROUND) -> Matched:
        """Return the best entries for a question's words; greetings and thanks are set aside, long questions cut.

        `background`: what was talked about before, where the words are to be read in the light of it. What is matched
        is remembered until `forget_message`.
        """
        asked = (tuple(words), background)
        found = self._latest.get(asked)
        if found is None:
            found = self._matched(*asked)
            if len(self._latest) >= _MOST_REMEMBERED:
                self._latest.clear()
            self._latest[asked] = found
        return found

    def _matched(self, words: tuple[str, ...], background: Background) -> Matched:
        """Rank the entries for words that were not matched before, and say how sure each is."""
        core, respelt = self._misheard.respelt(without_courtesy(words)[:LONGEST_RANKED_WORDS])
        ranking = self._ranker.rank(core, background)
        confidences = [self._compiled.calibration.confidence(evidence) for evidence in evidence_of(ranking)]
        exact = self._compiled.exact.get(" ".join(core))
        if exact and exact in [match.entry for match in ranking.matches]:
            return _exact_match(exact, ranking, confidences, core, respelt)
        if exact == NO_ENTRY:
            least = tuple([min(chance, LEAST_SURE) for chance in confidences])
            return Matched(ranking, least, False, core, elsewhere=(" ".join(core),), respelt=respelt)
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
        return self._misheard.respelt(without_courtesy(words)[:LONGEST_RANKED_WORDS])[0]

    def is_wording(self, words: Sequence[str]) -> bool:
        """Return whether these words, courtesy set aside, are a wording of an entry; asks for no match."""
        return bool(self._compiled.exact.get(" ".join(self.core(words))))

    def knows(self, word: str) -> bool:
        """Return whether a wording or an answer of the knowledge base uses this word."""
        return word in self._compiled.wordings.word_counts or word in self._compiled.familiar

    def is_word(self, word: str) -> bool:
        """Return whether a word stands as it is typed: the knowledge base uses it, or it is an ordinary one."""
        return self.knows(word) or word in self._compiled.protected

    def uses_of(self, word: str) -> int:
        """Return how often wordings and decoys use a word."""
        return abs(self._compiled.wordings.word_counts.get(word, 0))

    def used_among(self, words: Iterable[str]) -> list[str]:
        """Return those of these words that wordings and decoys use."""
        counts = self._compiled.wordings.word_counts
        return [word for word in words if word in counts]

    def speaks_of_home(self, words: Sequence[str]) -> bool:
        """Return whether a word belongs to the base's own subject."""
        return self._elsewhere.speaks_of_home(words)

    def are_neighbours(self, first: str, second: str) -> bool:
        """Return whether wordings have these words, in any form, one behind the other."""
        pair = pairs((stem(first), stem(second)))[1]
        return pair in self._compiled.wordings.features

    @property
    def home(self) -> Home:
        """The stems that tell whether words are about the base's own subject."""
        return self._compiled.home

    def names_elsewhere(self, words: Sequence[str]) -> bool:
        """Return whether words name a subject outside the base and none of its own, whatever they match."""
        matched = self.match(words)
        return bool(matched.elsewhere) or bool(self._elsewhere.named(matched.words, matched.ranking.concepts))

    def names_what_others_have(self, words: Sequence[str]) -> list[str]:
        """Return the words for things that other parts of the body have, too: "shots", "surgery"."""
        return self._elsewhere.names_what_others_have(words)

    def named_by(self, word: str) -> tuple[str, ...]:
        """Return the entries that a word by itself names ("shots"), the one that it speaks for most first."""
        return self._ranker.named_by(word)

    def share_with(self, word: str, entry: str) -> float:
        """Return the share of an entry's wordings that have a word, or one that means the same, 0 to 1."""
        index, phrases = self._compiled.wordings, self._compiled.phrases
        features = ["s" + stem(word)] + ["c" + found.means for found in phrases.find([stem(word)])]
        return max(index.share_with(feature, entry) for feature in features)

    def phrases_in(self, words: Sequence[str]) -> list[Phrase]:
        """Return the phrases of the lexicon in a message, left to right, none overlapping."""
        return self._compiled.phrases.find([stem(word) for word in words])

    def words(self) -> frozenset[str]:
        """Return the words that the wordings and the decoys use."""
        return frozenset(self._compiled.wordings.word_counts)

    def unpack(self) -> None:
        """Unpack everything, for a program that answers many questions; a base of many entries stays packed."""
        if len(self._compiled.wordings.entries) <= DENSE_ENTRIES:
            self._take(self._compiled.unpacked())
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
        return self._compiled.to_plain()

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> Matcher:
        """Return the Matcher that `to_plain` was called on."""
        return cls(Compiled.from_plain(plain))


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
