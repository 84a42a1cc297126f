"""Evidence corrected where a base's own wordings are confused with each other."""

from __future__ import annotations

import pytest

from chatbot.matching import refining
from chatbot.matching.counting import count, index_of
from chatbot.matching.features import PhraseBook
from chatbot.matching.index import Index
from chatbot.matching.refining import refine
from chatbot.matching.word_reader import ReadWord
from tests.support.slow_matching import score_slowly, tables_of

BOOK = PhraseBook.of([])
TEXTS = {
    "benefits": [
        "what are the good sides of a second surgery",
        "why have a second surgery",
        "gains of a second surgery",
    ],
    "risks": [
        "what are the bad sides of a second surgery",
        "dangers of a second surgery",
        "can a second surgery harm",
    ],
    "timing": ["when to have a second surgery", "how soon is a second surgery", "a second surgery when"],
    "weather": ["will it rain", "is it cold"],
}
WORDINGS = {entry: [tuple(text.split()) for text in texts] for entry, texts in TEXTS.items()}


def margins(index: Index) -> dict[str, float]:
    """Return, for each wording, by how much its own entry's evidence leads over the next."""
    tables = tables_of(index, WORDINGS, BOOK)
    found = {}
    for entry, texts in WORDINGS.items():
        for words in texts:
            scored = score_slowly(tables, BOOK, [ReadWord(word, "known", ()) for word in words])
            best = max(score.evidence for other, score in scored.items() if other != entry)
            found[" ".join(words)] = scored[entry].evidence - best
    return found


def test_close_entries_are_told_apart_better() -> None:
    """The wording that was confused most is confused less, and each entry wins its own wordings."""
    counted = count(WORDINGS, BOOK)
    plain = index_of(counted)
    before, after = margins(plain), margins(refine(plain, counted.features))
    assert min(after.values()) > min(before.values())
    assert min(after.values()) > 0


def test_only_the_evidence_changes() -> None:
    """Weights, centres, uses and words are what was counted; each feature's entries stay in order."""
    counted = count(WORDINGS, BOOK)
    plain = index_of(counted)
    refined = refine(plain, counted.features)
    assert refined != plain
    assert refined._replace(starts=plain.starts, owners=plain.owners, gains=plain.gains) == plain
    assert len(refined.owners) == len(refined.gains) == refined.starts[-1]
    for first, last in zip(refined.starts, refined.starts[1:], strict=False):
        owners = list(refined.owners[first:last])
        assert owners == sorted(set(owners))


def test_the_same_wordings_give_the_same_evidence() -> None:
    """The passes go through the wordings in an order that is the same on every machine."""
    counted = count(WORDINGS, BOOK)
    assert refine(index_of(counted), counted.features) == refine(index_of(counted), counted.features)


@pytest.mark.parametrize("wordings", [{}, {"one": [("a", "word")]}])
def test_one_entry_needs_no_telling_apart(wordings: dict[str, list[tuple[str, ...]]]) -> None:
    """Nothing is computed where there is nothing to confuse."""
    counted = count(wordings, BOOK)
    plain = index_of(counted)
    assert refine(plain, counted.features) is plain


def test_a_very_large_base_keeps_the_counted_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of all features times all entries would not fit in memory."""
    counted = count(WORDINGS, BOOK)
    plain = index_of(counted)
    monkeypatch.setattr(refining, "MOST_CELLS", len(plain.features) * len(plain.entries) - 1)
    assert refine(plain, counted.features) is plain


def test_wordings_that_are_already_clear_move_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step is just as long as its wording needs: a clear lead needs none."""
    monkeypatch.setattr(refining, "START", 10.0)
    wordings = {"rain": [("will", "it", "rain")], "scar": [("scar", "tissue")]}
    counted = count(wordings, BOOK)
    plain = index_of(counted)
    refined = refine(plain, counted.features)
    before = tables_of(plain, wordings, BOOK).evidence
    after = tables_of(refined, wordings, BOOK).evidence
    for feature, owners in before.items():
        assert {entry: after[feature][entry] for entry in owners} == pytest.approx(owners, abs=1e-4)
