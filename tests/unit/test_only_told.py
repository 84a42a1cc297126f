"""A long story that asks nothing is met with what it is about, not with an answer to one of its sentences."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import entries_of, said

STORY = (
    "I am 67 years old. They fused three of my vertebrae six years ago. I take gabapentin and sometimes a tylenol. "
    "Since about a year the pain creeps up a bit higher than where they operated. The pills only take the edge off."
)


def test_a_story_without_a_question_is_offered_what_it_is_about(bot: Chatbot) -> None:
    """It is no question which medicine to take, though two of its sentences speak of pills."""
    reply = said(bot, STORY).reply
    assert reply.kind == "clarify"
    assert [one.entry for one in reply.suggestions][:2] == ["pain-medication", "adjacent-segment-disease"]
    assert entries_of(said(bot, STORY, "the second one").reply) == ["adjacent-segment-disease"]


@pytest.mark.parametrize(
    "wish",
    [
        "I want to know what the point of the scan is.",
        "I would like to see the surgeon about it.",
        "My brother asks himself if it is the screws.",
    ],
)
def test_a_story_that_wants_something_is_no_mere_story(bot: Chatbot, wish: str) -> None:
    explained = bot.explain(f"{STORY} {wish}")
    assert "asks nothing" not in explained.decided.rule


def test_who_does_not_want_something_only_tells(bot: Chatbot) -> None:
    assert "asks nothing" in bot.explain(f"{STORY} I do not want to end up in a wheelchair.").decided.rule


def test_a_story_that_is_about_one_thing_or_about_none_is_read_as_before(bot: Chatbot) -> None:
    """It is answered where it is clear as a whole, and nothing is offered where only a person could help."""
    clear = (
        "My husband thinks I am making it up. The surgeon says the pictures look fine, everything is fused and healed, "
        "and there is no reason for me to be hurting, it has become a chronic pain syndrome."
    )
    assert entries_of(said(bot, clear).reply) == ["chronic-pain-syndrome"]
    for story in (
        "I take gabapentin and sometimes a tylenol. My boss has been patient so far. We have a small dog, a cat, and "
        "my sister lives with us in the winter.",
        "My wife is from Ohio and her brother has a farm there with forty cows. We go in the summer, and the children "
        "ride the tractor all day long.",
    ):
        assert "asks nothing" not in bot.explain(story).decided.rule
    thanks = "Thank you so much for all of it. " + STORY
    assert "thanks" not in [one.entry for one in said(bot, thanks).reply.suggestions]
