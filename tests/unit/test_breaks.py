"""A line end, a stop or dots in the middle of a sentence end nothing; between two sentences they part them."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.normalise import normalise


def marked(text: str) -> str:
    """Return the words of a text with their marks before them."""
    return " ".join(f"{word.mark} {word.text}".strip() for word in normalise(text).words)


@pytest.mark.parametrize(
    "text",
    [
        "how long do\nI stay",
        "is there pain in the\nother leg",
        "I do not\nhave fever",
        "I have no\nnumbness at all",
        "it went from my back\nto my leg",
        "the rods are now out\nof place",
        "how soon\ncan my wife drive",
        "how long does\nit last",
        "The scar hurts\nunder pressure",
        "THE SCAR HURTS THE\nOTHER LEG",
        "MY LEG IS\nNUMB NOW",
        "does it help with the... other leg",
        "how big… is the scar",
        "how long do / I stay",
        "how many of the. rods can break",
        "Are those rods. a danger",
        "is..it..normal..to..hurt",
        "is.it.normal.to.hurt",
        "is it far to the\nBoston clinic",
    ],
)
def test_what_breaks_a_sentence_is_no_mark(text: str) -> None:
    """Some words end no sentence, some begin none; dots instead of blanks are blanks."""
    assert "." not in marked(text)


def test_lines_that_were_cut_by_their_width_are_one_text() -> None:
    """As an e-mail is pasted: no line had room for the first word of the next."""
    lines = "could the metal they screwed\ninside cause new pain years\nlater down below"
    assert "." not in marked(lines)
    assert (
        marked("one line\nsome longer line of words\nand others")
        == "one line . some longer line of words and others"
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("my leg is numb\nhow common is it", "my leg is numb . how common is it"),
        ("no\nmy groin is numb", "no . my groin is numb"),
        ("no fever. numb groin", "no fever . numb groin"),
        ("no fever\nnumb groin", "no fever . numb groin"),
        ("I hate it again\nto be clear", "i hate it again . to be clear"),
        ("Tell me what it is. numb leg", "tell me what it is . numb leg"),
        ("Can they tell what it is\nHave they a test", "can they tell what it is . have they a test"),
        ("My leg aches today\nbrace hurts", "my leg aches today . brace hurts"),
        ("a. what is it", "a . what is it"),
        ("what is it for. do they hurt", "what is it for . do they hurt"),
        ("no..I..am..fine...my..leg..is..numb", "no i am fine . my leg is numb"),
        ("well..no", "well . no"),
        ("no fever,\nnumb groin", "no fever . numb groin"),
        ("numb\nweak\ncold", "numb . weak . cold"),
        ("it hurts, and\nof course, up\nhere", "it hurts , and of course , up . here"),
    ],
)
def test_what_ends_a_sentence_stays_a_mark(text: str, read: str) -> None:
    """A capital, or words that may end and begin one."""
    assert marked(text) == read


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("how soon\ncan I drive after my\nsurgery", "how soon can I drive after my surgery"),
        ("what is a. bone scan", "what is a bone scan"),
        ("what..is..scar..tissue", "what is scar tissue"),
        ("is it normal to... have pain after surgery", "is it normal to have pain after surgery"),
    ],
)
def test_a_broken_question_is_answered_as_the_whole_one(bot: Chatbot, broken: str, whole: str) -> None:
    assert bot.ask(broken).reply.answers == bot.ask(whole).reply.answers != ()


@pytest.mark.parametrize(
    ("message", "level"),
    [
        ("I do not\nhave fever", ""),
        ("I have no\nfever and no chills", ""),
        ("no\nmy groin is numb", "emergency"),
        ("I do not have a fever\nnumb groin since this morning", "emergency"),
        ("the nurse asked, no I did not\nnumb between my legs", "emergency"),
        ("no pain today\nwound is oozing pus", "urgent"),
        ("not really\nI want to die", "crisis"),
        ("I can not\nfeel when I wipe", "emergency"),
        ("I lost. strength in my arm", "urgent"),
        ("unable to. urinate since noon", "emergency"),
    ],
)
def test_danger_is_heard_across_a_break_and_denied_only_up_to_a_real_one(
    bot: Chatbot, message: str, level: str
) -> None:
    note = bot.ask(message).reply.safety
    assert (note.level if note else "") == level
