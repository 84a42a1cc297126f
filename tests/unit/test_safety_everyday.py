"""What sounds like a sign by its words and is everyday life."""

from __future__ import annotations

import pytest

from tests.support.triage import level


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("my grandson made me laugh so hard I couldn't breathe", "none"),
        ("he is so funny I can't breathe", "none"),
        ("that joke killed me, I couldn't catch my breath laughing", "none"),
        ("I laughed so hard I couldn't breathe and now my chest is tight", "emergency"),
        ("since I laughed I can't breathe", "emergency"),
        ("my belt rubs on the scar", "none"),
        ("it feels like a belt of numbness around my waist", "emergency"),
        ("my left side feels tight when I turn", "none"),
        ("the left side of my face catches", "emergency"),
        ("something is broken in there", "none"),
        ("something broke in my back and my legs are numb", "emergency"),
    ],
)
def test_laughter_a_belt_and_a_side_that_catches_are_no_signs(message: str, expected: str) -> None:
    """Rule 20, where nothing else is said."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Hope someone can help me out here", "none"),
        ("hoping you can help us with this. what is scar tissue?", "none"),
        ("Hope someone can help me out here, I don't want to live", "crisis"),
        ("i would have to pay it myself", "none"),
        ("i have to drive myself there", "none"),
        ("i would have to drive myself off a bridge", "crisis"),
        ("i would do it myself", "crisis"),
        ("and if i am not insured", "none"),
        ("if i do not live there", "none"),
        ("and if i am not here anymore", "crisis"),
        ("if i do not live", "crisis"),
        ("i want them out of me", "none"),
        ("i want out of this life", "crisis"),
        ("if i am not better by then", "none"),
        ("what if i am still not better in a year", "none"),
        ("if i am not better by then i will end it", "crisis"),
        ("they are better off if i am not around", "crisis"),
    ],
)
def test_what_patients_say_on_is_no_hint(message: str, expected: str) -> None:
    """After an answer on costs, on who comes from elsewhere, on metal, and on how long to wait."""
    assert level(message) == expected
