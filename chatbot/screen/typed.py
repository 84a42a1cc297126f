"""What a typed line asks of the screen itself: help, leave, clear, print, save. All else is for the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.sanitise import clean_line

if TYPE_CHECKING:
    from chatbot.reply import Reply

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


def is_goodbye(line: str, reply: Reply) -> bool:
    """Say whether this line leaves the chat. A message that sounds like danger never does."""
    if reply.safety:
        return False
    if word_of(clean_line(line)) in LEAVE_WORDS:
        return True
    return reply.kind == "smalltalk" and any(answer.entry == "goodbye" for answer in reply.answers)


def file_to_save(line: str) -> str | None:
    """Return the file named by a line that asks to save ("" when it names none), or None for other lines.

    Only what looks like a file is one: "save me" is for the engine, and above all for its safety check.
    """
    if word_of(line) in SAVE_WORDS:
        return ""
    verb, _, name = line.lstrip("/").partition(" ")
    name = name.removeprefix("as ").removeprefix("to ").strip()
    return name if verb.casefold() == "save" and is_file_name(name) else None


def is_file_name(typed: str) -> bool:
    """Say whether this looks like a file: an ending of a page or a text, or a path; a command like "/help" is none."""
    has_ending = typed.casefold().endswith((".txt", ".html", ".htm", ".md"))
    is_path = " " not in typed and typed.startswith(("/", "./", "../", "~/"))
    return has_ending or (is_path and word_of(typed) not in _SLASH_COMMANDS)


def is_yes(typed: str) -> bool:
    """Say whether this takes what is offered: just Enter, or a yes."""
    return not typed or word_of(typed) in YES_WORDS


def word_of(line: str) -> str:
    """Return a line as commands are compared: in lower case, without what ends a sentence."""
    return line.casefold().rstrip("!. ")
