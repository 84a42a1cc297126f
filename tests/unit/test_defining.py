"""Hard words explained: by themselves, beside another question, by the word list or by the answer on the screen."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.speaking import sentences
from tests.support.talk import entries_of, said


def test_a_word_of_what_was_offered_chooses_it_and_asked_about_is_explained(bot: Chatbot) -> None:
    """A list of treatments stands on the screen, the pain medicines among them."""
    listed = "what treatments are there"
    assert said(bot, listed, "NSAIDs").reply.answers[0].entry == "pain-medication"
    assert "anti-inflammatory" in said(bot, listed, "what is an NSAID").reply.text
    assert said(bot, listed, "what is an NSAID").reply.kind == said(bot, "what is an NSAID").reply.kind


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("do you take my insurance and what does anesthesia mean", ["cost-and-insurance", "revision-risks"]),
        ("what is a graft? and what time do you open", ["pseudarthrosis", "contact-and-hours"]),
        ("what is tingling and is physical therapy enough", ["signs-revision-needed", "physical-therapy-enough"]),
        ("can the screws come loose, what is fixation", ["hardware-problems", "repeat-or-extended-fusion"]),
        ("what is fixation and what is a graft", ["repeat-or-extended-fusion", "pseudarthrosis"]),
    ],
)  # fmt: skip
def test_a_hard_word_is_explained_beside_another_question(bot: Chatbot, text: str, told: list[str]) -> None:
    reply = bot.ask(text).reply
    assert entries_of(reply) == told
    assert "Word list" in [answer.source for answer in reply.answers]


def test_what_points_back_to_the_word_is_asked_of_it(bot: Chatbot) -> None:
    reply = bot.ask("what is a graft and how is it done").reply
    assert entries_of(reply) == ["pseudarthrosis", "repeat-or-extended-fusion"]


def test_the_other_question_is_owned_up_to_where_nothing_answers_it(bot: Chatbot) -> None:
    reply = bot.ask("what is a graft and do you do knee replacements").reply
    assert entries_of(reply) == ["pseudarthrosis"]
    assert "do you do knee replacements" in reply.notes[0]


def test_both_come_again_when_they_are_asked_for_again(bot: Chatbot) -> None:
    reply = said(bot, "what is a graft? and what time do you open", "say that again").reply
    assert entries_of(reply) == ["pseudarthrosis", "contact-and-hours"]


def test_a_word_that_an_entry_explains_is_told_by_the_entry(bot: Chatbot) -> None:
    reply = bot.ask("what is scar tissue and do you take my insurance").reply
    assert [answer.source == "Word list" for answer in reply.answers] == [False, False]
