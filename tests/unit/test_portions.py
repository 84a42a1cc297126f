"""What a screen shows at once: nothing is lost between portions, and a safety card is never pushed off."""

from __future__ import annotations

import pytest

from chatbot.screen import styled
from chatbot.screen.modes import Mode
from chatbot.screen.portions import card_portions, in_portions, reminder_of, text_pages
from chatbot.speaking.presentation import Block, plain_text
from tests.support.dresses import bare_words

EMERGENCY = Block(
    "card",
    "Call 911 now, or go to the nearest emergency room. This may need care now.\n"
    "Do not drive yourself. Do not wait for a call back from the clinic.\n"
    "Tell them what you feel and about your spine surgery.",
    "EMERGENCY",
)
URGENT = Block("card", "Please call your surgical team today.\nIf it gets worse, call 911.", "CALL TODAY")
ANSWER = Block("text", "Scar tissue may press on a nerve, and that may hurt for a long time. " * 30, "Answer")
SIZES = [(80, 24), (40, 12), (30, 8), (20, 5)]


def first_words(page: list[str]) -> str:
    return " ".join(" ".join(page).split())


@pytest.mark.parametrize("is_linear", [False, True])
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_card_and_its_number_stay_on_the_screen_above_the_prompt(
    columns: int, rows: int, is_linear: bool
) -> None:
    """Whatever follows waits for Enter; the portion, what is below it and the prompt fit on the screen."""
    pages = text_pages((EMERGENCY, ANSWER), columns, rows, is_linear=is_linear)
    below = 2 if rows >= 8 else 1
    assert len(pages[0]) <= rows - below
    assert "EMERGENCY" in first_words(pages[0])
    assert "911" in first_words(pages[0])
    assert "Scar tissue" not in first_words(pages[0])
    assert any("Scar tissue" in first_words(page) for page in pages[1:])


@pytest.mark.parametrize("is_linear", [False, True])
def test_a_card_is_whole_at_40_by_12(is_linear: bool) -> None:
    """The smallest screen on which no part of a card waits for a key."""
    first = text_pages((EMERGENCY, ANSWER), 40, 12, is_linear=is_linear)[0]
    assert first_words(first).replace("=", "").split()[-1] == "surgery."


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_styled_card_and_its_number_stay_above_the_prompt(columns: int, rows: int) -> None:
    """The same on the styled screen, which has a line of key hints below the prompt."""
    pages = styled.pages_of((EMERGENCY, ANSWER), Mode(), columns, rows)
    below = 3 if rows >= 8 else 2
    assert all(len(page) <= rows - below for page in pages)
    first = " ".join(line.plain for line in pages[0])
    assert "EMERGENCY" in first
    assert "911" in first or "█" in first


def test_no_word_is_lost_between_portions() -> None:
    """The portions together are the reply; only the reminder stands in them more than once."""
    pages = text_pages((EMERGENCY, ANSWER), 40, 12)
    together = "\n".join(line for page in pages for line in page)
    assert bare_words(together) == bare_words(plain_text((EMERGENCY, ANSWER), 40))
    small = [line for page in text_pages((EMERGENCY,), 20, 5) for line in page if line != "EMERGENCY: 911"]
    assert " ".join(small).split() == ["EMERGENCY", *EMERGENCY.words.split()]


def test_what_fits_comes_at_once() -> None:
    """No key for its own sake: card and answer together where there is room, and never a second page without need."""
    assert len(text_pages((EMERGENCY, ANSWER), 80, 60)) == 1
    assert len(text_pages((EMERGENCY,), 80, 24)) == 1


def test_a_screen_reader_is_held_after_a_card_only() -> None:
    """It reads on from where it stopped, so that a long answer needs no keys."""
    assert len(text_pages((ANSWER,), 40, 12)) > 1
    assert len(text_pages((ANSWER,), 40, 12, is_linear=True)) == 1
    assert len(text_pages((EMERGENCY, ANSWER), 40, 12, is_linear=True)) == 2


def test_the_reminder_is_what_to_do() -> None:
    """The number to call; of an urgent card the label, for its 911 is for later."""
    assert reminder_of(EMERGENCY, 40) == "EMERGENCY: 911"
    assert reminder_of(EMERGENCY, 10) == "911"
    assert reminder_of(URGENT, 40) == "CALL TODAY"
    assert reminder_of(URGENT, 4) == ""
    crisis = Block("card", "Call or text 988 now. About to act? Call 911.", "PLEASE READ THIS FIRST")
    assert reminder_of(crisis, 40) == "PLEASE READ THIS FIRST: 988"


def test_a_card_without_a_reminder_and_a_screen_of_one_row_lose_nothing() -> None:
    """Even a screen on which nothing fits shows every line."""
    assert card_portions(["a", "b", "c"], 2, None) == [["a", "b"], ["c"]]
    assert card_portions(["a", "b"], 1, "r") == [["a"], ["b"]]
    assert in_portions([], 3, lambda line: not line) == []
