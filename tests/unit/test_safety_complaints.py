"""A complaint about the talk beside something else: neither hides nor makes a hint at a wish to die."""

from __future__ import annotations

import pytest

from tests.support.triage import level

_COMPLAINTS = (
    "you keep saying the same thing",
    "this is a stupid machine",
    "you don't listen",
    "talking to a box is silly",
    "I asked something else",
    "your answer is too long",
    "that's the third time I ask",
)


@pytest.mark.parametrize("complaint", _COMPLAINTS)
@pytest.mark.parametrize(
    "hint", ["I can't go on like this", "the pills are on the table", "what's the use of going on"]
)
def test_a_complaint_about_the_talk_hides_no_hint(complaint: str, hint: str) -> None:
    """What is said beside it is read as if it were all."""
    assert level(f"{complaint} and {hint}") == "crisis"
    assert level(f"{hint}, {complaint}") == "crisis"
    assert level(f"{complaint}. {hint}") == "crisis"


@pytest.mark.parametrize("complaint", _COMPLAINTS)
@pytest.mark.parametrize(
    "mild", ["my bus leaves soon", "I'd rather ask a nurse", "I will come back tomorrow"]
)
def test_a_complaint_about_the_talk_is_no_hint(complaint: str, mild: str) -> None:
    assert level(f"{complaint} and {mild}") == "none"


@pytest.mark.parametrize(
    "message", ["you don't listen", "you don't listen, bye", "this chair is stupid and you said I can sit"]
)
def test_what_only_complains_is_left_as_it_is(message: str) -> None:
    assert level(message) == "none"
