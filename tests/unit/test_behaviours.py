"""Twenty-five things that people expect of a conversation, each as a reader sees it.

Every file in tests/transcripts/behaviours says at its top what must hold, then what is typed and shown in plain
dress. A line "--" starts a new conversation. `pytest --renew` writes the replies anew, to be read in the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot import Chatbot
from tests.support.dresses import render_plain

BEHAVIOURS = Path(__file__).parents[1] / "transcripts" / "behaviours"
NAMES = sorted(path.stem for path in BEHAVIOURS.glob("*.txt"))
YOU = "You:"
CLINIC = "Clinic:"
ANEW = "--"
WIDTH = 88


def typed_lines(transcript: str) -> list[str]:
    """What is typed in a transcript, and where a conversation starts anew."""
    return [line for line in transcript.splitlines() if line.startswith(YOU) or line == ANEW]


def played(bot: Chatbot, transcript: str) -> str:
    """The same transcript with the replies of today."""
    lines = [transcript.split("\n", 1)[0]]
    conversation = None
    for line in typed_lines(transcript):
        lines.append("")
        lines.append(line)
        if line == ANEW:
            conversation = None
            continue
        turn = bot.ask(line.removeprefix(YOU)[1:], conversation)
        conversation = turn.conversation
        lines.append(f"{CLINIC} {render_plain(turn.reply, WIDTH, with_hints=True)}".rstrip())
    return "\n".join(lines) + "\n"


def test_there_are_as_many_as_people_expect() -> None:
    """Twenty-five behaviours, numbered."""
    assert [name[:2] for name in NAMES] == [f"{number:02}" for number in range(1, 26)]


@pytest.mark.parametrize("name", NAMES)
def test_the_conversation_reads_so(bot: Chatbot, name: str, renew: bool) -> None:
    """Word for word as in the transcript."""
    path = BEHAVIOURS / f"{name}.txt"
    transcript = path.read_text(encoding="utf-8")
    today = played(bot, transcript)
    if renew:
        path.write_text(today, encoding="utf-8")
    assert today == path.read_text(encoding="utf-8")
