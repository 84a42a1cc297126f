"""What patients go on to ask of an answer: does it work, can it come back, what next, what should I ask about it."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import entries_of, said

NOT_TOLD = "the guide does not say this"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("what is decompression surgery", "is it effective"),
        ("how does physical therapy help", "can it make it worse"),
        ("does posture matter", "what if it makes me worse"),
        ("what can an MRI show", "do you offer it here"),
        ("what can an MRI show", "are they ever wrong"),
        ("what is an EMG", "do they explain the results to me"),
        ("can scar tissue cause pain", "could it happen a second time"),
        ("what is adjacent segment disease", "does it keep on getting worse"),
        ("what is pseudarthrosis", "do women get it more"),
        ("can shots help my back", "what if I refuse"),
        ("what is revision surgery", "how will I know it helped"),
        ("what exercise is good for my back", "what should I be careful with"),
        ("how are screws taken out", "how many stitches"),
        ("what is an EMG", "do I have to stay in bed after"),
    ],
)
def test_what_the_guide_does_not_tell_of_an_answer_is_said_so(bot: Chatbot, first: str, then: str) -> None:
    """Nothing near is told as if it were the answer; what the guide does tell of the same thing stands below."""
    before, after = said(bot, first).reply, said(bot, first, then).reply
    handed_over = after.kind == "handoff" and (NOT_TOLD in after.lead or "no dates" in after.text)
    assert handed_over or after.kind == "unknown"
    assert entries_of(after)[:1] in ([], entries_of(before), ["return-to-activities"])


@pytest.mark.parametrize("asked", ["what questions should I ask about it", "what do I ask him then"])
@pytest.mark.parametrize("first", ["what is decompression surgery", "can scar tissue cause pain"])
def test_what_to_ask_the_surgeon_is_not_what_the_surgeon_asks(bot: Chatbot, first: str, asked: str) -> None:
    """The sheet to take home has such questions."""
    assert entries_of(said(bot, first, asked).reply) == ["take-home"]


@pytest.mark.parametrize("asked", ["and next?", "what happens next", "what's the next step"])
@pytest.mark.parametrize(
    ("first", "entry"),
    [
        ("what is an EMG", "treatment-options"),
        ("how does physical therapy help", "what-is-revision-surgery"),
        ("can surgery fix my alignment", "recovery-after-revision"),
        ("what is pseudarthrosis", "repeat-or-extended-fusion"),
        ("what is recovery like after revision", "recovery-after-revision"),
    ],
)
def test_what_comes_next_depends_on_what_was_told(bot: Chatbot, first: str, entry: str, asked: str) -> None:
    """After a test a treatment, after that an operation, after that the time afterwards."""
    assert entries_of(said(bot, first, asked).reply) == [entry]


def test_what_two_kinds_of_follow_ups_agree_on_is_sure(bot: Chatbot) -> None:
    """It may ask for the dangers or for the risks: after an operation, one answer has both."""
    assert entries_of(said(bot, "what is decompression surgery", "can that do harm").reply) == [
        "revision-risks"
    ]
