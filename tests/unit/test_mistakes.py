"""The program stumbles over a message: the patient gets the card of their danger or an apology, staff one line."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from chatbot import Chatbot
from chatbot.cli import main, starting
from chatbot.dialogue import Dialogue
from chatbot.dialogue.cards import Cards
from chatbot.mistakes import described, keep_quiet  # before conftest puts another in its place
from chatbot.protocol.service import Service
from chatbot.speaking import sentences

ASKED = "what is scar tissue"
DANGER = "i can't feel my groin and i can't pee. what is scar tissue"
WORDS = "xanthippe"


def stumble(*_: object) -> None:
    raise IndexError(WORDS)


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be answered, beside a card or without one."""
    monkeypatch.setattr(Dialogue, "reply", stumble)
    monkeypatch.setattr(Cards, "show", stumble)


@pytest.fixture
def met(bot: Chatbot) -> Iterator[list[Exception]]:
    """What the bot was told of its mistakes."""
    errors: list[Exception] = []
    before, bot.on_mistake = bot.on_mistake, errors.append
    yield errors
    bot.on_mistake = before


@pytest.mark.usefixtures("stumbling")
def test_danger_gets_its_card_although_the_question_beside_it_is_stumbled_over(
    bot: Chatbot, met: list[Exception]
) -> None:
    turn = bot.ask(DANGER)
    assert turn.reply.kind == "safety"
    assert turn.reply.safety is not None and "911" in turn.reply.safety.text
    assert turn.reply.text and turn.reply.consultation is None
    assert turn.conversation.level == "emergency"
    assert [type(error) for error in met] == [IndexError]


@pytest.mark.usefixtures("stumbling")
def test_any_other_message_gets_an_apology_and_the_number_to_call(bot: Chatbot, met: list[Exception]) -> None:
    turn = bot.ask(ASKED)
    assert turn.reply.kind == "unknown"
    assert turn.reply.lead == bot.ask("and again", turn.conversation).reply.lead
    assert turn.reply.lead.startswith(sentences.STUMBLED[:40]) and "911" in turn.reply.lead
    assert len(met) == 2


@pytest.mark.usefixtures("stumbling")
def test_a_card_stays_for_the_conversation(bot: Chatbot, met: list[Exception]) -> None:
    turn = bot.ask(ASKED, bot.ask(DANGER).conversation)
    assert any("911" in note for note in turn.reply.notes)
    assert met


@pytest.mark.usefixtures("stumbling", "met")
def test_a_program_over_the_pipe_gets_the_card_and_standard_error_the_place(
    bot: Chatbot, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"type": "ask", "id": 1, "text": DANGER}).encode()
    answer = json.loads(Service(bot).answer(line) or b"")
    assert answer["reply"]["safety"]["level"] == "emergency"
    said = capsys.readouterr().err
    assert "internal error: IndexError in stumble" in said and WORDS not in said


def test_what_is_told_of_a_mistake_holds_no_words() -> None:
    with pytest.raises(IndexError) as met:
        stumble()
    assert described(met.value).startswith("IndexError in stumble, line ")
    assert described(IndexError(WORDS)) == "IndexError in an unknown place"


@pytest.mark.usefixtures("stumbling")
@pytest.mark.parametrize("way", [[], ["--debug"]])
def test_who_asks_at_the_command_line_is_told_where_and_still_gets_a_reply(
    way: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ask", ASKED, *way])
    captured = capsys.readouterr()
    assert "something went wrong" in captured.out
    assert ("Traceback" in captured.err) == bool(way)
    assert "IndexError" in captured.err


@pytest.mark.usefixtures("stumbling")
def test_a_patients_screen_shows_nothing_but_the_reply(capsys: pytest.CaptureFixture[str]) -> None:
    from chatbot.cli.arguments import parser_of  # noqa: PLC0415
    from chatbot.cli.commands import COMMANDS  # noqa: PLC0415

    options = parser_of("chat", COMMANDS["chat"]).parse_args([])
    bot = starting.load(options, is_for_patients=True)
    bot.on_mistake = keep_quiet
    assert bot.ask(ASKED).reply.kind == "unknown"
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")
