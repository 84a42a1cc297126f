"""Whatever stands between two clear questions of a message, or nothing at all, both are answered in their order."""

from __future__ import annotations

from itertools import permutations

import pytest

from chatbot import Chatbot
from chatbot.normalise import normalise
from chatbot.parts import asked_parts, partings
from tests.support.talk import entries_of

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
    ". One more thing ", "? Another thing: ", ". One other question, ", "? I also want to know ",
)  # fmt: skip
AROUND = (
    "1. {} 2. {}", "a) {} b) {}", "my husband wants to know {} and I want to know {}", "hi, {}. And {}? Thanks",
    "I have two questions. {} and {}",
)  # fmt: skip


@pytest.mark.parametrize("frame", [*("{}" + joined + "{}" for joined in BETWEEN), *AROUND])
def test_two_clear_questions_are_both_answered_in_order(bot: Chatbot, frame: str) -> None:
    for (first, one), (second, other) in permutations(QUESTIONS.items(), 2):
        assert entries_of(bot.ask(frame.format(one, other)).reply) == [first, second]


def test_a_question_about_a_visit_is_not_only_said_of_who_asks(bot: Chatbot) -> None:
    """ "I'm seeing him in a fortnight" is; it asks nothing."""
    reply = bot.ask("who is the surgeon there, also how do I get to see him").reply
    assert entries_of(reply) == ["about-the-surgeon", "schedule-consultation"]


def test_two_clear_questions_are_both_answered_with_nothing_between_them(bot: Chatbot) -> None:
    """Only where the first one has a verb by which it can be seen to be whole."""
    asked = {entry: text for entry, text in QUESTIONS.items() if entry != "how-common"}
    for (first, one), (second, other) in permutations(asked.items(), 2):
        assert entries_of(bot.ask(f"{one} {other}").reply) == [first, second]


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
    assert entries_of(bot.ask("do you take my insurance how are you today").reply) == ["cost-and-insurance"]


@pytest.mark.parametrize(
    "text", ["I would like to know how it heals", "my wife asks if it hurts", "id like to know who does it"]
)
def test_what_leads_to_the_only_question_parts_nothing(text: str) -> None:
    assert asked_parts(normalise(text)) == []
    assert partings(normalise(text)) == []


# -- a hard word beside another question


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("1. MRI 2. who is the surgeon", ["imaging", "about-the-surgeon"]),
        ("a) biofeedback b) posture", ["psychological-therapy", "posture"]),
        ("who is the surgeon? Another thing: MRI", ["about-the-surgeon", "imaging"]),
        ("is it common? What is the first thing to try for the pain", ["how-common", "treatment-options"]),
        ("Bone scan. One other question, who is the surgeon", ["imaging", "about-the-surgeon"]),
        ("Testimonials? I also want to know who the surgeon is", ["success-stories", "about-the-surgeon"]),
    ],
)  # fmt: skip
def test_what_is_announced_asks_however_few_words_it_has(bot: Chatbot, text: str, entries: list[str]) -> None:
    """A number or "another thing" says that what follows is a question; "the first thing to try" announces none."""
    assert entries_of(bot.ask(text).reply) == entries
