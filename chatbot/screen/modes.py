"""How to dress the words and how to read them, decided once at the start.

A pure function of the flags, the environment and the two streams, so that every combination has a test.
Order of authority: flag, then environment, then what the streams are. Printing and reading are `terminal`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Dress = Literal["styled", "plain", "linear"]
Input = Literal["full", "simple", "filter"]

_OFF_WORDS = frozenset(("", "0", "false", "no", "off"))
# Kinds of terminals that understand the escape sequences of the VT100, by the first part of their name in TERM. What
# is on no such list may show them as rubbish; plain text is right on everything.
_KNOWN_TERMINALS = frozenset(
    """alacritty ansi apple bterm contour cons25 cygwin dtterm dvtm eterm fbterm foot ghostty gnome iterm iterm2 jfbterm
    kitty konsole linux mintty mlterm mosh msys nsterm pcansi putty rio rxvt screen st stterm teken terminator
    terminology tmux vscode vt100 vt102 vt125 vt220 vt240 vt320 vt340 vt420 vt510 vt520 vte warp wezterm windows xterm
    xterms zellij""".split()
)


class Mode(NamedTuple):
    """The dress of every reply and the way of reading questions.

    `dress`: "styled" (boxes, bold, colour), "plain" (no escape sequence at all), "linear" (labelled lines for
    screen readers). `reading`: "full" (line editor with completion), "simple" (one line at a time from a
    terminal), "filter" (no conversation: lines in, answers out). `is_unicode` allows characters beyond ASCII
    in borders. `reason` tells a person why this is not the full chat ("" when it is, or when nobody watches).
    """

    dress: Dress = "styled"
    reading: Input = "full"
    has_colour: bool = True
    is_unicode: bool = True
    reason: str = ""


class Streams(NamedTuple):
    """Where lines are read from and replies written to. `encoding` is that of standard output.

    On Windows no terminal needs a TERM.
    """

    input_is_terminal: bool
    output_is_terminal: bool
    encoding: str | None = "utf-8"
    is_windows: bool = False


def resolve(
    environment: Mapping[str, str], streams: Streams, *, plain: bool = False, accessible: bool = False
) -> Mode:
    """Return the Mode for these environment variables, streams and flags.

    `NO_COLOR` counts when it is not empty (no-color.org). `FORCE_COLOR` and its kin are not read: a pipe gets
    no colour whatever they say, and a terminal has it anyway.
    """
    encoding = (streams.encoding or "ascii").lower().replace("-", "").replace("_", "")
    dress, reason = _dress(environment, streams, plain=plain, accessible=accessible)
    reading: Input
    if not (streams.input_is_terminal and streams.output_is_terminal):
        reading, reason = "filter", ""
        dress = "plain" if dress == "styled" else dress
    else:
        reading = "full" if dress == "styled" else "simple"
    has_colour = dress == "styled" and not environment.get("NO_COLOR")
    return Mode(dress, reading, has_colour, encoding.startswith("utf"), reason)


def _dress(
    environment: Mapping[str, str], streams: Streams, *, plain: bool, accessible: bool
) -> tuple[Dress, str]:
    """Return the dress, and the sentence that tells why it was chosen ("" for the full one)."""
    if accessible:
        return "linear", "Screen reader mode, because of --accessible."
    if plain:
        return "plain", "Plain text mode, because of --plain."
    if environment.get("ACCESSIBLE", "").strip().lower() not in _OFF_WORDS:
        return "linear", "Screen reader mode, because ACCESSIBLE is set."
    term = environment.get("TERM", "").strip().lower()
    if term == "dumb":
        return "plain", "Plain text mode, because this terminal says that it is a simple one (TERM)."
    if not (streams.is_windows and not term) and re.split(r"[-.+]", term)[0] not in _KNOWN_TERMINALS:
        return "plain", "Plain text mode, because it is not known what this terminal can show (TERM)."
    return ("styled", "") if streams.output_is_terminal else ("plain", "")
