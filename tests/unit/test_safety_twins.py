"""Kinds of messages that a nurse's blind test and a player found read wrongly, each with harmless twins."""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety import Finding, triage
from tests.support.triage import rules


def finding(message: str) -> Finding:
    return triage(normalise(message), rules())


def level(message: str) -> str:
    return finding(message).level


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I leaked pee after my first fusion in 2016 and it cleared up, now its back", "emergency"),
        ("I had chest pain in my thirties, years ago, and today I have it again", "emergency"),
        ("Years ago I had a wound infection, it healed. I've got the same thing again", "urgent"),
        ("had a foot drop in 2014, it went away, its all back since friday", "urgent"),
        ("In 2012 I wanted to kill myself, that was resolved, but its back", "crisis"),
        ("My right foot dropped in 2013 and recovered fully. On Friday it returned", "urgent"),
        ("My right foot was weak in 2013 and recovered fully. On Friday I returned to work", "none"),
        ("I leaked pee after my first fusion in 2016 and it cleared up, now its back hurts", "none"),
        ("I had chest pain years ago, it went away. Will I have it again?", "none"),
        ("I had chest pain years ago, it went away and I hope never to have it again", "none"),
        ("Years ago I had a wound infection, it healed. Do people get it again", "none"),
        ("I had thoughts of suicide in 2012, they went away, and I am back at work", "none"),
    ],
)
def test_what_was_gone_and_is_back_is_there(message: str, expected: str) -> None:
    """Rule 10, in all classes, however much the rest tells of the past."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The nurse said trouble peeing can happen. It did, on sunday.", "emergency"),
        ("They said chest pain can happen. Mine did.", "emergency"),
        ("The sheet mentions bladder trouble. Well, mine started last night.", "emergency"),
        ("When a dog is this lame you put it down. Would you do the same for me?", "crisis"),
        ("The nurse said trouble peeing can happen. It did not.", "none"),
        ("They said chest pain can happen. I did ask about it.", "none"),
        ("They warned me about bowel problems. Is that what I have now?", "none"),
        ("We had to put our old dog down. Would you do the same for the carpet?", "none"),
    ],
)
def test_a_later_sentence_points_back_to_what_was_named(message: str, expected: str) -> None:
    """Rule 16: what somebody is told of, and then has; never what did not come, or is asked."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("how would a person overdose on tramadol", "crisis"),
        ("how might I overdose with these", "crisis"),
        ("i dont wanna be hear", "crisis"),
        ("a bullet would be cheaper than one more surgery", "crisis"),
        ("It is time. Tell my kids I love them.", "crisis"),
        ("My wound is open and I do not want to go on", "crisis"),
        ("how would a person avoid an overdose", "none"),
        ("how would a person take tramadol with food", "none"),
        ("i dont wanna hear it", "none"),
        ("a brace would be cheaper than one more surgery", "none"),
        ("is the parking on the roof cheaper than the garage", "none"),
        ("It has been ten months. So is it time?", "none"),
        ("that is not a hill I want to die on but the parking is bad, where else can I park", "none"),
        ("he makes me do bridges and I can't walk right the day after. should I quit", "none"),
    ],
)
def test_a_means_and_what_only_names_one(message: str, expected: str) -> None:
    """Row 27: how one would do it, or what it would cost, is a hint; an exercise and a saying are none."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the hammer keeps slipping out of my left hand since monday", "urgent"),
        ("my razor drops from my right hand now, no grip", "urgent"),
        ("the gun slips out of my hand since the neck surgery", "urgent"),
        ("I have a gun in my hand", "crisis"),
        ("I hold the razor to my wrist", "crisis"),
        ("I dropped a hammer on the porch", "none"),
    ],
)
def test_what_slips_from_a_weak_hand_is_no_means(message: str, expected: str) -> None:
    """Row 20: a knife that is dropped tells of the hand."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("can only say two words then I have to stop for air", "emergency"),
        ("had a mishap in my pants, I never felt it", "emergency"),
        ("coughed up something like cherry jam", "emergency"),
        ("the incision went bad", "urgent"),
        ("can only say good things about the nurses", "none"),
        ("can you say two words about screws", "none"),
        ("had a mishap with my paperwork", "none"),
        ("cherry cough drops", "none"),
        ("the milk went bad", "none"),
    ],
)
def test_words_of_signs_and_their_near_misses(message: str, expected: str) -> None:
    """Rows 4, 9 and 18; a dropped "I" asks nothing."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I'm a medic, I treat seizures and overdoses all day, when can I lift again", "none"),
        ("I am a nurse and I see strokes and heart attacks daily, when can I go back", "none"),
        ("I am a medic and I treat people all day and I have chest pain", "emergency"),
        ("I am a nurse and I see a black curtain over my left eye", "emergency"),
    ],
)
def test_what_somebody_treats_at_work_is_no_sign_of_theirs(message: str, expected: str) -> None:
    """Rule 14, for each thing of a list; what they have is theirs."""
    assert level(message) == expected


def test_a_denial_in_front_makes_no_more_of_what_is_told() -> None:
    """ "It is not me, I only ask" says whose it is not; who is named then may still be unwell."""
    told = "my father became paralyzed after operation"
    assert level(f"it is not me, I only ask. {told}") == level(told)
    assert level("it is not me, I only ask. my husband cannot move his legs") == "emergency"
    assert level("I only have a question. I can't pee") == "emergency"


def test_anger_is_no_reason_to_forget_the_wound() -> None:
    """Rule 23: what may be a hint at a crisis adds 988 to an urgent card; a wish to die is a crisis."""
    angry = "Insurance denied the MRI again and I have been on the phone all day. My cut smells rotten."
    assert finding(angry).level == "urgent"
    assert finding("My cut smells rotten and I want to die.").level == "crisis"
    assert not finding("My cut smells rotten.").also_crisis


def test_a_hint_beside_an_urgent_sign_adds_its_number_to_the_card() -> None:
    """Rule 23: it is shown, and the wound with it."""
    hinted = finding("I am so tired of all this. My cut smells like the dog's ear. Sorry.")
    assert (hinted.level, hinted.also_crisis) == ("urgent", True)


def test_the_line_of_a_card_is_that_of_its_danger() -> None:
    """No fall is told by a "rear end"; blood through the bandages is pressed on, whichever sign a rule found."""
    assert finding("like a novocaine shot in my rear end and between the thighs").line == "saddle-numbness"
    assert finding("I was rear ended today and my legs are numb").line == "cannot-move"
    assert (
        finding("blood is coming through every bandage I put on, the sheets are red").line == "heavy-bleeding"
    )


@pytest.mark.parametrize(
    ("message", "is_anothers"),
    [
        ("my sister gave granny her oxycodone twice and we cannot wake her", True),
        ("i found a bag of pills in my son's drawer and a note", True),
        ("they would manage well, better even, without an old woman to carry", False),
        ("my mother says they would all manage better without an old woman", True),
        ("i found my pills and I want to take them all", False),
        ("my pills are in the drawer and i wrote a note", False),
    ],
)
def test_whose_danger_it_is(message: str, *, is_anothers: bool) -> None:
    """Whom "her" names behind the sign, whose drawer it was, and who is one too many."""
    assert finding(message).third_person is is_anothers


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I can't go to the bathroom", "emergency"),
        ("unable to go to the toilet", "emergency"),
        ("he has not been able to go to the restroom", "emergency"),
        ("i ate a bottle of tylenol", "emergency"),
        ("I'm having an allergic reaction", "emergency"),
        ("I can't go to the bathroom alone yet", "none"),
        ("she can not go to the bathroom without her walker", "none"),
        ("where can I go to the bathroom here", "none"),
        ("I do not have to go to the bathroom at night", "none"),
        ("i ate a bottle of ketchup", "none"),
        ("I had an allergic reaction to tape years ago", "none"),
    ],
)
def test_plain_words_for_plain_signs(message: str, expected: str) -> None:
    """What people say for "I cannot pass urine"; help on the way there, and what is no medicine, are no signs."""
    assert level(message) == expected
