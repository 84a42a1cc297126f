"""The take-home sheet: questions, answers, sources, and what to ask the surgeon, as text or HTML.

Written only when the patient asks, to the file that the patient names, and printed only through the clinic's
own command. No fact is added here: questions for the surgeon are the patient's own and the entries' titles.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from chatbot.knowledge import Clinic, Entry, Knowledge
from chatbot.presentation import wrap
from chatbot.reply import Answer, Reply
from chatbot.sanitise import clean, clean_line

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_FILE = "spine-answers.txt"
HEADING = "Your questions and answers about pain after spinal fusion"
SURGEON_HEADING = "Questions to ask the surgeon"
WHAT_THIS_IS = "This is general information, not medical advice. It cannot judge your own case."
_WIDTH = 76
# One page of questions is what a visit has time for.
_MOST_QUESTIONS = 10
_MOST_RELATED = 4
# How to reach the clinic, what it costs and the like are no questions for the surgeon.
_NOT_FOR_THE_SURGEON = "clinic"
_FOR_THE_FRONT_DESK = frozenset(
    ("change-appointment", "contact-and-hours", "cost-and-insurance", "records-and-second-opinion")
)
# Fewer words are a search, a slip or a command.
_FEWEST_WORDS_OF_A_QUESTION = 3
_SECONDS_TO_PRINT = 20
# A folder with one of these is a knowledge base (`sources`).
_MARKS_OF_KNOWLEDGE = ("faq.yaml", "topics.yaml")
# A sheet says what it is in its first lines.
_LONGEST_START = 1000


class Exchange(NamedTuple):
    """One question in the patient's words, the answers to it, and the safety words it was met with."""

    question: str
    answers: tuple[Answer, ...]
    safety: str = ""


class Sheet(NamedTuple):
    """What the take-home sheet says, before it is text or HTML."""

    exchanges: tuple[Exchange, ...]
    surgeon_questions: tuple[str, ...]
    next_step: str
    clinic: Clinic

    @property
    def holds_something(self) -> bool:
        """Whether there is anything worth taking home yet."""
        return bool(self.exchanges or self.surgeon_questions)


def sheet_of(said: Iterable[tuple[str, Reply]], knowledge: Knowledge) -> Sheet:
    """Return the sheet of a conversation, given as (what was typed, the reply) in order.

    A text is written once, where it was first shown. Small talk is left out, and so is every message that was
    met with the crisis card: the sheet may lie on a printer or a kitchen table.
    """
    exchanges: list[Exchange] = []
    open_questions: list[str] = []
    shown: dict[str, str] = {}
    next_steps: list[str] = []
    for typed, reply in said:
        if reply.kind == "smalltalk" or (reply.safety and reply.safety.level == "crisis"):
            continue
        question = clean_line(typed) if _is_wording(typed) else ""
        answers = tuple(answer for answer in reply.answers if answer.text not in shown.get(answer.entry, ""))
        for answer in answers:
            shown[answer.entry] = shown.get(answer.entry, "") + answer.text
        if _is_open(question, reply, knowledge):
            open_questions.append(question)
        if answers or reply.safety:
            safety = clean(reply.safety.text) if reply.safety else ""
            exchanges.append(Exchange(question, answers, safety))
        if reply.consultation and reply.kind == "answer":
            next_steps.append(reply.consultation)
    # The first is the whole sentence: a suggestion that was just given is shorter the next time.
    next_step = next_steps[0] if next_steps else ""
    return Sheet(
        tuple(exchanges), surgeon_questions(open_questions, shown, knowledge), next_step, knowledge.clinic
    )


def surgeon_questions(
    open_questions: Iterable[str], shown: Iterable[str], knowledge: Knowledge
) -> tuple[str, ...]:
    """Return what to ask the surgeon: what stayed open, what the answers mean for oneself, what is related.

    Made of the patient's own words and of titles of entries, and of nothing else.
    """
    entries = [entry for entry in map(knowledge.entry, shown) if entry is not None]
    questions = [f'I asked: "{question}"' for question in open_questions]
    questions += [
        f"{clean_line(entry.title)} What does this mean for me?"
        for entry in entries
        if _is_for_surgeon(entry)
    ]
    seen = {entry.id for entry in entries}
    next_to_them = [
        knowledge.entry(other) for entry in entries for other in entry.related if other not in seen
    ]
    related = [clean_line(entry.title) for entry in next_to_them if entry and _is_for_surgeon(entry)]
    questions += list(dict.fromkeys(related))[:_MOST_RELATED]
    return tuple(dict.fromkeys(questions))[:_MOST_QUESTIONS]


def as_text(sheet: Sheet) -> str:
    """Return the sheet as plain text, 76 columns wide, ending in a newline."""
    lines = [HEADING, "=" * len(HEADING), "", *_wrapped(_opening(sheet)), ""]
    for number, exchange in enumerate(sheet.exchanges, start=1):
        lines += wrap(f"{number}. {_heading(exchange)}", _WIDTH, "", "   ")
        lines += _indented(exchange.safety)
        for place, answer in enumerate(exchange.answers):
            if place or exchange.question:  # a choice by number stands under its title already
                lines += ["", *_indented(answer.title)]
            lines += _indented(answer.text)
            lines += _indented(f"Source: {answer.source}" if answer.source else "")
        lines.append("")
    lines += [SURGEON_HEADING, "-" * len(SURGEON_HEADING), ""]
    for question in sheet.surgeon_questions:
        lines += wrap(question, _WIDTH, "[ ] ", "    ")
    lines += ["", *_wrapped(clean(sheet.next_step)), *contact_lines(sheet.clinic)]
    return "\n".join(lines).rstrip() + "\n"


def as_html(sheet: Sheet) -> str:
    """Return the sheet as a page that needs nothing else: every word escaped, nothing loaded."""
    from html import escape  # noqa: PLC0415 - only for those who want a page

    parts = [f"<h1>{escape(HEADING)}</h1>", f"<p>{escape(_opening(sheet))}</p>"]
    for number, exchange in enumerate(sheet.exchanges, start=1):
        parts.append(f"<h2>{number}. {escape(_heading(exchange))}</h2>")
        parts += [f"<p><strong>{escape(line)}</strong></p>" for line in exchange.safety.splitlines() if line]
        for place, answer in enumerate(exchange.answers):
            if place or exchange.question:
                parts.append(f"<h3>{escape(clean_line(answer.title))}</h3>")
            parts += [f"<p>{escape(line)}</p>" for line in clean(answer.text).splitlines() if line.strip()]
            if answer.source:
                parts.append(f'<p class="source">Source: {escape(clean_line(answer.source))}</p>')
    items = "".join(f"<li>{escape(question)}</li>" for question in sheet.surgeon_questions)
    parts += [f"<h2>{escape(SURGEON_HEADING)}</h2>", f"<ul>{items}</ul>"]
    closing = [clean_line(sheet.next_step), *contact_lines(sheet.clinic)]
    parts += [f"<p>{escape(line)}</p>" for line in closing if line]
    return _PAGE.format(title=escape(HEADING), body="\n".join(parts))


def contact_lines(clinic: Clinic) -> list[str]:
    """Return the clinic's name and contact details, one a line, unset ones left out."""
    named = (
        ("", clinic.name),
        ("Phone: ", clinic.phone),
        ("Address: ", clinic.address),
        ("Hours: ", clinic.hours),
        ("Book online: ", clinic.booking_address),
    )
    return [label + clean_line(value) for label, value in named if value]


def write(file: str, sheet: Sheet, *, may_replace: bool = False) -> None:
    """Write the sheet to a file that only its owner may read: HTML when its name says so, else text.

    Raises FileExistsError when the file is there and may not be replaced, OSError when it cannot be written.
    """
    import os  # noqa: PLC0415 - only for those who save
    from pathlib import Path  # noqa: PLC0415

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
    from pathlib import Path  # noqa: PLC0415 - only for those who save

    file = Path(typed.strip().strip("\"'") or DEFAULT_FILE).expanduser()
    return str(file if file.suffix or file.is_dir() else file.with_name(f"{file.name}.txt"))


def refusal(file: str) -> str:
    """Return why a sheet is not written to this file, for the patient to read; "" where it is.

    Never where the clinic's texts lie, and over nothing but an earlier sheet: whoever types at a kiosk may not own
    what the program may write. Folders are never made.
    """
    from pathlib import Path  # noqa: PLC0415 - only for those who save

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


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.1em/1.5 sans-serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }}
.source {{ font-style: italic; }}
li {{ margin-bottom: 0.5em; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def _is_wording(typed: str) -> bool:
    """Say whether this was a question rather than a choice by number."""
    return any(character.isalpha() for character in typed)


def _is_for_surgeon(entry: Entry) -> bool:
    return entry.kind in ("faq", "topic") and entry.group != _NOT_FOR_THE_SURGEON


def _is_open(question: str, reply: Reply, knowledge: Knowledge) -> bool:
    """Say whether this question still waits for an answer that a surgeon could give."""
    if len(question.split()) < _FEWEST_WORDS_OF_A_QUESTION:
        return False
    if reply.kind == "unknown":
        return True
    kinds = {answer.entry: knowledge.entry(answer.entry) for answer in reply.answers}
    handed_off = [name for name, entry in kinds.items() if entry and entry.kind == "handoff"]
    return any(name not in _FOR_THE_FRONT_DESK for name in handed_off)


def _heading(exchange: Exchange) -> str:
    if exchange.question:
        return f"You asked: {exchange.question}"
    return clean_line(exchange.answers[0].title) if exchange.answers else "You asked:"


def _opening(sheet: Sheet) -> str:
    from_clinic = f"From {clean_line(sheet.clinic.name)}. " if sheet.clinic.name else ""
    return f"{from_clinic}{WHAT_THIS_IS} In an emergency, call {sheet.clinic.emergency_number}."


def _wrapped(words: str, indent: str = "") -> list[str]:
    return [line for paragraph in words.splitlines() for line in wrap(paragraph, _WIDTH, indent)]


def _indented(words: str) -> list[str]:
    return _wrapped(clean(words), "   ")
