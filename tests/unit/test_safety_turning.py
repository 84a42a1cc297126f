"""Signs of the past that have taken a turn, and a present that has nothing to do with them (rules 10 and 11)."""

from __future__ import annotations

import pytest

from tests.support.triage import found


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("before the surgery my leg was weak, now it is getting worse", "urgent"),
        ("before the surgery I leaked urine a little, now all the time", "emergency"),
        ("before the surgery my foot dragged now and then, now every day and I trip", "urgent"),
        ("before the surgery I had chest pain. Now even more", "emergency"),
        ("years ago my leg was weak, and today my leg is weak", "urgent"),
        ("before the surgery my wound leaked, it stopped, and since yesterday my wound leaks", "urgent"),
        ("before the operation I was fine, now I soil myself", "emergency"),
        ("I could feel my bottom before the surgery, now I can't", "emergency"),
        ("he could move his legs before the surgery but now he can't", "emergency"),
        ("I used to be able to hold my bladder but now I can't", "emergency"),
        ("years ago my leg was weak, now I walk a mile and both legs went numb today", "emergency"),
        ("in 2015 I couldn't feel my foot, it healed, and my calf is swollen", "urgent"),
        ("before the surgery my leg was numb. Then it got better and my calf is swollen", "urgent"),
        ("years ago I had a wound infection, now I'm fine, but last night I soiled myself", "emergency"),
    ],
)
def test_what_is_worse_now_or_told_of_a_new_time_is_there(message: str, expected: str) -> None:
    assert found(message).level == expected


@pytest.mark.parametrize(
    "message",
    [
        "years ago I had a wound infection, it healed, and is a swollen calf normal",
        "years ago I had a wound infection, it healed, and my wife is scared of clots",
        "years ago my leg was weak, then it got better and my leg is only tired",
        "years ago my leg was weak, it healed and my leg has been weak as before",
        "years ago I had a clot, it healed and my calf is back to normal",
        "my leg was weak, it healed and my leg was numb once",
        "before the fusion both legs were weak. now I'm fine and I sleep well",
        "before the fusion my foot dragged, now I have more energy",
        "years ago I had chest pain, now less and less. Can I have the operation?",
        "years ago my leg was weak. It is fine. I came home. now every day I walk a mile",
        "years ago my leg was weak. I read a lot. My dog is old. It is worse",
        "my foot has been numb for six years, now my foot is numb the same as ever",
        "years ago my leg was weak, now my leg is less weak and improving",
        "I could play golf before the operation, now I can't. When can I?",
        "I could sleep on my side before the surgery, now I can't",
        "The wound in first week was little wet, doctor looked, now more than month it is dry and healed. Sauna?",
    ],
)
def test_a_present_that_says_nothing_of_the_sign_turns_nothing(message: str) -> None:
    assert found(message).level == "none"
