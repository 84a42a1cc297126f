"""Where things asked about in one breath may be cut apart: words only, no knowledge base."""

from __future__ import annotations

import pytest

from chatbot.decision.joints import first_thing, joints
from chatbot.normalise import normalise


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tell me about loose screws and scar tissue", [("loose screws", "scar tissue", True)]),
        ("loose screws and scar tissue", [("screws", "scar tissue", True)]),
        ("scar tissue, loose screws", [("scar tissue", "loose screws", True)]),
        ("explain scar tissue, loose screws", [("scar tissue", "loose screws", True)]),
        ("loose screws as well as scar tissue", [("screws", "scar tissue", True)]),
        ("tell me about loose screws then scar tissue", [("loose screws", "scar tissue", True)]),
        ("what is scar tissue; its dangers", [("scar tissue", "its dangers", False)]),
        ("loose screws / scar tissue", [("screws", "scar tissue", True)]),
        (
            "loose screws or scar tissue, what is the difference between the two",
            [
                ("screws", "scar tissue what is the difference between the two", True),
                ("scar tissue", "what is the difference between the two", True),
            ],
        ),
        (
            "scar tissue and loose screws do they matter",
            [("scar tissue", "loose screws do they matter", True)],
        ),
        ("how do you tell if it is screws or scars", [("it is screws", "scars", False)]),
        ("loose screws as well as", []),
        ("will scars heal with therapy and no more screws", []),
        ("what is loose and", []),
        ("and what is loose", []),
    ],
)
def test_things_asked_about_are_cut_at_joining_words(text: str, places: list[tuple[str, str, bool]]) -> None:
    """At a comma only after "tell me about" and the like, and in a list; never before the first word."""
    question = normalise(text)
    found = joints(question, 0, len(question.words))
    assert len(found) == len(places)
    for joint, (left, right, is_asked_about) in zip(found, places, strict=True):
        assert " ".join(question.tokens[: joint.end]).endswith(left)
        assert " ".join(question.tokens[joint.start :]) == right
        assert joint.is_asked_about == is_asked_about


@pytest.mark.parametrize(("words", "is_cut"), [(30, True), (31, False)])
def test_a_long_message_is_not_cut_into_things(words: int, is_cut: bool) -> None:
    """It tells a story, in which every "and" would be a cut."""
    question = normalise("tell me about " + "screws and " * ((words - 4) // 2) + "scars " * (1 + words % 2))
    assert len(question.words) == words
    assert bool(joints(question, 0, words)) is is_cut


@pytest.mark.parametrize(("names", "is_list"), [(8, True), (9, False)])
def test_a_list_is_cut_at_commas_while_it_is_short(names: int, is_list: bool) -> None:
    """Longer than eight words, it says something, even where no word of it is a verb."""
    question = normalise("screws, " * (names - 1) + "scars")
    assert bool(joints(question, 0, names)) is is_list


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("can you tell me about loose screws and scars", "loose screws and scars"),
        ("explain loose screws", "loose screws"),
        ("please go over for me the loose screws", "loose screws"),
        ("what do you have on loose screws", "loose screws"),
        ("loose screws and scars", "loose screws and scars"),
        ("tell me", "tell me"),
    ],
)
def test_the_first_thing_begins_after_the_words_that_ask_about_it(text: str, first: str) -> None:
    tokens = normalise(text).tokens
    assert " ".join(tokens[first_thing(tokens) :]) == first
