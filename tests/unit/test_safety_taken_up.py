"""A sign that is denied, supposed or asked about and then said to be there, and one that only sounds so."""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety.in_context.presupposing import presupposes
from tests.support.triage import found


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("they warned me i might lose my bladder and since monday i have", "emergency"),
        ("my bowels never leaked before. now they really do", "emergency"),
        ("i was told the wound might open and it has", "urgent"),
        ("you told me to ring if i couldn't breathe well. that's me", "emergency"),
        ("i did not want to die before. now i do", "crisis"),
        ("i used to never faint. now it's every night", "emergency"),
        ("the nurse told me not to worry about fainting but it keeps happening", "emergency"),
        ("which medicine stops fainting? she had it all night", "emergency"),
        ("the sheet says to call if his legs go numb, well that is him", "emergency"),
        ("you said to call if he can not pee so we are calling", "emergency"),
        ("the sheet says fainting can come. that is what she has", "emergency"),
        ("no fainting. i had that in my notes", "none"),
        ("the sheet says fainting can come. that is her book", "none"),
        ("no fever. i do have a question", "none"),
        ("no chest pain. she thinks i do", "none"),
        ("i was told i might faint and i did well", "none"),
        ("i don't have chest pain, it is my birthday", "none"),
        ("the doctor said i might faint. that is what he says", "none"),
        ("the doctor said i might faint, he was calling", "none"),
        ("no fever, all day only soup", "none"),
    ],
)
def test_what_is_taken_up_is_there(message: str, expected: str) -> None:
    """Rules 5, 16 and 17; nothing but a time may stand behind the verb that takes it up."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("i did not have chest pain until today", "emergency"),
        ("i never had seizures until this operation", "emergency"),
        ("no chest pain until now", "none"),
        ("i did not have chest pain until my surgery in 1998 and it went away", "none"),
        ("the doctor said chest pain may come until it heals", "none"),
    ],
)
def test_what_was_not_until_then_began_then(message: str, expected: str) -> None:
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("i might be having a stroke", "emergency"),
        ("she may have had a seizure in the night", "emergency"),
        ("i may have wet myself last night", "emergency"),
        ("i may be paralyzed one day", "none"),
        ("i might be going to faint when they take the staples out", "none"),
        ("they told me i may lose control of the bladder", "none"),
    ],
)
def test_what_may_be_there_by_now_counts(message: str, expected: str) -> None:
    """Rule 17: what may come does not."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("how do i stop having seizures", "emergency"),
        ("when does he stop coughing up blood", "emergency"),
        ("how do they stop the bleeding during surgery", "none"),
        ("what if i stop breathing under anesthesia, who is watching me", "none"),
        ("when can i stop wearing the stockings for swelling", "none"),
        ("i don't want to lose control of my bladder again like last night", "emergency"),
        ("i'd hate to lose control of my bladder", "none"),
        ("i hate to say it but i lost control of my bladder", "emergency"),
        ("i dreamt i was paralyzed, woke up paralyzed", "emergency"),
        ("i dreamt i was paralyzed", "none"),
        ("call if i get chest pain", "none"),
        ("if i get up my legs go numb", "emergency"),
        ("should i worry about losing feeling after the operation", "none"),
        ("should i worry about this losing feeling in both legs", "emergency"),
    ],
)
def test_what_is_to_stop_is_there_and_what_is_not_wanted_is_not(message: str, expected: str) -> None:
    """Rules 15 to 17."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("i don't get chest pain", "none"),
        ("she is not going numb in both legs", "none"),
        ("i do not get enough air", "emergency"),
        ("i don't get why both my legs are numb", "emergency"),
        ("i am not getting any feeling back between my legs", "emergency"),
        ("i did not realize i was leaking urine", "emergency"),
        ("i do not leak urine", "none"),
        ("i am not gasping for air", "none"),
        ("he never wets himself", "none"),
    ],
)
def test_what_one_does_not_get_is_denied(message: str, expected: str) -> None:
    """Rules 5 and 6: "not getting air" is a sign itself."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("i haven't lost feeling between my legs", "none"),
        ("dont have numbness dont have weakness dont have breath", "emergency"),
        ("no pus no smell no redness just blood, it's through the third towel", "emergency"),
        ("luckily i am not losing feeling between my legs", "none"),
        ("i'm worried about losing feeling between my legs", "none"),
    ],
)
def test_a_clause_that_only_denies_is_like_nothing(message: str, expected: str) -> None:
    assert found(message).level == expected


def test_what_is_asked_why_is_presupposed() -> None:
    """Rule 16; "why do I need a scan for chest pain" asks for a scan."""
    assert found("why do i faint").level == "emergency"
    assert found("why do i need a scan for chest pain").level == "none"
    assert found("why did i have to stop lifting").level == "none"
    assert found("does that explain why i faint").level == "emergency"
    assert found("explain why i may lose feeling in both legs").level == "none"
    assert found("does it say why patients faint").level == "none"
    assert presupposes(normalise("what does it mean that i had a seizure").tokens)
    assert not presupposes(normalise("what does a seizure mean").tokens)
    assert not presupposes(normalise("does my scan show a leak").tokens)
