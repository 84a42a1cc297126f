"""The chat on a terminal: streams, signals, and how lines are read. The one door of prompt_toolkit.

The greeting stands on the screen before anything slow is loaded. What is said is `chat`'s; this module makes
sure that a line can be typed, from the full line editor down to a bare stream, and that the terminal is given
back as it was found. What is typed lives in this process only and is gone when it ends.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from time import sleep
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from chatbot.chat import (
    GOODBYE,
    LEAVE_HINT,
    MOST_CHARACTERS,
    ONE_MOMENT,
    Chat,
    Ended,
    Reader,
    dressed,
    greeting,
    introduction,
    is_goodbye,
    show_lines,
)
from chatbot.completion import FEWEST_CHARACTERS, Questions
from chatbot.modes import Mode
from chatbot.patience import told_when_slow
from chatbot.presentation import columns_of
from chatbot.sanitise import LINE_JOINT, clean_line, one_line

if TYPE_CHECKING:
    from types import FrameType

    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import Suggestion
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.completion import CompleteEvent, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.output import Output

    from chatbot.engine import Chatbot, Conversation

_DEFAULT_SIZE = (80, 24)
# A few lines at once are someone who types ahead; more are a pasted text.
_FEWEST_PASTED_LINES = 10
_MOST_PASTED_LINES = 10_000
_SECONDS_BETWEEN_PASTED_LINES = 0.01
# How long an Escape may be the beginning of an arrow key: short enough to feel at once, long enough for SSH.
_SECONDS_AFTER_ESCAPE = 0.1
_SECONDS_TO_ACT_ON_A_SIGNAL = 0.2
_ROWS_FOR_MENU = 8
_FEWEST_ROWS_FOR_MENU = 3
_ROWS_AROUND_MENU = 4


def run_chat(bot_loader: Callable[[], Chatbot], mode: Mode) -> int:
    """Hold a conversation on standard input and output until the person leaves; return the exit status.

    Prints the greeting, then loads the bot, then prompts. KnowledgeError from the loader passes through, with
    the terminal as it was. Status: 0 when the person left, 128 plus the signal's number when one ended it.
    """
    out = sys.stdout
    _make_encodable(out)
    try:
        with _signals_end() as signals, _terminal_kept_sane(hides_early_typing=mode.reading == "full"):
            show_lines(greeting(mode), out, mode, terminal_size(out)[0])
            with told_when_slow(lambda: show_lines([ONE_MOMENT], out, mode, terminal_size(out)[0])):
                bot = bot_loader()
            show_lines(introduction(bot.knowledge.clinic, mode), out, mode, terminal_size(out)[0])
            chat = Chat(bot, mode, out, lambda: terminal_size(out))
            if mode.reading == "full":
                _show_early_prompt(chat)
            signals.reader = _reader_for(chat, out)
            return converse(chat, signals.reader)
    except Ended as ended:
        return 128 + ended.signal_number
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def run_filter(bot: Chatbot, lines: Iterable[str], out: TextIO, mode: Mode, *, remembers: bool = True) -> int:
    """Answer each line that holds a question, with an empty line after each answer; return the exit status.

    `remembers` keeps the conversation from line to line. A reader who closes the pipe ends it quietly.
    """
    _make_encodable(out)
    width = terminal_size(out)[0]
    conversation: Conversation | None = None
    try:
        for line in lines:
            question = clean_line(line)
            if not question:
                continue
            turn = bot.ask(question, conversation)
            conversation = turn.conversation if remembers else None
            out.write(dressed(turn.reply, mode, width) + "\n\n")
            out.flush()
            if is_goodbye(question, turn.reply):
                break
    except BrokenPipeError:
        _discard_output(out)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return 0


def converse(chat: Chat, reader: Reader) -> int:
    """Read and answer until the person leaves; return the exit status."""
    try:
        while True:
            try:
                if not chat.take(reader.read(chat.prompt), reader):
                    return 0
            except KeyboardInterrupt:
                chat.say(LEAVE_HINT)
            except EOFError:
                chat.say(GOODBYE)
                return 0
    except OSError:  # the terminal itself is gone: nobody is left to tell
        _discard_output(chat.out)
        return 0


def _show_early_prompt(chat: Chat) -> None:
    """Show the prompt while the line editor, the slowest part of the start, is loaded; it paints over it.

    What is typed meanwhile is kept for it. Ctrl-C, too, is from now on a key and no signal: where the prompt
    stands it must not end the chat.
    """
    _set_line_input(on=False, with_signals=False)
    chat.out.write(chat.prompt)
    chat.out.flush()


def terminal_size(out: TextIO) -> tuple[int, int]:
    """Return (columns, rows) of the terminal, or 80 by 24 where nothing tells."""
    try:
        columns, rows = os.get_terminal_size(out.fileno())
    except (OSError, ValueError):
        return _DEFAULT_SIZE
    return columns or _DEFAULT_SIZE[0], rows or _DEFAULT_SIZE[1]


class SimpleReader:
    """Reads with `input()`: for screen readers, plain terminals, and where the line editor fails.

    `readline` gives arrow keys and in-memory history; a plain terminal does without, for readline may write
    escape sequences.
    """

    def __init__(self, *, has_readline: bool) -> None:
        self._readline: Any = None
        self._waiting: list[str] = []
        self._is_ending = False
        if hasattr(signal, "pthread_kill"):  # not on Windows
            self._repeat_missed_signals()
        if has_readline:
            with suppress(ImportError):  # not on Windows
                import readline  # noqa: PLC0415 - only for this reader

                self._readline = readline

    def read(self, prompt: str, *, is_question: bool = True) -> str:
        """Return one line. Many lines that come at once were pasted: they are one, their newlines spaces."""
        del is_question
        if self._waiting:
            sys.stdout.write(prompt)
            return self._waiting.pop(0)
        _set_line_input(on=True)
        line = self._line(prompt)
        while len(self._waiting) < _MOST_PASTED_LINES and _is_input_waiting():
            try:
                self._waiting.append(self._line(""))
            except EOFError:
                break
        if len(self._waiting) < _FEWEST_PASTED_LINES:
            return line
        pasted, self._waiting = [line, *self._waiting], []
        return one_line("\n".join(pasted))

    def _line(self, prompt: str) -> str:
        try:
            return input(prompt)
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")  # the terminal leaves the cursor behind the prompt
            raise
        except UnicodeDecodeError:
            return "?"
        except (RuntimeError, OSError):  # a standard input that `input()` cannot use is read as a stream
            line = sys.stdin.readline()
            if not line:
                raise EOFError from None
            return line

    def forget(self) -> None:
        """Drop the history of what was typed."""
        if self._readline is not None:
            self._readline.clear_history()

    def end(self, signal_number: int) -> NoReturn:
        """Leave `input()`: an exception in a signal handler does, and readline restores the terminal."""
        self._is_ending = True
        raise Ended(signal_number)

    def _repeat_missed_signals(self) -> None:
        """Watch for a signal that comes in the instant before `input()` begins to wait, and send it again.

        Python notes such a signal, but acts on it only when the wait is over: with the next key.
        """
        from threading import Thread, main_thread  # noqa: PLC0415 - only for this reader

        noted, note = os.pipe()
        os.set_blocking(note, False)
        signal.set_wakeup_fd(note, warn_on_full_buffer=False)
        waiting = main_thread().ident or 0

        def repeat() -> None:
            while number := os.read(noted, 1):
                sleep(_SECONDS_TO_ACT_ON_A_SIGNAL)
                if number[0] in _ending_signals() and not self._is_ending:
                    signal.pthread_kill(waiting, number[0])

        Thread(target=repeat, daemon=True).start()


class FullReader:
    """Reads with prompt_toolkit's line editor: completion, grey suggestion, history, key hints.

    One PromptSession for all questions: a new one for each leaks memory and takes 20 ms. `input_` and
    `output` are prompt_toolkit's own kinds, for tests; None means this process's terminal.
    """

    def __init__(
        self, chat: Chat, out: TextIO, *, input_: Input | None = None, output: Output | None = None
    ) -> None:
        self._chat = chat
        self._input = input_
        self._output = output if output is not None else _editor_output(out)
        # The rows below the cursor are never asked for: terminals that do not answer cost two seconds and a
        # warning, and late answers leak into the line. One row is enough for the key hints to be drawn.
        self._output.get_rows_below_cursor_position = lambda: 1  # type: ignore[method-assign]
        self._questions: Questions | None = None
        self._is_question = True
        self._is_folding = False
        self._hint = ""
        self._session = self._new_session()

    def read(self, prompt: str, *, is_question: bool = True) -> str:
        """Return one line; pasted newlines have become spaces. `is_question` offers the stored questions."""
        self._is_question = is_question
        rows = self._chat.size()[1]
        self._session.reserve_space_for_menu = max(
            _FEWEST_ROWS_FOR_MENU, min(_ROWS_FOR_MENU, rows - _ROWS_AROUND_MENU)
        )
        typed: str = self._session.prompt([("class:prompt", prompt)])
        self._hint = ""
        return typed

    def forget(self) -> None:
        """Drop the history of what was typed, undo and cut text included: all of it lives in the session."""
        self._session = self._new_session()

    def end(self, signal_number: int) -> None:
        """Leave the editor in order, so that it gives back the terminal; between questions, at once."""
        app = self._session.app
        if not (app.is_running and app.loop):
            raise Ended(signal_number)

        def leave() -> None:
            if app.is_running and not app.is_done:
                app.exit(exception=Ended(signal_number))

        app.loop.call_soon_threadsafe(leave)

    def _new_session(self) -> PromptSession[str]:
        from prompt_toolkit import PromptSession  # noqa: PLC0415 - 100 ms, paid after the greeting
        from prompt_toolkit.filters import Condition  # noqa: PLC0415
        from prompt_toolkit.output import ColorDepth  # noqa: PLC0415
        from prompt_toolkit.styles import Style  # noqa: PLC0415

        has_colour = self._chat.mode.has_colour
        session: PromptSession[str] = PromptSession(
            input=self._input,
            output=self._output,
            completer=_Completions(self),  # type: ignore[arg-type]  # its duck type: the class is loaded late
            auto_suggest=_GreySuggestion(self),  # type: ignore[arg-type]  # likewise
            # Only once something is typed: an empty prompt then keeps no room for the menu, and whatever
            # stands above it (a safety card on a small screen) stays in view.
            complete_while_typing=Condition(self._wants_menu),
            key_bindings=self._key_bindings(),
            bottom_toolbar=self._key_hints,
            color_depth=ColorDepth.DEPTH_4_BIT if has_colour else ColorDepth.DEPTH_1_BIT,
            include_default_pygments_style=False,
            style=Style.from_dict(_STYLE if has_colour else _STYLE | _STYLE_WITHOUT_COLOUR),
            enable_suspend=True,
            mouse_support=False,
        )
        session.app.ttimeoutlen = _SECONDS_AFTER_ESCAPE
        return session

    def _wants_menu(self) -> bool:
        text = self._session.default_buffer.text
        return self._is_question and len(text.strip()) >= FEWEST_CHARACTERS

    def _key_hints(self) -> str:
        columns = self._chat.size()[0]
        if not self._is_question:
            return "Enter: go on  Ctrl-C: leave it"[: columns - 1]
        return self._hint[: columns - 1] or self._chat.key_hints()

    def complete(self, text: str) -> list[str]:
        """Return the questions for the menu."""
        return self._stored().complete(text) if self._is_question else []

    def suggest(self, text: str) -> str:
        """Return what Tab and Right add to the text: the rest of a stored question, or ""."""
        return self._stored().suggest(text) if self._is_question else ""

    def _stored(self) -> Questions:
        """Return the stored questions, made ready with the first key rather than before the first prompt."""
        if self._questions is None:
            self._questions = Questions.of(self._chat.bot.knowledge)
        return self._questions

    def grey_words(self, text: str) -> str:
        """Return the suggestion where it is shown: on the typed line only, for below it lies the menu."""
        rest = self.suggest(text)
        room = self._chat.size()[0] - columns_of(self._chat.prompt + text)
        return rest if columns_of(rest) < room else ""

    def _key_bindings(self) -> KeyBindings:
        from prompt_toolkit.filters import Condition, completion_is_selected, has_completions  # noqa: PLC0415
        from prompt_toolkit.key_binding import KeyBindings  # noqa: PLC0415
        from prompt_toolkit.keys import Keys  # noqa: PLC0415

        bindings = KeyBindings()

        @Condition
        def has_suggestion() -> bool:
            document = self._session.default_buffer.document
            return document.is_cursor_at_the_end and bool(self.suggest(document.text))

        @bindings.add("tab", filter=has_suggestion & ~completion_is_selected)
        @bindings.add("right", filter=has_suggestion)
        def _take_suggestion(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text(self.suggest(event.current_buffer.text))

        @bindings.add("enter", filter=completion_is_selected)
        def _take_selected(event: KeyPressEvent) -> None:
            event.current_buffer.complete_state = None

        @Condition
        def is_in_pasted_text() -> bool:
            waiting = [press.key for press in self._session.app.key_processor.input_queue]
            line_ends = waiting.count(Keys.ControlM) + waiting.count(Keys.ControlJ)
            self._is_folding = bool(waiting) and (self._is_folding or line_ends >= _FEWEST_PASTED_LINES)
            return self._is_folding

        # Terminals without bracketed paste send a pasted text as keys: its Enters then join lines.
        @bindings.add("enter", filter=is_in_pasted_text)
        @bindings.add("c-j", filter=is_in_pasted_text)
        def _fold(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text(LINE_JOINT)

        @bindings.add("escape", filter=has_completions, eager=True)
        def _close_menu(event: KeyPressEvent) -> None:
            event.current_buffer.cancel_completion()

        @bindings.add(Keys.BracketedPaste)
        def _paste(event: KeyPressEvent) -> None:
            # One character beyond the most is kept, so that the answer can say that text was left out.
            room = MOST_CHARACTERS + 1 - len(event.current_buffer.text)
            event.current_buffer.insert_text(one_line(event.data)[: max(0, room)])

        @bindings.add("c-c")
        @bindings.add("<sigint>")
        def _clear_or_hint(event: KeyPressEvent) -> None:
            if event.current_buffer.text:
                event.current_buffer.reset()
                self._hint = ""
            elif self._is_question:
                self._hint = LEAVE_HINT
            else:
                event.app.exit(exception=KeyboardInterrupt())

        return bindings


# The 16 named colours and no background of our own: the reader's theme decides. Reverse video marks the menu,
# and the selected line differs from the others by more than colour.
_STYLE = {
    "prompt": "bold",
    "bottom-toolbar": "noreverse",
    "auto-suggestion": "ansibrightblack",
    "completion-menu": "bg:default default",
    "completion-menu.completion": "bg:default default",
    "completion-menu.completion.current": "bg:default default reverse",
    "scrollbar.background": "bg:default",
    "scrollbar.button": "bg:default reverse",
}
_STYLE_WITHOUT_COLOUR = {"auto-suggestion": "underline"}


class _Completions:
    """The menu, in the shape of prompt_toolkit's Completer."""

    def __init__(self, reader: FullReader) -> None:
        self._reader = reader

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        from prompt_toolkit.completion import Completion  # noqa: PLC0415 - loaded by now

        for question in self._reader.complete(document.text):
            yield Completion(question, start_position=-len(document.text_before_cursor))

    async def get_completions_async(
        self, document: Document, event: CompleteEvent
    ) -> AsyncIterator[Completion]:
        for completion in self.get_completions(document, event):
            yield completion


class _GreySuggestion:
    """The grey words, in the shape of prompt_toolkit's AutoSuggest."""

    def __init__(self, reader: FullReader) -> None:
        self._reader = reader

    def get_suggestion(self, _buffer: Buffer, document: Document) -> Suggestion:
        from prompt_toolkit.auto_suggest import Suggestion  # noqa: PLC0415 - loaded by now

        return Suggestion(self._reader.grey_words(document.text))

    async def get_suggestion_async(self, buffer: Buffer, document: Document) -> Suggestion:
        return self.get_suggestion(buffer, document)


class _Signals:
    """Where a signal is sent to: the reader, once there is one."""

    reader: Reader | None = None

    def end(self, signal_number: int, _frame: FrameType | None) -> None:
        if self.reader is None:
            raise Ended(signal_number)
        self.reader.end(signal_number)


@contextmanager
def _signals_end() -> Iterator[_Signals]:
    """Let SIGTERM and SIGHUP end the conversation in order instead of killing the process in raw mode."""
    signals = _Signals()
    numbers = _ending_signals()
    previous: dict[int, Any] = {}
    with suppress(
        ValueError
    ):  # not the main thread, which alone may do this: the caller has its own way to end
        previous = {number: signal.signal(number, signals.end) for number in numbers}
    try:
        yield signals
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _ending_signals() -> list[int]:
    """Return the signals that end the conversation; Windows has fewer."""
    return [int(getattr(signal, name)) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def _terminal_kept_sane(*, hides_early_typing: bool) -> Iterator[None]:
    """Give the terminal back as it was found, however the chat ends.

    While the line editor is still being loaded, and between questions, echo is off: early typing would be shown
    twice, once by the terminal and once by the editor, which reads it from the queue. So is the terminal's own
    line editing, which would swallow a Ctrl-D that is pressed too early.
    """
    found = _terminal_settings()
    if found is not None and hides_early_typing:
        _set_line_input(on=False)
    try:
        yield
    finally:
        if found is not None:
            _apply_settings(found)


def _terminal_settings() -> list[Any] | None:
    """Return the terminal's settings, or None where there is no terminal or no such thing (Windows)."""
    try:
        import termios  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (termios.error, OSError, ValueError):
        return None


def _apply_settings(settings: list[Any]) -> None:
    import termios  # noqa: PLC0415 - there are settings, so there is termios

    with suppress(termios.error, OSError, ValueError):  # the terminal may be gone by now
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, settings)


def _set_line_input(*, on: bool, with_signals: bool = True) -> None:
    """Let the terminal echo, edit lines and turn Ctrl-C into a signal, or leave all that to the line editor."""
    settings = _terminal_settings()
    if settings is None:
        return
    import termios  # noqa: PLC0415 - there are settings, so there is termios

    flags = termios.ECHO | termios.ICANON
    if on:
        settings[3] |= flags | termios.ISIG
    else:
        settings[3] &= ~(flags if with_signals else flags | termios.ISIG)
    with suppress(termios.error, OSError, ValueError):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, settings)


def _is_input_waiting() -> bool:
    """Say whether another line has already been typed or pasted."""
    import select  # noqa: PLC0415 - only for readers without an editor

    try:
        return bool(select.select([sys.stdin], [], [], _SECONDS_BETWEEN_PASTED_LINES)[0])
    except (OSError, ValueError):  # on Windows only sockets can be asked
        return False


def _reader_for(chat: Chat, out: TextIO) -> Reader:
    """Return the best reader that works here: the line editor, else the terminal's own line input."""
    if chat.mode.reading == "full":
        try:
            editor = FullReader(chat, out)
        except Exception as problem:  # whatever is odd about this terminal, the conversation goes on
            out.write("\r")
            chat.mode = chat.mode._replace(reading="simple")
            chat.say(
                f"Simple line input, because the line editor does not work here ({type(problem).__name__})."
            )
        else:
            out.write("\r")  # the editor begins where its early prompt does
            return editor
    return SimpleReader(has_readline=chat.mode.dress != "plain")


def _editor_output(out: TextIO) -> Output:
    if sys.platform == "win32":
        from prompt_toolkit.output import create_output  # noqa: PLC0415

        return create_output(stdout=out)
    from prompt_toolkit.output.vt100 import Vt100_Output  # noqa: PLC0415

    return Vt100_Output.from_pty(out, term=os.environ.get("TERM"))


def _make_encodable(out: TextIO) -> None:
    """Let characters that the output cannot encode become "?" rather than end the program."""
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _discard_output(out: TextIO) -> None:
    """Point a closed output at nothing, so that Python's last flush does not complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
