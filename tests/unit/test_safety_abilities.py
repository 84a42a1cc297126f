"""An ability that was asked about and answered with no is missing; a symptom answered so is not there."""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety.reading.abilities import answered_by_no, left_out, worded_with_can
from tests.support.triage import found


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
def test_a_no_that_denies_no_bodily_ability_raises_nothing(message: str) -> None:
    assert found(message).level == "none"


def test_the_answer_stands_in_place_of_the_question() -> None:
    read = answered_by_no(normalise("Last night they asked if I can pee, and I said no. I am scared"))
    assert " ".join(read.tokens) == "last night they asked if i can not pee i am scared"
    assert read.text == "Last night they asked if I can pee, and I said no. I am scared"


@pytest.mark.parametrize(
    "message",
    [
        "You told me to call if I couldn't pee. Well, I can't.",
        "The nurse asked if he can feel his bottom. He still can't.",
        "The sheet says to go if you cannot move your legs, or so. I can't since this morning.",
        "Thanks for all. Call when I can not pee? I can't anymore.",
        "Can you feel your legs, they asked. No, I cannot.",
    ],
)
def test_what_an_inability_leaves_out_is_named_before(message: str) -> None:
    assert found(message).level == "emergency"


@pytest.mark.parametrize(
    "message",
    [
        "You told me to call if I couldn't pee. I can.",
        "I asked if I could drive. I can't.",
        "I can swim. I can't.",
        "I can't. Is that normal?",
        "Is that all? I can't decide.",
        "Could I move the date? My boss can't.",
        "Call when you can pee. Well.",
        "Call if I can not pee. I did not.",
    ],
)
def test_an_inability_that_leaves_out_something_else_raises_nothing(message: str) -> None:
    assert found(message).level == "none"


def test_what_was_left_out_stands_at_the_place_of_the_inability() -> None:
    message = normalise("Call if I can not pee, please. I can't now")
    read = left_out(message)
    assert " ".join(read.tokens) == "call if i can not pee please i can not pee now"
    assert read.words[-2].start == message.words[-2].start


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I am unable to go on like this", "crisis"),
        ("she says she is not able to go on like this", "crisis"),
        ("I am not able to get my shoes on", "none"),
    ],
)
def test_who_is_not_able_to_can_not(message: str, expected: str) -> None:
    assert found(message).level == expected


def test_unable_is_read_as_can_not() -> None:
    read = worded_with_can(normalise("He is unable to walk"))
    assert read is not None
    assert " ".join(read.tokens) == "he can not walk"
    assert worded_with_can(normalise("He can walk")) is None
