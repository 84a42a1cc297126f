"""Whose sign it is: the writer's, a stranger's here, an animal's, a crowd's, somebody's at work.

Where a rule decides, the rules are asked alone: what likeness learnt must not be what makes the test pass.
"""

from __future__ import annotations

import pytest

from tests.support.triage import found, level, ruled


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("i heard of someone that couldnt pee after fusion and now im the same", "emergency"),
        ("can fusion cause numbness between the legs? that happened to me", "emergency"),
        ("i read that loose screws cause weakness in both legs, mine did", "emergency"),
        ("you say loss of bladder control is a warning sign. i have that", "emergency"),
        ("you say loss of bladder control is a warning sign. do i have that", "none"),
        ("can fusion cause numbness between the legs? i do not have that", "none"),
        ("can fusion cause numbness between the legs? will that happen to me", "none"),
        ("my neighbor couldnt pee after fusion, will that happen to me", "none"),
        ("a friend couldnt pee after fusion, i dont want that to happen to me", "none"),
    ],
)
def test_pointing_back_makes_a_report(message: str, expected: str) -> None:
    """Rule 16: the sign stands in a general sentence or in another's story, the person in "mine did"."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("a guy in the hallway just collapsed", "emergency"),
        ("lady in the waiting room cant breathe", "emergency"),
        ("someone fainted at the front desk", "emergency"),
        ("somebody next to me is having a seizure", "emergency"),
        ("the man sitting beside me has chest pain", "emergency"),
        ("does someone in the waiting room ever faint", "none"),
        ("i read that a man in Ohio collapsed after fusion", "none"),
    ],
)
def test_a_stranger_here_and_now_is_somebody(message: str, expected: str) -> None:
    """Rule 14: in a waiting room it is a stranger whom a message is about."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("my dog cant breathe well, pug", "none"),
        ("the horse has a swollen leg, can i hold him for the vet", "none"),
        ("my son's hamster fainted lol", "none"),
        ("the dogs wound is leaking pus", "none"),
        ("my dog pulled me down and now my legs are numb", "emergency"),
        ("dog bit me and it wont stop bleeding", "emergency"),
        ("i was walking my dog and fainted", "emergency"),
        ("my cat scan was fine, cant breathe", "emergency"),
        ("my dog died, cant breathe", "emergency"),
        ("the dog walker found him unconscious", "emergency"),
    ],
)
def test_an_animals_sign_is_nobodys(message: str, expected: str) -> None:
    """Rule 14: but what an animal does to somebody, or whoever stands beside it, is."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I am a paramedic and carry unconscious people", "none"),
        ("I coach swimmers, they collapse on the edge of the pool every week", "none"),
        ("I am a carer. People who can't breathe are my job", "none"),
        ("I am a paramedic and I passed out", "emergency"),
        ("I work for people with strokes and my own arm and face went numb", "emergency"),
        ("I am a carer for old people and this man can't breathe", "emergency"),
        ("I work with people and someone collapsed", "emergency"),
        ("people who can't breathe sit with me, I can't breathe", "emergency"),
    ],
)
def test_who_is_met_at_work_is_nobody_here(message: str, expected: str) -> None:
    """Several, as on any day at work; one of them, or oneself, may be in danger now."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("heard of somebody in my village who went blind after surgery", "none"),
        ("somebody in my online group wrote she wet herself", "none"),
        ("I read about it and my left foot is numb", "urgent"),
        ("someone here has passed out", "emergency"),
    ],
)
def test_a_crowd_of_mine_is_not_me(message: str, expected: str) -> None:
    """Rule 14: a story stays one where only a village or a group is the writer's."""
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The sheet warns of numbness between the legs. That is what I have.", "emergency"),
        ("What is a stroke? My husband has one, right now.", "emergency"),
        ("What are the signs of a stroke? Have I got one?", "none"),
        ("What are the signs of a stroke? It is for a class.", "none"),
        ("Does scar tissue lead to incontinence? Thanks.", "none"),
    ],
)
def test_a_later_sentence_says_that_it_is_so(message: str, expected: str) -> None:
    """Rule 16: a sign from a list, and then that somebody has it. What asks says nothing of the kind."""
    assert level(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("My baby pees the bed, can I lift her after fusion?", "none"),
        ("My toddler has a fever, may he sit on my lap", "none"),
        ("My grandson has a fever after his spine surgery", "urgent"),
        ("My toddler cannot breathe", "emergency"),
        ("My baby jumped on me and I peed myself laughing", "emergency"),
        ("I lifted the baby and peed myself", "emergency"),
        ("Grandfather had seizures all his life", "none"),
        ("Grandfather had seizures all day", "emergency"),
        ("the man in the bed next to me at the hospital could not breathe", "none"),
        ("the patient next to me in the hospital had chest pain all night", "none"),
        ("the man next to me in the hospital can not breathe", "emergency"),
        ("the man next to me in the hospital could not breathe just now", "emergency"),
        ("my roommate in rehab could not pee for days, he is ok now", "none"),
        ("patient in rehab could not pee for days", "emergency"),
        ("my roommate in rehab had my cane and I had chest pain", "emergency"),
        ("I teach first aid for choking and chest pain", "none"),
        ("I sell bandages for infected wounds", "none"),
        ("I sell bandages and my wound is infected", "urgent"),
        ("I teach and my chest hurts", "emergency"),
        ("I teach yoga, chest pain", "emergency"),
        ("I teach and chest pain keeps me at home", "emergency"),
        ("Seizures. I teach.", "emergency"),
    ],
)
def test_whose_sign_it_is_not(message: str, expected: str) -> None:
    """Rule 14: small children's, the next bed's, a grandfather's, and what somebody teaches or sells."""
    assert ruled(message) == expected


def test_an_opening_that_is_somebodys_is_none() -> None:
    """ "Good" opens "good morning", and is a word of "my good leg"."""
    assert ruled("my good leg is numb") == "urgent"
    assert ruled("good morning") == "none"


@pytest.mark.parametrize(
    ("message", "is_anothers"),
    [
        ("my sister says get over it. i have the bottle in my hand", False),
        ("my husband thinks I exaggerate, and I've got the gun out", False),
        ("my boss laughed at me. I wrote the letter and i got the pills lined up", False),
        ("she doesn't believe me and I have written a note. I'd be better off dead", False),
        ("my mom told me to be patient. the rope is ready", False),
        ("my mom told me goodbye. the rope is ready", True),
        ("my mother says she can't go on and I have the pills here", True),
        ("my wife says she wants it all to be over and I have the pills here", True),
        ("my daughter is angry with me and I have the pills, she can't go on", True),
        ("my boss laughed at me. my brother has the rope ready", True),
        ("my son doesn't call me. he has the rope ready", True),
        ("my husband has given up. the rope is ready", True),
    ],
)
def test_who_hurts_the_writer_is_not_the_one_in_a_crisis(message: str, *, is_anothers: bool) -> None:
    """Who has the means at hand is; the card must not thank a suicidal writer for looking out for a sister."""
    finding = found(message)
    assert finding.level == "crisis"
    assert finding.third_person == is_anothers


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("my late father's wound got infected, that was long", "none"),
        ("my father's legs went numb before he died", "none"),
        ("my grandmother's legs were both numb, she died of it", "none"),
        ("my late husband's sister can't feel her legs", "emergency"),
        ("my late father was a doctor, my legs are numb", "emergency"),
        ("my father's legs are numb, he says goodbye to golf", "emergency"),
    ],
)
def test_who_died_has_no_sign_now(message: str, expected: str) -> None:
    assert ruled(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("a friend of mine has chest pain", "emergency"),
        ("a friend of mine can not pee, what may cause that", "emergency"),
        ("a friend of mine's chest hurts", "emergency"),
        ("the guy in bed 2 can't feel his legs", "emergency"),
        ("a friend of mine had chest pain after his fusion", "none"),
        ("a friend of mine had a fusion and got a foot drop", "none"),
        ("is chest pain common after surgery, my uncle had it", "none"),
        ("a friend of mine, foot drop", "none"),
    ],
)
def test_who_has_it_now_is_no_story_however_far_off(message: str, expected: str) -> None:
    """Rule 14: someone else now is the same class; a friend of mine was always taken for a story."""
    assert found(message).level == expected
