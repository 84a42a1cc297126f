"""Clauses of a message read by themselves: reports beside questions, sayings, what is said of an answer, long stories.

Where a rule decides, the rules are asked alone: what likeness learnt must not be what makes the test pass.
"""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety.reading.clauses import clauses
from tests.support.triage import level, ruled


@pytest.mark.parametrize(
    ("message", "report"),
    [
        ("when can I drive my legs are numb", "my legs are numb"),
        ("how long until the fusion heals i have chest pain", "i have chest pain"),
        ("is the brace needed his wound is leaking", "his wound is leaking"),
        ("pressure in the chest is it from the screws", "pressure in the chest"),
    ],
)
def test_a_report_that_runs_into_a_question_is_read_alone(message: str, report: str) -> None:
    assert report in [" ".join(clause.tokens) for clause in clauses(normalise(message))]


@pytest.mark.parametrize(
    "message",
    [
        "how long till my wound is healed",  # what a small word leads to belongs to the question
        "does a fusion mean my legs are weak",  # so does what a word of thinking leads to
        "my surgery was long my legs are fine",  # nothing is asked
        "when can i take my brace off",  # no verb of its own
        "why, my legs are numb",  # read by its comma already
        "when can I drive i wonder",
        "pressure in the chest is it the screws",
    ],
)
def test_what_is_part_of_a_question_is_no_report(message: str) -> None:
    assert list(clauses(normalise(message))) == []


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("i'm not suicidal i'm pissed off. how long am i out of work", "none"),
        ("i was pissed when the doctor was late", "none"),
        ("i pissed the bed", "emergency"),
        ("cant piss", "emergency"),
        ("parking there is suicide, any valet?", "none"),
        ("career suicide to take 3 months off", "none"),
        ("suicide is the only way out", "crisis"),
        ("parking outside, thinking of suicide", "crisis"),
        ("never been suicidal", "none"),
        ("saving my pills for the flight", "none"),
        ("i am saving up my pills", "crisis"),
        ("burden of cost on my family, is there a payment plan", "none"),
        ("i am a burden on my family", "crisis"),
        ("blind in one eye since birth", "none"),
        ("i went blind in one eye", "emergency"),
    ],
)
def test_sayings_of_anger_money_and_traffic(message: str, expected: str) -> None:
    """Rule 20: decided by what it is said of."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("That didn't answer me. What good does another one do?", "none"),
        ("she didn't answer me when I asked about the screws", "none"),
        ("she didn't answer me when I shook her", "emergency"),
        ("Well I reckon you can't say. What are the dangers of it?", "none"),
        ("Can't say I like that", "none"),
        ("she can't say what she wants since an hour", "emergency"),
        ("I can't find the words for this pain", "none"),
        ("he can't find the words for things since this morning", "emergency"),
        ("my knee op failed", "none"),
        ("my knee failed suddenly, no strength", "urgent"),
    ],
)
def test_what_is_said_of_an_answer_or_an_operation_is_no_sign(message: str, expected: str) -> None:
    """Each with its near miss, which is one."""
    assert ruled(message) == expected


_BEFORE_IT = (
    "We moved to Queens in 2019 and I had my fusion in June at L4-L5. My daughter drives me to therapy twice a week"
    " and the therapist is pleased with my walking. I use a cane outside only."
)


_AFTER_IT = (
    "But mainly I would like to know whether the hardware can be taken out later. My neighbor says a year. Thank you"
    " for the nice staff."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dad has started wearing diapers since Monday because he can't hold it anymore.", "emergency"),
        ("What about incontinence? Mine began last week.", "emergency"),
        ("He says neither leg will hold him since noon.", "emergency"),
        ("If I could just fall asleep and that would be it.", "crisis"),
        ("I've been putting some of my pills aside each week, for when it gets too much.", "crisis"),
        ("My toes catch on the carpet since last week.", "urgent"),
        ("I leaned over the sink and my back ached as always.", "none"),
        ("My car will not start and I can't make my appointment.", "none"),
        ("I laughed so hard I almost wet myself at your waiting room video.", "none"),
    ],
)
def test_a_sign_in_the_middle_of_a_long_story(sentence: str, expected: str) -> None:
    """Rule 4: length never lowers the class, nor does a question about something ordinary."""
    assert level(f"{_BEFORE_IT} {sentence} {_AFTER_IT}") == expected


@pytest.mark.parametrize(
    "message",
    [
        "I won't be around in April, can you see me in June?",
        "We won't be needing the crutches any longer. He walks! Where can I donate them?",
        "So as not to be a burden on my son after surgery, do you arrange a nurse?",
    ],
)
def test_what_is_asked_behind_it_says_how_a_clause_is_meant(message: str) -> None:
    """Rule 20: a clause that is a saying in the whole message raises nothing when it is read by itself."""
    assert level(message) == "none"


def test_a_saying_in_a_message_hides_no_other_clause() -> None:
    assert (
        level("I won't be around in April, can you see me in June? And my groin is numb since today")
        == "emergency"
    )
