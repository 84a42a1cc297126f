"""The line editor: completion, grey suggestion, history, key hints. The one door of prompt_toolkit.

It is loaded when the first line is read, after the greeting, for it is the slowest part of the start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, TextIO

from chatbot.sanitise import LINE_JOINT, one_line
from chatbot.screen.chat import Chat
from chatbot.screen.completion import FEWEST_CHARACTERS, Questions
from chatbot.screen.line_input import FEWEST_PASTED_LINES
from chatbot.screen.reader import Ended
from chatbot.screen.words import LEAVE_HINT
from chatbot.speaking.presentation import columns_of

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import Suggestion
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.completion import CompleteEvent, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.output import Output

# How long an Escape may be the beginning of an arrow key: short enough to feel at once, long enough for SSH.
_SECONDS_AFTER_ESCAPE = 0.1
# Far more of a pasted text than is read, so that the answer can say that text was left out; and no more than the
# editor shows at once.
_MOST_PASTED_CHARACTERS = 20_000
_ROWS_FOR_MENU = 8
_FEWEST_ROWS_FOR_MENU = 3
_ROWS_AROUND_MENU = 4

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
        """Return prompt-toolkit's session with our menu, keys and colours."""
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
        """Return what our keys do, beside those of the editor itself."""
        from prompt_toolkit.filters import Always, Condition, completion_is_selected, is_searching  # noqa: PLC0415
        from prompt_toolkit.key_binding import KeyBindings  # noqa: PLC0415
        from prompt_toolkit.keys import Keys  # noqa: PLC0415

        has_suggestion = Condition(self._has_suggestion)
        is_in_pasted_text = Condition(self._is_in_pasted_text)
        bindings = KeyBindings()
        for key, where, act in (
            ("tab", has_suggestion & ~completion_is_selected, self._take_suggestion),
            ("right", has_suggestion, self._take_suggestion),
            ("enter", completion_is_selected, _take_selected),
            ("enter", is_in_pasted_text, _join_lines),
            ("c-j", is_in_pasted_text, _join_lines),
            (Keys.BracketedPaste, Always(), _paste),
            ("c-c", Always(), self._clear_or_hint),
            ("<sigint>", Always(), self._clear_or_hint),
        ):
            bindings.add(key, filter=where)(act)
        # Eager: an Escape is no beginning of a key with Alt, or the letter typed after it would be lost.
        bindings.add("escape", filter=~is_searching, eager=True)(_close_menu)
        return bindings

    def _has_suggestion(self) -> bool:
        document = self._session.default_buffer.document
        return document.is_cursor_at_the_end and bool(self.suggest(document.text))

    def _is_in_pasted_text(self) -> bool:
        """Whether keys that wait are a pasted text: terminals without bracketed paste send it so."""
        from prompt_toolkit.keys import Keys  # noqa: PLC0415 - loaded by now

        waiting = [press.key for press in self._session.app.key_processor.input_queue]
        line_ends = waiting.count(Keys.ControlM) + waiting.count(Keys.ControlJ)
        self._is_folding = bool(waiting) and (self._is_folding or line_ends >= FEWEST_PASTED_LINES)
        return self._is_folding

    def _take_suggestion(self, event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(self.suggest(event.current_buffer.text))

    def _clear_or_hint(self, event: KeyPressEvent) -> None:
        """Clear the line; where there is nothing to clear, say how to leave, or leave what is no question."""
        if event.current_buffer.text:
            event.current_buffer.reset()
            self._hint = ""
        elif self._is_question:
            self._hint = LEAVE_HINT
        else:
            event.app.exit(exception=KeyboardInterrupt())


def _take_selected(event: KeyPressEvent) -> None:
    event.current_buffer.complete_state = None


def _join_lines(event: KeyPressEvent) -> None:
    """Let the Enters of a pasted text join its lines."""
    event.current_buffer.insert_text(LINE_JOINT)


def _close_menu(event: KeyPressEvent) -> None:
    event.current_buffer.cancel_completion()


def _paste(event: KeyPressEvent) -> None:
    room = _MOST_PASTED_CHARACTERS - len(event.current_buffer.text)
    event.current_buffer.insert_text(one_line(event.data)[: max(0, room)])


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


def _editor_output(out: TextIO) -> Output:
    if sys.platform == "win32":
        from prompt_toolkit.output import create_output  # noqa: PLC0415

        return create_output(stdout=out)
    from prompt_toolkit.output.vt100 import Vt100_Output  # noqa: PLC0415

    return Vt100_Output.from_pty(out, term=os.environ.get("TERM"))
