"""Signs that are denied, answered with no or only feared, and words that only look so.

Where a rule decides, the rules are asked alone: what likeness learnt must not be what makes the test pass.
"""

from __future__ import annotations

import pytest

from tests.support.triage import ruled


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("no pain just numb between my legs", "emergency"),
        ("no pain just swelling in my throat", "emergency"),
        ("no fever just pus from the incision", "urgent"),
        ("its not just numb between my legs its dead", "emergency"),
        ("no fever or chills just tired", "none"),
        ("no, just tired", "none"),
        ("no fever, no chills, no numbness", "none"),
    ],
)
def test_just_ends_a_denial(message: str, expected: str) -> None:
    """Rule 5, also where speech input has no comma."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("nobody is unconscious, I said that you did not answer", "none"),
        ("nobody is coming and he is unconscious", "emergency"),
        ("nobody is here, he is unconscious", "emergency"),
        ("nobody can wake him", "emergency"),
        ("no one could rouse my wife this morning", "emergency"),
        ("nobody believes me that i cant feel my legs", "emergency"),
    ],
)
def test_nobody_denies_what_it_is_said_of_and_no_more(message: str, expected: str) -> None:
    """ "Nobody is unconscious" denies; who is alone with somebody unconscious denies nothing."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("nurse asked if i lost control of my bowels, i said no. why do they ask", "none"),
        ("the nurse asked about numbness between the legs, I dont have that", "none"),
        ("physio wanted to know if my legs are numb, they arent", "none"),
        ("nurse asked about fever, no", "none"),
        ("i was asked about trouble breathing and said no", "none"),
        ("doctor asked if i leak urine. I answered no", "none"),
        ("nurse asked if i lost control of my bowels, i said yes", "emergency"),
        ("nurse asked if i have chest pain, i said no but now i do", "emergency"),
        ("nurse asked about chest pain, it started today", "emergency"),
        ("i asked about it, my legs are numb, they said no", "emergency"),
        ("she wants me to come but my legs are numb, i said no", "emergency"),
        ("they asked me to come in, my legs are numb. I said no", "emergency"),
    ],
)
def test_what_staff_asked_is_denied_by_the_answer(message: str, expected: str) -> None:
    """Rule 5: the denial stands in the next clause and names no sign."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("treatment of saddle anesthesia", "none"),
        ("management of urinary retention after surgery", "none"),
        ("should i worry about paralysis after fusion", "none"),
        ("do i need to worry about nerve damage and leaking bladder", "none"),
        ("should i worry about my numb legs", "emergency"),
        ("should i worry about this chest pain", "emergency"),
        ("what treatment for my leaking wound", "urgent"),
    ],
)
def test_what_is_only_worried_about_is_talk(message: str, expected: str) -> None:
    """Rules 15 and 16: "my", "this" and "the" make it a report."""
    assert ruled(message) == expected


def test_a_denied_sign_with_any_denies_no_other() -> None:
    """ "I don't have any pain" says nothing about the whole message; "not having any of this" does."""
    assert ruled("I don't have any pain, only I can't pee") == "emergency"
    assert ruled("numb crotch, leaking urine, I'm not having any of this") == "none"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the intake asks have you had seizures, fainting, chest pain. I ticked no to all", "none"),
        ("the intake asks have you had seizures, fainting, chest pain. I ticked yes to one", "emergency"),
    ],
)
def test_what_is_ticked_no_on_a_form_is_denied(message: str, expected: str) -> None:
    assert ruled(message) == expected
