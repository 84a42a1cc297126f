"""What is asked of a thing by its name is answered of that thing, and not by an entry that only mentions it."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import entries_of, said


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("what causes a broken rod", "hardware-problems"),
        ("can hardware problems come back", "hardware-problems"),
        ("is a nonunion permanent", "pseudarthrosis"),
        ("who gets a nonunion", "pseudarthrosis"),
        ("how many times can you have a lumbar fusion", "what-is-spinal-fusion"),
        ("is a laminectomy safe", "revision-risks"),
        ("who does the laminectomy", "about-the-surgeon"),
    ],
)
def test_the_thing_that_is_named_is_what_is_asked_about(bot: Chatbot, question: str, entry: str) -> None:
    """Each word of the name stands in wordings of several entries; the name as a whole stands for one."""
    assert entry in entries_of(bot.ask(question).reply)


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("my dad has a nonunion", "pseudarthrosis"),
        ("i was told it is a nonunion", "pseudarthrosis"),
        ("tell me about a failed fusion", "pseudarthrosis"),
        ("tell me about a laminectomy", "decompression"),
    ],
)
def test_who_only_names_a_thing_is_told_what_it_is(bot: Chatbot, message: str, entry: str) -> None:
    """Nothing is asked of it, so that what it is comes first."""
    assert entries_of(bot.ask(message).reply)[0] == entry


@pytest.mark.parametrize("test", ["an MRI", "a CT scan", "an x-ray"])
def test_the_risks_of_a_test_are_not_those_of_an_operation(bot: Chatbot, test: str) -> None:
    """The guide tells the risks of an operation only; that it does not tell those of a test is said."""
    reply = bot.ask(f"what are the side effects of {test}").reply
    assert reply.kind == "handoff"
    assert entries_of(reply) == ["imaging"]
    assert "the guide does not say this" in reply.lead


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("what are the signs I need another surgery", "signs-revision-needed"),
        ("what are the risks of a second surgery", "revision-risks"),
        ("how long until I can drive after revision surgery", "return-to-activities"),
    ],
)
def test_a_question_that_is_clear_by_itself_stays_as_it_is(bot: Chatbot, question: str, entry: str) -> None:
    """The entry that answers is another one than the thing's own, and meant."""
    assert entries_of(bot.ask(question).reply)[0] == entry


def test_two_things_that_are_named_are_left_to_who_compares(bot: Chatbot) -> None:
    """Which of the two is asked about, a name cannot say."""
    told = entries_of(bot.ask("is physical therapy or an injection better for scar tissue").reply)
    assert {"physical-therapy", "injection-therapy"} <= set(told)


def test_what_nothing_here_is_about_stays_outside(bot: Chatbot) -> None:
    """A name among words from outside opens no entry."""
    assert not entries_of(bot.ask("what are the risks of prednisone").reply)


def test_a_broad_word_is_offered_its_choices(bot: Chatbot) -> None:
    """ "Metal" may ask for several things, though it is a name of one."""
    assert bot.ask("question about the metal").reply.kind == "clarify"


def test_what_was_asked_of_the_thing_is_followed(bot: Chatbot) -> None:
    """The thing becomes the topic, as if it had been asked about alone."""
    turn = said(bot, "is a nonunion permanent")
    assert turn.conversation.topic == "pseudarthrosis"
    assert entries_of(said(bot, "how is it treated", start=turn.conversation).reply) == [
        "repeat-or-extended-fusion"
    ]


@pytest.mark.parametrize("before", ["who is the surgeon", "does posture matter"])
def test_the_thing_that_is_named_counts_whatever_was_talked_about(bot: Chatbot, before: str) -> None:
    """A new question in a running talk, as it would be at its beginning."""
    assert entries_of(said(bot, before, "is a nonunion permanent").reply) == ["pseudarthrosis"]
    assert entries_of(said(bot, before, "what causes a broken rod").reply) == ["hardware-problems"]
