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
        ("quick one: is excessive bleeding one of the hazards?", "none"),
        ("Quick one: I don't want to live", "crisis"),
        ("Hope someone can help me out here, I don't want to live", "crisis"),
        ("i would have to pay it myself", "none"),
        ("i have to drive myself there", "none"),
        ("i would have to drive myself off a bridge", "crisis"),
        ("i would do it myself if i had the nerve", "crisis"),
        ("i will do it myself tonight", "crisis"),
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


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        # who cancels a visit
        ("I won't be able to make it on Friday", "none"),
        ("sorry, we will not be able to come in next week, something came up at work", "none"),
        ("I won't be able to make it to my appointment on Monday, can we reschedule", "none"),
        ("I won't make it to Friday", "crisis"),
        ("I won't be able to make it through the night", "crisis"),
        ("I won't be able to do this anymore", "crisis"),
        # what a letter is for
        ("I wrote the letter to my employer", "none"),
        ("the surgeon's note is ready", "none"),
        ("the doctor's note is signed", "none"),
        ("I wrote the letter to my children", "crisis"),
        ("the note to my boss is written and the pills are here", "crisis"),
        # what is done, or too much, or enough
        ("i would do it myself", "none"),
        ("I would rather do it myself than hire an aide", "none"),
        ("the train is too much for me", "none"),
        ("it is too much for me", "none"),
        ("life is too much for me", "crisis"),
        ("I had enough of pills", "none"),
        ("I take enough tablets as it is", "none"),
        ("I have enough pills", "crisis"),
        # hope, an operation asleep, who fetches one, what is not wanted again
        ("I already take meds. is there still hope", "none"),
        ("there is no hope left for me", "crisis"),
        ("I was hoping not to be put under", "none"),
        ("I was hoping not to wake up", "crisis"),
        ("tell my wife I am ready, she can pick me up at noon", "none"),
        ("tell my wife I am sorry for everything, she can pick me up", "crisis"),
        ("the therapist was a waste of time, I won't be going back there", "none"),
        ("I do not want to live on pills", "none"),
        ("I do not want to live on this earth", "crisis"),
        # who is away, who stays as they are, and sayings
        ("I will be gone all July", "none"),
        ("I will be gone all April", "none"),
        ("I will be gone all December", "none"),
        ("I will be gone in December for good", "crisis"),
        ("I will be gone soon", "crisis"),
        ("I decided not to go through with it", "none"),
        ("I won't be needing the appointment anymore", "none"),
        ("I won't be needing anything anymore", "crisis"),
        ("I don't think I will make it on time", "none"),
        ("I don't think I will make it", "crisis"),
        ("it is over my head", "none"),
        ("how do I delete myself from your list", "none"),
        ("I want to delete myself", "crisis"),
        ("there is no point in waiting", "none"),
        ("there is no point in living", "crisis"),
        ("they'd be better off with another surgeon", "none"),
        ("they'd be better off without me", "crisis"),
        ("I'd rather not wake up at 5", "none"),
        ("I'd rather not wake up", "crisis"),
        # accidents at home and at work
        ("I burned my hand on the stove", "none"),
        ("I burned my arm on the stove on purpose", "crisis"),
        ("I hurt myself again at work", "none"),
        ("I hurt myself again", "crisis"),
        # how one dose is taken
        ("I have the pills in my hand, do I take them before breakfast", "none"),
        ("I have the pills in my hand, I want to take them all", "crisis"),
    ],
)
def test_what_only_sounds_like_a_hint_is_none(message: str, expected: str) -> None:
    """Row 27, by its words alone: one more word, and it is one."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I wet my bandage in the shower by mistake", "none"),
        ("my dressing got wet in the rain", "none"),
        ("my dressing got wet with yellow fluid", "urgent"),
        ("I wet myself in the shower by mistake", "emergency"),
        ("I finished all my pills, do I get a refill", "none"),
        ("I took all my pills as directed today", "none"),
        ("I took all my pills", "emergency"),
        ("I took all my pills, do I get to see my wife again", "emergency"),
    ],
)
def test_a_wet_dressing_and_pills_that_are_used_up_are_no_signs(message: str, expected: str) -> None:
    """Rows 3, 15 and 18, where nothing else is said."""
    assert level(message) == expected
