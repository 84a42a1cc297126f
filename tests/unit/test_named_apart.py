"""What a message names beside its question: before it, at its end, or as one of several."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.normalise import normalise
from chatbot.parts import named_last
from tests.support.talk import said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("does it hurt, the nerve test", 3),
        ("how many get that, my disc thing", 4),
        ("the nerve test", 0),
        ("does it hurt, is the test bad", 0),
        ("does it hurt, honestly", 0),
        ("it hurts. the nerve test", 0),
        ("well, the nerve test", 0),
        ("does it hurt, the nerve test that I had in the spring of last year", 0),
    ],
)
def test_a_name_stands_at_the_end_behind_a_comma(text: str, place: int) -> None:
    """Short, and asking nothing itself."""
    assert named_last(normalise(text)) == place


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        (("would swimming help", "does it hurt, the nerve test"), "nerve-tests"),
        (("would swimming help", "what do they do about that, my loose screws"), "hardware-revision"),
        (
            (
                "did the fusion cause my other discs to go bad",
                "would swimming help",
                "how many people get that, the disc thing",
            ),
            "adjacent-segment-disease",
        ),
    ],
)
def test_what_a_question_points_to_may_be_named_at_its_end(
    bot: Chatbot, messages: tuple[str, ...], entry: str
) -> None:
    """Also by the patient's own words from before; the topic on the screen is not meant then."""
    assert said(bot, *messages).reply.answers[0].entry == entry


@pytest.mark.parametrize(
    "text", ["who does it, the surgeon?", "is it common, my age group", "is it bad, the thing"]
)
def test_people_and_what_no_entry_is_of_are_not_what_is_pointed_to(bot: Chatbot, text: str) -> None:
    """The topic stays what it was."""
    turn = said(bot, "what is scar tissue", text)
    assert turn.conversation.topic in ("scar-tissue", "about-the-surgeon", "personal-advice")


def test_one_of_several_is_told_by_what_it_is_for(bot: Chatbot) -> None:
    """Of what is on the screen, or of the list that was told last; and what is asked of it counts."""
    talk = ("what tests are done before another surgery", "which is the one for nerves")
    assert said(bot, *talk).reply.answers[0].entry == "nerve-tests"
    causes = ("what causes the pain", "who is the surgeon", "what about the one with the screws")
    assert said(bot, *causes).reply.answers[0].entry == "hardware-problems"
    reply = said(bot, *talk, "and the one with the needle, does that hurt").reply
    assert (reply.kind, reply.answers[0].entry) == ("handoff", "diagnostic-injections")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("scar tissue, what do they do about that", "decompression"),
        ("The bones did not join. What is done about that?", "repeat-or-extended-fusion"),
        ("my screws are loose. is that dangerous", "signs-revision-needed"),
        ("cortisone shots in the spine, what do they do", "injection-therapy"),
        ("What is scar tissue? Can it be fixed?", "scar-tissue"),
        # A wording of the base reaches its entry.
        ("my husband had that electric needle study for his nerves, what does it find out", "nerve-tests"),
    ],
)
def test_what_is_asked_of_the_thing_named_first_is_told(bot: Chatbot, text: str, entry: str) -> None:
    """In a first message, too: not what the thing is; but both where both are asked."""
    answers = said(bot, text).reply.answers
    assert (answers[0].entry if answers else "") in (entry, "personal-advice")


def test_when_a_trouble_comes_is_not_when_to_operate(bot: Chatbot) -> None:
    """The guide says of none how soon it comes, and of an operation how long one waits for it."""
    reply = said(bot, "why does it hurt above my fusion", "how soon does that happen").reply
    assert (reply.kind, reply.answers[0].entry) == ("handoff", "adjacent-segment-disease")
    waiting = said(bot, "what is revision surgery", "how soon can they do it").reply
    assert waiting.answers[0].entry == "when-to-consider-revision"


def test_what_is_asked_of_the_thing_one_goes_back_to_is_told(bot: Chatbot) -> None:
    """Not the thing itself, nor the risks that were talked about in between."""
    talk = ("what is adjacent segment disease", "what are the risks of another fusion")
    reply = said(bot, *talk, "let's go back to the adjacent thing, how is that one fixed").reply
    assert reply.answers[0].entry == "repeat-or-extended-fusion"
