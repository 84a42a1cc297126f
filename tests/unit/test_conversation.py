"""What a conversation remembers: bounded, and none of it changes."""

from __future__ import annotations

from chatbot.conversation import MOST_REMEMBERED, MOST_STEPS_BACK, Conversation


def test_what_was_asked_before() -> None:
    """Much the same words for the same entry; memory of it is bounded."""
    conversation = Conversation().having_asked("scar", ["scar", "hurt"]).having_asked("bones", [])
    assert conversation.was_asked("scar", ["hurt", "scar"])
    assert conversation.was_asked("scar", ["scar"])
    assert not conversation.was_asked("scar", ["remove", "rods"])
    assert not conversation.was_asked("level", ["scar"])
    assert conversation.was_asked("bones", [])
    for number in range(100):
        conversation = conversation.having_asked(str(number), [])
    assert len(conversation.asked) == MOST_REMEMBERED


def test_a_conversation_does_not_grow() -> None:
    """What was told and the way back are bounded; what is told again moves to the end."""
    conversation = Conversation()
    for number in range(100):
        conversation = conversation.having_told([f"e{number}"]).having_turned_down()
    assert len(conversation.told) == MOST_REMEMBERED
    assert len(conversation.turned_down) == MOST_REMEMBERED
    assert len(conversation.trail) == MOST_STEPS_BACK
    assert conversation.having_told(["e98"]).told[-2:] == ("e99", "e98")
    assert "e98" not in conversation.having_told(["e98"]).turned_down
    assert conversation.having_told(["e99"]).trail == conversation.trail


def test_nothing_is_turned_down_without_a_topic() -> None:
    """There was nothing to turn down."""
    assert Conversation().having_turned_down() == Conversation()
