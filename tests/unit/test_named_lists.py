"""A place in a list that is named, and the list itself once more: "number 5 from the list of causes"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.follow_up import InList, place_in_list
from chatbot.normalise import normalise
from tests.support.talk import said

CAUSES = "what are the causes of pain after a fusion"
TREATMENTS = "what treatments are there"


def told(bot: Chatbot, *messages: str) -> str:
    return said(bot, *messages).reply.answers[0].entry


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("number 5 from the list of causes", InList(4, ("causes",), is_earlier=False)),
        ("and number 2 from that list before", InList(1, (), is_earlier=True)),
        ("the last one on that list", InList(-1, (), is_earlier=False)),
        ("the third procedure on the list", InList(2, ("procedure",), is_earlier=False)),
        ("tell me about the second cause", InList(1, ("cause",), is_earlier=False)),
        ("the first of the reasons", InList(0, ("reasons",), is_earlier=False)),
        ("the fourth treatment you mentioned", InList(3, ("treatment",), is_earlier=False)),
    ],
)
def test_a_place_and_the_name_of_a_list_are_read(text: str, place: InList) -> None:
    """By number or by order; a list without a name is whichever it was."""
    assert place_in_list(normalise(text).tokens) == place


@pytest.mark.parametrize(
    "text",
    [
        "what is on the list of tests",
        "the second one",
        "my first surgery was on a list of cancellations",
        "the first reason i came here is my leg",
        "number 2",
        "the second test they did on me last year was not on the list that the insurance gave us",
        "",
    ],
)
def test_what_points_into_no_named_list_is_left_alone(text: str) -> None:
    """Neither a bare place, nor what happened first or second, nor a story."""
    assert place_in_list(normalise(text).tokens) is None


def test_a_list_is_found_by_its_name_whatever_is_on_the_screen(bot: Chatbot) -> None:
    """Also where other lists came after it; "the last one on that list" then goes on in it."""
    assert told(bot, CAUSES, TREATMENTS, "number 2 from the list of causes") == "adjacent-segment-disease"
    talk = (CAUSES, TREATMENTS, "number 2 from the list of causes", "and the last one on that list")
    assert told(bot, *talk) == "chronic-pain-syndrome"
    assert told(bot, "number 2 from the list of causes") == "adjacent-segment-disease"


def test_a_list_from_before_is_the_last_that_was_told(bot: Chatbot) -> None:
    """Not the next questions that stand on the screen now."""
    assert told(bot, CAUSES, "does losing weight help", "number 5 from the list before") == "nerve-damage"


def test_a_place_that_the_list_does_not_have_is_no_choice(bot: Chatbot) -> None:
    """It is read as any other message is."""
    assert told(bot, CAUSES, "number 9 from the list of causes") == "why-pain-persists"


@pytest.mark.parametrize("text", ["go back to the list", "show me the list again", "what were they again"])
def test_the_list_comes_once_more(bot: Chatbot, text: str) -> None:
    """The one that the topic stands in, however many were told since; without any, that is said."""
    assert told(bot, CAUSES, TREATMENTS, "what is scar tissue", text) == "why-pain-persists"
    assert told(bot, CAUSES, "who is the surgeon", text) == "why-pain-persists"
    assert not said(bot, text).reply.answers


def test_a_list_is_gone_through_as_long_as_one_of_it_is_talked_about(bot: Chatbot) -> None:
    """Also where more was asked about one of it, or one step aside."""
    talk = ("what are my options", "the second one", "what does it say about opioids again")
    assert told(bot, *talk, "the first one") == "physical-therapy"
    back = ("what are my options", "the third one", "and the fourth", "go back to the second one")
    assert told(bot, *back) == "pain-medication"
    aside = (CAUSES, "number 3", "would taking it out help", "what about the one after that")
    assert told(bot, *aside) == "scar-tissue"
    assert (
        told(bot, "what are the procedures", "the second kind", "not for me, the one after")
        == "decompression"
    )
