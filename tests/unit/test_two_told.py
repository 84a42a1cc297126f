"""What is asked of both things that were just told."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.speaking import sentences
from tests.support.talk import said, sentence

COMPARED = "what is better, injections or physical therapy?"
TOLD = ["injection-therapy", "physical-therapy"]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("ok but which one works faster?", sentences.NOT_COMPARED),
        ("and which of the two hurts more", sentences.NOT_COMPARED),
        ("is the one safer than the other", sentences.NOT_COMPARED),
        ("Both together?", sentences.NOT_TOGETHER),
        ("can I combine them", sentences.NOT_TOGETHER),
    ],
)
def test_both_are_named_where_the_guide_does_not_say_it(bot: Chatbot, message: str, words: str) -> None:
    """A follow-up would be about the first of them alone; and the next one is about both again."""
    for talk in ((COMPARED, message), (COMPARED, message, message)):
        turn = said(bot, *talk)
        assert turn.reply.lead == sentence(bot, words)
        assert [answer.entry for answer in turn.reply.answers] == TOLD
        assert turn.reply.kind == "handoff"
        assert turn.conversation.topic == TOLD[0]


@pytest.mark.parametrize(
    "message",
    [
        "what are the risks",
        "how is it done",
        "which one is cheaper",
        "which one do you use",
        "which medicine is better",
        "do both need insurance",
    ],
)
def test_what_asks_something_else_is_read_as_ever(bot: Chatbot, message: str) -> None:
    lead = said(bot, COMPARED, message).reply.lead
    assert lead not in (sentence(bot, sentences.NOT_COMPARED), sentence(bot, sentences.NOT_TOGETHER))


def test_of_one_thing_it_is_a_follow_up_like_any_other(bot: Chatbot) -> None:
    one = said(bot, "Can shots in the back ease my pain?", "which one works faster")
    assert sentence(bot, sentences.NOT_COMPARED) not in one.reply.lead
    assert sentence(bot, sentences.NOT_COMPARED) not in said(bot, "which one works faster").reply.lead
