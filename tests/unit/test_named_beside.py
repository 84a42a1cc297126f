"""A thing that is only named beside a question about something else is asked about, too."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import entries_of


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("biofeedback and are you open on Saturdays", ["psychological-therapy", "contact-and-hours"]),
        ("are you open on Saturdays? posture", ["contact-and-hours", "posture"]),
        ("posture advice\nare you open on Saturdays", ["posture", "contact-and-hours"]),
        ("fibrosis; what is the worst that could happen in a second surgery", ["scar-tissue", "revision-risks"]),
    ],
)  # fmt: skip
def test_it_is_answered_beside_the_question(bot: Chatbot, text: str, entries: list[str]) -> None:
    assert entries_of(bot.ask(text).reply) == entries


@pytest.mark.parametrize(
    "text",
    [
        "back pain after fusion and can losing weight help",  # what every patient can tell
        "physio and is it enough",  # asks of what is named
        "biofeedback and who would be doing it",
        "an emg; how bad does that hurt",
        "hello and who is the surgeon",
        "biofeedback and what is biofeedback",
        "posture and ok thanks",
        "scar tissue, who is the surgeon",  # a mere comma leads to the question
        "scar tissue and is there a way to get rid of it",
        "my knee and are you open on Saturdays",
        "and who is the surgeon",
    ],
)
def test_what_leads_to_a_question_is_no_second_one(bot: Chatbot, text: str) -> None:
    assert len(bot.ask(text).reply.answers) < 2
