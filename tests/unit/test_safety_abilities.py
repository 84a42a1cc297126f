"""An ability that was asked about and answered with no is missing; a symptom answered so is not there."""

from __future__ import annotations

import pytest
from triage import found

from chatbot.normalise import normalise
from chatbot.safety.abilities import answered_by_no


@pytest.mark.parametrize(
    "message",
    [
        "nurse asked if I can pee, I said no",
        "The nurse asked whether he could move his feet. No.",
        "they asked me can I feel my legs and I told them no",
        "she asked my husband if he can feel his bottom and he had to say no",
    ],
)
def test_a_missing_ability_is_an_emergency(message: str) -> None:
    assert found(message).level == "emergency"


@pytest.mark.parametrize(
    "message",
    [
        "the nurse asked if I have chest pain, I said no",
        "nurse asked if I can pee, I said no at first but yes I can",
        "the doctor asked if I can drive, I said no",
        "she asked if I can feel no pain now",
        "she asked if he can pee and he laughed about it for a good long while and walked off, no",
        "he asked about the rods and I said no",
        "I asked my doctor. Can he move the date, no idea",
        "I can feel my legs, no one asked",
    ],
)
def test_other_answers_raise_nothing(message: str) -> None:
    assert found(message).level == "none"


def test_the_answer_stands_in_place_of_the_question() -> None:
    read = answered_by_no(normalise("Last night they asked if I can pee, and I said no. I am scared"))
    assert " ".join(read.tokens) == "last night they asked if i can not pee i am scared"
    assert read.text == "Last night they asked if I can pee, and I said no. I am scared"
