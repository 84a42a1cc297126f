"""Words that lost the space between them are read as the words they are; plain words and names stay whole."""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety import triage
from chatbot.safety.reading import glued
from chatbot.safety.reading.glued import unglued
from tests.support.triage import rules


def words(message: str) -> str:
    return " ".join(unglued(normalise(message), rules()).tokens)


@pytest.mark.parametrize(
    ("message", "level"),
    [
        ("i cantbreathe", "emergency"),
        ("cantpee", "emergency"),
        ("mylegs are numb", "emergency"),
        ("numbbetween my legs", "emergency"),
        ("mychest hurts", "emergency"),
        ("both legsnumb", "emergency"),
        ("ican'tfeelmylegs", "emergency"),
        ("chest.pain", "emergency"),
        ("feverof 102", "urgent"),
        ("woundisleaking", "urgent"),
        ("gotafever", "urgent"),
        ("i wantto die", "crisis"),
        ("iwanttodie", "crisis"),
        ("killmyself", "crisis"),
        ("ive lostcontrol of my bladder", "emergency"),
        ("throwingup blood", "emergency"),
        ("my cut has comeopen", "urgent"),
    ],
)
def test_a_lost_space_hides_no_sign(message: str, level: str) -> None:
    """The shortest messages, typed in the greatest fear, have no other clue."""
    assert triage(normalise(message), rules()).level == level


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("ican'tfeelmylegs", "i can not feel my legs"),
        ("imnumbdownthere", "i am numb down there"),
        ("chesthurts since noon", "chest hurts since noon"),
        ("The woundisleaking.", "the wound is leaking"),
    ],
)
def test_glued_words_are_parted(message: str, read: str) -> None:
    assert words(message) == read


@pytest.mark.parametrize(
    "message",
    [
        "nightfall",  # two ordinary words, of which the first is no verb
        "a checkup",
        "footrest",  # two known words that are no sign
        "headrest and handicap parking",
        "doctor blackburn",
        "doctor fallon",  # "fall on": no small word that ends a glued one
        "an impatient, improper impulse",  # not "I am patient"
        "sheared screw",  # not "she a red"
        "is pseudarthrosis common",
        "leakng",  # a slip, which spelling repairs
        "wunderbar",
        "fever2day",
        "m" + "my" * 20 + "legs",  # longer than any slip
        "mymymymymymymymylegs",  # more words than one slip glues
        "mylegsmyboy",  # the last one is no word of a sign
        "notyet",  # small words alone
    ],
)
def test_words_that_hold_no_sign_stay_whole(message: str) -> None:
    assert words(message) == " ".join(normalise(message).tokens)


def test_parts_stand_at_the_place_of_their_word() -> None:
    """As the words of a contraction do, so that what a card points to lies in the message as it was typed."""
    message = normalise("today icantpee. why")
    parted = unglued(message, rules())
    assert [(word.start, word.end) for word in parted.words[1:5]] == [(6, 14)] * 4
    assert [word.mark for word in parted.words] == ["", "", "", "", "", "."]
    assert parted.text == message.text


def test_only_points_without_a_space_part_no_sentences() -> None:
    assert [word.mark for word in unglued(normalise("numb.between.my.legs"), rules()).words] == [""] * 4
    assert unglued(normalise("It hurts. Why"), rules()).words[2].mark == "."


def test_what_was_looked_up_is_bounded_and_can_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strangers' words fill no memory, and none is left after a patient."""
    monkeypatch.setattr(glued, "_MEMORY_LIMIT", 3)
    for letter in "abcdefg":
        words(f"qwxz{letter}v")
    assert len(rules().worked_out["glued"]) <= 3
    rules().forget_words()
    assert "glued" not in rules().worked_out
    assert words("mylegs") == "my legs"
