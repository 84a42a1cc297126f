"""Matching over any wordings: the same as the slow reference, whatever the order, there and back."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.english.courtesy import unwrap
from chatbot.english.spelling import Speller
from chatbot.matching import Background, Matcher, WordLists
from chatbot.matching.counting import build_index, count, index_of
from chatbot.matching.evidence import DENSE_ENTRIES
from chatbot.matching.features import PhraseBook
from chatbot.matching.index import DECOYS, Index
from chatbot.matching.ranking import NO_BACKGROUND, Ranker
from tests.property.strategies import MISSPELT, PHRASES, VOCABULARY, question, wordings
from tests.support.slow_matching import Tables, candidates_of, count_slowly, score_slowly, tables_of

BOOK = PhraseBook.of(PHRASES)
Wordings = dict[str, list[tuple[str, ...]]]
backgrounds = st.one_of(
    st.just(NO_BACKGROUND),
    st.builds(
        Background,
        st.sampled_from(["scar", "e0007", ""]),
        st.lists(st.sampled_from(VOCABULARY), max_size=3).map(tuple),
        st.lists(
            st.sampled_from(["nerve", "common", "e0001", "e0599", "nowhere"]), max_size=3, unique=True
        ).map(tuple),
    ),
)


def ranker_of(index: Index) -> Ranker:
    return Ranker(index, BOOK, Speller(index.word_counts))


def assert_equal_to_slow(ranker: Ranker, tables: Tables, words: list[str], background: Background) -> None:
    found = ranker.rank(words, background)
    slow = score_slowly(tables, BOOK, ranker.reader.read(words), background)
    for match in found.matches:
        assert match[1:] == pytest.approx(slow[match.entry], abs=1e-4)
    assert found.outside == pytest.approx(slow[DECOYS].score if DECOYS in slow else 0.0, abs=1e-4)
    candidates = candidates_of(slow, background.related)
    if not candidates:
        assert found.matches == ()
        return
    # The same winner; of those that differ by less than a float can tell, either.
    best = max(slow[entry].score for entry in candidates)
    assert slow[found.matches[0].entry].score == pytest.approx(best, abs=1e-4)


@settings(max_examples=60)
@given(wordings, question, backgrounds)
def test_a_small_base_ranks_like_the_slow_reference(
    texts: Wordings, words: list[str], background: Background
) -> None:
    """With lists: every score is what plain dictionaries give, and the winner is theirs."""
    index = build_index(texts, BOOK)
    assert_equal_to_slow(ranker_of(index), tables_of(index, texts, BOOK), words, background)


@pytest.fixture(scope="module")
def large() -> tuple[Ranker, Tables]:
    """A base above the number of entries from which arrays are used."""
    dice = random.Random(7)  # noqa: S311 - wordings
    letters = "bcdfgklmnprst"
    own = ["".join(dice.choice(letters) + dice.choice("aeiou") for _ in range(3)) for _ in range(250)]
    texts: Wordings = {
        f"e{number:04}": sorted(
            {tuple(dice.choices(VOCABULARY + own, k=dice.randint(1, 7))) for _ in range(dice.randint(1, 5))}
        )
        for number in range(DENSE_ENTRIES + 100)
    }
    texts[DECOYS] = [tuple(dice.choices(VOCABULARY, k=4)) for _ in range(30)]
    index = build_index(texts, BOOK)
    return ranker_of(index), tables_of(index, texts, BOOK)


@settings(max_examples=25)
@given(words=question, background=backgrounds)
def test_a_large_base_ranks_like_the_slow_reference(
    large: tuple[Ranker, Tables], words: list[str], background: Background
) -> None:
    """With arrays: the same."""
    assert_equal_to_slow(*large, words, background)


@settings(max_examples=25)
@given(wordings)
def test_counting_equals_the_slow_reference(texts: Wordings) -> None:
    """Weights, evidence and centres are what the formulas say."""
    fast, slow = tables_of(index_of(count(texts, BOOK)), texts, BOOK), count_slowly(texts, BOOK)
    assert fast.weight == pytest.approx(slow.weight, rel=1e-4)
    assert fast.centre == pytest.approx(slow.centre, rel=1e-4)
    for feature, owners in slow.evidence.items():
        assert fast.evidence[feature] == pytest.approx(owners, rel=1e-4)


def built(texts: Wordings) -> Matcher:
    inside = {entry: found for entry, found in texts.items() if entry != DECOYS}
    lists = WordLists(PHRASES, protected={"sleepp"}, familiar={"xylophone"})
    return Matcher.build(inside, texts.get(DECOYS, []), lists)


@settings(max_examples=25)
@given(wordings, st.randoms(use_true_random=False))
def test_the_order_of_entries_and_wordings_never_changes_an_answer(
    texts: Wordings, dice: random.Random
) -> None:
    """However entries, wordings, decoys and phrases are shuffled, the same matcher comes out."""
    shuffled = {
        entry: dice.sample(texts[entry], len(texts[entry])) for entry in dice.sample(list(texts), len(texts))
    }
    assert built(shuffled).to_plain() == built(texts).to_plain()


@settings(max_examples=25)
@given(wordings, st.lists(question, max_size=4))
def test_a_matcher_that_was_kept_answers_the_same(texts: Wordings, questions: list[list[str]]) -> None:
    """Plain and back again, every ranking and every confidence is equal."""
    first = built(texts)
    again = Matcher.from_plain(first.to_plain())
    assert [again.match(words) for words in questions] == [first.match(words) for words in questions]


@settings(max_examples=25)
@given(wordings, question)
def test_the_same_question_gets_the_same_answer_again(texts: Wordings, words: list[str]) -> None:
    """What was asked between does not matter."""
    matcher = built(texts)
    before = matcher.match(words)
    for other in ([word] for word in VOCABULARY + MISSPELT):
        matcher.match(other)
    assert matcher.match(words) == before


@settings(max_examples=25)
@given(wordings)
def test_every_wording_belongs_to_an_entry_that_has_it(texts: Wordings) -> None:
    """Asked word for word, courtesy aside, a wording is answered by an entry that lists it, and that is certain.

    Not where several list it, which `check` refuses.
    """
    matcher = built(texts)
    owners = Counter(
        unwrapped
        for found in texts.values()
        for unwrapped in {asked[slice(*unwrap(asked))] for asked in found}
    )
    for entry, found in texts.items():
        for words in found:
            matched = matcher.match(words)
            if entry != DECOYS and matched.words == words:
                assert words in [asked[slice(*unwrap(asked))] for asked in texts[matched.entry]]
                assert matched.is_exact or owners[words] > 1


@settings(max_examples=30)
@given(wordings, question)
def test_confidence_and_coverage_are_shares(texts: Wordings, words: list[str]) -> None:
    """Between 0 and 1, for any base and any question."""
    found = built(texts).match(words)
    assert all(0 <= chance <= 1 for chance in found.confidences)
    assert 0 <= found.ranking.coverage <= 1


_PROGRAM = """
import hashlib, marshal, sys
sys.path[:0] = sys.argv[1:]
from tests.property.strategies import PHRASES, VOCABULARY
from chatbot.matching import Matcher, WordLists
texts = {name: [tuple(VOCABULARY[n:n + 4]) for n in range(start, 30, 3)] for start, name in enumerate("cadb")}
lists = WordLists(set(PHRASES), protected=set(VOCABULARY[:3]), familiar=set("xyz"))
matcher = Matcher.build(texts, [("who", "won")], lists)
print(hashlib.sha256(marshal.dumps(matcher.to_plain(), 2)).hexdigest())
print(matcher.match(["does", "the", "skrew", "hurt", "metal", "work"]))
"""


def test_the_hash_seed_never_changes_an_answer() -> None:
    """Texts are hashed differently in every process; neither what is compiled nor what is answered may be."""
    root = Path(__file__).resolve().parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(root)],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "424242")
    }
    assert len(outputs) == 1
