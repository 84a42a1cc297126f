"""Answers to take along: saved where the patient wants them, or printed by the clinic's own command."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from chatbot.sanitise import clean_line
from chatbot.screen.take_home import files
from chatbot.screen.take_home.sheet import sheet_of
from chatbot.screen.typed import CANCEL_WORDS, is_file_name, is_yes, word_of

if TYPE_CHECKING:
    from chatbot.knowledge import Knowledge
    from chatbot.reply import Reply
    from chatbot.screen.reader import Reader

_NOTHING_SAVED = "Nothing was saved."
_NOTHING_TO_KEEP = "There is no answer to keep yet. Ask a question first."
_ANOTHER_NAME = "Try another name: save NAME.txt"


class Keeper:
    """Saves and prints what was said. `say` shows the person how that went."""

    def __init__(
        self, said: Iterable[tuple[str, Reply]], knowledge: Knowledge, say: Callable[[str], None]
    ) -> None:
        self._sheet = sheet_of(said, knowledge)
        self._clinic = knowledge.clinic
        self._say = say

    def save(self, name: str, reader: Reader) -> str | None:
        """Write the take-home sheet where the patient wants it; never over an earlier one without asking.

        `name` is the file, "" to ask for it. Returns what was typed instead of an answer, which is a message like any
        other: it may be the one that describes danger. None where there is none.
        """
        if not self._sheet.holds_something:
            self._say(_NOTHING_TO_KEEP)
            return None
        try:
            return self._save(name, reader)
        except (KeyboardInterrupt, EOFError):
            self._say(_NOTHING_SAVED)
        except (OSError, ValueError, RuntimeError) as problem:
            reason = getattr(problem, "strerror", None) or "the name cannot be used"
            self._say(f"I could not save that ({reason}). {_ANOTHER_NAME}")
        return None

    def _save(self, name: str, reader: Reader) -> str | None:
        """Save the sheet to this file, asking for a name where there is none and before an earlier sheet is replaced.

        Returns what was typed instead of an answer to one of these, None for nothing.
        """
        if not name:
            self._say(
                f"Which file? Just Enter for {files.DEFAULT_FILE}. "
                "A name of your own ends in .txt, or in .html for a web page."
            )
            typed = clean_line(reader.read("File: ", is_question=False))
            if not is_yes(typed):
                return self._instead_of_saving(typed)
        file = files.file_named(name)
        if reason := files.refusal(file):
            self._say(f"I did not save that: {reason}. {_ANOTHER_NAME}")
            return None
        try:
            files.write(file, self._sheet)
        except FileExistsError:
            self._say(f"{file} is already there. Type yes to replace it.")
            typed = clean_line(reader.read("Replace? ", is_question=False))
            if not typed or not is_yes(typed):
                return self._instead_of_saving(typed)
            files.write(file, self._sheet, may_replace=True)
        self._say(f"Saved in {file}. Only you can open it, and nothing else was kept.")
        return None

    def _instead_of_saving(self, typed: str) -> str | None:
        """Return what was typed where a file was asked for, as a line to act on; None where it only leaves."""
        if is_file_name(typed):
            return f"save {typed}"
        self._say(_NOTHING_SAVED)
        return typed if typed and word_of(typed) not in CANCEL_WORDS else None

    def print(self) -> None:
        """Hand the sheet to the clinic's printer."""
        command, front_desk = self._clinic.print_command, self._clinic.front_desk
        if not command:
            self._say(f"Printing is not set up here. Type save for a file, or ask {front_desk}.")
        elif not self._sheet.holds_something:
            self._say(_NOTHING_TO_KEEP)
        elif files.send_to_printer(self._sheet, command):
            self._say("Your answers were sent to the printer.")
        else:
            self._say(f"The printer did not take it. Please ask {front_desk}, or type save for a file.")
