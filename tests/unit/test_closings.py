"""What stands around a question and asks nothing: "let me rephrase. Does it hurt", "... be honest", "... or what"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.decision import without_frame
from chatbot.normalise import normalise
from tests.support.talk import entries_of, said

SHOTS = "can shots in the back ease my pain"
DETAIL = "how long it takes or lasts"


@pytest.mark.parametrize("mark", [". ", " "])
@pytest.mark.parametrize(
    "opening",
    [
        "let me rephrase",
        "ok last question",
        "wait",
        "you did not answer me",
        "I want to know",
        "good to know, so",
    ],
)
def test_what_only_opens_a_question_is_set_aside(bot: Chatbot, opening: str, mark: str) -> None:
    """With a mark behind it or with none."""
    asked = said(bot, SHOTS, f"{opening}{mark}how long does it take?").conversation
    assert (asked.topic, asked.facet) == ("injection-therapy", DETAIL)


@pytest.mark.parametrize("mark", ["? ", " "])
@pytest.mark.parametrize(
    "closing",
    [
        "be honest",
        "you never answered that",
        "please answer",
        "my wife wants to know",
        "that was my question",
    ],
)
def test_what_only_closes_a_question_is_set_aside(bot: Chatbot, closing: str, mark: str) -> None:
    """With a mark before it or with none."""
    asked = said(bot, SHOTS, f"how long does it take{mark}{closing}").conversation
    assert (asked.topic, asked.facet) == ("injection-therapy", DETAIL)


@pytest.mark.parametrize("closing", ["I always ask that", "I heard so many things"])
def test_what_is_told_idly_behind_a_question_is_set_aside_too(bot: Chatbot, closing: str) -> None:
    """In any words that name nothing."""
    asked = said(bot, SHOTS, f"how long does it take? {closing}.").conversation
    assert (asked.topic, asked.facet) == ("injection-therapy", DETAIL)


def test_a_phrase_alone_is_read_as_before(bot: Chatbot) -> None:
    """ "Be honest" and "wait" ask for nothing that stands beside them."""
    assert said(bot, SHOTS, "wait").reply.kind == "smalltalk"
    assert said(bot, SHOTS, "wait, the MRI").conversation.topic == "imaging"
    assert entries_of(said(bot, SHOTS, "the MRI, please answer").reply)[0] == "imaging"
    assert said(bot, SHOTS, "the MRI. my wife asks").reply.kind != "smalltalk"


def test_the_nurse_who_asks_is_no_relative(bot: Chatbot) -> None:
    """Only one's own people want to know on one's behalf, and only behind a question."""
    assert said(bot, SHOTS, "how long does it take the clinic asks").conversation.facet != "whether it hurts"
    assert said(bot, SHOTS, "so").reply.kind == "smalltalk"


def test_what_somebody_can_tell_is_asked_and_not_closed(bot: Chatbot) -> None:
    """Without a mark before it, "tell me" behind who tells is the question."""
    assert entries_of(bot.ask("what can y'all tell me").reply) == ["what-can-you-do"]
    assert said(bot, SHOTS, "how long does it take? tell me").conversation.facet == DETAIL


def test_a_tag_is_the_question_of_a_story_that_asks_nothing_else(bot: Chatbot) -> None:
    """ "Is that so?" asks whether what was told before it is true."""
    story = (
        "I sit in a cab all day and then at home on a soft sofa that my wife bought. A lady on the bus told me that "
        "my bad posture makes half of the harm. Is that so?"
    )
    assert without_frame(normalise(story)).text == story


@pytest.mark.parametrize(
    "message", ["does it happen to anyone", "anyone", "what do you expect or do you know"]
)
def test_what_is_part_of_the_question_does_not_close_it(message: str) -> None:
    assert without_frame(normalise(message)).text in (message, "what do you expect or")
