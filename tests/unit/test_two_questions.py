"""Whatever stands between two clear questions of a message, or nothing at all, both are answered in their order."""

from __future__ import annotations

from itertools import permutations

import pytest

from chatbot import Chatbot
from chatbot.normalise import normalise
from chatbot.parts import asked_parts, partings
from chatbot.reply import Reply
from tests.support.talk import said

QUESTIONS = {
    "how-common": "how many people still hurt after a fusion",
    "hardware-problems": "can the screws come loose",
    "revision-risks": "what are the risks of a second operation",
    "about-the-surgeon": "who is the surgeon",
    "cost-and-insurance": "do you take my insurance",
    "weight-management": "does losing weight help my back",
}
BETWEEN = (
    " and ", "? ", ", ", " also ", " plus ", "\n", " / ", "; ", "... ", " & ", " btw ", " oh and ", " by the way ",
    " thank you ", " anyway ", " and id like to know ", " and I was also wondering ", " and my wife asks ",
    " my wife also asks ", ", my other question ", " and if possible ", " what I also want to know is ",
    ". One more thing ",
)  # fmt: skip
AROUND = (
    "1. {} 2. {}", "a) {} b) {}", "my husband wants to know {} and I want to know {}", "hi, {}. And {}? Thanks",
    "I have two questions. {} and {}",
)  # fmt: skip


def answered(reply: Reply) -> list[str]:
    return [answer.entry for answer in reply.answers]


@pytest.mark.parametrize("frame", [*("{}" + joined + "{}" for joined in BETWEEN), *AROUND])
def test_two_clear_questions_are_both_answered_in_order(bot: Chatbot, frame: str) -> None:
    for (first, one), (second, other) in permutations(QUESTIONS.items(), 2):
        assert answered(bot.ask(frame.format(one, other)).reply) == [first, second]


def test_two_clear_questions_are_both_answered_with_nothing_between_them(bot: Chatbot) -> None:
    """Only where the first one has a verb by which it can be seen to be whole."""
    asked = {entry: text for entry, text in QUESTIONS.items() if entry != "how-common"}
    for (first, one), (second, other) in permutations(asked.items(), 2):
        assert answered(bot.ask(f"{one} {other}").reply) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "do you know what the risks are",
        "can the screws that are in my back come loose",
        "how do I find out if the fusion failed when the scan is clean",
        "who is the surgeon",
        "can it be the scar tissue that is why I hurt",
        "no",
    ],
)  # fmt: skip
def test_one_question_is_not_taken_for_two(bot: Chatbot, text: str) -> None:
    assert len(bot.ask(text).reply.answers) < 2


def test_small_talk_is_no_second_question(bot: Chatbot) -> None:
    assert answered(bot.ask("do you take my insurance how are you today").reply) == ["cost-and-insurance"]


@pytest.mark.parametrize(
    "text", ["I would like to know how it heals", "my wife asks if it hurts", "id like to know who does it"]
)
def test_what_leads_to_the_only_question_parts_nothing(text: str) -> None:
    assert asked_parts(normalise(text)) == []
    assert partings(normalise(text)) == []


# -- a hard word beside another question


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
    assert answered(reply) == told
    assert "Word list" in [answer.source for answer in reply.answers]


def test_what_points_back_to_the_word_is_asked_of_it(bot: Chatbot) -> None:
    reply = bot.ask("what is a graft and how is it done").reply
    assert answered(reply) == ["pseudarthrosis", "repeat-or-extended-fusion"]


def test_the_other_question_is_owned_up_to_where_nothing_answers_it(bot: Chatbot) -> None:
    reply = bot.ask("what is a graft and do you do knee replacements").reply
    assert answered(reply) == ["pseudarthrosis"]
    assert "do you do knee replacements" in reply.notes[0]


def test_both_come_again_when_they_are_asked_for_again(bot: Chatbot) -> None:
    reply = said(bot, "what is a graft? and what time do you open", "say that again").reply
    assert answered(reply) == ["pseudarthrosis", "contact-and-hours"]


def test_a_word_that_an_entry_explains_is_told_by_the_entry(bot: Chatbot) -> None:
    reply = bot.ask("what is scar tissue and do you take my insurance").reply
    assert [answer.source == "Word list" for answer in reply.answers] == [False, False]
