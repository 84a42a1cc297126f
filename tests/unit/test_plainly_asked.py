"""Who tells what was found is told of the thing found; who asks what is done for it, how it is treated."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.dialogue.plainly_asked import asks_what_is_done, without_finder
from tests.support.talk import entries_of


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("X-ray showed a loose screw", "hardware-problems"),
        ("they found a nonunion", "pseudarthrosis"),
        ("doctor found nonunion on my CT", "pseudarthrosis"),
        ("my husband's scan shows scar tissue", "scar-tissue"),
        ("I have a cracked rod", "hardware-problems"),
        ("turns out I have pseudarthrosis", "pseudarthrosis"),
        ("Dad got told he has adjacent segment disease", "adjacent-segment-disease"),
    ],
)
def test_what_was_found_is_told_and_not_how_it_was_found(bot: Chatbot, message: str, entry: str) -> None:
    assert entries_of(bot.ask(message).reply) == [entry]


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("what are my options with scar tissue", "decompression"),
        ("I have scar tissue, what are my options?", "decompression"),
        ("remedies for loose screws", "hardware-revision"),
        ("My doctor says I have a nonunion. What are my options", "repeat-or-extended-fusion"),
        ("what can be done about epidural fibrosis", "decompression"),
        ("ways to deal with chronic pain syndrome", "psychological-therapy"),
        ("how do they get rid of scar tissue", "decompression"),
    ],
)
def test_what_is_done_for_a_thing_is_told_of_that_thing(bot: Chatbot, message: str, entry: str) -> None:
    """Not what the thing is, nor all treatments there are."""
    assert entries_of(bot.ask(message).reply)[0] == entry


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("what scans do they do for this", "imaging"),  # a test is not treated
        ("do the screws ever come loose", "hardware-problems"),
        ("is there a way to do it with small cuts", "minimally-invasive"),
        ("what is scar tissue", "scar-tissue"),
        ("what are my options", "treatment-options"),
        ("options for nerve damage and scar tissue", "nerve-damage"),
    ],
)
def test_who_asks_anything_else_is_not_told_how_it_is_treated(bot: Chatbot, message: str, entry: str) -> None:
    assert entry in entries_of(bot.ask(message).reply)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("my last mri showed that i have loose screws", "loose screws"),
        ("loose screws on my ct scan", "loose screws"),
        ("ct scan", "ct scan"),  # names what finds, and nothing that was found
        ("the mri found", "the mri found"),
        ("the dog found loose screws", "the dog found loose screws"),
        ("loose screws and my mri", "loose screws and my mri"),
        ("loose screws", "loose screws"),
    ],
)
def test_who_found_it_is_set_aside(said: str, left: str) -> None:
    assert " ".join(without_finder(said.split())) == left


def test_a_judgement_is_no_question_of_what_is_done() -> None:
    assert not asks_what_is_done("it do i need it fixed".split())
    assert not asks_what_is_done("do they have it".split())
