"""A story of somebody further off is no danger, nor what names a plain cause; who may need help now is one."""

from __future__ import annotations

import re

import pytest

from chatbot.normalise import normalise
from chatbot.safety.reading import plain_causes, stories_of_others
from chatbot.safety.triaging import MAY_NAME_A_CAUSE, MAY_TELL_OF_OTHERS
from tests.support.triage import found, rules


@pytest.mark.parametrize(
    "message",
    [
        "My neighbor lost bladder control after his surgery, how common is that?",
        "My neighbor posted that he could not pee for two days after his fusion. Is that likely?",
        "A friend of mine couldn't feel his legs after the operation, and now I'm scared of mine next month.",
        "My cousin in Ohio had a fusion and ended up in a wheelchair, lost his bladder. What are my chances?",
        "my sister's husband got a blood clot in his calf after back surgery, so I want to know the risks",
        "A guy at my church leaked spinal fluid after his surgery. When can I drive after fusion?",
    ],
)
def test_a_story_of_somebody_further_off_is_no_danger(message: str) -> None:
    """Rule 14, where likeness would go by the words of the sign."""
    assert found(message).level == "none"


@pytest.mark.parametrize(
    "message",
    [
        "My neighbor can't feel his legs after his fusion, what should I do?",
        "My cousin passed out after her surgery and she is on the floor",
        "my uncle couldn't pee since his surgery, when can I bring him",
        "My friend lost bladder control after his surgery. Mine did too.",
        "My uncle went numb between the legs after the surgery; should I be worried?",
        "My neighbor went numb between the legs after surgery and I have the same",
        "My cousin lost his bladder after a fusion, and now I'm leaking too",
        "My sister lost control of her bladder after surgery. How common is that?",
        "my friend drove me home after my surgery and I lost bladder control, is that common?",
    ],
)
def test_who_may_need_help_now_is_in_danger(message: str) -> None:
    """Rule 14: somebody else now is of the same class; nor is a story believed that nothing else is asked about."""
    assert found(message).level == "emergency"


def test_a_story_of_a_death_by_the_own_hand_keeps_its_card() -> None:
    """Rule 18: suicide as a topic."""
    assert found("My neighbor took his own life because of the pain. Is that likely?").level == "crisis"


@pytest.mark.parametrize(
    "message",
    [
        "my mom's legs feel heavy after standing",
        "My legs get heavy and tired when I stand too long, is that spinal stenosis?",
        "at the end of the day my legs ache and feel like lead. Which doctor should I see?",
        "My butt is numb from your waiting room chairs lol. How long is the wait usually?",
        "If I laugh any harder I'll wet myself.",
        "If I laugh any harder I'll wet myself. When can I go to the comedy club after fusion?",
        "I'm so nervous about it I could faint, haha. Where do I park?",
    ],
)
def test_what_names_a_plain_cause_is_no_danger(message: str) -> None:
    """Row 6 is weakness, and new (GIRFT); rule 20."""
    assert found(message).level == "none"


@pytest.mark.parametrize(
    ("message", "level"),
    [
        ("my legs feel heavy since the surgery", "emergency"),
        ("my legs feel heavy after standing and my crotch is numb", "emergency"),
        ("my legs give out when I stand too long", "emergency"),
        ("my legs feel weak after standing", "emergency"),
        ("My butt is numb from your chairs and I can't pee", "emergency"),
        ("My butt has been numb since surgery, maybe from the chairs", "emergency"),
        ("I wet myself when I laugh", "emergency"),
        ("I'm so scared I could kill myself", "crisis"),
    ],
)
def test_what_stands_beside_a_plain_cause_counts(message: str, level: str) -> None:
    """A joke or a cause hides nothing else (rule 20), and what is new has another cause."""
    assert found(message).level == level


@pytest.mark.parametrize(
    "message",
    [
        "Neg for saddle anesthesia, neg SI. Needs f/u appt.",
        "calf swelling neg; asking about return to work",
        "Wound drainage: none. When can she shower?",
    ],
)
def test_what_staff_tick_off_is_denied(message: str) -> None:
    """Rule 5."""
    assert found(message).level == "none"


@pytest.mark.parametrize(
    "message", ["I have a fever. None of the nurses call back", "fever, none of my pills help"]
)
def test_a_none_of_something_else_denies_nothing(message: str) -> None:
    """Rule 7."""
    assert found(message).level == "urgent"


def test_all_frames_are_compiled_before_many_messages_are_read() -> None:
    """No emergency shall wait for it; and each frame has a word by which it is looked for."""
    stories_of_others.prepare()
    plain_causes.prepare()
    assert {"neighbor", "sister"} <= MAY_TELL_OF_OTHERS
    assert {"legs", "butt", "laugh", "could"} <= MAY_NAME_A_CAUSE


@pytest.mark.parametrize(
    "message",
    [
        "I pray for all of you.",
        "My dad took his pills this morning, can he come in today?",
        "I took all my morning pills, can I have coffee?",
        "I had trouble peeing right after the operation but it cleared up. Can I fly?",
        "i used to have sciatica in the left leg but it went away after the injection can i stop therapy",
    ],
)
def test_prayers_daily_pills_and_what_cleared_up_are_no_danger(message: str) -> None:
    """Rules 10 and 20."""
    assert found(message).level == "none"


@pytest.mark.parametrize(
    ("message", "level"),
    [
        ("I pray God takes me tonight", "crisis"),
        ("I pray for all of you, goodbye", "crisis"),
        ("dad took all his pills this morning", "emergency"),
        ("my dad took his pills this morning and he won't wake up", "emergency"),
        ("I could not pee after surgery and it has stopped completely", "emergency"),
        ("I had trouble peeing right after the operation, it cleared up, and now it is back", "emergency"),
    ],
)
def test_a_farewell_and_too_many_pills_keep_their_card(message: str, level: str) -> None:
    """One word more than a prayer, the daily dose or a good end."""
    assert found(message).level == level


def test_a_story_without_a_sign_is_left_as_it_is() -> None:
    """Nothing of it could be taken for a danger."""
    message = normalise("My neighbor had a long rest after his surgery, how common is that?")
    assert stories_of_others.without_stories_of_others(message, rules()) is message


def test_every_repetition_of_words_is_bounded_where_plain_causes_are_looked_for() -> None:
    """ "legs in work in work ..." to the full length of a message took a second, nearly all of it in this frame."""
    assert re.search(r"\)[*+]|\{\d*,\}", plain_causes._CAUSE) is None
    assert found("my legs " + "in work " * 240).level == "none"
