"""Samples for the confidence curve: some wordings are held back and asked of an index that has not seen them.

Runs only when a base is compiled.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Collection, Mapping, Sequence

from chatbot.english.spelling import Speller
from chatbot.matching.calibration import evidence_of
from chatbot.matching.counting import build_index
from chatbot.matching.features import PhraseBook
from chatbot.matching.ranking import Ranker

# At most one wording in so many is held back: the index must still know the rest of its entry.
_FEWEST_FOR_ONE = 5
_MOST_SAMPLES = 1500  # more of them take longer to compile and move the curve no more
# Of four draws of the built-in base, the one with which most development questions are right: 11 of 1,700 lie between
# them.
_DRAW = "a"


def samples_of(
    sequences: Mapping[str, Sequence[tuple[str, ...]]],
    book: PhraseBook,
    protected: Collection[str],
    familiar: Collection[str],
) -> list[tuple[tuple[float, ...], bool]]:
    """Return (evidence of the best match, was it right) for each wording that was held back; [] for a tiny base.

    `sequences`: the wordings of each entry, the decoys among them. `protected` and `familiar` as in `Matcher.build`.
    """
    total = sum(len(texts) for texts in sequences.values())
    step = max(_FEWEST_FOR_ONE, total // _MOST_SAMPLES)
    kept: dict[str, list[tuple[str, ...]]] = {}
    asked: list[tuple[str, tuple[str, ...]]] = []
    for entry in sorted(sequences):
        drawn = sorted(sequences[entry], key=_lot)
        count = len(drawn) // step
        asked += [(entry, words) for words in drawn[:count]]
        kept[entry] = sorted(drawn[count:])
    if not asked:
        return []
    index = build_index(kept, book)
    ranker = Ranker(index, book, Speller(index.word_counts, protected), familiar)
    samples = []
    for entry, words in asked:
        ranking = ranker.rank(words)
        if ranking.matches:
            samples.append((evidence_of(ranking)[0], ranking.matches[0].entry == entry))
    return samples


def _lot(words: Sequence[str]) -> int:
    """Return a number by which wordings are drawn, which depends on the wording alone.

    Drawing every tenth one in order would not do: a wording that is added would move all that come after it, and with
    them the curve, so that questions near the threshold which have nothing to do with it would be answered otherwise.
    """
    return crc32(" ".join((_DRAW, *words)).encode("utf-8", "surrogatepass"))
