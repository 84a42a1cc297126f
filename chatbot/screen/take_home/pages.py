"""The sheet as plain text, and as a web page that needs nothing else."""

from __future__ import annotations

from chatbot.knowledge import Clinic
from chatbot.sanitise import clean, clean_line
from chatbot.screen.take_home.sheet import Exchange, Sheet
from chatbot.speaking.presentation import wrap

HEADING = "Your questions and answers about pain after spinal fusion"
SURGEON_HEADING = "Questions to ask the surgeon"
WHAT_THIS_IS = "This is general information, not medical advice. It cannot judge your own case."
_WIDTH = 76
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
