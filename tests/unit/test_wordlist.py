"""Words of the guide: which a text holds, and which a message asks about."""

from __future__ import annotations

import pytest

from chatbot import Chatbot, sentences
from chatbot.dialogue.wordlist import WordList, asks_about_words, meaning_asked
from chatbot.knowledge import GlossaryTerm
from chatbot.normalise import normalise
from tests.support.talk import said

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


def test_a_word_of_what_was_offered_chooses_it_and_asked_about_is_explained(bot: Chatbot) -> None:
    """A list of treatments stands on the screen, the pain medicines among them."""
    listed = "what treatments are there"
    assert said(bot, listed, "NSAIDs").reply.answers[0].entry == "pain-medication"
    assert "anti-inflammatory" in said(bot, listed, "what is an NSAID").reply.text
    assert said(bot, listed, "what is an NSAID").reply.kind == said(bot, "what is an NSAID").reply.kind


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


@pytest.mark.parametrize(
    ("first", "then", "meaning"),
    [
        (
            "can taking out the screws help",
            "what do you mean by revise",
            "To revise it means to adjust or replace it.",
        ),
        ("what is a spinal fusion", "i do not understand segments", "segments, or parts, of"),
        ("do screws hurt", "i not understand irritate. what mean", "Irritation means"),
        (
            "what can an mri show",
            "It says a structural problem. What is a structural problem?",
            "structural problem is",
        ),
    ],
)
def test_a_word_of_the_last_answer_is_explained(bot: Chatbot, first: str, then: str, meaning: str) -> None:
    """By the word list, or else by the answer itself; the answer is not told again."""
    reply = said(bot, first, then).reply
    assert (reply.lead, len(reply.answers)) == (sentences.WORDS, 1)
    assert meaning in reply.answers[0].text
    assert len(reply.answers[0].text) < 200


def test_a_word_that_nothing_explains_is_read_as_any_question(bot: Chatbot) -> None:
    assert said(bot, "can screws hurt", "what does zebra mean").reply.lead != sentences.WORDS
