"""Two mild facts that together are a sign.

Where a rule decides, the rules are asked alone: what likeness learnt must not be what makes the test pass.
"""

from __future__ import annotations

import pytest

from tests.support.triage import found, ruled


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("left leg has been weak for months, but since yesterday the right one is going too", "emergency"),
        ("the weakness jumped from one leg to the other, now I have it in both", "emergency"),
        ("my good leg is now giving way as well as the bad one", "emergency"),
        ("Neither foot feels the floor", "emergency"),
        ("left leg has been weak for months, but the right one is strong", "none"),
        ("my left leg is weak, the other one is fine", "urgent"),
        ("numbness moved down into my toes this week, right side", "urgent"),
    ],
)
def test_the_other_leg_too(message: str, expected: str) -> None:
    """Row 6: both legs, told one after the other; a turn behind "but" is new (rule 11)."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("hands are clumsy and my balance is gone, cervical fusion last month", "emergency"),
        ("I can not button my shirt and my gait is wobbly", "emergency"),
        ("I have been clumsy with my hands and wobbly since childhood", "urgent"),
        ("I can not button my shirt", "urgent"),
    ],
)
def test_hands_and_gait_together(message: str, expected: str) -> None:
    """Row 6: arms and legs after neck surgery."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("my left leg is weak and I dribble afterwards", "emergency"),
        ("numb foot, and I stand there ages before anything comes", "emergency"),
        ("my knee gives out and I wear a liner now", "emergency"),
        ("erections are gone since the surgery and I dribble afterwards", "emergency"),
        ("I slipped and my back hurts more, and peeing is different", "emergency"),
        ("my left leg is weak, I pee fine", "urgent"),
        ("my left leg is weak, no changes in bladder", "urgent"),
        ("my left leg is weak, I use a raised toilet seat", "urgent"),
        ("I dribble coffee on my shirt", "none"),
    ],
)
def test_one_leg_and_the_bladder_however_mildly_told(message: str, expected: str) -> None:
    """Rule 21; the mild words alone raise nothing, and what is well raises nothing more."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("my left leg is weak and the right is starting", "emergency"),
        ("foot drop since Monday, since last night the other foot drops too", "emergency"),
        ("my leg is numb and it's in my arms too", "emergency"),
        ("tingling in the right foot on Monday, in the left foot on Wednesday", "emergency"),
        ("walking like a puppet since my neck fusion", "emergency"),
        ("walking like a puppet for fun with my grandson", "none"),
        ("my left leg is weak, the other leg is strong", "urgent"),
        ("my left leg is weak, my arms are fine", "urgent"),
        ("my left foot is numb, the right foot hurts", "urgent"),
        ("car accident yesterday and both hands are numb", "emergency"),
    ],
)
def test_the_other_side_follows(message: str, expected: str) -> None:
    """Row 6: one leg, and then the other, or the arms."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("trouble swallowing since my neck fusion, and the collar is getting tighter", "emergency"),
        ("my voice is croaky and there is a bulge in front", "emergency"),
        ("trouble swallowing since my neck fusion, the collar fits well", "urgent"),
        ("rash since the new antibiotic and my voice is funny", "emergency"),
        ("hives all over and I can't swallow", "emergency"),
        ("rash since the new antibiotic, swallowing is fine", "urgent"),
        ("I am hoarse from the game, can I still come", "none"),
        ("fever of 101, feels like dying", "emergency"),
        ("fever of 101, and I think I am dying", "emergency"),
        ("feverish, and the light is torture", "emergency"),
        ("clear stuff from my back and a fever of 101", "emergency"),
        ("clear scan of my back and a fever of 101", "urgent"),
        ("fever of 101 and it hurts to bend my neck forward", "emergency"),
        ("my calf is swollen and I'm out of puff", "emergency"),
        ("my calf is swollen, puffed up around the ankle", "urgent"),
        ("the swelling in my ankle went down last week", "none"),
        ("the swelling in my leg is back and I went down in the kitchen", "emergency"),
    ],
)
def test_mild_facts_raise_trouble_of_throat_fever_and_calf(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the swollen calf is no better and the stairs knock the wind out of me", "emergency"),
        ("the news knocked the wind out of me", "none"),
        ("took my tablets twice by accident, the cuff says 74 over 40", "emergency"),
        ("blood pressure 128 over 76", "none"),
        ("clear drops from my scar and I can't bring my chin down", "emergency"),
        ("I can't bring my chin down since the collar is on", "none"),
        ("the wound oozes and voices come through a tunnel", "emergency"),
        ("I drove through a tunnel, the traffic was slow", "none"),
        ("hives from the new pills and I sound like a frog", "emergency"),
    ],
)
def test_two_facts_that_make_an_emergency(message: str, expected: str) -> None:
    """Rule 21 (VTE, OD, SEP, ANA): what is mild alone raises the sign beside it, and nothing alone."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the wound is red and the cuff says 84 over 50", "emergency"),
        ("the wound is red and the cuff says 128 over 84", "urgent"),
        ("he has a fever and asked me where his mother is", "emergency"),
        ("fever of 101 and my husband asked me what to do", "urgent"),
        ("wound opened and my knees are patchy blue", "emergency"),
        ("fever since Friday and I hardly make any urine", "emergency"),
        ("feverish and the candles hurt my eyes", "emergency"),
        ("my right leg is weak and the other leg started today", "emergency"),
        ("my right leg is weak and the other leg is fine", "urgent"),
        ("missed a step, bang on my tailbone, and now I leak", "emergency"),
        ("my foot is numb and the wound leaks", "urgent"),
        ("my right arm and right leg won't work since I got up", "emergency"),
        ("my right arm and leg work fine but my foot is numb", "urgent"),
        ("weak hand and my tongue trips over words", "emergency"),
        ("my foot drags and I stopped needing to pee", "emergency"),
        ("my foot drags and I stopped needing to take pills", "urgent"),
    ],
)
def test_the_second_fact_in_mild_words(message: str, expected: str) -> None:
    """Rule 21: beside a sign that is only urgent, a low pressure, a muddled question or the other leg is enough."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "I have a fever of 101. The spots on his legs do not fade when I press a glass on them.",
        "the incision is oozing and he answers another question than I asked",
        "chills all night, and I have never felt so ill",
        "my wound is red and hot. She screams when I touch her.",
        "one calf is warm and swollen, and the oximeter says 86",
        "my left calf is swollen. My spit is rusty.",
        "my foot slaps the floor and my other knee gives too",
        "my right foot drags, and I can not tell gas from stool",
        "my left leg keeps giving way. I can't get an erection since Monday.",
        "I fell in the bathroom and something popped in my back, and my knees buckled twice since",
        "clear fluid is leaking from my back and he talks rubbish",
        "hives since I took the pill, and I feel something terrible is coming",
        "he took too many of his muscle relaxers and his pupils are tiny",
        "my right hand has gone weak and I walk like a drunk",
        "my right hand has gone weak. Everything is blurry on the left.",
    ],
)
def test_what_raises_is_heard_in_further_words(message: str) -> None:
    """Rule 21 (SEP, VTE, CARD, ANA, OD), rows 6 and 10 (GIRFT, STR)."""
    assert found(message).level == "emergency"


@pytest.mark.parametrize(
    "message",
    [
        "my right foot drags since yesterday",
        "the incision is oozing. I have never been sick before.",
        "my wound is red and hot and I had never had pain there",
        "one calf is warm and swollen, and the oximeter said 98",
        "my right hand has gone weak, but I can walk straight",
    ],
)
def test_what_only_sounds_like_it_raises_nothing(message: str) -> None:
    """One word more or less: the numbers, the legs, and what never was."""
    assert found(message).level == "urgent"
