"""Danger in a conversation: cards, the lines that stay, and what steers without alarming."""

from __future__ import annotations

from chatbot import Chatbot, Conversation
from chatbot.follow_up.set_phrases import STEER_OF
from chatbot.speaking import sentences
from tests.support.talk import entries_of, said

EMERGENCY = "i can't feel my groin and i can't pee"
URGENT = "my incision is red and leaking"


def test_an_emergency_is_answered_with_its_card_alone(bot: Chatbot) -> None:
    """The action first and nothing beside it that could keep anybody reading; no consultation is sold."""
    reply = bot.ask(f"what is scar tissue? {EMERGENCY}").reply
    assert reply.kind == "safety"
    assert reply.safety is not None
    assert reply.safety.level == "emergency"
    assert "911" in reply.safety.text
    assert (reply.answers, reply.suggestions, reply.consultation) == ((), (), None)
    assert reply.text.index("911") < 120


def test_the_question_behind_an_emergency_card_is_kept(bot: Chatbot) -> None:
    """Who still wants the answer says yes; where there is none, that is said."""
    turn = said(bot, f"what is scar tissue? {EMERGENCY}", "yes")
    assert turn.reply.kind != "safety"
    assert turn.conversation.waiting == ""
    nothing = bot.ask("yes", Conversation(pending="card", waiting="qwertyuiop", level="emergency"))
    assert nothing.reply.kind == "unknown"
    found = bot.ask("yes", Conversation(pending="card", waiting="what is scar tissue", level="emergency"))
    assert entries_of(found.reply) == ["scar-tissue"]


def test_an_urgent_message_gets_its_answer_below_the_card(bot: Chatbot) -> None:
    """The card first; what was asked is answered under it, where it is clear."""
    reply = bot.ask(f"{URGENT}. what is pseudarthrosis?").reply
    assert reply.kind == "safety"
    assert reply.safety is not None
    assert reply.safety.level == "urgent"
    below = bot.ask("my calf is red and swollen since yesterday").reply
    assert below.safety is not None


def test_an_answer_below_an_urgent_card_has_its_reason_for_a_visit(bot: Chatbot) -> None:
    """After the call; in short the next time. Where nothing is answered, only the card says what to do."""
    first = bot.ask(f"{URGENT}. what is pseudarthrosis?")
    assert first.reply.answers
    assert first.reply.consultation
    assert first.reply.consultation.startswith("First the call to your surgical team today")
    again = bot.ask("what is pseudarthrosis?", first.conversation).reply
    assert again.consultation == sentences.CONSULTATION_SHORT
    assert bot.ask(URGENT).reply.consultation is None
    assert bot.ask(f"{EMERGENCY}. what is pseudarthrosis?").reply.consultation is None


def test_after_a_card_the_line_stays_and_never_falls(bot: Chatbot) -> None:
    """The most serious level of a conversation is remembered, whatever is said next."""
    after = said(bot, EMERGENCY, "what is scar tissue")
    assert after.conversation.level == "emergency"
    assert any("911" in note for note in after.reply.notes)
    assert said(bot, EMERGENCY, URGENT).conversation.level == "emergency"
    assert said(bot, EMERGENCY, "start over").conversation.level == "emergency"


def test_talk_about_a_sign_gets_a_quiet_line(bot: Chatbot) -> None:
    """Asked in general, danger is answered as a question, with a line for those it happens to."""
    reply = bot.ask("can a screw come loose").reply
    assert reply.kind != "safety"
    found = [
        bot.ask(text).reply
        for text in ("what does numbness in the groin mean", "is leg weakness a sign of a problem")
    ]
    assert any(note for reply in found for note in reply.notes)


def test_steering_words_are_no_alarm(bot: Chatbot) -> None:
    """ "I do not understand", "start all over", "both": what steers a conversation is about no danger."""
    steering = (
        *STEER_OF,
        "all of them",
        "the second one",
        "number two",
        "how is the second one treated",
    )
    raised = [text for text in steering if bot.ask(text).reply.safety]
    assert raised == []


def test_the_entries_first_questions_are_no_emergencies(bot: Chatbot) -> None:
    """What an entry is there to answer is not kept from the patient by a card for emergencies."""
    raised = [
        question
        for entry in bot.knowledge.entries
        for question in (entry.title, *entry.questions[:8])
        if (safety := bot.ask(question).reply.safety) and safety.level != "urgent"
    ]
    assert raised == []
