"""Sentences that run on are read in their clauses, so that no sign is lost among ordinary words without a full stop."""

from __future__ import annotations

from itertools import product

import pytest

from chatbot.knowledge_files.opening import open_knowledge
from chatbot.normalise import normalise
from chatbot.safety import SafetyRules, triage
from chatbot.safety.reading.run_on import parted

SIGNS = {
    "emergency": (
        "i have chest pain", "i cant pee", "both my legs are numb", "my bottom is numb", "i cant breathe",
        "my face is drooping", "the bleeding wont stop", "i had a seizure",
    ),
    "urgent": (
        "i have a fever of 102", "there is pus in my wound", "my calf is swollen", "my left foot drags since monday",
        "clear water leaks from the wound",
    ),
    "crisis": (
        "i want to kill myself", "i would rather be dead", "i have been saving up my pills",
        "my family is better off without me",
    ),
}  # fmt: skip
BEFORE = (
    "my boss wants me back on the 15th and the physical therapist says i am doing great",
    "we had the grandkids over on sunday and i sat through the whole dinner",
    "the nurse called and told me my x ray looks good",
)
BEHIND = (
    "but anyway my question is how do i get the disability form signed",
    "and what i want to know is how long i wear the brace",
    "how much does a revision cost",
)
STYLES = {"without marks": (" and ", " "), "commas": (", ", ", "), "sentences": (". ", ". ")}


@pytest.fixture(scope="module")
def rules() -> SafetyRules:
    return open_knowledge()[3].unpacked()


def parts_of(text: str) -> list[str]:
    """Return what a message is parted into, [] where it is read as it stands."""
    question = normalise(text)
    apart = parted(question)
    if apart is None:
        return []
    starts = [0]
    starts += [
        at
        for at, (word, before) in enumerate(zip(apart.words, question.words, strict=True))
        if word.mark != before.mark
    ]
    ends = [*starts[1:], len(question.tokens)]
    return [" ".join(question.tokens[start:end]) for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("level", "sign"), [(level, sign) for level, signs in SIGNS.items() for sign in signs]
)
def test_a_sign_among_ordinary_words_is_found_whatever_stands_between_them(
    level: str, sign: str, style: str, rules: SafetyRules
) -> None:
    joined, ended = STYLES[style]
    for before, behind in product(BEFORE, BEHIND):
        message = f"{before}{joined}{sign}{ended}{behind}"
        assert triage(normalise(message), rules).level in (level, "emergency"), message


@pytest.mark.parametrize("style", STYLES)
def test_ordinary_words_that_run_on_raise_nothing(style: str, rules: SafetyRules) -> None:
    joined, ended = STYLES[style]
    for before, behind in product(BEFORE, BEHIND):
        message = f"{before}{joined}i walk two miles a day{ended}{behind}"
        assert triage(normalise(message), rules).level == "none", message


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "the insurance said no to the scan and my calf is swollen but anyway my question is where to park",
            [
                "the insurance said no to the scan",
                "and my calf is swollen",
                "but anyway my question is where to park",
            ],
        ),
        (
            "we drove home from the beach i have chest pain and what i want to know is who to call",
            ["we drove home from the beach", "i have chest pain", "and what i want to know is who to call"],
        ),
        (
            "the brace is on all day, can't pee, and the doctor is away until monday",
            ["the brace is on all day", "can not pee", "and the doctor is away until monday"],
        ),
        (
            "the old bandage is off since sunday and clear water leaks from the wound how much is a visit",
            [
                "the old bandage is off since sunday",
                "and clear water leaks from the wound",
                "how much is a visit",
            ],
        ),
    ],
)
def test_a_clause_of_its_own_is_parted(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "my calf is swollen and i have chest pain",  # short enough to be weighed together
        "what would you do for me if the screws break and my legs are numb one day",
        "the surgeon said the nerve may be hurt and i could lose the feeling in my foot",
        "my daughter found me a stool i can use in the shower of the hotel",
        "after my first fusion in the old hospital i could not swallow any solids for weeks",
        "how many of the white pills from the hospital would it take to make her sleep",
        "the physical therapist who treats my back on tuesdays says i am doing just great",
    ],
)
def test_what_a_clause_says_of_the_next_stays_with_it(text: str) -> None:
    assert parts_of(text) == []


@pytest.mark.parametrize(
    "message",
    [
        "i am a bus driver and i am home since the operation and my wife helps me with everything",
        "i had a rough time years ago after my divorce and i thought about ending it and i got help and i have been"
        " well for fourteen years so does that affect getting a stimulator",
        "on the second day in the hospital i spiked a fever and they made me cough and it was gone the next morning and"
        " that was in august and i am all healed up and want to know when i get the final x ray",
        "my buddy at the plant fell off the forklift and he was knocked out cold and he is fine now and that was two"
        " months ago and it made me think about my own back so is driving one bad for it",
        "i have a new puppy and he chews the rug and i am bending down forty times a day and it is hard on my back so"
        " is there a good way to bend",
    ],
)
def test_what_is_over_or_somebody_elses_stays_so_without_a_full_stop(
    message: str, rules: SafetyRules
) -> None:
    assert triage(normalise(message), rules).level == "none"
