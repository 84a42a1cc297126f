"""A relative's message is read as the one it speaks of would say it, where that tells a wish to die."""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety.reading.in_first_person import in_first_person
from tests.support.triage import found, level


@pytest.mark.parametrize(
    ("message", "own"),
    [
        ("my mom is tired, her back hurts", "i am tired my back hurts"),
        ("my dad's pills help him", "my pills help me"),
        ("mom feels bad and we stay with her", None),
        ("grandma feels bad, stay with her", "i feel bad stay with me"),
        ("his mother is here", None),
        ("the mother has pain", None),
        ("does it hurt", None),
        ("my mom says I worry", None),
    ],
)
def test_a_message_that_names_the_other_one_alone_is_read_as_that_one_would_say_it(
    message: str, own: str | None
) -> None:
    read = in_first_person(normalise(message))
    assert (" ".join(read.tokens) if read else None) == own


@pytest.mark.parametrize(
    "message",
    [
        "if they refuse the operation my dad will end it, simple as that",
        "if my wife had the nerve she would have done it last winter",
        "what would happen if my mom took all her pain pills at once",
    ],
)
def test_a_hint_that_a_relative_tells_is_heard(message: str) -> None:
    """The card is the one for who worries about somebody."""
    finding = found(message)
    assert finding.level == "crisis"
    assert finding.third_person


@pytest.mark.parametrize(
    "message",
    [
        "my husband is tired of his brace",
        "my mom would like to know if her screws can come out",
        "my dad takes his pills every morning, can he come in today",
        "what would happen if my mom took the rods out",
    ],
)
def test_what_relatives_ask_is_no_wish_to_die(message: str) -> None:
    assert level(message) == "none"
