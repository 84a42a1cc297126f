"""Reading any text into words."""

from __future__ import annotations

import itertools
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from chatbot.normalise import MAXIMUM_CHARACTERS, fold, normalise
from chatbot.sanitise import clean
from tests.property.strategies import odd_text, plain_word


@given(st.one_of(odd_text, st.text()))
def test_normalise_twice_equals_once(text: str) -> None:
    """A question's text, read again, is the same question."""
    once = normalise(text)
    assert normalise(once.text) == once._replace(rest="")


@given(st.one_of(odd_text, st.text()))
def test_every_word_stands_where_it_says(text: str) -> None:
    """Words come in the order of the text, none is empty, and each has its own place in it."""
    question = normalise(text)
    assert len(question.text) <= MAXIMUM_CHARACTERS
    places = [(word.start, word.end) for word in question.words]
    assert places == sorted(places)
    for (_, end), (start, _) in itertools.pairwise(dict.fromkeys(places)):
        assert end <= start
    for word in question.words:
        assert word.text
        assert word.start < word.end <= len(question.text)
        assert word.mark in ("", ",", ".")
    assert not question.words or question.words[0].mark == ""


@given(st.one_of(odd_text, st.text()))
def test_case_changes_no_word(text: str) -> None:
    """Shouting and whispering are the same, for every letter that has both cases."""
    ascii_text = text.encode("ascii", "ignore").decode()
    assert normalise(ascii_text.upper()).tokens == normalise(ascii_text).tokens


@given(st.lists(plain_word, max_size=12))
def test_no_word_is_dropped(words: list[str]) -> None:
    """As many words come out as went in, or more where one is spelt out."""
    assert len(normalise(" ".join(words)).tokens) >= len(words)


@given(st.text())
def test_a_separate_accent_is_the_same_as_a_joined_one(text: str) -> None:
    """However a system writes accents, the words are the same."""
    text = clean(text)[:500]
    assert (
        normalise(unicodedata.normalize("NFD", text)).tokens
        == normalise(unicodedata.normalize("NFC", text)).tokens
    )


@given(plain_word)
def test_folding_twice_equals_once(word: str) -> None:
    """A folded word is as plain as it gets."""
    assert fold(fold(word)) == fold(word)


@given(st.one_of(odd_text, st.text()))
def test_nothing_unsafe_is_left(text: str) -> None:
    """What is kept of a message may be shown again."""
    question = normalise(text)
    assert clean(question.text) == question.text
    assert all(clean(word.text) == word.text for word in question.words)
