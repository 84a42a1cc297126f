"""One conversation on one screen, whatever reads the lines: commands, greeting, help, showing replies.

Owns the words that steer the screen itself (help, quit, save, print, clear). Everything else that is typed,
numbers and "the second one" included, goes to the engine. Reading lines is `terminal`'s.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from chatbot import portions, presentation
from chatbot.knowledge import Clinic
from chatbot.modes import Mode
from chatbot.normalise import MAXIMUM_CHARACTERS
from chatbot.sanitise import clean_line

if TYPE_CHECKING:
    from chatbot.engine import Chatbot, Conversation
    from chatbot.reply import Reply

# A session of this many questions is far longer than any visit; older ones leave memory.
_MOST_REMEMBERED = 200
_NARROW = 60

HELP_WORDS = frozenset(("help", "?", "/help", ":help", "commands"))
LEAVE_WORDS = frozenset(
    (
        "quit",
        "exit",
        "q",
        ":q",
        "/quit",
        "/exit",
        "bye",
        "goodbye",
        "good bye",
        "bye bye",
        "log out",
        "logout",
    )
)
CLEAR_WORDS = frozenset(("clear", "/clear", "cls"))
PRINT_WORDS = frozenset(("print", "/print", "print it", "print this", "print that"))
SAVE_WORDS = frozenset(("save", "/save", "save it", "save this", "save that"))
CODE_WORDS = frozenset(("qr", "qr code", "/qr", "code"))
YES_WORDS = frozenset(("y", "yes", "yes please", "replace", "ok"))
# What leaves a question about a file, and only that.
CANCEL_WORDS = LEAVE_WORDS | frozenset(
    ("n", "no", "nope", "no thanks", "cancel", "stop", "back", "leave", "never mind", "nevermind")
)
_SLASH_COMMANDS = HELP_WORDS | LEAVE_WORDS | CLEAR_WORDS | PRINT_WORDS | SAVE_WORDS | CODE_WORDS
# The entries that tell how to book, under which the booking address is shown as a code.
BOOKING_ENTRIES = frozenset(("schedule-consultation",))

TITLE = "Spine FAQ: answers about back pain after spinal fusion"
WHAT_I_AM = (
    "I am a computer program, not a person and not a doctor.",
    "What I say is general information, not medical advice.",
)
PRIVACY = "Nothing you type is kept."
HOW_TO_ASK = "Type your question and press Enter. Type help to see more, or quit to leave."
LEAVE_HINT = "To leave, press Ctrl-D or type quit."
READ_ON = "[Enter: read on] "
READ_ON_SHORT = "[Enter: more] "  # where the other would be broken
# Said before the clinic's own number is known, and perhaps in another country.
ONE_MOMENT = (
    "One moment, please. The first start takes a little longer. "
    f"In an emergency, do not wait for it: call {Clinic().emergency_number}, or the emergency number where you are."
)
NOTHING_SAVED = "Nothing was saved."
NOTHING_TO_KEEP = "There is no answer to keep yet. Ask a question first."
CODE_HINT = 'To take the booking address with you, type "qr".'
GOODBYE = "Goodbye. Take good care of yourself."


class Ended(BaseException):
    """The system asked the chat to end (SIGTERM, SIGHUP). `signal_number` says how.

    No Exception, as KeyboardInterrupt is none: what catches errors must not catch it.
    """

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal_number)
        self.signal_number = signal_number


class Reader(Protocol):
    """Reads one line from the person.

    Raises EOFError when there is no more, KeyboardInterrupt when it was broken off, Ended on a signal.
    """

    def read(self, prompt: str, *, is_question: bool = True) -> str:
        """Return what was typed, without its end of line."""

    def forget(self) -> None:
        """Drop the history of what was typed."""

    def end(self, signal_number: int) -> None:
        """Leave a read that is under way because of this signal."""


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
        self._has_offered_code = False
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
            line = self._save(file, reader)
        return True

    def _sounds_like_danger(self, file: str) -> bool:
        """Whether the name of a file, where it is words, is one that the safety check must answer."""
        return " " in file and self.bot.ask(file, self.conversation).reply.safety is not None

    def _act(self, line: str, reader: Reader) -> bool:
        """Act on a line that saves nothing; return False when the person has left."""
        word = _word_of(line)
        if word in HELP_WORDS and not (word == "help" and self._is_at_card):
            self.say(help_text(self.bot, self.mode))
            return True
        if word in CLEAR_WORDS:
            self._clear(reader)
        elif word in PRINT_WORDS:
            self._print()
        elif word in CODE_WORDS:
            self._tell_booking_address()
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

    def _answer(self, line: str) -> bool:
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
        if _is_about_booking(reply) and not reply.safety and not self._pages:
            self._draw_code()
        return not leaves

    def _show(self, reply: Reply) -> None:
        """Show a reply, in portions where it would not fit on the screen."""
        blocks = presentation.blocks_of(reply, with_hints=True)
        if booking := self._booking_words(reply):
            blocks += (presentation.Block("hint", booking, "Note"),)
        if not blocks:
            return
        self._pages = self._pages_of(blocks)
        self._show_page()

    def _pages_of(self, blocks: tuple[presentation.Block, ...]) -> list[Any]:
        if self.mode.dress == "styled":
            from chatbot import styled  # noqa: PLC0415 - rich is loaded with the first styled answer

            return list(styled.pages_of(blocks, self.mode, *self.size()))
        return list(portions.text_pages(blocks, *self.size(), is_linear=self.mode.dress == "linear"))

    def _show_page(self) -> None:
        """Show the next portion, which Enter asks for."""
        page = self._pages.pop(0)
        columns, rows = self.size()
        if self.mode.dress == "styled":
            from chatbot import styled  # noqa: PLC0415 - loaded when there is a page

            self.out.write("\n")
            styled.print_page(page, self.out, self.mode, columns, rows)
        else:
            text = "\n".join((*page, "")) + ("\n" if portions.has_space_below(rows) else "")
            self.out.write(text if self.mode.is_unicode else presentation.in_ascii(text))
        self.out.flush()

    def _booking_words(self, reply: Reply) -> str:
        """Return how to take the booking address along: itself where booking was asked, else one hint."""
        address = self.bot.knowledge.clinic.booking_address
        if not address or reply.safety:
            return ""
        if _is_about_booking(reply):
            return f"To book a visit, open: {clean_line(address)}"
        if self._has_offered_code or not reply.consultation:
            return ""
        self._has_offered_code = True
        return CODE_HINT

    def _save(self, name: str, reader: Reader) -> str | None:
        """Write the take-home sheet where the patient wants it; never over an earlier one without asking.

        `name` is the file, "" to ask for it. Returns what was typed instead of an answer, which is a message like any
        other: it may be the one that describes danger. None where there is none.
        """
        from chatbot import take_home  # noqa: PLC0415 - only for those who save

        sheet = take_home.sheet_of(self.said, self.bot.knowledge)
        if not sheet.holds_something:
            self.say(NOTHING_TO_KEEP)
            return None
        try:
            if not name:
                self.say(
                    f"Which file? Just Enter for {take_home.DEFAULT_FILE}. "
                    "A name of your own ends in .txt, or in .html for a web page."
                )
                typed = clean_line(reader.read("File: ", is_question=False))
                if not _is_yes(typed):
                    return self._instead_of_saving(typed)
            file = take_home.file_named(name)
            if reason := take_home.refusal(file):
                self.say(f"I did not save that: {reason}. Try another name: save NAME.txt")
                return None
            try:
                take_home.write(file, sheet)
            except FileExistsError:
                self.say(f"{file} is already there. Type yes to replace it.")
                typed = clean_line(reader.read("Replace? ", is_question=False))
                if not typed or not _is_yes(typed):
                    return self._instead_of_saving(typed)
                take_home.write(file, sheet, may_replace=True)
        except (KeyboardInterrupt, EOFError):
            self.say(NOTHING_SAVED)
        except (OSError, ValueError, RuntimeError) as problem:
            reason = getattr(problem, "strerror", None) or "the name cannot be used"
            self.say(f"I could not save that ({reason}). Try another name: save NAME.txt")
        else:
            self.say(f"Saved in {file}. Only you can open it, and nothing else was kept.")
        return None

    def _instead_of_saving(self, typed: str) -> str | None:
        """Return what was typed where a file was asked for, as a line to act on; None where it only leaves."""
        if is_file_name(typed):
            return f"save {typed}"
        self.say(NOTHING_SAVED)
        return typed if typed and _word_of(typed) not in CANCEL_WORDS else None

    def _print(self) -> None:
        from chatbot import take_home  # noqa: PLC0415 - only for those who print

        command = self.bot.knowledge.clinic.print_command
        front_desk = self.bot.knowledge.clinic.front_desk
        sheet = take_home.sheet_of(self.said, self.bot.knowledge)
        if not command:
            self.say(f"Printing is not set up here. Type save for a file, or ask {front_desk}.")
        elif not sheet.holds_something:
            self.say(NOTHING_TO_KEEP)
        elif take_home.send_to_printer(sheet, command):
            self.say("Your answers were sent to the printer.")
        else:
            self.say(f"The printer did not take it. Please ask {front_desk}, or type save for a file.")

    def _tell_booking_address(self) -> None:
        clinic = self.bot.knowledge.clinic
        if not clinic.booking_address:
            self.say(f"There is no address for booking here. Please ask {clinic.front_desk}.")
            return
        self.out.write("\n")
        self._draw_code()
        self.say(f"To book a visit, open: {clean_line(clinic.booking_address)}")

    def _draw_code(self) -> None:
        """Draw the booking address as a code where a phone can read it from the screen."""
        address = self.bot.knowledge.clinic.booking_address
        if not (address and self.mode.dress == "styled" and self.mode.has_colour and self.mode.is_unicode):
            return
        from chatbot import qr_code, styled  # noqa: PLC0415 - only for those who ask

        columns, rows = self.size()
        lines = qr_code.fitting_lines(address, columns - 2, rows - 5)
        if lines:
            styled.print_code(lines, self.out, self.mode)

    def _clear(self, reader: Reader) -> None:
        """Wipe the screen, what the terminal has scrolled away, and what was said."""
        self.conversation = None
        self.said.clear()
        self.choices = 0
        self._pages = []
        self._has_offered_code = False
        reader.forget()
        self.bot.forget_words()
        if self.mode.dress == "styled":
            self.out.write("\x1b[H\x1b[2J\x1b[3J")
        self.say("Cleared. I have forgotten what was said here.")


def greeting(mode: Mode) -> list[str]:
    """Return the first words on the screen, which need nothing loaded."""
    return [TITLE, *WHAT_I_AM, *([mode.reason] if mode.reason else [])]


def introduction(clinic: Clinic, mode: Mode) -> list[str]:
    """Return the rest of the greeting, which needs the clinic's settings."""
    from_clinic = f"From {clinic.name}. " if clinic.name else ""
    emergency = f"In an emergency, call {clinic.emergency_number}."
    space = [] if mode.dress == "linear" else [""]
    return [f"{from_clinic}{PRIVACY}", emergency, *space, HOW_TO_ASK, ""]


def help_text(bot: Chatbot, mode: Mode) -> str:
    """Return what can be typed here, with example questions of this knowledge base."""
    examples = [choices[0].question for _, choices in bot.topics() if choices][:3]
    lines = ["Ask in your own words, for example:", *(f"  {example}" for example in examples), ""]
    lines += [
        "You can also type:",
        "  a number: one of the questions that were offered",
        "  tell me more, say that again, simpler, back, start over",
        "  save: keep the answers in a file to take home",
    ]
    if bot.knowledge.clinic.print_command:
        lines.append("  print: put them on paper")
    if bot.knowledge.clinic.booking_address:
        lines.append("  qr: the address for booking a visit, as a code for your phone")
    lines += ["  clear: wipe the screen and forget what was said", "  quit: leave"]
    if mode.reading == "full":
        lines += ["", "Keys: Tab or Right takes the grey words, Down chooses from the list,"]
        lines += ["Ctrl-C clears the line, Ctrl-D leaves."]
    return "\n".join(lines)


def key_hints(columns: int, choices: int, *, has_more: bool = False) -> str:
    """Return the line below the prompt: at most 40 columns on a narrow screen, and never as wide as it.

    `choices` can be chosen by number; `has_more` says that the rest of a reply waits for Enter.
    """
    numbers = f"1-{choices}: choose" if choices > 1 else "1: choose" if choices else ""
    enter = "Enter: read on" if has_more else "Enter: ask"
    if columns < _NARROW:
        parts = [enter if has_more else "", "help", "quit", numbers or ("" if has_more else "Tab: complete")]
    else:
        parts = [enter, numbers, "Tab: complete", "help", "save", "quit"]
    return "  ".join(part for part in parts if part)[: max(0, columns - 1)]


def is_goodbye(line: str, reply: Reply) -> bool:
    """Say whether this line leaves the chat. A message that sounds like danger never does."""
    if reply.safety:
        return False
    if _word_of(clean_line(line)) in LEAVE_WORDS:
        return True
    return reply.kind == "smalltalk" and any(answer.entry == "goodbye" for answer in reply.answers)


def dressed(reply: Reply, mode: Mode, width: int) -> str:
    """Return the reply as text without escape sequences, linear or plain as the mode says."""
    return _in_dress(presentation.blocks_of(reply), mode, width)


def file_to_save(line: str) -> str | None:
    """Return the file named by a line that asks to save ("" when it names none), or None for other lines.

    Only what looks like a file is one: "save me" is for the engine, and above all for its safety check.
    """
    if _word_of(line) in SAVE_WORDS:
        return ""
    verb, _, name = line.lstrip("/").partition(" ")
    name = name.removeprefix("as ").removeprefix("to ").strip()
    return name if verb.casefold() == "save" and is_file_name(name) else None


def is_file_name(typed: str) -> bool:
    """Say whether this looks like a file: an ending of a page or a text, or a path; a command like "/help" is none."""
    has_ending = typed.casefold().endswith((".txt", ".html", ".htm", ".md"))
    is_path = " " not in typed and typed.startswith(("/", "./", "../", "~/"))
    return has_ending or (is_path and _word_of(typed) not in _SLASH_COMMANDS)


def _is_yes(typed: str) -> bool:
    """Say whether this takes what is offered: just Enter, or a yes."""
    return not typed or _word_of(typed) in YES_WORDS


def _word_of(line: str) -> str:
    """Return a line as commands are compared: in lower case, without what ends a sentence."""
    return line.casefold().rstrip("!. ")


def _is_about_booking(reply: Reply) -> bool:
    return any(answer.entry in BOOKING_ENTRIES for answer in reply.answers)


def show_lines(lines: Iterable[str], out: TextIO, mode: Mode, columns: int) -> None:
    """Write lines, broken at the screen's width, and let them appear at once."""
    width = presentation.line_width(columns)
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        broken = presentation.wrap(line, width, indent) or [""]
        out.write(
            "".join((part if mode.is_unicode else presentation.in_ascii(part)) + "\n" for part in broken)
        )
    out.flush()


def _in_dress(blocks: tuple[presentation.Block, ...], mode: Mode, width: int) -> str:
    if mode.dress == "linear":
        # A pipe or a file is not a screen: whoever reads it breaks the lines.
        text = presentation.linear_text(blocks, 0 if mode.reading == "filter" else width)
    else:
        text = presentation.plain_text(blocks, width)
    return text if mode.is_unicode else presentation.in_ascii(text)
