"""What names a sign and only says that it is gone, will not come or is not seen; and what hints at no wish to die."""

from __future__ import annotations

import pytest

from tests.support.triage import found


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the numbness between my legs is gone since the operation, can i go back to work", "none"),
        ("thankfully the numb feeling in the saddle is gone, how long do i rest", "none"),
        ("thank goodness the weakness in both legs has gone completely", "none"),
        ("the numbness between my legs is gone but now i can't pee", "emergency"),
        ("feeling between my legs is gone", "emergency"),
        ("the feeling in both legs is gone", "emergency"),
        ("the numbness in my legs has gone up to my chest", "emergency"),
        ("the weakness in my legs was gone but it's back", "emergency"),
        ("the numbness is spreading, my legs are gone", "emergency"),
        ("the pain is gone and my legs are gone too", "emergency"),
        ("pain is bad that my legs are gone", "emergency"),
    ],
)
def test_a_trouble_that_is_gone_is_no_sign(message: str, expected: str) -> None:
    """Rule 5: "gone" denies the trouble it is said of, not a feeling or a limb."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("i won't faint", "none"),
        ("i won't pass out, will i", "none"),
        ("i won't stop bleeding", "emergency"),
        ("i won't lie, i fainted", "emergency"),
        ("i won't pass any urine", "emergency"),
        ("i'm not seeing any pus or redness, so can i shower", "none"),
        ("i'm not seeing any improvement in the pus", "urgent"),
        ("not seeing any pus but the wound is hot and red", "urgent"),
        ("not seeing anything out of my left eye all of a sudden", "emergency"),
        ("not noticing any feeling between my legs", "emergency"),
    ],
)
def test_what_will_not_come_or_is_not_seen(message: str, expected: str) -> None:
    """Rule 5: "I will not faint" and "not seeing any pus" deny; a sign with a "not" of its own is there."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("ok i'll do it now", "none"),
        ("sure, i'll do it right now", "none"),
        ("ok i'll do it now, goodbye", "crisis"),
        ("fine i'll do it myself with the gun", "crisis"),
        ("it is permanent? nobody warned me", "none"),
        ("nobody told me it can't be undone!", "none"),
        ("i wish somebody told me it was permanent", "none"),
        ("nobody told me it's permanent and i can't live with it", "crisis"),
        ("nobody warned me it's permanent, i'd rather be dead", "crisis"),
        ("you never said it's for good. i want out", "crisis"),
        ("my neighbour and his dog and i do not want " + "to go on like this " * 5, "crisis"),
    ],
)
def test_agreeing_and_complaining_hint_at_nothing(message: str, expected: str) -> None:
    """Rule 20: who agrees to what they were told, or was not told that it is for life, is in no crisis by that."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I want to know if the pain goes away for good after it", "none"),
        ("will it be gone", "none"),
        ("so when will the pain finally stop", "none"),
        ("I hope the pain will be gone for good", "none"),
        ("I had a fusion in 2019. Will the pain go away for good?", "none"),
        ("when will it all end", "crisis"),
        ("how do I end it", "crisis"),
        ("which pills end it", "crisis"),
        ("I hope it will be over soon", "crisis"),
        ("will the pain end if I am gone", "crisis"),
        ("I want it to end", "crisis"),
    ],
)
def test_whether_pain_ends_is_asked_and_no_wish_to_die(message: str, expected: str) -> None:
    """It is the commonest question of all. Who says "I", "all", or of a mere "it" that it ends, may mean more."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I take ibuprofen twice a day and my stomach does not love it", "none"),
        ("I take ibuprofen twice a day. I also have diabetes and high blood pressure.", "none"),
        ("one tells me it is the nerves, another one the scars, and I have high blood pressure", "none"),
        ("the therapist thinks I should keep going. I also have high blood pressure", "none"),
        ("mornings are the worst. I take gabapentin", "none"),
        ("the pills take the edge off but the nights are bad", "none"),
        ("I took ibuprofen twice this morning by mistake", "urgent"),
        ("I took ibuprofen twice a day by mistake", "urgent"),
        ("I took my pills twice today and I feel woozy", "emergency"),
        ("I took too many of my high blood pressure pills", "emergency"),
        ("I took too many pills and feel high", "emergency"),
        ("something went tak in my back and it is the worst pain", "urgent"),
    ],
)
def test_a_usual_dose_and_a_common_illness_are_no_sign(message: str, expected: str) -> None:
    """Nobody is high who has a high blood pressure, twice a day is no second dose, and "take" no sound of a back."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("opening times since yesterday", "none"),
        ("2nd op since yesterday", "none"),
        ("question about the metal since yesterday", "none"),
        ("i cut again last night", "crisis"),
        ("twitching since yesterday", "emergency"),
        ("every sentence costs me breath since yesterday", "emergency"),
    ],
)
def test_a_time_at_the_end_makes_no_sign(message: str, expected: str) -> None:
    """It makes one more likely, but nothing of what is clearly ordinary."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("years ago my leg was weak, it healed and my leg will never be weak again", "none"),
        ("years ago my leg was weak, it healed but my leg is weak again", "urgent"),
        ("years ago my leg was weak. I will rest and my leg is weak again", "urgent"),
    ],
)
def test_what_will_not_be_again_is_not_back(message: str, expected: str) -> None:
    """Rule 10: "numb again" tells that it is back, but where it is denied or feared."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    "message",
    [
        "it feels like I have a broken screw",
        "sometimes it feels like I have a screw backing out",
        "why does it feel like metal rubbing in my back",
        "feels like something loose in there",
        "it feels like I have a bulging disc",
    ],
)
def test_metal_that_is_felt_is_no_sign(message: str) -> None:
    """Rule 25: its "feels like" is like numbness, but patients say so of their screws."""
    assert found(message).level == "none"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("it feels like I am sitting on a pillow", "emergency"),
        ("it feels like I have a broken screw and now I can't feel my saddle", "emergency"),
        ("it feels like something is loose in there and I can not hold my urine", "emergency"),
        ("feels like something is down there", "emergency"),
        ("it feels like something is out down there", "emergency"),
        ("it feels like something moving in there", "urgent"),
    ],
)
def test_a_sign_beside_felt_metal_counts(message: str, expected: str) -> None:
    """Nothing but the metal may be told, and "down there" is no place for it."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I get out of breath on the stairs since surgery", "emergency"),
        ("I get out of breath on the stairs", "none"),
        ("do I get out of breath on the stairs since surgery", "none"),
    ],
)
def test_a_short_report_that_names_its_beginning_is_no_mere_talk(message: str, expected: str) -> None:
    """Rule 16: onset is personal evidence, and likeness had let the sign down."""
    assert found(message).level == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("ok that was everything, goodbye", "none"),
        ("that's all I needed, thank you, goodbye", "none"),
        ("I have no more questions, goodbye", "none"),
        ("okay thanks, I am all set, goodbye", "none"),
        ("logging off now, goodbye", "none"),
        ("thank you for all your help, it was nice talking to you, goodbye", "none"),
        ("that was everything, I am done, goodbye", "crisis"),
        ("thank you for everything, goodbye forever", "crisis"),
        ("that is all, I can't go on, goodbye", "crisis"),
        ("tell my wife that is all, goodbye", "crisis"),
    ],
)
def test_who_ends_the_talk_does_not_say_farewell_to_life(message: str, expected: str) -> None:
    """Rule 20, where nothing else is said: half of the ways to end a talk with a "goodbye" had a card."""
    assert found(message).level == expected
