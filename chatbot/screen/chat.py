"""A line typed, and what the screen shows then: an answer in portions, help, a saved file, or nothing left.

Acts on the words that steer the screen itself (help, quit, save, print, clear). Everything else that is typed,
numbers and "the second one" included, goes to the engine. Reading lines is `terminal`'s.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO

from chatbot.normalise import MAXIMUM_CHARACTERS
from chatbot.sanitise import clean_line
from chatbot.screen import portions
from chatbot.screen.booking import Booking, is_about_booking
from chatbot.screen.modes import Mode
from chatbot.screen.typed import (
    CLEAR_WORDS,
    CODE_WORDS,
    HELP_WORDS,
    PRINT_WORDS,
    file_to_save,
    is_goodbye,
    word_of,
)
from chatbot.screen.words import (
    CLEARED,
    GOODBYE,
    READ_ON,
    READ_ON_SHORT,
    STILL_ABOVE,
    help_text,
    key_hints,
)
from chatbot.screen.writing import broken_lines, show_lines
from chatbot.speaking import presentation

if TYPE_CHECKING:
    from chatbot.engine import Chatbot, Conversation
    from chatbot.reply import Reply
    from chatbot.screen.keeping import Keeper
    from chatbot.screen.reader import Reader

# A session of this many questions is far longer than any visit; older ones leave memory.
_MOST_REMEMBERED = 200


class Chat:
    """One conversation on one screen: what was said, what is offered, and how it is shown."""

    def __init__(
        self,
        bot: Chatbot,
        mode: Mode,
        out: TextIO,
        size: Callable[[], tuple[int, int]],
    ) -> None:
        self.bot = bot
        self.mode = mode
        self.out = out
        self.size = size
        self.conversation: Conversation | None = None
        self.said: deque[tuple[str, Reply]] = deque(maxlen=_MOST_REMEMBERED)
        self.choices = 0
        self._booking = Booking(bot.knowledge.clinic, out)
        self._pages: list[Any] = []
        self._was_empty = False

    @property
    def prompt(self) -> str:
        """What stands before the place to type. Short, so that a narrowed window never breaks it."""
        usual = "Your question: " if self.mode.dress == "linear" else "You: "
        if not self._pages:
            return usual
        held = READ_ON + usual
        return held if len(held) < self.size()[0] else READ_ON_SHORT

    def key_hints(self) -> str:
        """Return the line below the prompt for what is open now."""
        has_more = bool(self._pages)
        return key_hints(self.size()[0], 0 if has_more else self.choices, has_more=has_more)

    def take(self, typed: str, reader: Reader) -> bool:
        """Act on one line; return False when the person has left."""
        line: str | None = clean_line(typed)
        if self._pages and (not line or self._is_number_below(line)):
            self._show_page()
            return True
        while line is not None:
            self._pages = []
            file = file_to_save(line)
            if file is None or self._sounds_like_danger(file):
                return self._act(line, reader)
            line = self._keeper().save(file, reader)
        return True

    def _sounds_like_danger(self, file: str) -> bool:
        """Whether the name of a file, where it is words, is one that the safety check must answer."""
        return " " in file and self.bot.ask(file, self.conversation).reply.safety is not None

    def _act(self, line: str, reader: Reader) -> bool:
        """Act on a line that saves nothing; return False when the person has left."""
        word = word_of(line)
        if word in HELP_WORDS and not (word == "help" and self._is_at_card):
            self._tell(help_text(self.bot, self.mode))
            return True
        if word in CLEAR_WORDS:
            self._clear(reader)
        elif word in PRINT_WORDS:
            self._keeper().print()
        elif word in CODE_WORDS:
            self.say(self._booking.told(self.mode, *self.size()))
        else:
            return self._answer(line)
        return True

    def _is_number_below(self, line: str) -> bool:
        """Whether this is the number of a choice that waits for Enter: nobody chooses from a list not yet shown."""
        typed = line.strip("#(). ")
        return typed.isdecimal() and any(int(typed) in portions.choices_on(page) for page in self._pages)

    @property
    def _is_at_card(self) -> bool:
        """Whether a safety card was shown last: "help" is no question about commands then."""
        return bool(self.said) and self.said[-1][1].safety is not None

    def say(self, text: str) -> None:
        """Show a message of the terminal itself, then an empty line."""
        show_lines(text.split("\n"), self.out, self.mode, self.size()[0])
        self.out.write("\n")
        self.out.flush()

    def _tell(self, text: str) -> None:
        """Show a longer message of the terminal itself, in portions as an answer where the screen is too small."""
        columns, rows = self.size()
        lines = broken_lines(text.split("\n"), columns)
        pages = portions.message_pages(lines, rows, self.mode.dress)
        if len(pages) == 1:
            self.say(text)
            return
        self._pages = pages
        self._show_page()

    def _answer(self, line: str) -> bool:
        """Answer what is for the engine; return False where the chat ends with it."""
        turn = self.bot.ask(line, self.conversation)
        reply = turn.reply
        leaves = is_goodbye(line, reply)
        if leaves and reply.kind != "smalltalk":
            self.say(GOODBYE)
            return False
        self.conversation = turn.conversation
        was_empty, self._was_empty = self._was_empty, not line
        if line:
            self.said.append((line[:MAXIMUM_CHARACTERS], reply))
        elif was_empty and not reply.notes:
            return True  # the hint stands there already, and what is above it should not be pushed away
        self.choices = len(reply.suggestions)
        self._show(reply)
        if is_about_booking(reply) and not reply.safety and not self._pages:
            self._booking.draw(self.mode, *self.size())
        return not leaves

    def _show(self, reply: Reply) -> None:
        """Show a reply, in portions where it would not fit on the screen."""
        blocks = presentation.blocks_of(reply, with_hints=True)
        if note := self._booking.note_below(reply):
            blocks += (presentation.Block("hint", note, "Note"),)
        if not blocks:
            return
        self._pages = self._pages_of(blocks)
        self._show_page()

    def _pages_of(self, blocks: tuple[presentation.Block, ...]) -> list[Any]:
        if self.mode.dress == "styled":
            from chatbot.screen import styled  # noqa: PLC0415 - rich is loaded with the first styled answer

            return list(styled.pages_of(blocks, self.mode, *self.size()))
        return list(portions.text_pages(blocks, *self.size(), is_linear=self.mode.dress == "linear"))

    def _show_page(self) -> None:
        """Show the next portion, which Enter asks for."""
        page = self._pages.pop(0)
        columns, rows = self.size()
        if self.mode.dress == "styled":
            from chatbot.screen import styled  # noqa: PLC0415 - loaded when there is a page

            self.out.write("\n")
            styled.print_page(page, self.out, self.mode, columns, rows)
        else:
            text = "\n".join((*page, "")) + ("\n" if portions.has_space_below(rows) else "")
            self.out.write(text if self.mode.is_unicode else presentation.in_ascii(text))
        self.out.flush()

    def _keeper(self) -> Keeper:
        from chatbot.screen.keeping import Keeper  # noqa: PLC0415 - only for those who save or print

        return Keeper(self.said, self.bot.knowledge, self.say)

    def _clear(self, reader: Reader) -> None:
        """Wipe the screen, what the terminal has scrolled away, and what was said."""
        self.conversation = None
        self.said.clear()
        self.choices = 0
        self._pages = []
        self._booking.forget()
        reader.forget()
        self.bot.forget_words()
        if self.mode.dress == "styled":
            self.out.write("\x1b[H\x1b[2J\x1b[3J")
            self.say(CLEARED)
            return
        self.out.write("\n" * self.size()[1])  # no escape sequence may wipe it here: it is moved out of sight
        self.say(f"{CLEARED} {STILL_ABOVE}")
