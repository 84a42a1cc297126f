"""Whether to operate, and whether something helps oneself: which messages ask that, and which only sound so."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.decision.personal import asks_for_own_help, is_personal, operation_asked
from chatbot.normalise import normalise


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("should I have the surgery", ("surgery",)),
        ("is surgery right for me", ("surgery",)),
        ("how do I know if surgery is right for my mom", ("surgery",)),
        ("would you operate on her", ("surgery",)),
        ("you think I need another operation", ("another", "operation")),
        ("I am seventy, should I really go through a second fusion", ("second", "fusion")),
        ("should I do it again", ("surgery", "again")),
        ("should I have a redo", ("redo",)),
    ],
)
def test_whether_to_operate_is_heard(text: str, named: tuple[str, ...]) -> None:
    """By the words for deciding and for an operation, whoever it is for."""
    assert operation_asked(normalise(text).tokens) == named


@pytest.mark.parametrize(
    "text",
    [
        "should I eat before surgery",
        "should it still hurt after the operation",
        "where should I have the surgery",
        "should I tell my boss about the surgery",
        "after surgery is it a good idea to swim",
        "should I try therapy",
        "what is revision surgery",
        "what does my mri say, should I have surgery",
        "is it right for me",
        "my back hurts again",
        "",
    ],
)
def test_what_is_around_an_operation_is_no_such_question(text: str) -> None:
    """Nor is what names none, or what somebody reads off a report."""
    assert operation_asked(normalise(text).tokens) == ()


def test_whether_something_would_help_oneself_is_personal() -> None:
    """A thing that would help me; not somebody who can, and not what shots can do for people."""
    for text in ("would surgery help me", "will another operation help him", "and would shots help me too"):
        assert asks_for_own_help(normalise(text).tokens), text
    for text in ("would you help me", "who will help me", "can shots help me", "would it help", "help me"):
        assert not asks_for_own_help(normalise(text).tokens), text


@pytest.mark.parametrize(
    "text",
    [
        "should I have the surgery",
        "should I have surgery or not",
        "is surgery a good idea for me",
        "should my mom get the operation",
        "should I get revision surgery given my diabetes",
        "should I do it again",
        "should my dad get the revision",
        "must he have a new surgery",
        "will I have to have it redone",
    ],
)
def test_whether_to_operate_gets_what_speaks_for_it_before_the_hand_off(bot: Chatbot, text: str) -> None:
    """Also where the words are the hand-off's own: the guide has something to say."""
    reply = bot.ask(text).reply
    assert reply.kind == "answer"
    assert [answer.entry for answer in reply.answers] == ["signs-revision-needed", "personal-advice"]


def test_would_it_help_me_gets_the_hand_off_after_the_answer(bot: Chatbot) -> None:
    """What surgery can do in general, and who can say it of one person."""
    told = [answer.entry for answer in bot.ask("would surgery help me").reply.answers]
    assert told == ["revision-benefits", "personal-advice"]


def test_the_hand_off_stands_alone_where_the_guide_says_nothing(bot: Chatbot) -> None:
    """Of whatever is meant, and of a report that no program can read."""
    for text in ("is it right for me", "what does my mri say"):
        assert [answer.entry for answer in bot.ask(text).reply.answers] == ["personal-advice"], text


@pytest.mark.parametrize(
    "text", ["do I really need another MRI", "should he even go", "is it really normal that I hurt"]
)
def test_a_word_of_stress_changes_nothing(text: str) -> None:
    assert is_personal(normalise(text).tokens)
    assert not is_personal(normalise("do the shots really help").tokens)
