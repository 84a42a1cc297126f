"""Messages that only name a thing, whatever was talked about before."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.leaning.naming import Naming
from tests.support.talk import said

TOPICS = ["what are the risks of revision surgery", "who is the surgeon", "what does an MRI show"]


def only_named(bot: Chatbot, text: str, near: tuple[str, ...] = ()) -> str:
    kinds = {entry.id: entry.kind for entry in bot.knowledge.entries}
    return Naming(bot._matcher, kinds).named(tuple(text.split()), near)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(
    "text",
    [
        "anything about pills",
        "I meant pills",
        "ok pills then",
        "enough of that. pills",
        "how about pills instead",
    ],
)
def test_what_is_named_is_told_and_not_the_topic(bot: Chatbot, topic: str, text: str) -> None:
    """In whatever words it is named."""
    assert said(bot, topic, text).reply.answers[0].entry == "pain-medication"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("what about the shots", "injection-therapy"),
        ("do you have anything on posture", "posture"),
        ("explain the screws to me", "hardware-problems"),
        ("do pills help", ""),  # asks something of it
        ("how pills", ""),
        ("no pills", ""),
        ("are they pills", ""),
        (
            "the mri",
            "",
        ),  # of the pictures one: just below the share from which on a word names the whole entry
        ("what about my weight", "weight-management"),  # just above it
        ("therapy", ""),  # several are called so
        ("tell me about the surgery and the weight", ""),  # two
        ("i would rather like to talk a bit about the pills now", ""),  # too long for a mere name
        ("unicorns", ""),
        ("cost", ""),  # what a hand-off answers is found by itself
    ],
)
def test_a_message_names_one_thing_and_asks_nothing_of_it(bot: Chatbot, text: str, entry: str) -> None:
    assert only_named(bot, text) == entry


def test_what_belongs_to_the_topic_may_be_meant_by_the_same_word(bot: Chatbot) -> None:
    """After the tests, "the shots" may be those that are tests."""
    assert only_named(bot, "the shots", ("diagnostic-injections",)) == ""
    assert only_named(bot, "the shots", ("posture",)) == "injection-therapy"
