"""What is told behind words that hedge it, ask if it is normal, or say that it can happen (rule 16)."""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety.reading.framed import told_behind, without_hedge
from tests.support.triage import found


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("What does it mean when both my feet go numb?", "emergency"),
        ("What does it mean when the incision has been oozing since Monday?", "urgent"),
        ("is it ok that there is pus on the bandage", "urgent"),
        ("why is it that there is pus", "urgent"),
        ("I read that it can happen, my legs have been numb since noon", "emergency"),
        ("they told me to tell you that there is pus", "urgent"),
        # what can happen to people, to a thing, or only in words
        ("what does it mean when people can not pee", "none"),
        ("what does it mean when the screws are loose?", "none"),
        ("what does it mean when legs numb", "none"),
        ("what does it mean if there is pus", "none"),
        ("I read that it can happen, the screws get loose", "none"),
    ],
)
def test_what_is_told_behind_words_that_take_it_for_granted_is_there(message: str, expected: str) -> None:
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("is it normal that my wound is open?", "my wound is open"),
        ("is it normal that my wound is red, or should I call?", "my wound is red, or should I call?"),
        ("is it normal that it is red, will it go? I am Ann", "it is red, will it go?"),
    ],
)
def test_the_question_mark_belongs_to_who_asks(message: str, told: str) -> None:
    """Behind a pause it may be of another question."""
    question = normalise(message)
    end = next((at for at, word in enumerate(question.words) if word.mark == "."), len(question.words))
    part = told_behind(question, 0, end)
    assert part is not None
    assert part.text[part.words[0].start :].strip() == told


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("I know you are busy and this is probably nothing but my foot drags", "my foot drags"),
        ("sorry to bother you on a Sunday, but when do you open", "when do you open"),
        ("not sure if this matters but what is a graft", "what is a graft"),
        # what says more than that
        ("I am sorry but I can not go on", "i am sorry but i can not go on"),
        ("nothing hurts but my leg", "nothing hurts but my leg"),
        ("this is probably nothing but", "this is probably nothing but"),
        ("is it nothing", "is it nothing"),
    ],
)
def test_a_hedge_says_nothing(message: str, left: str) -> None:
    assert " ".join(without_hedge(normalise(message)).tokens) == left


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I know you are busy and this is probably nothing but where is the bathroom", "none"),
        ("not sure if this matters but I am drowning in bills", "none"),
        ("I know you are busy and this is probably nothing but I can not feel my crotch", "emergency"),
        ("sorry to bother you but I do not want to be here anymore", "crisis"),
    ],
)
def test_a_hedge_makes_nothing_more_serious_or_less(message: str, expected: str) -> None:
    assert found(message).level == expected


def test_what_is_found_behind_a_hedge_lies_in_the_message() -> None:
    message = "This is probably nothing but my crotch is numb"
    (start, end), *_ = found(message).spans
    assert "numb" in message[start:end]
