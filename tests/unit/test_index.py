"""Wordings counted into an index: the formulas, the order, and there and back."""

from __future__ import annotations

import marshal
import math
from array import array

import numpy
import pytest

from chatbot.matching import counting
from chatbot.matching.counting import build_index, count, features_of, index_of
from chatbot.matching.features import PhraseBook
from chatbot.matching.index import DECOYS, Index
from chatbot.matching.numbers import small
from tests.support.slow_matching import count_slowly, tables_of

Texts = dict[str, list[tuple[str, ...]]]


def texts_of(**lines: str) -> Texts:
    """Return entries with their wordings: `scar="what is scar tissue|scars"`; `outside` are the decoys."""
    names = {"outside": DECOYS}
    return {
        names.get(name, name): [tuple(text.split()) for text in line.split("|")]
        for name, line in lines.items()
    }


TEXTS = texts_of(
    scar="what is scar tissue|does scar tissue hurt|scars on a nerve",
    hardware="can the screws be removed|loose screws|the metal work hurts|screws",
    common="how common is pain|how many people hurt",
    outside="how common is rain|can my dog swim",
)
BOOK = PhraseBook.of([(("metal", "work"), "hardware"), (("screws",), "hardware")])


def test_a_wording_has_stems_pairs_concepts_and_pieces() -> None:
    """Every kind of feature is there, each once."""
    features = features_of(("metal", "work", "work"), BOOK)
    assert {"smetal", "swork", "b^ metal", "bmetal work", "bwork work", "bwork $", "chardware"} <= features
    assert {feature for feature in features if feature[0] == "g"} >= {"g<me", "grk>", "gmeta"}
    assert {feature[0] for feature in features} == set("sbcg")


@pytest.mark.parametrize("most", [0, 1000])
def test_what_is_counted_is_what_the_formulas_say(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights, evidence and centres equal those that plain dictionaries give, in small bases and large ones."""
    monkeypatch.setattr(counting, "MOST_WITH_ALL_PAIRS", most)
    slow = count_slowly(TEXTS, BOOK)
    fast = tables_of(index_of(count(TEXTS, BOOK)), TEXTS, BOOK)
    assert fast.entries == slow.entries == ["common", "hardware", "scar", DECOYS]
    assert fast.weight == pytest.approx(slow.weight, rel=1e-5)
    assert fast.centre == pytest.approx(slow.centre, rel=1e-5)
    assert fast.evidence.keys() == slow.evidence.keys()
    for feature, owners in slow.evidence.items():
        assert fast.evidence[feature] == pytest.approx(owners, rel=1e-5)
    assert fast.highest_idf == pytest.approx(math.log(5) + 1)


def test_uses_are_the_wordings_that_have_a_feature() -> None:
    """Wordings are numbered by entry; pieces of words are not followed to them; lengths are without pieces."""
    index = build_index(TEXTS, BOOK)
    wordings = [(entry, words) for entry in index.entries for words in sorted(TEXTS[entry])]
    assert list(index.wording_starts) == [0, 2, 6, 9, 11]
    for feature, number in index.features.items():
        uses = list(index.uses[index.use_starts[number] : index.use_starts[number + 1]])
        having = [place for place, (_, words) in enumerate(wordings) if feature in features_of(words, BOOK)]
        assert uses == ([] if feature[0] == "g" else having)
    for place, (_, words) in enumerate(wordings):
        whole = [one for one in features_of(words, BOOK) if one[0] != "g"]
        length = math.sqrt(sum(index.weights[index.features[feature]] ** 2 for feature in whole))
        assert index.wording_scales[place] == pytest.approx(1 / length, rel=1e-5)


def test_large_bases_leave_out_pairs_that_a_single_wording_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are three quarters of all pairs, and tell next to nothing."""
    assert "bmetal work" in build_index(TEXTS, BOOK).features
    monkeypatch.setattr(counting, "MOST_WITH_ALL_PAIRS", 10)
    features = build_index(TEXTS, BOOK).features
    assert "bhow common" in features
    assert "bmetal work" not in features


def test_known_words_are_counted_as_typed() -> None:
    """Spelling repair offers words that somebody wrote, with how often."""
    counts = build_index(TEXTS, BOOK).word_counts
    assert counts["screws"] == 3
    assert counts["hurt"] == 2
    assert "screw" not in counts


def test_the_order_of_entries_and_wordings_changes_nothing() -> None:
    """The same wordings in any order are the same index, byte for byte."""
    turned = {entry: texts[::-1] for entry, texts in reversed(TEXTS.items())}
    assert build_index(turned, BOOK) == build_index(TEXTS, BOOK)


def test_the_decoys_come_last_whatever_the_entries_are_called() -> None:
    """Their place is how they are told apart: no entry's id can push them aside."""
    index = build_index({"~~": [("one",)], "é": [("two",)], DECOYS: [("three",)]}, BOOK)
    assert index.entries == ("~~", "é", DECOYS)


def test_there_and_back() -> None:
    """An index survives the cache: nested plain values, nothing lost."""
    index = build_index(TEXTS, BOOK)
    plain = marshal.loads(marshal.dumps(index.to_plain()))  # noqa: S302 - made on the line itself
    assert Index.from_plain(plain) == index


@pytest.mark.parametrize(
    "texts", [{}, {"empty": []}, {"wordless": [()]}, {"one": [("word",)]}, {"a": [()], "b": [("x",)]}]
)
def test_hardly_anything_to_count_is_no_mistake(texts: Texts) -> None:
    """A base may be empty, an entry without wordings, a wording without words."""
    index = build_index(texts, BOOK)
    assert index.entries == tuple(texts)
    assert all(
        math.isfinite(value) for values in (index.weights, index.gains, index.centres) for value in values
    )


def test_numbers_take_two_bytes_where_they_fit() -> None:
    """Half the cache to read at every start; larger numbers keep four."""
    assert small(numpy.array([0, 65535])).typecode == "H"
    assert small(numpy.array([], dtype=numpy.int64)).typecode == "H"
    assert small(numpy.array([0, 65536])) == array("I", [0, 65536])


def test_there_and_back_through_a_mapped_file() -> None:
    """The cache hands long arrays over as views of its file: they say the same, and can be kept again."""
    index = build_index(TEXTS, BOOK)
    views = tuple(
        (*part[:2], memoryview(part[2])) if isinstance(part, tuple) and part[:1] == ("array",) else part
        for part in index.to_plain()
    )
    again = Index.from_plain(views)
    assert again == index
    assert again.to_plain() == index.to_plain()
