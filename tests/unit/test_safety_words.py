"""The words in which signs are told: slips, shorthand, colours, broken English, and their near misses.

Where a rule decides, the rules are asked alone: what likeness learnt must not be what makes the test pass.
"""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety import triage
from chatbot.safety.reading.lookup import families_of
from tests.support.triage import ruled, rules


@pytest.mark.parametrize("message", ["I said it about six times", "the girl gave me a folder"])
def test_everyday_words_are_no_slow_breath_and_no_giving_way(message: str) -> None:
    """Six times a minute is slow; six times is often. A back gives, and so do people."""
    assert ruled(message) == "none"
    assert ruled("he breathes six times a minute") == "emergency"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("im losing the use of my legs", "emergency"),
        ("first my left leg went numb, now the right", "emergency"),
        ("numb left foot monday, right foot today", "emergency"),
        ("left leg is numb right now", "urgent"),  # "right now" is no side
        ("my left leg was weak before, the right leg is fine", "urgent"),
        ("first my left knee was replaced, now the right", "none"),
        ("i cant move at all since the fall", "emergency"),
        ("i can't move", "emergency"),
        ("i cant move my appointment", "none"),
        ("can not move my follow up online", "none"),
        ("i cant move in with my sister before surgery", "none"),
    ],
)
def test_losing_the_legs_is_told_from_ordinary_trouble_with_them(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("loosing control of my bladder", "emergency"),
        ("my bowls are leaking", "emergency"),
        ("vomiting blud", "emergency"),
        ("throte closing", "emergency"),
        ("stoke symptoms", "emergency"),
        ("i past out in the bathroom", "emergency"),
        ("infected decision", "urgent"),
        ("can i lift mixing bowls after fusion", "none"),
        ("loosing weight before surgery", "none"),
        ("is it a good decision", "none"),
        ("i walk past out front every day", "none"),
        ("c/o CP x2h", "emergency"),
        ("pt c/o SOB", "emergency"),
        ("my sob story: i sob every night", "none"),
        ("rule out CES", "emergency"),
        ("PVR 600", "emergency"),
        ("bilat LE weakness, new", "emergency"),
        ("hematemesis", "emergency"),
        ("SpO2 82", "emergency"),
        ("EHL 2/5", "urgent"),
        ("HA worse upright", "urgent"),
        ("PVR 20", "none"),
        ("SpO2 98", "none"),
        ("EHL 5/5", "none"),
    ],
)
def test_signs_are_known_in_slips_that_sound_alike_and_in_shorthand(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("my toddler swallowed one of my oxycodone", "urgent"),
        ("the kids got into my percocet", "urgent"),
        ("my son takes gabapentin", "none"),
        ("how do i store pills so my grandchild never got into them", "none"),
    ],
)
def test_a_child_and_a_pill_get_poison_help(message: str, expected: str) -> None:
    """Row 25."""
    found = triage(normalise(message), rules())
    assert found.level == expected
    assert (found.line == "extra-dose") == (expected == "urgent")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the pad is dripping red, the third one", "emergency"),
        ("the bed is drenched with red under mother", "emergency"),
        ("it bleeds and bleeds", "emergency"),
        ("I spilled red wine, the sheets are soaked", "none"),
        ("a red spot on my scar", "urgent"),
    ],
)
def test_blood_may_be_told_by_its_colour(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("altered sensorium since noon", "emergency"),
        ("gcs 7 after the patch", "emergency"),
        ("responds only to pain", "emergency"),
        ("lips the color of a plum", "emergency"),
        ("plum lipstick on my lips", "none"),
        ("skin round the staples purple", "urgent"),
        ("new motor deficit", "urgent"),
    ],
)
def test_signs_are_known_in_the_words_of_nurses_and_by_colours(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("wife eat all the pill", "emergency"),
        ("mother she eat the tablet, she want die", "emergency"),
        ("he swallow many many tablet", "emergency"),
        ("my wife eat all her antibiotics with food", "none"),
        ("he eat all vegetables", "none"),
    ],
)
def test_an_overdose_is_known_in_broken_english(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("water from my back wets the bed at night", "none"),
        ("I wet the bed at night", "emergency"),
        ("mixed up the boxes, he had two tramadol instead of one", "urgent"),
        ("grandfather had a heart attack at 70", "none"),
        ("the lady next door got scared", "none"),
        ("which belt fits it best", "none"),
        ("the old walker collapsed", "none"),
        ("the wound was dry and started again to run", "urgent"),
    ],
)
def test_small_words_beside_a_sign_decide_its_class(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("no feel in private place after operation", "emergency"),
        ("Bladder full, nothing out", "emergency"),
        ("no stream since noon", "emergency"),
        ("every time I bend a little comes out down there", "emergency"),
        ("my leg is weaker and I have begun to dribble", "emergency"),
        ("always too late to the bathroom since surgery", "emergency"),
        ("my speech is slurry", "emergency"),
        ("no feel good in this brace", "none"),
        ("my wound has begun to dribble a little water", "urgent"),
        ("is it too late to book a visit", "none"),
        ("i get up at night to pee twice as always at my age", "none"),
        ("Nothing wrong with going to the bathroom, the sciatica stays", "none"),
    ],
)
def test_bladder_saddle_and_speech_are_known_in_plain_words(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the chat froze and will not move", "none"),
        ("the elevator will not move", "none"),
        ("I froze and can not move", "emergency"),
        ("the tap will not stop running", "none"),
        ("the wound will not stop running", "emergency"),
        ("had to crawl under the sink", "none"),
        ("had to crawl to the bathroom", "emergency"),
    ],
)
def test_things_that_are_stuck(message: str, expected: str) -> None:
    """Rule 20: decided by what does not move or stop."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I mixed up the pill box and took Tuesday's and Wednesday's together", "urgent"),
        ("took my pills twice and now I am all mixed up", "emergency"),
        ("My arm is falling asleep all the time since the neck fusion, getting worse", "urgent"),
        ("my wound is infected and I keep falling asleep", "emergency"),
        ("my incision is red and she is asleep all day", "emergency"),
    ],
)
def test_limbs_that_fall_asleep_and_pills_that_are_mixed_up(message: str, expected: str) -> None:
    """Neither is the drowsiness or confusion of rule 21."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("since Sunday he changes his trousers three times a day", "emergency"),
        ("the hamper smells of urine", "emergency"),
        ("I wear pads now because I lose water", "emergency"),
        ("he changed his trousers three times in the store", "none"),
        ("the elevator smells of urine", "none"),
        ("down under is numb", "emergency"),
        ("gave granny her morphine twice and she only snores", "emergency"),
        ("my husband only snores on his back", "none"),
        ("I had lost my bladder control, it was fixed, and this week it is gone again", "emergency"),
        ("had chest pain years ago, it went away, and my insurance is gone again", "none"),
        ("I'm burning to know the result", "none"),
        ("I'm burning up", "urgent"),
    ],
)
def test_signs_are_known_by_what_a_carer_sees_and_smells(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("my foot went floppy after physio and stays floppy", "urgent"),
        ("my foot went floppy at physio", "none"),
        ("My strips are still on. There is a bad smell.", "urgent"),
        ("my nephew jumped on my back and it is in agony", "urgent"),
        ("one foot is asleep and won't wake up", "urgent"),
        ("is there a lethal dose of my tramadol", "crisis"),
        ("is there a lethal dose of tramadol for my dog", "none"),
        ("my way out is in the drawer", "crisis"),
        ("I won't be around in July, vacation", "none"),
        ("I won't be around much longer", "crisis"),
        ("I won't be around much longer, can we do the visit by phone", "crisis"),
        ("end it, this chat I mean", "none"),
        ("he won't wake up early, have you a later slot", "none"),
        ("he won't wake up", "emergency"),
        ("that does not answer him", "none"),
        ("he does not answer me and is limp", "emergency"),
        ("my cousin died of an overdose, so no opioids please", "none"),
        ("my little girl wet the bed again, may I lift her", "none"),
        ("my girl wet the bed again since her back surgery", "emergency"),
        ("how many people never wake up from it", "none"),
        ("I can't breathe in this mask", "none"),
        ("tramadol twice daily, is that right", "none"),
    ],
)
def test_a_word_or_two_decide_between_a_sign_and_its_near_miss(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("never had full control of my bowels since the crash ten years ago, no change", "urgent"),
        ("no control of my bowels since yesterday", "emergency"),
        ("I had no control of my bowels in 2003 and it went away", "none"),
        ("private parts numb since 2012, never better never worse", "urgent"),
        ("wound dry and closed, mind clear", "none"),
        ("the clear liquid on my pillow is from the wound", "urgent"),
        ("the left foot flops like a fish", "urgent"),
        ("he is gasping like a fish", "emergency"),
        ("the edges of the wound have come apart", "urgent"),
        ("the edges of my brace are coming apart", "none"),
        ("when do the stitches come out", "none"),
        ("two stitches have come out", "urgent"),
        ("the cat knocked me over and my back hurts badly since", "urgent"),
        ("my nose is sore in the dry air", "none"),
    ],
)
def test_old_trouble_wounds_and_words_in_other_things(message: str, expected: str) -> None:
    """Rule 12: old and unchanged is urgent, also beside a question; a fish, the air and a schedule are no signs."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("tingling around my backdoor", "emergency"),
        ("the part you ride a bike on is numb", "emergency"),
        ("can I ride a bike, my toes are cold", "none"),
        ("a catch in my side each time I breathe in", "emergency"),
        ("a catch in my side when I bend", "none"),
        ("a headache, in an instant, out of nothing", "emergency"),
        ("a headache all week, I will call back in a second", "none"),
        ("he went rigid, then twitched all over", "emergency"),
        ("my back went stiff and I was shaking from the cold", "none"),
        ("soaked through four pads and the blood keeps on", "emergency"),
        ("soaked through four shirts at therapy", "none"),
        ("I took more than I should, on purpose", "emergency"),
        ("bottom line, I am numb to all this paperwork", "none"),
        ("the numbness in my leg is finally gone! can I drive now", "none"),
        ("the numbness in my leg is finally gone and now it is back", "urgent"),
    ],
)
def test_more_words_of_emergencies_and_what_only_sounds_so(message: str, expected: str) -> None:
    """Rows 1, 8, 13, 15 and 17, and rules 5 and 20."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    "message",
    ["I lose my stool", "my wife loses her stool since Sunday", "since the operation I sometimes lose feces"],
)
def test_lost_stool_is_an_emergency(message: str) -> None:
    """So say those who speak as in a hospital, and many whose first language is another."""
    assert ruled(message) == "emergency"


@pytest.mark.parametrize("message", ["I keep tripping", "lately she is stumbling everywhere"])
def test_who_keeps_tripping_may_have_a_weak_foot(message: str) -> None:
    """Row 20: few say that a foot is weak."""
    assert ruled(message) == "urgent"


@pytest.mark.parametrize("message", ["I cut myself shaving", "my wife told me to pull myself together"])
def test_a_slip_of_the_hand_harms_nobody_on_purpose(message: str) -> None:
    """Nor does who collects themselves."""
    assert ruled(message) == "none"


@pytest.mark.parametrize("word", ["cheers", "pardon", "mate", "hun"])
def test_a_word_of_courtesy_is_no_slip_for_one_of_a_sign(word: str) -> None:
    """ "Numb after my fusion, cheers" had spoken of numb cheeks."""
    assert families_of(word, rules()) == ()
