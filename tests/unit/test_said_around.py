"""What patients say around a message in a talk: it changes nothing of what they ask."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.conversation import Conversation
from chatbot.follow_up import without_asides
from chatbot.normalise import normalise

KINDS = "list the kinds of revision surgery"


def after(bot: Chatbot, first: str) -> Conversation:
    return bot.ask(first).conversation


@pytest.mark.parametrize(
    ("message", "heard"),
    [
        ("ok that helps a lot, thank you. the third", "the third"),
        ("You are very helpful. Cost?", "Cost"),
        ("oh wow I did not know that. and the risks?", "and the risks"),
        ("oh no. how long does it take", "how long does it take"),
        ("that is what my doctor said too. can it be fixed", "can it be fixed"),
        ("oh boy, what are the risks", "what are the risks"),
        ("wait what about the costs", "what about the costs"),
        ("let me rephrase. Does it hurt?", "Does it hurt"),
        ("I was also wondering the second one", "the second one"),
        ("my wife wants to know does it hurt", "does it hurt"),
        ("ok my husband asks: cost?", "cost"),
        ("sorry to bother you again but cost?", "cost"),
        ("wait the third one", "the third one"),
        ("wait, 3", "3"),
        ("I see. one more thing, the last one", "the last one"),
        ("oh wow I did not know that. thank you", "thank you"),
        ("what is that? I see", "what is that"),
        ("cost? sorry for all the questions", "cost"),
        ("cost? I hope you do not mind me asking", "cost"),
        ("the third one, I am a bit slow", "the third one"),
        ("and the risks? I'm just trying to understand. Thanks so much", "and the risks"),
    ],
)
def test_what_is_said_around_a_message_is_set_aside(bot: Chatbot, message: str, heard: str) -> None:
    assert without_asides(normalise(message), after(bot, KINDS)).tokens == normalise(heard).tokens


@pytest.mark.parametrize(
    "message",
    [
        "the third",
        "thank you. you have been very frank",
        "no. the pills",
        "you did not answer. how long does it take",
        "this is useless. how long does it take",
        "my screws are loose. how long does it take",
        "one more thing about that",
        "one more thing",
        "wait for the scan",
        "but oh no",
        "my wife asks",
        "wait there",
        "my wife wants a scan. how long does it take",
        "tell me more. and the risks",
        "thank you, that is kind of a relief",
        "Good afternoon. I have a quick question",
    ],
)
def test_what_says_something_stays(bot: Chatbot, message: str) -> None:
    question = normalise(message)
    assert without_asides(question, after(bot, KINDS)) is question


@pytest.mark.parametrize("first", ["", "i can't feel my groin and i can't pee"])
def test_at_the_start_and_after_a_card_everything_counts(bot: Chatbot, first: str) -> None:
    question = normalise("you are very helpful. the third")
    conversation = after(bot, first) if first else Conversation()
    assert without_asides(question, conversation) is question


def test_a_place_behind_praise_is_chosen(bot: Chatbot) -> None:
    turn = bot.ask("that was helpful, thank you. the third", after(bot, KINDS))
    assert turn.reply.answers[0].entry == "decompression"


def test_a_feeling_beside_a_question_earns_a_kind_word_once(bot: Chatbot) -> None:
    turn = bot.ask("that is scary. the third", after(bot, KINDS))
    assert turn.reply.answers[0].entry == "decompression"
    assert turn.reply.lead
    again = bot.ask("that is scary. the first", turn.conversation)
    assert again.reply.answers[0].entry != "decompression"
    assert not again.reply.lead


def test_danger_beside_an_aside_gets_its_card(bot: Chatbot) -> None:
    turn = bot.ask("ok that helps. and i can't feel my groin since today", after(bot, KINDS))
    assert turn.reply.safety is not None
    assert turn.reply.safety.level == "emergency"


def test_likeness_to_danger_counts_where_more_is_said_than_a_place(bot: Chatbot) -> None:
    """A mere "the third" raises no card by likeness; with something said beside it, the whole is read."""
    turn = bot.ask("I see. I do not want to live like this any more", after(bot, KINDS))
    assert turn.reply.safety is not None
    assert turn.reply.safety.level == "crisis"
