"""What a message says is over, in so many words, is no danger; what is missed, or is back, is one all the same."""

from __future__ import annotations

import pytest

from chatbot.safety.reading import told_as_over
from chatbot.safety.triaging import MAY_TELL_WHAT_IS_OVER
from tests.support.triage import found


@pytest.mark.parametrize(
    "message",
    [
        "before the operation I leaked urine, now I walk two miles a day",
        "I leaked urine before the surgery, now all is well",
        "before surgery I couldn't lift my arm, now I can",
        "when I was young I had chest pain, not any more. can I have the surgery",
        "I used to drag my foot, but not since the surgery",
        "he used to leak urine, now he is dry",
        "I don't leak urine anymore since the surgery, when can I drive?",
        "I no longer have trouble swallowing",
        "no more foot drop thank god, can I drive",
        "the pus from the wound is gone since the surgery, may I swim?",
        "before my fusion my speech was slurred, now I am fine",
    ],
)
def test_what_is_told_as_over_is_no_danger(message: str) -> None:
    """Rules 10 and 11, where likeness would go by the words of the sign."""
    assert found(message).level == "none"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("before the operation I leaked urine, now I walk and can't feel my bottom", "emergency"),
        ("the numbness between my legs was gone after the first surgery, now it has come back", "emergency"),
        ("no more pain and I leak urine", "emergency"),
        ("no more urine coming out since the surgery", "emergency"),
        ("I used to feel my bladder, not any more", "emergency"),
        ("I don't feel my legs any more", "emergency"),
        ("I don't cough up blood any more", "emergency"),
        ("I used to think about killing myself, but not since the surgery, now I do again", "crisis"),
    ],
)
def test_what_is_missed_or_is_there_is_danger(message: str, expected: str) -> None:
    """Only a sign can be over: a function that has gone is one, and blood once coughed up has passed (row 9)."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("can clear fluid from the incision happen after surgery?", "none"),
        ("what causes a red hot incision?", "none"),
        ("when is pus from the wound dangerous?", "none"),
        ("do people get clear fluid from the incision after a fusion?", "none"),
        ("is bleeding that won't stop a risk of the fusion?", "none"),
        ("what causes the clear fluid that drips from my incision?", "urgent"),
        ("why is the incision red and hot?", "urgent"),
        ("clear fluid drips from the incision, can that happen after surgery?", "urgent"),
    ],
)
def test_a_question_about_what_can_happen_to_people_is_no_report(message: str, expected: str) -> None:
    """Rule 15, where likeness would go by the words of the sign; "my" and "why" tell that it is there (rule 16)."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    "message",
    [
        "no more fever and fluid runs from the wound",
        "no more chills but fluid runs from the wound",
        "the pain is gone since the surgery and pus comes out of the cut",
    ],
)
def test_what_is_said_behind_what_is_over_is_there(message: str) -> None:
    """What follows an "and" is no part of what is over, where it is a sentence."""
    assert found(message).level == "urgent"


def test_both_of_two_things_are_over() -> None:
    """One word behind the "and" belongs to what is over."""
    assert found("no more fever and chills").level == "none"


def test_a_message_without_a_word_of_any_frame_is_passed_by() -> None:
    """The triage asks for these words before it loads the frames; they must be all of them."""
    assert set.union(*(set(words) for words, _ in told_as_over._FRAMES)) == MAY_TELL_WHAT_IS_OVER
