"""Words of the guide: which a text holds, and which a message asks about."""

from __future__ import annotations

import pytest

from chatbot.dialogue.wordlist import WordList, asks_about_words, meaning_asked
from chatbot.knowledge import GlossaryTerm
from chatbot.normalise import normalise

GRAFT = GlossaryTerm("bone graft", ("graft",), "Bone that is placed.", "bones")
NERVE = GlossaryTerm("nerve", (), "A cable.", "nerves")
OTHER = GlossaryTerm("nerve", ("graft", "cord"), "Another meaning.", "cord")
WORDS = WordList([GRAFT, NERVE, OTHER])


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("what does bone graft mean?", GRAFT),
        ("what is a graft", GRAFT),
        ("What do you mean by nerve", NERVE),
        ("define cord", OTHER),
        ("nerve", NERVE),
        ("what is the nerve", NERVE),
        ("i do not understand bone graft", GRAFT),
        ("graft, what does that mean", GRAFT),
        ("what is scar tissue", None),
        ("what is a", None),
        ("", None),
    ],
)
def test_the_word_that_is_asked_about(text: str, term: GlossaryTerm | None) -> None:
    """However it is asked; a name that two terms share belongs to the first."""
    assert WORDS.asked(normalise(text).tokens) == term


def test_the_words_in_a_text() -> None:
    """In their order, each once, the longest name first."""
    assert WORDS.terms_in("A nerve. A bone graft! The graft and the nerve, and a cord") == (NERVE, GRAFT)
    assert WORDS.terms_in("") == ()


def test_asking_about_the_words_of_an_answer() -> None:
    """Without naming one; courtesy around it changes nothing."""
    assert asks_about_words(normalise("Sorry, what does that word mean please?").tokens)
    assert asks_about_words(normalise("I only want those hard words explained").tokens)
    assert asks_about_words(normalise("what do they mean").tokens)
    assert not asks_about_words(normalise("what does that mean for my job").tokens)
    assert not asks_about_words(normalise("a word about my screws").tokens)
    assert not asks_about_words(())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what does compress mean again", "compress"),
        ("i not understand irritate. what mean", "irritate"),
        ("you wrote body mechanics. what is that", "body mechanics"),
        ("you said the screws", ""),
        ("what does it mean", ""),
        ("explain to me in your own words why it hurts", ""),
        ("", ""),
    ],
)
def test_whose_meaning_is_asked(text: str, name: str) -> None:
    """In so many words; a mere mention asks for nothing."""
    assert " ".join(meaning_asked(normalise(text).tokens)) == name
