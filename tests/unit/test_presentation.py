"""Reply to blocks, blocks to plain and linear text: order, labels, widths, words."""

from __future__ import annotations

import pytest

from chatbot.reply import Answer, Reply, Suggestion
from chatbot.speaking.presentation import (
    blocks_of,
    columns_of,
    in_ascii,
    linear_text,
    spoken,
    wrap,
)
from tests.support.dresses import render_linear, render_plain
from tests.support.screen_bot import EMERGENCY, URGENT, ScreenBot

ANSWER = ScreenBot().ask("screws").reply
CLARIFY = ScreenBot().ask("pain").reply
GOODBYE = ScreenBot().ask("bye").reply
URGENT_ANSWER = ScreenBot().ask("fever").reply
FULL = ANSWER._replace(lead="About the screws:", notes=("I have nothing on parking.",))


def kinds(reply: Reply, **parts: bool) -> list[str]:
    return [block.kind for block in blocks_of(reply, **parts)]


def test_blocks_come_in_reading_order() -> None:
    """Lead, answer, notes, next step, and the choices last, nearest to the prompt."""
    assert kinds(FULL) == [
        "lead",
        "title",
        "text",
        "source",
        "note",
        "consultation",
        "heading",
        "choice",
        "choice",
    ]


def test_the_safety_card_is_always_first() -> None:
    """Nothing stands above what to do now."""
    assert kinds(EMERGENCY) == ["card"]
    assert kinds(URGENT_ANSWER)[0] == "card"
    assert render_linear(URGENT_ANSWER).startswith("CALL TODAY: Call your surgical team today")
    assert render_plain(EMERGENCY).splitlines()[1] == "EMERGENCY"


def test_choices_follow_their_question_at_once() -> None:
    """When the reply asks to choose, nothing stands between the question and the choices."""
    assert kinds(CLARIFY) == ["lead", "choice", "choice", "choice"]
    assert kinds(CLARIFY, with_hints=True) == ["lead", "heading", "choice", "choice", "choice"]
    assert kinds(CLARIFY._replace(consultation="See us."))[-1] == "consultation"
    assert "Choice 1: " in render_linear(CLARIFY)


def test_small_talk_has_no_title() -> None:
    """Nobody asked "Goodbye"."""
    assert render_plain(GOODBYE) == "Goodbye, and take good care of yourself."


def test_two_answers_are_each_under_their_title() -> None:
    """Two questions in one message: both labelled, in the order asked."""
    first, second = ScreenBot().ask("screws").reply, ScreenBot().ask("failed").reply
    both = first._replace(answers=first.answers + second.answers)
    assert kinds(both)[:6] == ["title", "text", "source"] * 2
    text = render_plain(both)
    assert text.index(first.answers[0].title) < text.index(second.answers[0].title)


def test_an_empty_reply_has_no_blocks_and_no_text() -> None:
    """Nothing to say prints nothing."""
    assert blocks_of(Reply("unknown")) == ()
    assert render_plain(Reply("unknown")) == ""
    assert spoken(Reply("unknown")) == ""


def test_more_is_offered_only_where_there_is_more_and_only_in_the_chat() -> None:
    """The hint to type is no part of `Reply.text`, nor of an answer that was already given in full."""
    common = ScreenBot().ask("common").reply
    assert "hint" in kinds(common, with_hints=True)
    assert "hint" not in kinds(common)
    answer = common.answers[0]
    told = common._replace(answers=(answer._replace(text=f"{answer.text}\n{answer.more}"),))
    assert "hint" not in kinds(told, with_hints=True)
    assert "hint" not in kinds(ANSWER, with_hints=True)


def test_linear_text_labels_every_line_that_begins_a_part() -> None:
    """A listener knows what each part is without seeing it."""
    assert render_linear(FULL) == (
        "Note: About the screws:\n"
        "Question: Can taking out the screws or rods help my pain?\n"
        "Answer: Short words on hardware-removal-help.\n"
        "Longer words on hardware-removal-help, which explain it.\n"
        "Source: 4. A Section of the Guide\n"
        "Note: I have nothing on parking.\n"
        "Next step: An exam can help look for the source. You may want to schedule a consultation with "
        "Dr. Example.\n"
        "You can also ask:\n"
        "See also 1: How common is lasting pain after spinal fusion?\n"
        "See also 2: How do I schedule a consultation?"
    )


def test_spoken_text_is_the_linear_text_without_headings_and_hints() -> None:
    """`Reply.text` is what a screen reader would speak; programs offer the choices in their own way."""
    assert spoken(FULL) == render_linear(FULL).replace("You can also ask:\n", "")


def test_only_where_a_number_can_be_typed_is_it_asked_for() -> None:
    """A single answer, and a pipe, take none."""
    assert "type a number" not in render_plain(FULL)
    assert "You can also ask:" in render_plain(FULL)
    assert "You can also ask (type a number):" in render_plain(FULL, with_hints=True)
    assert "You can also ask (type a number):" in render_linear(FULL, with_hints=True)
    assert "Type a number to choose:" in render_linear(CLARIFY, with_hints=True)
    assert "number" not in spoken(CLARIFY)


def test_linear_text_for_a_screen_is_broken_between_words() -> None:
    """A terminal would break within words, and a screen reader would read the halves."""
    broken = linear_text(blocks_of(FULL), 40)
    assert all(len(line) <= 40 for line in broken.split("\n"))
    assert broken.split() == render_linear(FULL).split()


def test_linear_text_has_no_boxes() -> None:
    """No box, bar, rule or bullet is read aloud."""
    for reply in (FULL, EMERGENCY, URGENT_ANSWER, CLARIFY):
        assert not set("┃━┏┓┗┛│─█▀▄*=|+") & set(render_linear(reply))


@pytest.mark.parametrize("width", [20, 33, 40, 80, 88, 200])
@pytest.mark.parametrize("reply", [FULL, EMERGENCY, URGENT_ANSWER, CLARIFY, GOODBYE])
def test_no_plain_line_is_wider_than_asked(reply: Reply, width: int) -> None:
    """Lines fit the screen, and on a very wide one stay short enough to follow."""
    for line in render_plain(reply, width).split("\n"):
        assert columns_of(line) <= min(width, 88)


def test_plain_text_is_only_text() -> None:
    """No escape sequence, and no blank line at either end."""
    text = render_plain(FULL, with_hints=True)
    assert "\x1b" not in text
    assert text == text.strip()


def test_wrap_breaks_between_words_and_keeps_them_all() -> None:
    """The words come out as they went in; only long ones are cut."""
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("one two three", 9, "- ", "  ") == ["- one two", "  three"]
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("a abcdefghij b", 4) == ["a", "abcd", "efgh", "ij b"]
    assert wrap("   ", 10) == []
    assert wrap("", 10, "> ") == []


def test_wrap_measures_wide_characters_and_marks() -> None:
    """Chinese takes two columns a character and is cut anywhere; an accent takes none."""
    assert wrap("您可以用中文", 4) == ["您可", "以用", "中文"]
    assert columns_of("e\u0301") == 1
    assert columns_of("中") == 2
    assert wrap("中", 1) == ["中"]


def test_old_terminals_get_likenesses() -> None:
    """Quotes, dashes and accents become ASCII; what has no likeness becomes a question mark."""
    assert in_ascii("plain") == "plain"
    assert in_ascii("\u201cn\u00f3\u201d \u2013 it\u2019s\u2026") == '"no" - it\'s...'
    assert in_ascii("中") == "?"


def test_what_came_in_unclean_goes_out_clean() -> None:
    """The last gate before the screen: no control character, wherever in the reply it hides."""
    bad = "\x1b[31mred\x1b]0;title\x07\u202e\x9b2J"
    reply = Reply(
        "answer",
        (Answer("a", bad, bad, bad, 1.0, "", bad),),
        (Suggestion("b", bad),),
        URGENT._replace(text=bad),
        bad,
        "",
        bad,
        (bad,),
    )
    for text in (render_plain(reply, with_hints=True), spoken(reply)):
        assert text.replace("\n", "").isprintable()
        assert "red" in text
