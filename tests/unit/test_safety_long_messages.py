"""A sign counts to the end of a very long message, and nothing is read beyond the bound."""

from __future__ import annotations

import pytest

from tests.support.triage import found

STORY = "I had the fusion in 2019 and it never got better. My wife drives me and I cannot work. "


@pytest.mark.parametrize("times", [24, 30, 70, 200])
def test_a_sign_at_the_end_of_a_very_long_message_counts(times: int) -> None:
    """Long stories end with what is worst; the answer reads 2,000 characters of them, the triage ten times as much."""
    finding = found(STORY * times + "Now I lost control of my bladder.")
    assert finding.level == "emergency"
    assert found(STORY * times).level == "none"


def test_a_sign_across_the_cut_counts() -> None:
    """Each part of what was cut off begins with the end of the one before."""
    for before in range(1950, 2001, 7):
        message = "x" * before + " I cannot feel anything between my legs. " + STORY * 3
        assert found(message).level == "emergency", before


def test_an_emergency_in_the_first_part_needs_no_more_reading() -> None:
    """Nothing is more serious; and what is found further on has no place in the text that is shown."""
    early = found("I cannot feel anything between my legs. " + STORY * 40)
    assert early.level == "emergency"
    assert early.spans
    assert found(STORY * 30 + "I cannot feel anything between my legs.").spans == ()


def test_beyond_the_bound_nothing_is_read() -> None:
    """So that no message is slow."""
    assert found(STORY * 400 + "Now I lost control of my bladder.").level == "none"
