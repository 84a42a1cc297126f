"""Another doctor's name: the guide speaks of the clinic's own surgeon, and says so."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import entries_of


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("is Dr. Smith any good", "Smith"),
        ("did Doctor Jones do a fellowship", "Jones"),
        ("did dr jones do a fellowship", "Jones"),
        ("is dr smith any good", "Smith"),
        ("is Dr. Arutyunyan better than Dr. Smith", "Smith"),
        ("book with Dr. Lee please", "Lee"),
    ],
)
def test_who_asks_about_another_doctor_is_told_whom_the_guide_speaks_of(
    bot: Chatbot, asked: str, name: str
) -> None:
    """The answer is about the clinic's surgeon, whom they may have meant."""
    reply = bot.ask(asked).reply
    surgeon = bot.knowledge.clinic.surgeon
    assert reply.lead == f"The guide speaks of {surgeon} alone, not of Dr. {name}."
    assert entries_of(reply)


@pytest.mark.parametrize(
    "asked",
    [
        "is Dr. Arutyunyan any good",
        "is dr arutunyan any good",
        "who is the doctor",
        "is the doctor, Smith, any good",
        "does dr do this surgery",
        "Dr. Smith said I have scar tissue, what is that",  # it is the scar tissue that is asked about
    ],
)
def test_the_clinics_own_surgeon_and_what_another_said_need_no_such_word(bot: Chatbot, asked: str) -> None:
    reply = bot.ask(asked).reply
    assert reply.kind == "answer"
    assert "alone" not in reply.lead
