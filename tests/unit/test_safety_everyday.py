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
