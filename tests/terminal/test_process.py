"""What only a real process in a real terminal can show: signals, settings, pipes, sizes, early typing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.support.screens import ROOT, Process, fixed_environment

pytestmark = pytest.mark.serial
PROGRAM = str(ROOT / "tests" / "support" / "fake_chat.py")
_LOCAL_FLAGS = termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN


def settings_of(chat: Process) -> list[object]:
    return termios.tcgetattr(chat.child.child_fd)


def run_in_shell(*arguments: str, **environment: str) -> Process:
    """The chat as a child of a shell, which keeps the terminal when the chat has ended."""
    command = f'"$0" {PROGRAM} {" ".join(arguments)}; echo "status $?"; read line; echo "echoed $line"'
    program = ("-c", "import os, sys; os.execvp('sh', ['sh', '-c', sys.argv[1], sys.executable])", command)
    return Process(80, 24, program=program, environment=environment)


@pytest.mark.parametrize("arguments", [(), ("--plain",), ("--accessible",)])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(number: int, arguments: tuple[str, ...]) -> None:
    """Ended while waiting for a question: echo, line mode and signals work again, and the status tells."""
    with run_in_shell(*arguments) as chat:
        before = settings_of(chat)
        chat.sees("quit to leave.")
        chat.sees("Your question:" if "--accessible" in arguments else "You:")
        children = Path(f"/proc/{chat.child.pid}/task/{chat.child.pid}/children").read_text().split()
        os.kill(int(children[0]), number)
        chat.sees(f"status {128 + number}")
        assert settings_of(chat)[3] == before[3]
        chat.type("hello\r")
        chat.sees("echoed hello")


def test_a_signal_while_loading_leaves_the_terminal_as_it_was() -> None:
    """Echo is off while the chat loads: it must be on again when that is cut short."""
    with run_in_shell(TEST_LOADING_SECONDS="30") as chat:
        chat.sees("not medical advice.")
        children = Path(f"/proc/{chat.child.pid}/task/{chat.child.pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGTERM)
        chat.sees("status 143")
        chat.type("hello\r")
        chat.sees("echoed hello")


@pytest.mark.parametrize("arguments", [(), ("--plain",), ("--accessible",)])
def test_leaving_gives_the_terminal_back(arguments: tuple[str, ...]) -> None:
    """After quit the shell's terminal is as before."""
    with run_in_shell(*arguments) as chat:
        before = settings_of(chat)
        chat.sees("quit to leave.")
        chat.type("quit\r")
        chat.sees("status 0")
        assert settings_of(chat)[3] == before[3]


def test_the_greeting_comes_before_anything_is_loaded() -> None:
    """The first words stand there while the knowledge base is still being read."""
    with Process(80, 24, environment={"TEST_LOADING_SECONDS": "30"}) as chat:
        chat.sees("Spine FAQ: answers about back pain after spinal fusion")
        chat.sees("not medical advice.")
        assert "In an emergency" not in chat.screen.words


def test_early_typing_is_shown_once_and_kept() -> None:
    """Keys pressed while the chat loads appear in the prompt, and nowhere else."""
    with Process(80, 24, environment={"TEST_LOADING_SECONDS": "0.3"}) as chat:
        chat.sees("not medical advice.")
        chat.type("can the scr")
        chat.sees("You: can the scr")
        chat.type("ews come out")
        chat.sees("You: can the screws come out")
        assert chat.screen.words.count("can the scr") == 1
        chat.press("enter")
        chat.sees("1-2: choose")


def test_an_early_question_is_answered() -> None:
    """Enter pressed before the prompt stood there counts."""
    with Process(80, 24, environment={"TEST_LOADING_SECONDS": "0.3"}) as chat:
        chat.sees("not medical advice.")
        chat.type("can the screws come out\r")
        chat.sees("1-2: choose")


def test_the_prompt_stands_before_the_line_editor_is_loaded() -> None:
    """Once, where it stays; keys pressed on it count, and Ctrl-C does not end the chat."""
    program = (
        "-c",
        "import builtins, sys, time; real = builtins.__import__\n"
        "def slow(name, *rest):\n"
        "    if name == 'prompt_toolkit' and name not in sys.modules: time.sleep(1)\n"
        "    return real(name, *rest)\n"
        f"builtins.__import__ = slow; sys.path.insert(0, {str(ROOT / 'tests')!r})\n"
        "from tests.support import fake_chat; sys.exit(fake_chat.main())",
    )
    with Process(80, 24, program=program) as chat:
        chat.sees("You:")
        assert "Tab: complete" not in chat.screen.words
        chat.press("ctrl-c")
        chat.type("scre")
        chat.sees("You: scre")
        assert chat.screen.words.count("You:") == 1
        chat.type("ws\r")
        chat.sees("1-2: choose")


def test_keys_pressed_while_an_answer_is_shown_count() -> None:
    """Even Ctrl-D, which a terminal's own line editing would swallow."""
    with Process(80, 24) as chat:
        chat.sees("You:")
        chat.send("screws\rcommon\r\x04")
        chat.sees("Goodbye.")
        assert chat.ends() == 0
        assert "hardware-removal-help" in "".join(chat.screen.written)
        assert "10 to 40 percent" in "".join(chat.screen.written)


@pytest.mark.parametrize("arguments", [("--plain",), ()])
def test_plain_output_has_no_escape_sequence(arguments: tuple[str, ...]) -> None:
    """Neither with --plain nor on a dumb terminal, from greeting to goodbye."""
    environment = {} if arguments else {"TERM": "dumb"}
    with Process(80, 24, *arguments, environment=environment) as chat:
        chat.sees("Plain text mode")
        chat.type("can the screws come out\r")
        chat.sees("2. How do I schedule a consultation?")
        chat.type("I am numb\r")
        chat.sees("Tell them about your spine surgery")
        chat.type("/help\r")
        chat.sees("quit: leave")
        chat.type("quit\r")
        chat.sees("Goodbye")
        assert chat.ends() == 0
        assert "\x1b" not in "".join(chat.screen.written)


@pytest.mark.parametrize("environment", [{}, {"ACCESSIBLE": "1"}])
def test_linear_output_is_labelled_lines(environment: dict[str, str]) -> None:
    """For a screen reader: labels, nothing drawn, nothing drawn again."""
    arguments = () if environment else ("--accessible",)
    with Process(80, 24, *arguments, environment=environment) as chat:
        chat.sees("Screen reader mode")
        chat.type("can the screws come out\r")
        chat.sees("See also 2: How do I schedule a consultation?")
        for label in ("Question: Can taking out", "Answer: ", "Source: ", "Next step: ", "See also 1: "):
            assert label in chat.screen.words
        chat.shows("Your question:")
        chat.press("ctrl-c")
        chat.sees("To leave, press Ctrl-D or type quit.")
        chat.waits_at("Your question:")
        chat.press("ctrl-d")
        chat.sees("Goodbye")
        assert chat.ends() == 0
        assert not set("┃━┏┓┗┛█▀▄") & set("".join(chat.screen.written))


@pytest.mark.parametrize("argument", ["--plain", "--accessible"])
def test_a_pasted_text_is_one_question_without_the_line_editor(argument: str) -> None:
    """500 lines do not bring 500 answers; two lines typed ahead are still two questions."""
    with Process(80, 24, argument) as chat:
        chat.sees("quit to leave.")
        chat.type("screws\rcommon\r")
        chat.sees("10 to 40 percent")
        chat.send("\r".join(f"line {number} of a story about screws" for number in range(100)) + "\r")
        chat.sees("I read the first 2,000 characters.")
        chat.type("clear\r")
        chat.sees("I have forgotten what was said here.")
        assert "".join(chat.screen.written).count("Short words on hardware-removal-help.") == 2


def test_a_bracketed_paste_is_one_question_in_screen_reader_mode() -> None:
    """Terminals that mark a paste hand its newlines over; " / " stands for each."""
    with Process(80, 24, "--accessible") as chat:
        chat.sees("quit to leave.")
        chat.paste("can the\nscrews\ncome out")
        chat.press("enter")
        chat.sees("See also 2:")
        assert "".join(chat.screen.written).count("Answer:") == 1


def test_what_was_cut_from_a_line_is_no_next_persons_in_screen_reader_mode() -> None:
    """After `clear`, neither Up nor Ctrl-Y bring back what somebody else typed."""
    with Process(80, 24, "--accessible") as chat:
        chat.sees("quit to leave.")
        chat.type("my own secret")
        chat.press("ctrl-u")
        chat.type("screws\r")
        chat.sees("See also 2:")
        chat.type("clear\r")
        chat.sees("I have forgotten what was said here.")
        before = len(chat.screen.written)
        chat.press("up", "ctrl-y")
        chat.type("common\r")
        chat.sees("10 to 40 percent")
        after = "".join(chat.screen.written[before:])
        assert "secret" not in after
        assert "screws" not in after.partition("10 to 40 percent")[0]


def test_escape_takes_no_letter_with_it_in_screen_reader_mode() -> None:
    """Readline waits behind it for ever; a letter or Enter is itself, and an arrow key is one still."""
    with Process(80, 24, "--accessible") as chat:
        chat.sees("quit to leave.")
        chat.press("escape")
        chat.type("does it hurt")
        chat.sees("Your question: does it hurt")
        chat.press("left", "left")
        chat.type("X")
        chat.sees("Your question: does it huXrt")
        chat.press("ctrl-u", "escape")
        chat.type('\\"I')
        chat.sees('Your question: \\"I')
        chat.press("ctrl-u")
        chat.type("screws")
        chat.press("escape", "enter")
        chat.sees("See also 2:")


@pytest.mark.parametrize("argument", ["--plain", "--accessible"])
def test_keys_that_stop_a_terminal_stop_nothing(argument: str) -> None:
    """Ctrl-S would hold back an answer, or a card, until Ctrl-Q, and Ctrl-\\ end the chat with a core dump."""
    with Process(80, 24, argument) as chat:
        chat.sees("quit to leave.")
        chat.waits_at("You:" if argument == "--plain" else "Your question:")
        chat.press("ctrl-s", "ctrl-\\")
        chat.type("screws\r")
        chat.sees("Short words on hardware-removal-help.")
        chat.waits_at("You:" if argument == "--plain" else "Your question:")
        chat.press("ctrl-d")
        chat.sees("Goodbye.")
        assert chat.ends() == 0


def test_no_color_keeps_the_chat_and_drops_the_colours() -> None:
    """Bold stays; no colour is set by answers or by the line editor."""
    with Process(80, 24, environment={"NO_COLOR": "1"}) as chat:
        chat.sees("You:")
        chat.type("can the screws come out\r")
        chat.sees("1-2: choose")
        written = "".join(chat.screen.written)
        assert "\x1b[1m" in written
        for colour in (*range(30, 38), *range(90, 98)):
            assert f"\x1b[{colour}m" not in written
            assert f";{colour}m" not in written


def test_output_that_is_not_utf_8_is_no_error() -> None:
    """ASCII boxes and likenesses, and a question mark at worst."""
    with Process(80, 24, environment={"PYTHONIOENCODING": "latin-1", "LANG": "C"}) as chat:
        chat.sees("You:")
        chat.type("I am numb\r")
        chat.sees("Tell them about your spine surgery")
        chat.type("screws\r")
        chat.sees("| Next step:")


def test_a_resized_window_shows_one_prompt() -> None:
    """The line being typed survives; the emulator here does not reflow, tmux below does."""
    with Process(80, 24) as chat:
        chat.sees("You:")
        chat.type("my screws")
        chat.sees("You: my screws")
        for columns, rows in ((60, 24), (40, 12), (100, 30), (50, 20)):
            chat.resize(columns, rows)
            chat.sees("help quit" if columns < 60 else "help save quit")
        chat.press("enter")
        chat.sees("choose")
        chat.press("ctrl-d")
        chat.sees("Goodbye.")
        assert chat.ends() == 0


def test_questions_from_a_pipe_are_answered_and_it_ends() -> None:
    """No greeting, no prompt, no escape: one answer for each line."""
    done = subprocess.run(
        [sys.executable, PROGRAM],
        input="can the screws come out\n\nis it common\n",
        capture_output=True,
        text=True,
        env=fixed_environment() | {"FORCE_COLOR": "1"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.count("Source:") == 2
    assert "\x1b" not in done.stdout
    assert "You:" not in done.stdout
    assert "computer program" not in done.stdout


def test_a_closed_pipe_ends_it_quietly() -> None:
    """`spine-faq < questions | head -1` is no error."""
    with subprocess.Popen(
        [sys.executable, PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=fixed_environment(),
    ) as child:
        assert child.stdin and child.stdout and child.stderr
        child.stdout.close()
        try:
            child.stdin.write("is it common\n" * 2000)
            child.stdin.close()
        except BrokenPipeError:
            pass
        assert child.wait(60) == 0
        assert child.stderr.read() == ""


def test_a_terminal_that_goes_away_ends_it() -> None:
    """The window is closed: the process does not stay behind."""
    with Process(80, 24) as chat:
        chat.sees("You:")
        chat.child.close(force=False)
        assert not chat.child.isalive()


def test_without_a_line_editor_the_chat_goes_on() -> None:
    """One line says which mode and why; questions are answered all the same."""
    program = ("-c", f"import sys; sys.modules['prompt_toolkit'] = None; exec(open({PROGRAM!r}).read())")
    with Process(80, 24, program=program) as chat:
        chat.sees("Simple line input, because the line editor does not work here")
        chat.type("can the screws come out\r")
        chat.sees("2 How do I schedule a consultation?")
        chat.type("quit\r")
        chat.sees("Goodbye.")
        assert chat.ends() == 0


@pytest.mark.parametrize("arguments", [("--plain",), ("--accessible",)])
def test_the_line_editor_is_not_loaded_where_it_is_not_used(arguments: tuple[str, ...]) -> None:
    """Simple terminals and screen readers do not wait for it, nor for rich."""
    code = (
        f"import sys; sys.argv = ['chat', {arguments[0]!r}]; sys.path.insert(0, {str(ROOT / 'tests')!r})\n"
        "from tests.support import fake_chat; status = fake_chat.main()\n"
        "print('loaded', sorted({'rich', 'prompt_toolkit'} & set(sys.modules)))"
    )
    with Process(80, 24, program=("-c", code)) as chat:
        chat.type("screws\r")
        chat.sees("Source:")
        chat.type("quit\r")
        chat.sees("loaded []")


@pytest.mark.parametrize("argument", ["--plain", "--accessible"])
@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (80, 12)])
def test_a_card_stays_on_the_screen_until_enter(argument: str, columns: int, rows: int) -> None:
    """Without the line editor, too: the answer below a card waits for a key, and the card stands whole."""
    with Process(columns, rows, argument) as chat:
        chat.sees("quit to leave.")
        chat.type("I have a fever\r")
        chat.sees("[Enter: read on]")
        assert "CALL TODAY" in chat.screen.words
        assert "10 to 40 percent" not in chat.screen.words
        chat.press("enter")
        chat.reads_until("surgery failed?")
        assert "10 to 40 percent" in "".join(chat.screen.written).replace("\r\n", " ")
