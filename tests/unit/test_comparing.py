"""Things that are compared: which they are, and that the guide does not say which is better."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.decision.comparing import compared
from chatbot.normalise import normalise


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Do injections or physical therapy work better?", ["injections", "physical therapy"]),
        ("I am comparing the two: shots vs PT. Pros and cons?", ["shots", "pt"]),
        ("is a redo riskier, or taking out screws", ["redo", "taking out screws"]),
        ("shots or pills?", []),
        ("the difference between shots and pills", []),
        ("is this better", []),
        ("compare them to each " + "and every one of the other pills " * 4, []),
    ],
)
def test_what_may_name_the_things_is_what_stands_between_the_words_that_compare(
    text: str, things: list[str]
) -> None:
    question = normalise(text)
    found = [" ".join(question.tokens[start:end]) for start, end in compared(question)]
    assert found == things


@pytest.mark.parametrize(
    ("asked", "entries"),
    [
        ("Shots versus physical therapy, which has fewer risks?", ["injection-therapy", "physical-therapy"]),
        ("how do physical therapy and injections compare", ["physical-therapy", "injection-therapy"]),
        ("which is worse, scar tissue or nerve damage", ["scar-tissue", "nerve-damage"]),
        (
            "if I compare hardware removal with a longer fusion, which is riskier",
            ["hardware-removal-help", "repeat-or-extended-fusion"],
        ),
    ],
)
def test_the_guide_does_not_say_which_is_better(bot: Chatbot, asked: str, entries: list[str]) -> None:
    reply = bot.ask(asked).reply
    assert [answer.entry for answer in reply.answers] == entries
    assert reply.lead.startswith("The guide does not compare these with each other.")


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        ("is revision more dangerous than the first surgery", "revision-risks"),
        ("is a CT better than an X-ray for seeing loose screws", "imaging"),
        ("what is the difference between an epidural and a nerve block", "injection-therapy"),
    ],
)
def test_what_one_answer_tells_is_no_comparison(bot: Chatbot, asked: str, entry: str) -> None:
    reply = bot.ask(asked).reply
    assert [answer.entry for answer in reply.answers] == [entry]
    assert "does not compare" not in reply.lead
