"""Messages that say no more than a word which many entries speak of: the clinic's choices, not chance's."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.broad_words import BroadWords
from chatbot.knowledge import BroadLine
from tests.support.talk import said

SURGERY = ["what-is-revision-surgery", "revision-procedures", "what-is-spinal-fusion"]
PAIN = ["why-pain-persists", "treatment-options", "how-the-cause-is-found"]


@pytest.mark.parametrize(
    ("message", "offered"),
    [
        ("surgery", SURGERY),
        ("SURGERIES???", SURGERY),
        ("i wanted to ask about the surgery", SURGERY),
        ("hello, a question about my opperation please", SURGERY),
        ("what about spine surgery", SURGERY),
        ("back pain", PAIN),
        ("i have pain", PAIN),
        ("im here about my lower back", PAIN),
        ("tests", ["how-the-cause-is-found", "imaging", "nerve-tests"]),
    ],
)
def test_a_search_for_a_broad_word_is_met_with_what_patients_mean_by_it(
    bot: Chatbot, message: str, offered: list[str]
) -> None:
    reply = bot.ask(message).reply
    assert reply.kind == "clarify"
    assert [one.entry for one in reply.suggestions] == offered


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("what is the surgery called when they do it again", "what-is-revision-surgery"),
        ("why the pain", "why-pain-persists"),
        ("the surgeon", "about-the-surgeon"),
        ("disc", "decompression"),  # a word of the word list, which is explained
    ],
)
def test_what_says_more_or_is_clear_is_answered(bot: Chatbot, message: str, entry: str) -> None:
    assert bot.ask(message).reply.answers[0].entry == entry


@pytest.mark.parametrize(
    ("topic", "message", "entry"),
    [
        ("what is scar tissue", "surgery", "decompression"),  # whether that takes an operation
        ("what treatments are there", "what about therapy", "physical-therapy"),
        ("what exercise is good for me", "what about walking", "exercise"),
    ],
)
def test_beside_a_topic_that_it_belongs_to_a_broad_word_is_a_follow_up(
    bot: Chatbot, topic: str, message: str, entry: str
) -> None:
    assert said(bot, topic, message).reply.answers[0].entry == entry


def test_beside_a_topic_that_has_nothing_to_do_with_it_a_broad_word_is_a_search(bot: Chatbot) -> None:
    reply = said(bot, "what are the risks of another operation", "pain").reply
    assert [one.entry for one in reply.suggestions] == PAIN


def test_words_around_a_broad_one_leave_it_as_broad_as_it_is() -> None:
    words = BroadWords([BroadLine((("my", "back"), ("pain",)), ("a", "b"))])
    for search in (["pain"], ["my", "pains"], ["what", "about", "the", "pain"], ["the", "back"]):
        assert words.offered(search) == ("a", "b")
    for other in (["tell", "me", "more"], ["why", "the", "pain"], ["pain", "back"], []):
        assert words.offered(other) == ()
