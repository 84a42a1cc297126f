"""Details that a whole question asks and the guide does not tell: said so, with what it does tell."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import said


@pytest.mark.parametrize(
    ("question", "entry", "detail"),
    [
        ("Do the shots hurt?", "injection-therapy", "whether it hurts"),
        ("is physical therapy painful", "physical-therapy", "whether it hurts"),
        ("how long do injections last", "injection-therapy", "how long it takes or lasts"),
        ("how long will a shot last me", "injection-therapy", "how long it takes or lasts"),
        ("how bad does the nerve test hurt", "nerve-tests", "whether it hurts"),
        ("how often do I need physical therapy", "physical-therapy", "how often it is needed"),
        ("how do I prepare for the nerve test", "nerve-tests", "how to get ready for it"),
        ("who should not have talk therapy", "psychological-therapy", "who should not have it"),
        ("can I eat before decompression surgery", "decompression", "while it is done"),
        ("emg, does it hurt", "nerve-tests", "whether it hurts"),
        ("biofeedback, how many times do you go", "psychological-therapy", "how often it is needed"),
    ],
)
def test_a_detail_that_is_not_told_is_owned_up_to(
    bot: Chatbot, question: str, entry: str, detail: str
) -> None:
    """Asked properly, as after the topic ("do they hurt"): the definition alone would seem to be the answer."""
    reply = bot.ask(question).reply
    assert reply.answers[0].entry == entry
    assert reply.kind == "handoff"
    assert "the guide does not say this" in reply.lead
    assert detail in reply.lead


def test_what_was_told_before_comes_in_a_sentence(bot: Chatbot) -> None:
    """The first time the whole answer helps; then its short form."""
    first = bot.ask("do the shots hurt?")
    assert first.reply.answers[0].text != first.reply.answers[0].short
    again = bot.ask("and how long do the injections last?", first.conversation)
    assert again.reply.answers[0].text == again.reply.answers[0].short


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("what are the risks of revision surgery", "revision-risks"),
        ("how common is pain after fusion", "how-common"),
        ("how long before they consider another operation", "when-to-consider-revision"),
        ("can the screws hurt", "hardware-problems"),
        ("does physical therapy help", "physical-therapy"),
    ],
)
def test_what_the_guide_tells_is_told(bot: Chatbot, question: str, entry: str) -> None:
    """Near misses: the same words, of something that the guide does say."""
    reply = bot.ask(question).reply
    assert reply.answers[0].entry == entry
    assert "does not say" not in reply.lead


def test_a_long_question_asks_more_than_a_detail(bot: Chatbot) -> None:
    """What many words ask is not all said by "the guide does not say whether it hurts"."""
    reply = bot.ask("do the shots hurt when they are put into the lower part of my back by the doctor").reply
    assert reply.answers[0].entry == "injection-therapy"
    assert "does not say" not in reply.lead


def test_other_topics_are_no_details_of_this_one(bot: Chatbot) -> None:
    """A detail of something that is not in the guide stays outside."""
    assert not bot.ask("do tattoos hurt").reply.answers
    assert not bot.ask("how long does a hip replacement last").reply.answers


@pytest.mark.parametrize(
    ("question", "entry", "detail"),
    [
        ("ok so it can help. and does taking them out hurt", "hardware-removal-help", "whether it hurts"),
        ("I asked if it hurts to have the screws taken out", "hardware-removal-help", "whether it hurts"),
        ("My MRI found scar tissue. Is that dangerous?", "scar-tissue", "how serious or dangerous it is"),
        (
            "is the MRI with the screws safe, they told me metal is magnetic",
            "imaging",
            "how serious or dangerous it is",
        ),
        ("do the shots hurt, I am a baby about needles", "injection-therapy", "whether it hurts"),
        ("these injections, are they dangerous?", "injection-therapy", "how serious or dangerous it is"),
        (
            "how many get better with a second operation",
            "revision-benefits",
            "how common it is, how many have it",
        ),
    ],
)
def test_a_detail_is_heard_in_the_sentence_that_asks(
    bot: Chatbot, question: str, entry: str, detail: str
) -> None:
    """Whatever stands around it, and whether the object is named in it or before it."""
    reply = bot.ask(question).reply
    assert [answer.entry for answer in reply.answers] == [entry]
    assert detail in reply.lead


def test_a_detail_asked_again_is_owned_up_to_again(bot: Chatbot) -> None:
    """The answer was turned down for what it leaves out; no other one tells it either."""
    turn = bot.ask("can taking the screws out help")
    again = bot.ask(
        "no you did not answer me. I asked if it hurts to have the screws taken out", turn.conversation
    )
    assert "whether it hurts" in again.reply.lead


def test_a_reason_names_what_is_counted(bot: Chatbot) -> None:
    """What follows "because" is the topic, and how many have it is asked."""
    reply = bot.ask("how many of us have that because the bone did not fuse").reply
    assert [answer.entry for answer in reply.answers] == ["pseudarthrosis"]
    assert "how common it is" in reply.lead


@pytest.mark.parametrize(
    ("question", "entry", "detail"),
    [
        ("are the shots dangerous", "injection-therapy", "how serious or dangerous it is"),
        ("the injection is dangerous?", "injection-therapy", "how serious or dangerous it is"),
        ("does the MRI have risks", "imaging", "what can go wrong, the risks"),
        (
            "is there any evidence that biofeedback helps",
            "psychological-therapy",
            "where its figures come from",
        ),
    ],
)
@pytest.mark.parametrize("before", ["", "what are the risks of revision surgery", "what is scar tissue"])
def test_a_detail_is_asked_of_what_the_question_names(
    bot: Chatbot, before: str, question: str, entry: str, detail: str
) -> None:
    """Not of the operation, though its dangers are what most people ask for, and not of what was talked about."""
    conversation = bot.ask(before).conversation if before else None
    reply = bot.ask(question, conversation).reply
    assert [answer.entry for answer in reply.answers] == [entry]
    assert detail in reply.lead


@pytest.mark.parametrize(
    ("before", "question", "entry"),
    [
        ("can shots ease my pain", "is surgery dangerous", "revision-risks"),
        ("does the nerve test hurt", "and how long do the nerve tests last", "nerve-tests"),
        ("can scar tissue cause pain", "how is it treated", "decompression"),
    ],
)
def test_what_is_told_of_the_topic_stays_with_it(
    bot: Chatbot, before: str, question: str, entry: str
) -> None:
    """Near misses: nothing else is named, or what is asked of it is told."""
    reply = bot.ask(question, bot.ask(before).conversation).reply
    assert entry in [answer.entry for answer in reply.answers]


@pytest.mark.parametrize(
    ("topic", "question"),
    [
        ("what is an mri", "and the risks?"),
        ("what is an mri", "does it have risks"),
        ("what is physical therapy", "any risks"),
        ("what are the risks of another surgery", "and the risks of an MRI"),
        ("can the screws come out", "and the risks of shots"),
        ("hello", "risks of shots"),
        ("how does the emg work", "has that any risks"),
    ],
)
def test_the_risks_of_a_test_are_not_those_of_an_operation(bot: Chatbot, topic: str, question: str) -> None:
    """The words alone ask for the risks that the guide tells, which are an operation's; also where no word asks."""
    reply = said(bot, topic, question).reply
    assert "the guide does not say this: what can go wrong" in reply.lead
    assert reply.answers[0].entry != "revision-risks"


def test_after_an_operation_the_risks_are_those_that_the_guide_tells(bot: Chatbot) -> None:
    for question in ("and the risks?", "and the risks of surgery"):
        assert said(bot, "can the screws come out", question).reply.answers[0].entry == "revision-risks"
