"""Talking with a chatbot over several messages."""

from __future__ import annotations

from chatbot import Chatbot, Conversation, Turn


def said(bot: Chatbot, *messages: str, start: Conversation | None = None) -> Turn:
    """Return the turn that the last of some messages gets."""
    conversation = start
    for message in messages:
        turn = bot.ask(message, conversation)
        conversation = turn.conversation
    return turn
