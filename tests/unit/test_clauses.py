"""What is asked or said beside a sign makes it no less serious: each clause that reports something is read alone."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.normalise import normalise
from chatbot.safety.reading.clauses import clauses
from chatbot.safety.windows import STORY_WORDS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("my foot is numb when can i drive", ["my foot is numb"]),
        ("my foot is numb how long does it take", ["my foot is numb"]),
        ("my foot is numb, is it the screws", ["my foot is numb"]),
        ("my foot is numb is it the screws", []),
        ("i do not know when can i drive", []),
        ("Hello there. My foot is numb what do i do", ["my foot is numb", "hello there my foot is numb"]),
        ("my scan was fine but my foot is numb", ["my foot is numb"]),
        ("can you tell me why my foot is numb", ["my foot is numb"]),
        ("i had a fusion in 2019 and now my foot is numb", ["my foot is numb"]),
        ("no fever, no pain, numb between the legs", ["numb between the legs"]),
        ("the sheet says to call for that and i have drainage", ["i have drainage"]),
        ("my foot is numb but otherwise i am well", ["my foot is numb"]),
        ("my foot is numb, everything else is fine", ["my foot is numb"]),
        ("my foot is numb thank you for your help", ["my foot is numb"]),
        ("my foot is numb... any idea", ["my foot is numb"]),
        ("numb", []),
        ("but why", []),
    ],
)
def test_a_message_is_cut_where_something_else_is_asked_or_said(text: str, found: list[str]) -> None:
    assert [" ".join(clause.tokens) for clause in clauses(normalise(text))] == found


def test_a_clause_keeps_the_places_of_its_words() -> None:
    question = normalise("My scan was fine, but my foot is numb?")
    (clause,) = clauses(question)
    assert question.text[clause.words[0].start : clause.words[-1].end] == "my foot is numb"
    assert clause.text == question.text


def test_a_long_story_is_not_cut() -> None:
    told = "my foot is numb when can i drive " * 6
    assert len(told.split()) > STORY_WORDS
    assert list(clauses(normalise(told))) == []


SIGNS = [
    ("I lost control of my bladder", "emergency"),
    ("I can't pee", "emergency"),
    ("my chest hurts and I can't breathe", "emergency"),
    ("it is numb between my legs", "emergency"),
    ("pus is coming out of my incision", "urgent"),
    ("I have a fever of 102", "urgent"),
    ("my left leg is weaker since this morning", "urgent"),
    ("I want to kill myself", "crisis"),
]
BESIDE = [
    "{} when can I drive?",
    "{} and what does it cost",
    "{}, what are my options if it doesn't get better?",
    "{} how long does recovery take?",
    "{} Thank you so much for your help!",
    "{}, I feel fine otherwise",
    "{} but otherwise I feel fine",
    "I read your page. {}",
    "I had my fusion two years ago, {}",
    "I had a fusion in 2019 and now {}",
    "My MRI was fine but {}",
    "No fever, no pain, {}",
    "can you tell me why {}",
]
RANK = {"emergency": 3, "crisis": 2, "urgent": 1, "none": 0}


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize(("sign", "level"), SIGNS)
def test_what_is_said_beside_a_sign_never_lowers_its_class(
    bot: Chatbot, sign: str, level: str, beside: str
) -> None:
    safety = bot.ask(beside.format(sign)).reply.safety
    assert safety is not None
    assert RANK[safety.level] >= RANK[level]


@pytest.mark.parametrize(
    "text",
    [
        "fewer pills would be nice, can I switch to something else",
        "my neighbor had chest pain, what are the risks of a redo",
        "I had a fusion in 2019 and my back still hurts",
        "what is a fever, and when can I drive",
        "no fever, no redness, no drainage, can I shower",
    ],
)
def test_ordinary_clauses_raise_nothing(bot: Chatbot, text: str) -> None:
    assert bot.ask(text).reply.safety is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my friend has trouble breathing", "emergency"),
        ("my friend has weakness in both legs", "emergency"),
        ("i think i have a fever", "urgent"),
        ("we think he has a fever", "urgent"),
        ("no fever no chills cant pee", "emergency"),
        ("my stitches opened, the pain is better though", "urgent"),
    ],
)
def test_who_has_it_and_what_is_denied_are_told_apart(bot: Chatbot, text: str, level: str) -> None:
    safety = bot.ask(text).reply.safety
    assert safety is not None
    assert safety.level == level
