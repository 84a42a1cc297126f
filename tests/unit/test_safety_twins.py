"""Kinds of messages that a nurse's blind test and a player found read wrongly, each with harmless twins."""

from __future__ import annotations

import pytest
from triage import rules

from chatbot.normalise import normalise
from chatbot.safety import triage
from chatbot.safety.triaging import by_rules


def level(message: str) -> str:
    return triage(normalise(message), rules()).level


def ruled(message: str) -> str:
    return by_rules(normalise(message), rules())[0].level


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I leaked pee after my first fusion in 2016 and it cleared up, now its back", "emergency"),
        ("I had chest pain in my thirties, years ago, and today I have it again", "emergency"),
        ("Years ago I had a wound infection, it healed. I've got the same thing again", "urgent"),
        ("had a foot drop in 2014, it went away, its all back since friday", "urgent"),
        ("In 2012 I wanted to kill myself, that was resolved, but its back", "crisis"),
        ("I leaked pee after my first fusion in 2016 and it cleared up, now its back hurts", "none"),
        ("I had chest pain years ago, it went away. Will I have it again?", "none"),
        ("I had chest pain years ago, it went away and I hope never to have it again", "none"),
        ("Years ago I had a wound infection, it healed. Do people get it again", "none"),
        ("I had thoughts of suicide in 2012, they went away, and I am back at work", "none"),
    ],
)
def test_what_was_gone_and_is_back_is_there(message: str, expected: str) -> None:
    """Rule 10, in all classes, however much the rest tells of the past."""
    assert level(message) == expected
