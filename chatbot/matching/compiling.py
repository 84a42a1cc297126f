"""Wordings and lists of words to what a matcher needs: counted, corrected, with the confidence curve fitted to them.

Loaded only when a base is compiled: no start from the cache needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from chatbot.english.courtesy import without_courtesy
from chatbot.matching.calibration import fit
from chatbot.matching.compiled import NO_ENTRY, Compiled, WordLists
from chatbot.matching.counting import build_index
from chatbot.matching.elsewhere import Home
from chatbot.matching.evidence import Evidence
from chatbot.matching.features import PhraseBook, stem
from chatbot.matching.index import DECOYS
from chatbot.matching.sampling import samples_of


def compiled_from(
    wordings: Mapping[str, Iterable[Sequence[str]]], decoys: Iterable[Sequence[str]], lists: WordLists
) -> Compiled:
    """Return what these wordings (entry to sequences of words) and decoys are compiled to.

    The order of entries, wordings and lists never changes it.
    """
    sequences = _sequences_of(wordings, decoys)
    book = PhraseBook.of(lists.phrases)
    index = build_index(sequences, book)
    return Compiled(
        wordings=index,
        calibration=fit(samples_of(sequences, book, lists.protected, lists.familiar)),
        exact=_entries_by_wording(sequences),
        phrases=book,
        spellings={" ".join(said): " ".join(meant) for said, meant in sorted(lists.spellings)},
        protected=frozenset(lists.protected),
        familiar=frozenset(lists.familiar),
        rows=Evidence(index, {}).rows_of_words(),
        subjects=frozenset(lists.subjects),
        home=Home(*(frozenset(map(stem, words)) for words in lists.home)),
    )


def _sequences_of(
    wordings: Mapping[str, Iterable[Sequence[str]]], decoys: Iterable[Sequence[str]]
) -> dict[str, list[tuple[str, ...]]]:
    """Return the different wordings of each entry, and the decoys as one more, sorted and without courtesy."""
    sequences = {
        entry: sorted({without_courtesy(words) for words in texts}) for entry, texts in wordings.items()
    }
    outside = sorted({without_courtesy(words) for words in decoys})
    return sequences | {DECOYS: outside} if outside else sequences


def _entries_by_wording(sequences: Mapping[str, Iterable[Sequence[str]]]) -> dict[str, str]:
    """Return the entry of each wording, NO_ENTRY for a decoy.

    Of two entries with the same one, the alphabetically first counts, and of an entry and a decoy the entry.
    """
    entries = sorted(sequences.keys() - {DECOYS}, reverse=True)
    return {
        " ".join(words): NO_ENTRY if entry == DECOYS else entry
        for entry in ([DECOYS, *entries] if DECOYS in sequences else entries)
        for words in sequences[entry]
    }
