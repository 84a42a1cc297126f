"""Which words a card carries: for whom, and the danger's own line."""

from __future__ import annotations

import pytest

from chatbot.engine import Chatbot
from chatbot.knowledge import Clinic
from chatbot.normalise import normalise
from chatbot.safety import Finding, card, standing_line
from chatbot.safety.cards.own_death import is_own_death
from chatbot.safety.cards.whose import is_anothers
from tests.support.triage import found, rules


@pytest.mark.parametrize(
    ("message", "is_own"),
    [
        ("my kids would be happier if i was gone", True),
        ("my mother would get over it if i died", True),
        ("my kids dont need me anymore, they would be fine if i was dead", True),
        ("my husband found my note and now i want to do it even more", True),
        ("my daughter says i should live but i dont want to", True),
        ("my son is the only reason i havent done it", True),
        ("I read about a man who ended it. I understand him more every day", True),
        ("my wife says she wants to die", False),
        ("my husband keeps saying we would be better off without him", False),
        ("i am worried my brother will kill himself", False),
        ("my uncle took his own life. I understand him now", True),
        ("man this is too much, i do not want to be here", True),
        ("my boss would not even notice if i was gone", True),
        ("my wife found my letter, i just want it to be over", True),
        ("my kids do not need to see me like this, i want to be gone", True),
        ("My husband does not want to live anymore", False),
        ("My spouse does not want to live anymore", False),
        ("my stepdad does not want to live anymore", False),
        ("mama does not want to live anymore", False),
        ("my mama does not want to live anymore", False),
        ("my buddy does not want to live anymore", False),
        ("Grandad does not want to live anymore", False),
        ("My son wants to kill himself. I understand nothing anymore", False),
        ("My son wants to kill himself. I know nothing anymore", False),
        ("I understand my husband is depressed, he says he wants to end his life", False),
        ("My daughter wants to die. I understand why but what can I do", False),
        ("My son wants to kill himself and I understand he has pills at home", False),
        ("My letter from school says my son wants to kill himself", False),
        ("i think she died inside and wants to kill herself", False),
    ],
)
def test_a_crisis_is_of_the_one_who_would_be_gone(message: str, is_own: bool) -> None:
    """Whoever hints at their own death names those who stay, and must not be thanked for looking out for them."""
    finding = found(message)
    assert finding.level == "crisis"
    assert finding.third_person is not is_own


@pytest.mark.parametrize(
    ("message", "is_own"),
    [
        ("they dont need me", True),
        ("my letter is on the table", True),
        ("he found my note", True),
        ("my note from the doctor", False),
        ("my note", False),
        ("a man killed himself i envy him", True),
        ("i envy him", False),
        ("a man killed himself i understand why", False),
        ("i do not want to be here", True),
        ("i want to visit him", False),
        ("i want him to live", False),
        ("i want", False),
        ("tell me", False),
        ("he wants to die", False),
    ],
)
def test_ones_own_death_is_told_from_anothers(message: str, is_own: bool) -> None:
    assert is_own_death(normalise(message).tokens, rules()) is is_own


@pytest.mark.parametrize(
    ("message", "is_of_another"),
    [
        ("my lady parts are numb", False),
        ("cant go to the little boys room, nothing happens when i stand there", False),
        ("my stitches popped open", False),
        ("my neighbor couldnt pee after fusion, same thing is happening to me now", False),
        ("my neighbor cant pee", True),
        ("my grandson ate one of my pain pills, he seems ok", True),
        ("wound is oozing and he is so sleepy i can hardly wake him", True),
        ("my granddaughter took my oxycodone and is very sleepy", True),
    ],
)
def test_a_card_speaks_to_whoever_is_unwell(message: str, is_of_another: bool) -> None:
    """Rule 14."""
    assert found(message).third_person is is_of_another


@pytest.mark.parametrize(
    ("message", "is_of_another"),
    [
        ("man my legs are numb", False),
        ("a loud pop and then my legs were numb", False),
        ("the lady parts are numb", False),
        ("my pop is numb", True),
        ("this man is numb", True),
        ("toddler is numb", True),
        ("my kids say my leg is numb", False),
        ("surgeon says he wants to see my numb leg", False),
        ("boss says my leg is numb", False),
        ("i worry about my spouse", True),
        ("numb", False),
    ],
)
def test_words_alone_tell_of_whom_a_message_is(message: str, is_of_another: bool) -> None:
    """Every person of the family `relative` counts, and no word that is only said to nobody or of a thing."""
    assert is_anothers("emergency", normalise(message).tokens, rules()) is is_of_another


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("sudden dizzy cannot walk straight and everything spins and one arm weak", "stroke-side"),
        ("the left side is kind of melted and i keep dropping the fork", "stroke-side"),
        (
            "he put on a second pain patch and sits there chin on chest, we got to shout",
            "blue-or-slow-breath",
        ),
        ("lips going grey barely breathing", "blue-or-slow-breath"),
        ("my tush feels frozen solid and i can pinch it and nothing", "saddle-numbness"),
        ("Since the operation I no feel nothing between the legs", "saddle-numbness"),
        ("they took the catheter out and I still have not gone", "saddle-numbness"),
        ("the whole underneath of me has gone numb", "saddle-numbness"),
        ("since Monday I need diaper", "saddle-numbness"),
        ("he kicked me in the spine and i peed myself and cant feel my feet", "cannot-move"),
        ("i fell and cant move my legs", "cannot-move"),
    ],
)
def test_a_card_carries_the_dangers_own_line(message: str, line: str) -> None:
    """Note the time, naloxone, "even if you have no pain", lie still."""
    assert found(message).line == line


BARE = Clinic(emergency_number="", front_desk="")
FULL = Clinic(
    surgeon="Dr. X", emergency_number="112", front_desk="Ann", phone="1", urgent_phone="2", address="5 A St"
)


@pytest.mark.parametrize(
    ("clinic", "line"),
    [
        (BARE, "Call 911 or 911, ask the front desk or the surgeon, or call the number on your papers."),
        (FULL, "Call 112 or 112, ask Ann or Dr. X, or call 2. Come to 5 A St."),
    ],
)
def test_a_card_knows_every_setting_of_the_clinic(clinic: Clinic, line: str) -> None:
    """By the same names as the knowledge base ({number} is an older one); {phone} is whom to call now."""
    text = "Call {emergency_number} or {number}, ask {front_desk} or {surgeon}, or call {phone}.[[ Come to {address}.]]"
    replies = {"standing-urgent": text, "urgent-no-phone": "the number on your papers"}
    assert standing_line("urgent", rules()._replace(replies=replies), clinic) == line


@pytest.mark.parametrize("clinic", [BARE, FULL, Clinic()])
def test_no_card_shows_a_brace(clinic: Clinic) -> None:
    """Every class and sign, for oneself and for another, whatever the clinic has set."""
    for sign in rules().signs:
        if sign.level == "companion":
            continue
        for third_person in (True, False):
            finding = Finding(level=sign.level, signs=(sign.id,), third_person=third_person)  # type: ignore[arg-type]
            assert not set("{}[]") & set(card(finding, rules(), clinic))


def test_a_question_that_breaks_off_beside_a_sign_keeps_no_card_from_being_shown(bot: Chatbot) -> None:
    told = "i sat down on the toilet seat and my butt couldnt feel if it was cold"
    text = f"kinda embarrassing but is it normal that... {told}"
    note = bot.ask(text).reply.safety
    assert note is not None
    assert note.level == "emergency"
