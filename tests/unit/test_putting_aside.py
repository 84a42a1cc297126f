"""What a message puts aside before it asks is not answered: "I don't need an appointment, why does it hurt"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.follow_up.putting_aside import behind_what_is_put_aside
from chatbot.normalise import normalise


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I don't need an appointment, I need to know why it hurts", "I need to know why it hurts"),
        ("Don't give me the front desk. I want to know what went wrong.", "I want to know what went wrong."),
        ("No, it's not about cost. What is an EMG?", "What is an EMG?"),
        ("I'm not interested in surgery but in physical therapy", "in physical therapy"),
        ("I know about the shots, what about the therapy?", "what about the therapy?"),
        ("not the front desk. what helps with pain", "what helps with pain"),
    ],
)
def test_only_what_is_asked_behind_it_counts(text: str, asked: str) -> None:
    """Whatever mark parts the two."""
    question = normalise(text)
    start = behind_what_is_put_aside(question)
    assert question.text[question.words[start].start :] == asked


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "not",
        "what are the risks",
        "I don't need an appointment",
        "I don't need an appointment, thank you",
        "not sure if I can walk, what do you think",
        "not now. why?",
        "I know about the shots, do they hurt?",
        "no pills please. not the shots, what else is there",
        "I don't need surgery, what else helps",
        "I don't care about you. I hurt",
        "I'm not interested in surgery but",
        "not sure what to ask, any suggestions",
        "not sure about all this, what are the risks",
    ],
)
def test_other_messages_are_read_as_a_whole(text: str) -> None:
    """Nothing is put aside, nothing is asked behind it, or it is asked of what was named."""
    assert behind_what_is_put_aside(normalise(text)) == 0


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("I don't care about insurance, what are the risks?", "revision-risks"),
        ("I don't need an appointment, I need to know why it hurts", "why-pain-persists"),
        ("Not recovery after revision. What helps with pain?", "treatment-options"),
    ],
)
def test_what_is_put_aside_is_not_told(bot: Chatbot, text: str, entry: str) -> None:
    """Also in the first message."""
    assert [answer.entry for answer in bot.ask(text).reply.answers] == [entry]
