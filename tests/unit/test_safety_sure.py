"""What is sure: crossings that stand however ordinary a message is, and of which likeness learns nothing."""

from __future__ import annotations

import copy
import re

import pytest

from chatbot.knowledge_files import loading
from tests.support.tool import tool_named
from tests.support.triage import found, level


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I need somebody to talk me out of it", "crisis"),
        ("I need somebody to talk me out of it. what are your opening hours?", "crisis"),
        ("is there anyone who can keep me from doing it", "crisis"),
        ("who can I call before I do something stupid", "crisis"),
        ("I'm frightened I will do something", "crisis"),
        ("a number for when you don't trust yourself", "crisis"),
        ("where do I find the crisis line", "crisis"),
        ("what is the number for the suicide line", "crisis"),
        ("how does 988 work on my phone, I'm not safe", "crisis"),
        ("can you talk me out of the surgery", "none"),
        ("somebody has to keep me from eating so much", "none"),
        ("who do I call, I don't trust myself on the stairs", "none"),
        ("a number for when you are closed", "none"),
        ("I used to volunteer for the crisis line, where is it now", "none"),
        ("I don't need anybody to talk me out of it", "none"),
    ],
)
def test_who_asks_for_help_against_the_own_hand_is_in_a_crisis(message: str, expected: str) -> None:
    """Row 27: it is asked for in words as ordinary as those of any other question."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I have the pills here", "crisis"),
        ("I have the pills here. when can I drive?", "crisis"),
        ("I have the pills here. how many do I take?", "none"),
        ("I have the pills here that the doctor prescribed", "none"),
        ("the note is written", "crisis"),
        ("I wrote the letter", "crisis"),
        ("I wrote the letter of appeal", "none"),
        ("the note for work is written", "none"),
        ("I flushed my pills so I couldn't use them on myself", "crisis"),
        ("I flushed my old pills so nobody gets them", "none"),
        ("my husband wants his whole bottle so he can be done", "crisis"),
        ("he wants his whole bottle of water", "none"),
        ("help him be done with it", "crisis"),
        ("help him be done with the exercises", "none"),
        ("tell my kids I love them", "crisis"),
        ("tell my kids I love them, I am in the waiting room", "none"),
        ("I don't want to be a burden on her any longer", "crisis"),
        ("I don't want to be a burden, is there an aide", "none"),
        ("no way I can live with this pain", "crisis"),
        ("no way I can live with a brace", "none"),
    ],
)
def test_means_and_letters_that_are_ready_are_a_crisis_and_ordinary_ones_are_none(
    message: str, expected: str
) -> None:
    """Row 27: what the pills or the letter are for may stand in another sentence."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("no can pee", "emergency"),
        ("no, can I pee after it", "none"),
        ("pipi come without I want", "emergency"),
        ("down no feel", "emergency"),
        ("blood no stop", "emergency"),
        ("hand no close", "urgent"),
        ("air no come", "emergency"),
        ("speak no good, mouth crooked", "emergency"),
        ("I speak no good English", "none"),
        ("my legs keep giving up and coming back", "emergency"),
        ("my legs keep getting better and coming back", "none"),
        ("air no come from the fan in the room", "none"),
        ("some minutes my legs hold me, some minutes they don't", "emergency"),
        ("the pain in my legs comes and goes", "none"),
        ("my stool just comes", "emergency"),
        ("my stool just comes hard", "none"),
    ],
)
def test_signs_in_little_english_and_those_that_come_and_go(message: str, expected: str) -> None:
    """Rows 1 to 14 and 20, as people tell them who have few words, or whose strength is back for a minute."""
    assert level(message) == expected


def test_what_is_sure_takes_nothing_away() -> None:
    """An emergency stays one, and its card names 988 for the crisis beside it; a fragment's hint does not hide it."""
    both = found("I can not breathe. I need somebody to talk me out of it.")
    assert (both.level, both.also_crisis) == ("emergency", True)
    assert level("foot no go up, do I need an MRI?") == "urgent"


def test_likeness_learns_nothing_of_what_is_sure() -> None:
    """So that more of it changes no other message, and needs no learning again."""
    learning = tool_named("learn_safety")
    data = loading.read_safety().data
    more = copy.deepcopy(data)
    more["signs"][0]["sure"] = [*more["signs"][0].get("sure", []), "new-words + numb never newer-words"]
    more["families"] |= {"new-words": ["frobnicated"], "newer-words": ["never mind"]}
    assert learning.without_sure(more) == learning.without_sure(data)
    assert "sure" not in re.findall(r"'(\w+)':", str(learning.without_sure(data)["signs"]))
    assert "pain" in learning.without_sure(data)["families"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I have a fever. she put her glasses in the oven", "emergency"),
        ("the cut is red and hot and my wife says I keep putting my shoes in the fridge", "emergency"),
        ("redness is creeping away from the scar, he looks right through me", "emergency"),
        ("my seam has come apart at the bottom, he's cold as a fish and wet", "emergency"),
        ("my right foot drops and I have wet the couch", "emergency"),
        ("food sticks since my neck surgery and I look like I have a goiter", "emergency"),
        ("I have a fever. she put her glasses in the drawer", "urgent"),
        ("my mother has dementia and put her glasses in the oven. I have a fever", "urgent"),
        ("one foot is a bit floppy since the weekend", "urgent"),
        (
            "it dried up fine, then yesterday it started running again and she put her glasses in the oven",
            "emergency",
        ),
        ("it dried up fine, then yesterday it started running again, I wear sunglasses indoors", "urgent"),
    ],
)
def test_a_mild_sign_in_odd_words_makes_an_urgent_one_an_emergency(message: str, expected: str) -> None:
    """Rule 21; beside what only likeness calls urgent, the grave ones do (row 11)."""
    assert level(message) == expected
