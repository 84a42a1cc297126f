"""Where a sheet goes: a file that the patient names, or the clinic's printer; and where it must not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.screen.take_home.pages import HEADING, as_html, as_text

if TYPE_CHECKING:
    from chatbot.screen.take_home.sheet import Sheet

DEFAULT_FILE = "spine-answers.txt"
_SECONDS_TO_PRINT = 20
# A folder with one of these is a knowledge base (`sources`).
_MARKS_OF_KNOWLEDGE = ("faq.yaml", "topics.yaml")
# A sheet says what it is in its first lines.
_LONGEST_START = 1000


def write(file: str, sheet: Sheet, *, may_replace: bool = False) -> None:
    """Write the sheet to a file that only its owner may read: HTML when its name says so, else text.

    Raises FileExistsError when the file is there and may not be replaced, OSError when it cannot be written.
    """
    words = as_html(sheet) if file.lower().endswith((".html", ".htm")) else as_text(sheet)
    # What is replaced is written beside it first: it may be open to all, and must not be lost half way.
    beside = f"{file}.{os.getpid()}.part" if may_replace else file
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(beside, flags, 0o600), "w", encoding="utf-8") as stream:
        stream.write(words)
    if may_replace:
        Path(beside).replace(file)


def file_named(typed: str) -> str:
    """Return the file that the patient means: "" is the usual one, "~" is home, no ending is .txt.

    A folder stays one, for `refusal` to speak of. Raises OSError or RuntimeError where there is no such home.
    """
    file = Path(typed.strip().strip("\"'") or DEFAULT_FILE).expanduser()
    return str(file if file.suffix or file.is_dir() else file.with_name(f"{file.name}.txt"))


def refusal(file: str) -> str:
    """Return why a sheet is not written to this file, for the patient to read; "" where it is.

    Never where the clinic's texts lie, and over nothing but an earlier sheet: whoever types at a kiosk may not own
    what the program may write. Folders are never made.
    """
    path = Path(file)
    if path.is_dir():
        return f"that is a folder; name a file in it, such as {path / DEFAULT_FILE}"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    if any((folder / name).exists() for folder in path.resolve().parents for name in _MARKS_OF_KNOWLEDGE):
        return "that folder is not for answers: it belongs to this program"
    if path.exists() and not _is_sheet(path):
        return "there is a file of that name, and it is no earlier page of answers"
    return ""


def _is_sheet(path: Path) -> bool:
    """Say whether a file is a sheet that was saved before: ordinary, and with the heading where a sheet has it."""
    if not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as stream:
        start = stream.read(_LONGEST_START)
    return start.startswith(f"{HEADING}\n=") or (
        start.startswith("<!DOCTYPE html>") and f"<title>{HEADING}</title>" in start
    )


def send_to_printer(sheet: Sheet, command: str) -> bool:
    """Hand the sheet as text to the clinic's print command, on standard input; return whether it took it."""
    import shlex  # noqa: PLC0415 - only for those who print
    import subprocess  # noqa: PLC0415 - likewise; the command is the clinic's own setting

    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing of the patient's in the arguments
            shlex.split(command),
            input=as_text(sheet).encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS_TO_PRINT,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
