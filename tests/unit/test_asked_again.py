"""The question before, put once more: "no, I asked did the fusion do it"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.conversation import Conversation
from chatbot.follow_up import read_follow_up
from chatbot.normalise import normalise
from chatbot.reply import Reply
from chatbot.speaking import sentences
from tests.support.talk import said

DISCS = "did the fusion cause my other discs to go bad"
TOLD = Conversation(topic="level", told=("level",), last=Reply("answer"))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("no I asked did the fusion do it", 3),
        ("well, I was asking if it hurts", 4),
        ("you didn't answer, does it hurt", 4),
        ("that does not tell me if it hurts", 5),
    ],
)
def test_who_puts_a_question_once_more_says_so(text: str, start: int) -> None:
    """What follows is the question."""
    steered = read_follow_up(normalise(text), TOLD)
    assert (steered.steer, steered.start, steered.is_again) == ("instead", start, True)


@pytest.mark.parametrize("text", ["I asked my doctor if it hurts", "I asked", "no, does it hurt", "no well"])
def test_who_tells_of_asking_puts_no_question_once_more(text: str) -> None:
    """What was asked of somebody else is a story; and a bare "no" says nothing of asking."""
    assert not read_follow_up(normalise(text), TOLD).is_again


@pytest.mark.parametrize(
    ("question", "again", "entry"),
    [
        (DISCS, "no I asked did the fusion do it", "adjacent-segment-disease"),
        (DISCS, "no, did the fusion cause it", "adjacent-segment-disease"),
        (DISCS, "you didn't answer, did the fusion do that", "adjacent-segment-disease"),
        ("does losing weight help my back", "no I asked does it help", "weight-management"),
        ("does losing weight help my back", "no, does losing weight help my back", "weight-management"),
    ],
)
def test_the_same_question_gets_the_same_answer_in_short(
    bot: Chatbot, question: str, again: str, entry: str
) -> None:
    """And a person is offered: neither is it taken for another question, nor the answer for a wrong one."""
    reply = said(bot, question, again).reply
    assert reply.answers[0].entry == entry
    assert reply.answers[0].text == reply.answers[0].short
    assert reply.lead == bot._composer.fill(sentences.AGAIN_SHORTER)


@pytest.mark.parametrize("again", ["I said do they wear off", "no I asked do they hurt"])
def test_a_detail_that_is_not_told_is_owned_up_to_again(bot: Chatbot, again: str) -> None:
    """It was asked of the topic, and the guide does not say it."""
    reply = said(bot, "can shots help my pain", again).reply
    assert (reply.kind, reply.answers[0].entry) == ("handoff", "injection-therapy")


def test_another_question_is_none_put_once_more(bot: Chatbot) -> None:
    """What was turned down is not told again, whatever words announce it."""
    reply = said(bot, "can shots help my pain", "no I asked are the pills better for it").reply
    assert reply.lead != bot._composer.fill(sentences.AGAIN_SHORTER)
    assert said(bot, "hello", "no I asked is it good").reply.kind != "answer"


def test_a_detail_asked_again_in_few_words_is_the_one_before(bot: Chatbot) -> None:
    """ "You did not say how many": no number is told, and that is said once more; a new detail is a new one."""
    talk = ("is there hope that the pain gets better", "how many get better", "you did not say how many")
    reply = said(bot, *talk).reply
    assert (reply.kind, reply.answers[0].entry) == ("handoff", "outlook")
    assert "success rate" in reply.lead
    told = said(bot, "what is scar tissue", "you did not say how many").reply
    assert "success rate" not in told.lead


def test_what_was_asked_is_asked_for_another_thing(bot: Chatbot) -> None:
    """ "And for the shots", after whether the nerve test hurts; nothing in particular where nothing was."""
    reply = said(bot, "does the nerve test hurt", "and for the shots").reply
    assert (reply.kind, reply.answers[0].entry) == ("handoff", "injection-therapy")
    assert said(bot, "what is scar tissue", "and for").reply.kind != "answer"
