"""The one sanitiser: what patients type and what files hold, made safe for a terminal.

Owns the list of characters that never reach a screen. Everything that is shown passes here once, when it
enters the program. rich does not strip escape or bidirectional characters, prompt-toolkit strips only some.
"""

from __future__ import annotations

import re

# Patterns are compiled (and then kept, by `re`) when a text first needs them: most are plain from end to end.
# Whole sequences go, not just their first byte: a stripped ESC would leave "[31m" on the screen.
# CSI, then the string sequences (OSC, DCS, SOS, PM, APC) that are ended, then any other ESC pair. What is not ended,
# and what the single characters of the C1 set open, loses its opening only: those are also what curly quotes become
# in a wrong encoding, and what a patient says after one must be read.
_ESCAPE_SEQUENCES = (
    r"\x1b\[[0-?]*[ -/]*[@-~]?"
    r"|\x1b[\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]?"
)
# Control characters but newline and tab; line and paragraph separators; bidirectional marks and overrides
# (they can reorder a phone number); byte-order mark; interlinear and tag characters; lone surrogates.
# Zero-width joiners stay: Persian, Indic scripts and emoji need them.
_UNSAFE_CHARACTERS = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u00ad\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_CARRIAGE_RETURNS = r"\r\n?"
# Between the lines of a pasted text where there is room for one line only; the triage knows it (`safety.triaging`).
LINE_JOINT = " / "


def clean(text: str) -> str:
    """Return `text` without anything that could move a cursor, restyle a screen or reorder characters.

    Newlines and tabs stay; carriage returns become newlines. Cleaning twice gives the same as once.
    """
    if text.isascii() and text.replace("\n", " ").replace("\t", " ").isprintable():
        return text
    text = re.sub(_CARRIAGE_RETURNS, "\n", text)
    previous = None
    while previous != text:  # removing one piece can join two others into a new sequence
        previous = text
        text = re.sub(_UNSAFE_CHARACTERS, "", re.sub(_ESCAPE_SEQUENCES, "", text))
    return text


def clean_line(text: str) -> str:
    """Return `clean(text)` as a single line: newlines, tabs and runs of spaces become one space."""
    return " ".join(clean(text).split())


def one_line(text: str) -> str:
    """Return `clean(text)` as a single line in which one sees where lines ended; empty ones are left out."""
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return LINE_JOINT.join(line for line in lines if line)
