"""What dictation writes out is read as what was meant."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.normalise import normalise


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("does that test hurt question mark", "does that test hurt?"),
        ("no comma he means the shots full stop", "no, he means the shots."),
        ("it hurts new line why Question Mark?", "it hurts\n why?"),
        (
            "talking will not fix a broken back period can you answer that",
            "talking will not fix a broken back. can you answer that",
        ),
        ("how long is the healing period", "how long is the healing period"),
        ("after the recovery period can I swim", "after the recovery period can I swim"),
        ("is there a new line of treatment", "is there a new line of treatment"),
        ("how comma is it", "how comma is it"),
    ],
)
def test_spoken_marks_are_marks(said: str, meant: str) -> None:
    assert normalise(said).text == meant


def test_sounds_between_words_are_no_words() -> None:
    """Their marks stay; "er" may be an emergency room."""
    question = normalise("Um, the screws, uh. Erm why er")
    assert question.tokens == ("the", "screws", "why", "er")
    assert [word.mark for word in question.words] == ["", "", ".", ""]
    assert normalise("um").tokens == ("um",)


def test_a_dictated_message_is_answered_as_a_typed_one(bot: Chatbot) -> None:
    typed = bot.ask("what are EMG tests")
    dictated = bot.ask("um what are uh EMG tests question mark")
    assert dictated.reply.answers == typed.reply.answers
    follow_up = bot.ask("does that test hurt question mark", dictated.conversation).reply
    assert "whether it hurts" in follow_up.lead


def test_danger_is_found_between_the_sounds(bot: Chatbot) -> None:
    note = bot.ask("he um can not uh breathe comma please help").reply.safety
    assert note is not None and note.level == "emergency"
