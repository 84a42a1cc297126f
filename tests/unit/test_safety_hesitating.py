"""Words of hesitation inside a report hide no danger, and dots behind a denial end it."""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety.reading.hesitating import without_hesitation
from tests.support.triage import found


@pytest.mark.parametrize(
    ("message", "level"),
    [
        ("I no like longer feel anything when, you know, we have sex", "emergency"),
        ("my leg keeps like giving hmm way", "urgent"),
        ("he brought like up hmm a cupful of something dark and grainy", "emergency"),
        ("i like wanna die so bad", "crisis"),
        ("I swallowed 40 you know pills", "emergency"),
        ("no fever... numb groin", "emergency"),
        ("I have no fever.. my groin is numb", "emergency"),
    ],
)
def test_danger_is_heard_between_words_of_hesitation(message: str, level: str) -> None:
    assert found(message).level == level


@pytest.mark.parametrize(
    "message",
    [
        "well I would like to know how long it takes",
        "my pain is, you know, like a toothache",
        "I feel well. I like my surgeon",
        "hmm",
        "no fever... how long does it take",
    ],
)
def test_words_of_hesitation_raise_nothing(message: str) -> None:
    assert found(message).level == "none"


@pytest.mark.parametrize(
    ("message", "heard"),
    [
        ("my leg is er numb", None),
        ("I went to the er", None),
        ("it feels like fire", None),
        ("a scar like a zipper", None),
        ("I am not well", None),
        ("do you know my surgeon", None),
        ("you know what it is", None),
        ("what do you know", None),
        ("i mean", None),
        ("my leg, I mean my foot, hurts", "my leg my foot hurts"),
        ("death would be hmm a relief", "death would be a relief"),
        ("he brought er up blood", "he brought up blood"),
        ("hm hm", None),
        ("how long does it take", None),
    ],
)
def test_what_may_be_meant_as_it_stands_stays(message: str, heard: str | None) -> None:
    plain = without_hesitation(normalise(message))
    assert (plain and " ".join(plain.tokens)) == heard
