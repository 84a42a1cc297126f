"""A follow-up behind something told that names nothing of the guide: "I live alone. Does it hurt"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import entries_of, said

SHOTS = "can shots in the back ease my pain"


@pytest.mark.parametrize(
    "told",
    [
        "I live alone",
        "my daughter reads this to me",
        "I am a bit confused",
        "my husband drives me",
        "he did not say",
    ],
)
@pytest.mark.parametrize("asked", ["does it hurt", "how long does it take"])
def test_what_is_told_idly_leaves_the_question_with_the_topic(bot: Chatbot, told: str, asked: str) -> None:
    """And does not find how to live, of somebody who lives alone."""
    alone = said(bot, SHOTS, f"{asked}?")
    beside = said(bot, SHOTS, f"{told}. {asked}?")
    assert beside.conversation.topic == alone.conversation.topic == "injection-therapy"
    assert beside.conversation.facet == alone.conversation.facet != ""


@pytest.mark.parametrize("told", ["i forgot my glasses", "i was a teacher"])
def test_no_mark_is_needed(bot: Chatbot, told: str) -> None:
    """The question is one that people ask in just these words."""
    assert said(bot, SHOTS, f"{told} what does it depend on").conversation.facet == "what it depends on"


def test_what_is_told_may_be_what_is_asked_about(bot: Chatbot) -> None:
    """ "That" is the diabetes, and a thing that is named is what "it" means."""
    facet = said(bot, SHOTS, "I have diabetes. Is it safe?").conversation.facet
    assert facet == "whether age or other illnesses matter"
    wish = "he wants a second opinion. how do I do that"
    assert entries_of(said(bot, SHOTS, wish).reply) == ["records-and-second-opinion"]
    assert said(bot, SHOTS, "loose rods. does it hurt?").conversation.topic == "hardware-problems"
    assert said(bot, SHOTS, "I had an MRI. Does it hurt?").conversation.topic == "imaging"
    assert (
        said(bot, SHOTS, "I was told to wait a year. Is that normal?").conversation.topic
        != "injection-therapy"
    )


@pytest.mark.parametrize("asked", ["does it hurt", "how is it treated"])
def test_what_is_outside_of_the_guide_is_not_bent_to_the_topic(bot: Chatbot, asked: str) -> None:
    """ "It" is the asthma."""
    assert said(bot, SHOTS, f"my son has asthma. {asked}?").reply.kind == "unknown"
    assert said(bot, SHOTS, f"hammer toe surgery. {asked}?").reply.kind == "unknown"
    assert said(bot, SHOTS, "my tooth hurts. is it dangerous?").reply.kind == "unknown"


def test_a_question_for_two_things_is_answered_whole(bot: Chatbot) -> None:
    """Nothing of it is set aside."""
    reply = said(bot, SHOTS, "what is scar tissue. how long should I wait before another surgery?").reply
    assert entries_of(reply) == ["scar-tissue", "when-to-consider-revision"]


def test_what_is_no_follow_up_behind_something_told_is_read_as_before(bot: Chatbot) -> None:
    """It names a thing, or belongs to what leads on to it."""
    assert entries_of(said(bot, SHOTS, "I live alone. What is scar tissue?").reply) == ["scar-tissue"]
    assert "how it is done" not in said(bot, SHOTS, "nobody can say how it is done").reply.lead


def test_what_is_turned_down_is_no_idle_word(bot: Chatbot) -> None:
    """ "Not that" leads to something else."""
    assert entries_of(said(bot, SHOTS, "forget that one. what else is there?").reply) != ["injection-therapy"]
