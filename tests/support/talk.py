"""Talking with a chatbot over several messages."""

from __future__ import annotations

from chatbot import Chatbot, Conversation, Turn
from chatbot.reply import Reply
from chatbot.speaking.composing import Composer


def said(bot: Chatbot, *messages: str, start: Conversation | None = None) -> Turn:
    """Return the turn that the last of some messages gets."""
    conversation = start
    for message in messages:
        turn = bot.ask(message, conversation)
        conversation = turn.conversation
    return turn


def entries_of(reply: Reply) -> list[str]:
    """Return the entries that a reply tells, in order."""
    return [answer.entry for answer in reply.answers]


def offered_by(reply: Reply) -> list[str]:
    """Return the entries that a reply offers, in order."""
    return [suggestion.entry for suggestion in reply.suggestions]


def sentence(bot: Chatbot, words: str) -> str:
    """One of the program's own sentences as this bot's clinic says it."""
    return Composer(bot.knowledge).fill(words)
