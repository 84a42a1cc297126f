"""What a person does at the keyboard: each scenario in this process and in a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.screens import Driver, InProcess, Process

Scenario = Callable[[Driver], None]


def _asks_and_is_answered(chat: Driver) -> None:
    chat.sees("quit to leave")
    chat.sees("You:")
    chat.type("can the screws come out")
    chat.press("enter")
    chat.reads_until("You can also ask (type a number):")
    chat.reads_until("1 How common is lasting pain")
    chat.shows("You:")


def _chooses_by_number(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("pain")
    chat.press("enter")
    chat.reads_until("1-3: choose")
    chat.type("2")
    chat.press("enter")
    chat.reads_until("1-2: choose")


def _menu_shows_while_typing(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("lasting")
    chat.sees("How common is lasting")
    chat.sees("Does lasting pain")
    chat.press("escape")
    chat.misses("Does lasting pain")
    chat.sees("You: lasting")


def _enter_with_an_open_menu_asks_what_was_typed(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("rods")
    chat.sees("Can taking out the")
    chat.press("enter")
    chat.reads_until("1-2: choose")
    chat.press("up")
    chat.sees("You: rods")


def _enter_takes_a_selected_item_first_and_asks_then(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("rods")
    chat.sees("Can taking out the")
    chat.press("down")
    chat.sees("You: Can taking out the screws")
    chat.press("enter")
    chat.sees("You: Can taking out the screws")
    chat.misses("1-2: choose")
    chat.press("enter")
    chat.reads_until("1-2: choose")


def _tab_takes_the_grey_words(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("Can t")
    chat.sees("taking out the")
    chat.press("tab", "enter")
    chat.reads_until("1-2: choose")
    chat.press("up")
    chat.sees("You: Can taking out the screws")


def _right_takes_the_grey_words(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("Can t")
    chat.sees("taking out the")
    chat.press("right", "enter")
    chat.reads_until("1-2: choose")
    chat.press("up")
    chat.sees("You: Can taking out the screws")


def _grey_words_show_while_they_fit(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("how do")
    chat.sees("You: how do I schedule a consultation?")
    chat.press("tab", "enter")
    chat.sees("Short words on schedule-consultation.")
    chat.reads_until("consultation with Dr. Example.")
    chat.shows("You:")


def _ctrl_c_clears_then_hints(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("rubbish")
    chat.sees("You: rubbish")
    chat.press("ctrl-c")
    chat.misses("rubbish")
    chat.press("ctrl-c")
    chat.sees("To leave, press Ctrl-D or type quit.")
    chat.type("screws")
    chat.press("enter")
    chat.reads_until("1-2: choose")


def _escape_takes_no_letter_with_it(chat: Driver) -> None:
    chat.sees("You:")
    chat.press("escape")
    chat.type("does it hurt")
    chat.sees("You: does it hurt")
    chat.press("escape")
    chat.type(" 2 much")
    chat.sees("You: does it hurt 2 much")


def _a_pasted_wall_of_text_is_one_question(chat: Driver) -> None:
    chat.sees("You:")
    chat.paste("\n".join(f"line {number} of a long story about screws" for number in range(500)))
    chat.press("enter")
    chat.reads_until("1-2: choose")
    chat.type("help")
    chat.press("enter")
    chat.reads_until("quit: leave")  # on a small screen help comes in portions, too
    chat.shows("You:")


def _the_end_of_a_pasted_story_is_handed_on(chat: Driver) -> None:
    chat.sees("You:")
    chat.paste("screws may hurt " * 150 + "and now I am numb")  # the 2,001st character is a blank
    chat.press("enter")
    chat.sees("EMERGENCY")
    chat.reads_until("That was a lot of text")
    chat.shows("You:")


def _a_wall_of_text_from_an_old_terminal_is_one_question(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("\r".join(f"line {number} of a story about screws" for number in range(20)) + "\r")
    chat.reads_until("1-2: choose")
    assert "".join(chat.screen.written).count("Short words on hardware-removal-help.") == 1


def _questions_typed_ahead_are_each_answered(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("screws\rfailed\rscrews\r")
    chat.reads_until("1-2: choose")
    chat.press("up", "up")
    chat.sees("You: failed")


def _pasted_lines_are_folded(chat: Driver) -> None:
    chat.sees("You:")
    chat.paste("can the\r\nscrews\ncome out")
    chat.sees("You: can the / screws / come out")
    chat.press("enter")
    chat.reads_until("1-2: choose")


def _a_card_is_whole_on_the_screen(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("I am numb down there")
    chat.press("enter")
    chat.sees("Tell them about your spine surgery, and what you feel.")
    chat.shows("You:")
    assert "EMERGENCY Call 911 now, or go to the nearest emergency department." in chat.screen.words


def _a_small_screen_shows_the_short_answer_first(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("is it common")
    chat.press("enter")
    chat.sees("About 10 to 40 percent of patients say they still have pain")
    chat.reads_until("1-2: choose")
    chat.shows("You:")


def _the_history_is_of_this_session(chat: Driver) -> None:
    chat.sees("You:")
    chat.press("up")
    chat.type("fusion")
    chat.press("enter")
    chat.reads_until("choose")
    chat.press("up")
    chat.sees("You: fusion")


def _clear_forgets_the_history(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("screws")
    chat.press("enter")
    chat.reads_until("1-2: choose")
    chat.type("clear")
    chat.press("enter")
    chat.sees("I have forgotten what was said here.")
    chat.misses("1-2: choose")
    chat.press("up")
    chat.type("zz")
    chat.sees("You: zz")
    chat.misses("screws")


def _saving_can_be_left(chat: Driver) -> None:
    chat.sees("You:")
    chat.type("screws")
    chat.press("enter")
    chat.reads_until("1-2: choose")
    chat.type("save")
    chat.press("enter")
    chat.sees("Ctrl-C: leave it")
    chat.press("ctrl-c")
    chat.sees("Nothing was saved.")
    chat.shows("You:")


def _hostile_text_is_only_text(chat: Driver) -> None:
    chat.sees("You:")
    chat.paste("screws \x1b]0;owned\x07\x1b[2J\x9b5A\u202e[bold]x[/bold] [/] \x1b[?1049h")
    chat.sees("[bold]x[/bold] [/]")
    chat.press("enter")
    chat.reads_until("1-2: choose")
    assert chat.screen.emulated.title == ""
    assert "owned" not in chat.screen.words


def _odd_keys_do_no_harm(chat: Driver) -> None:
    chat.sees("You:")
    chat.send("\x1b[<0;5;5M\x1b[I\x1b[O\x1bOP\x1b[24~\x00\x1f\x02\x05\x0c")
    chat.type("screws")
    chat.press("enter")
    chat.reads_until("1-2: choose")


SCENARIOS = [value for name, value in list(globals().items()) if name.startswith("_") and callable(value)]
SIZES = [(80, 24), (40, 12)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__.strip("_"))
def test_in_this_process(scenario: Scenario, columns: int, rows: int) -> None:
    """Keys from a pipe, an emulated screen; then Ctrl-D leaves with a goodbye and status 0."""
    with InProcess(columns, rows) as chat:
        scenario(chat)
        chat.press("ctrl-u", "ctrl-d")
        chat.sees("Goodbye.")
        assert chat.ends() == 0


@pytest.mark.serial
@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__.strip("_"))
def test_in_a_pseudo_terminal(scenario: Scenario, columns: int, rows: int) -> None:
    """The program itself, in a real terminal; then Ctrl-D leaves with a goodbye and status 0."""
    with Process(columns, rows) as chat:
        scenario(chat)
        chat.press("ctrl-u", "ctrl-d")
        chat.sees("Goodbye.")
        assert chat.ends() == 0
