"""A sign told in pieces: what several short messages say together, and what an earlier one only lent its words to."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.safety import count_dialogues
from chatbot import Chatbot
from chatbot.knowledge_files.opening import open_knowledge
from chatbot.normalise import normalise
from chatbot.safety.after_all.affirming import affirms
from chatbot.safety.pieces import NOTHING_EARLIER, remembered
from chatbot.safety.signs import NOTHING
from tests.support.talk import said

DATA = Path(__file__).resolve().parents[1] / "data" / "safety"


def level(bot: Chatbot, *messages: str) -> str:
    safety = said(bot, *messages).reply.safety
    return safety.level if safety else "none"


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (("I have numbness", "in my private area"), "emergency"),
        (("cant go", "for a wee"), "emergency"),
        (("my brother cant", "move his legs. at all."), "emergency"),
        (("hi", "pressure", "in my chest"), "emergency"),
        (("the dressing", "stinks"), "urgent"),
        (("what about the scar on the outside", "it's leaking a little"), "urgent"),
        (("my left leg got weak yesterday", "now the right leg too"), "emergency"),
        (("I want to end", "it all"), "crisis"),
    ],
)
def test_what_short_messages_say_together_counts(
    bot: Chatbot, messages: tuple[str, ...], expected: str
) -> None:
    assert level(bot, *messages) == expected


@pytest.mark.parametrize(
    "after",
    ["email won't open", "diner open late", "my locker won't open", "poker hands ranking", "job opening"],
)
def test_another_matter_is_no_piece_of_what_was_asked_in_general(bot: Chatbot, after: str) -> None:
    """After "what is scar tissue" these had told of a wound that is open."""
    assert level(bot, "what is scar tissue", after) == "none"


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        ("what is foot drop", "i have it", "urgent"),
        ("what about the scar", "red and leaking", "urgent"),
        ("can screws cause numbness", "in the saddle area", "emergency"),
        ("is numbness normal", "between my legs", "emergency"),
        ("does it cause weakness", "in both legs since today", "emergency"),
    ],
)
def test_what_goes_on_from_a_question_is_a_piece(bot: Chatbot, asked: str, told: str, expected: str) -> None:
    assert level(bot, asked, told) == expected


@pytest.mark.parametrize(
    "answer", ["yes", "I think I have it", "that's me", "it is happening now", "my husband has it"]
)
def test_whoever_says_that_it_is_so_gets_the_card(bot: Chatbot, answer: str) -> None:
    assert level(bot, "what is cauda equina", answer) == "emergency"


def test_the_card_speaks_of_who_has_it(bot: Chatbot) -> None:
    for answer, words in (("my husband has it", "what you see"), ("yes I have it", "what you feel")):
        safety = said(bot, "what is cauda equina", answer).reply.safety
        assert safety and words in safety.text


@pytest.mark.parametrize(
    "messages",
    [
        ("I have numbness", "in my toe since 2015, no change"),
        ("what is cauda equina", "thanks, I don't have that"),
        ("what is cauda equina", "its for my nursing report"),
        ("what is foot drop", "just asking"),
        ("stiff neck", "since the collar came off, how do I get moving again"),
        ("what about the scar on the outside", "and the scar tissue inside"),
        ("what is pseudarthrosis", "yes"),
        ("can losing bladder control come from a fusion", "no"),
        ("what is cauda equina", "I am afraid of that"),
    ],
)
def test_harmless_pieces_stay_harmless(bot: Chatbot, messages: tuple[str, ...]) -> None:
    assert level(bot, *messages) == "none"


def test_a_card_does_not_come_again_for_what_it_was_shown_for(bot: Chatbot) -> None:
    """Nor does a later message raise again what the pieces before it have raised."""
    assert level(bot, "the dressing", "stinks", "on the left side") == "none"


def test_a_yes_to_choices_says_nothing_of_the_quiet_line(bot: Chatbot) -> None:
    turn = said(bot, "what is cauda equina")
    choosing = turn.conversation._replace(pending="choice")
    assert bot.ask("yes", choosing).reply.safety is None


def test_a_choice_on_the_screen_is_no_piece(bot: Chatbot) -> None:
    conversation = said(bot, "I have numbness").conversation
    assert said(bot, "back", start=conversation).conversation.earlier == conversation.earlier


def test_a_long_message_is_no_piece_and_ends_what_was_said_before_it() -> None:
    long = normalise("I had my operation in the spring and all of it went well, so I wonder what is next")
    assert remembered(long, NOTHING, NOTHING_EARLIER._replace(pieces=("numb",))) == NOTHING_EARLIER


def test_a_message_that_only_asks_leaves_no_piece() -> None:
    assert remembered(normalise("what is it?"), NOTHING, NOTHING_EARLIER) == NOTHING_EARLIER


def test_a_denial_affirms_nothing() -> None:
    assert not affirms(normalise("no that is not me"))
    assert affirms(normalise("yes that is me"))


@pytest.mark.parametrize("message", ["ok got it", "got it", "oh I got it now", "okay, got that"])
def test_whoever_understood_has_nothing(message: str) -> None:
    """ "I got it", said alone, may be the sign: the higher reading counts (rule 25)."""
    assert not affirms(normalise(message))
    assert affirms(normalise("I got it"))
    assert affirms(normalise("ok I got it since yesterday"))


def test_starting_over_forgets_the_pieces(bot: Chatbot) -> None:
    assert level(bot, "I have numbness", "start over", "in my private area") == "none"


def test_on_the_dialogues_in_pieces_little_is_missed_and_no_more_alarms_than_message_by_message() -> None:
    """These floors are where the triage stands; docs/safety-measured.md has the unseen ones."""
    rules = open_knowledge()[3]
    together = count_dialogues(DATA / "in-pieces.yaml", rules)
    apart = count_dialogues(DATA / "in-pieces.yaml", rules, together=False)
    assert together.missed + together.lower <= 0.1 * together.dangerous
    assert together.missed < apart.missed
    assert together.alarmed <= apart.alarmed + 1


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (("can I take ibuprofen with my blood pressure pills", "ok. can my fusion be made longer"), "none"),
        (("I have a fever and chills", "thanks, how do you treat a cat with a limp"), "none"),
        (("when can I go back to work", "and what causes whiplash"), "none"),
        (("my bladder", "and can not empty it"), "emergency"),
        (("one leg", "is swollen, and warm too"), "urgent"),
        (("pressure", "and is in my chest"), "emergency"),
    ],
)
def test_a_question_behind_an_opening_is_no_piece_of_a_report(
    bot: Chatbot, messages: tuple[str, ...], expected: str
) -> None:
    """ "Ok. can it be made longer" asks, as without the "ok"; "and can not empty it" goes on with what was told."""
    assert level(bot, *messages) == expected
