"""What must hold of the triage for every message: nothing harmless lowers a class, nothing makes it slow or raise."""

from __future__ import annotations

import sys
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.safety import ROOT, load_messages, load_rules
from chatbot.normalise import normalise
from chatbot.safety import SERIOUS, SafetyRules, triage

HARMLESS = (
    "I live in Queens with two dogs.",
    "Thank you for your help.",
    "Where can I park?",
    "My surgery was done by a kind doctor.",
    "What does the visit cost?",
)
GREETINGS = ("Hi, ", "Hello doctor, ", "Good morning! ", "ok so ", "HELLO. ")


@cache
def rules() -> SafetyRules:
    return load_rules()


@cache
def alarming() -> tuple[str, ...]:
    """Return the messages that raise a class now; those it misses promise nothing."""
    messages = load_messages(ROOT / "tests" / "data" / "safety" / "messages.yaml")
    return tuple(m["q"] for m in messages if level(m["q"]) != "none")


def level(message: str) -> str:
    return triage(normalise(message), rules()).level


def keeps(before: str, after: str) -> bool:
    return SERIOUS[level(after)] <= SERIOUS[level(before)]


message_numbers = st.integers(0, 10_000)


def pick(number: int) -> str:
    return alarming()[number % len(alarming())]


@given(message_numbers, st.sampled_from(HARMLESS), st.booleans())
def test_an_added_harmless_sentence_never_lowers_the_class(number: int, sentence: str, first: bool) -> None:
    """Rule 4: length never lowers the class."""
    message = pick(number)
    ended = message if message[-1] in ".?!" else message + "."
    assert keeps(message, f"{sentence} {message}" if first else f"{ended} {sentence}")


@given(message_numbers, st.sampled_from(GREETINGS))
def test_a_greeting_never_lowers_the_class(number: int, greeting: str) -> None:
    assert keeps(pick(number), greeting + pick(number))


@given(message_numbers, st.sampled_from([str.upper, str.lower, str.title]))
def test_case_never_lowers_the_class(number: int, change: object) -> None:
    assert keeps(pick(number), change(pick(number)))  # type: ignore[operator]


@given(message_numbers)
def test_a_curly_apostrophe_never_lowers_the_class(number: int) -> None:
    """One curly apostrophe silenced nineteen phrases of another program (EMP)."""
    assert keeps(pick(number), pick(number).replace("'", "\u2019"))
    assert keeps(pick(number), pick(number).replace("\u2019", "'"))


@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    assert level(text) in SERIOUS


@given(
    st.lists(
        st.sampled_from(
            "no not numb saddle leak if I my wound years ago , . ? kill bridge fever 100 . 5".split()
        ),
        max_size=300,
    )
)
def test_no_mixture_of_sign_words_raises(words: list[str]) -> None:
    assert level(" ".join(words)) in SERIOUS


def steps(message: str) -> int:
    """Return how many lines the triage runs through for a message (counted, not timed)."""
    question = normalise(message)
    triage(question, rules())  # what is looked up once is no part of it
    counted = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal counted
        counted += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        triage(question, rules())
    finally:
        sys.settrace(before)
    return counted


@pytest.mark.parametrize(
    "unit",
    [
        "my back is sore when I sit down. ",
        "my saddle is numb and I can not pee, wound leaks pus. ",
        "not no numb if ",
        "the pain is killing me ",
        "no fever, no chills, no numbness, ",
        "I had a fusion in 2019 and my wife drove me home. ",
    ],
)
def test_work_grows_with_the_length_and_not_faster(unit: str) -> None:
    """Four times the words of a text cost at most six times the steps."""
    assert steps(unit * 32) <= 6 * steps(unit * 8)
