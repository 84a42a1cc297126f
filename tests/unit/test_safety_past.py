"""Signs that are old or over, and those that came back.

Where a rule decides, the rules are asked alone: what likeness learnt must not be what makes the test pass.
"""

from __future__ import annotations

import pytest

from tests.support.triage import level, ruled


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("prostate: slow stream for 15 years", "urgent"),
        ("my saddle has been numb since 2015", "urgent"),
        ("for years i cannot feel my bottom, nothing changed", "urgent"),
        ("bladder has been weak since my first surgery in 2009, same as always", "urgent"),
        ("weak stream for 20 years but now nothing comes", "emergency"),
        ("my saddle has been numb since 2015 but worse this week", "emergency"),
        ("back pain for 20 years, leaking urine", "emergency"),
        ("leaking urine, back pain for 20 years", "emergency"),
        ("leaking urine and back pain for 20 years", "emergency"),
        ("weak stream for 2 days", "emergency"),
        ("my stitches opened, the pain is better though", "urgent"),
        ("my foot has been numb for years", "none"),
    ],
)
def test_old_trouble_without_a_turn_is_urgent(message: str, expected: str) -> None:
    """Rule 12, also where nothing says "unchanged", and however calmly it is told."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the weakness in my foot came back after two good years", "urgent"),
        ("my hand went numb again after seven good months", "urgent"),
        ("pins and needles in my arm have returned, they were gone since 2019", "urgent"),
        ("my foot was numb in 2019, then the feeling came back", "none"),
        ("my thigh has been numb since 2012", "none"),
    ],
)
def test_a_sign_that_is_back_is_not_over(message: str, expected: str) -> None:
    """Rule 10: the numbness came back is bad news, the feeling came back is good."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("In 2015 I lost control of my bladder and it was fixed. On Monday it came back.", "emergency"),
        ("had chest pain in the hospital, it went away, now it is back", "emergency"),
        ("the numbness in my saddle went away, and last night it was back", "emergency"),
        ("years ago my face drooped, it cleared up, and this week it started again", "emergency"),
        ("years ago my face drooped, it cleared up, and this week again the same", "emergency"),
        ("my face drooped years ago, it cleared up and I walk again", "none"),
        ("had chest pain in the hospital, it went away and I was back home", "none"),
        ("had chest pain in the hospital, it went away, it was back to normal", "none"),
        ("had chest pain in the hospital, it went away and never came back", "none"),
        ("had chest pain in the hospital, it went away and my appetite came back", "none"),
        ("After my first operation my foot was weak but it came back completely", "none"),
    ],
)
def test_what_ended_well_and_came_back_is_there(message: str, expected: str) -> None:
    """Rule 10: "it came back" after a good end; without one, "it" may be the strength that was missing."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I fainted on my way back from church", "emergency"),
        ("on the way back home my face drooped", "emergency"),
        ("way back in 2001 I had a seizure", "none"),
        ("After my last fall I could not move my legs", "emergency"),
        ("the first night home I could not pee", "emergency"),
        ("the second night she had chest pain", "emergency"),
        ("the first days after surgery I could not pee, it went away", "none"),
        ("ran a fever the second night in the hospital last year, gone by discharge", "none"),
        ("My first surgery left me unable to pee for two days, that resolved", "none"),
        ("My first surgery went well but I couldn't pee", "emergency"),
    ],
)
def test_not_every_past_is_long_ago(message: str, expected: str) -> None:
    """Rule 10: the way back, a fall and the first nights may have been yesterday."""
    assert ruled(message) == expected
