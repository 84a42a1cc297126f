"""The dress and the way of reading, for every combination of flags, environment and streams."""

from __future__ import annotations

import itertools

import pytest

from chatbot.screen.modes import Mode, Streams, resolve

WATCHED = Streams(input_is_terminal=True, output_is_terminal=True)


def mode(
    environment: dict[str, str] | None = None,
    *,
    plain: bool = False,
    accessible: bool = False,
    **of_streams: object,
) -> Mode:
    variables = {"TERM": "xterm-256color", **(environment or {})}
    return resolve(variables, WATCHED._replace(**of_streams), plain=plain, accessible=accessible)  # type: ignore[arg-type]


def test_an_ordinary_terminal_gets_everything() -> None:
    """Styled, coloured, with the line editor, and nothing to explain."""
    assert mode() == Mode("styled", "full", True, True, "")


@pytest.mark.parametrize(
    ("environment", "flags", "dress", "reading", "has_colour"),
    [
        ({}, {"plain": True}, "plain", "simple", False),
        ({}, {"accessible": True}, "linear", "simple", False),
        ({}, {"plain": True, "accessible": True}, "linear", "simple", False),
        ({"ACCESSIBLE": "1"}, {}, "linear", "simple", False),
        ({"ACCESSIBLE": "yes"}, {}, "linear", "simple", False),
        ({"ACCESSIBLE": ""}, {}, "styled", "full", True),
        ({"ACCESSIBLE": "0"}, {}, "styled", "full", True),
        ({"ACCESSIBLE": "false"}, {}, "styled", "full", True),
        ({"ACCESSIBLE": "1"}, {"plain": True}, "plain", "simple", False),
        ({"TERM": "dumb"}, {}, "plain", "simple", False),
        ({"TERM": "DUMB"}, {}, "plain", "simple", False),
        ({"TERM": "unknown"}, {}, "plain", "simple", False),
        ({"TERM": ""}, {}, "plain", "simple", False),
        ({"TERM": "teletype-33"}, {}, "plain", "simple", False),
        ({"TERM": "vt52"}, {}, "plain", "simple", False),
        ({"TERM": ""}, {"is_windows": True}, "styled", "full", True),
        ({"TERM": "screen.xterm-256color"}, {}, "styled", "full", True),
        ({"TERM": "rxvt-unicode"}, {}, "styled", "full", True),
        ({"TERM": "linux"}, {}, "styled", "full", True),
        ({"TERM": "VT220"}, {}, "styled", "full", True),
        ({"TERM": "dumb", "ACCESSIBLE": "1"}, {}, "linear", "simple", False),
        ({"NO_COLOR": "1"}, {}, "styled", "full", False),
        ({"NO_COLOR": ""}, {}, "styled", "full", True),
        ({"NO_COLOR": "0"}, {}, "styled", "full", False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, {}, "styled", "full", False),
        ({"CI": "true"}, {}, "styled", "full", True),
    ],
)
def test_flag_then_environment_then_terminal(
    environment: dict[str, str], flags: dict[str, bool], dress: str, reading: str, has_colour: bool
) -> None:
    """A flag beats a variable, a variable beats what the terminal could do."""
    found = mode(environment, **flags)
    assert (found.dress, found.reading, found.has_colour) == (dress, reading, has_colour)


@pytest.mark.parametrize("streams", [(True, False), (False, True), (False, False)])
@pytest.mark.parametrize("flags", [{}, {"plain": True}, {"accessible": True}])
@pytest.mark.parametrize(
    "environment", [{}, {"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"}, {"TTY_COMPATIBLE": "1"}]
)
def test_a_pipe_is_a_filter_without_escapes_whatever_is_forced(
    streams: tuple[bool, bool], flags: dict[str, bool], environment: dict[str, str]
) -> None:
    """Where either end is no terminal, nobody is prompted and nothing is coloured."""
    found = mode(environment, input_is_terminal=streams[0], output_is_terminal=streams[1], **flags)
    assert found.reading == "filter"
    assert found.dress == ("linear" if "accessible" in flags else "plain")
    assert not found.has_colour
    assert found.reason == ""


@pytest.mark.parametrize(
    ("encoding", "is_unicode"),
    [
        ("utf-8", True),
        ("UTF-8", True),
        ("utf8", True),
        ("utf_16", True),
        ("latin-1", False),
        ("ascii", False),
        ("cp1252", False),
        (None, False),
        ("", False),
    ],
)
def test_borders_follow_the_encoding(encoding: str | None, is_unicode: bool) -> None:
    """Only an encoding that has every character gets box characters."""
    assert mode(encoding=encoding).is_unicode is is_unicode


def test_who_gets_less_than_the_full_chat_is_told_why() -> None:
    """Every mode but the full one on a terminal names itself and its cause; the full one says nothing."""
    for plain, accessible, term in itertools.product((True, False), (True, False), ("xterm", "dumb")):
        found = mode({"TERM": term}, plain=plain, accessible=accessible)
        assert bool(found.reason) == (found.reading != "full")
    assert "--plain" in mode(plain=True).reason
    assert "--accessible" in mode(accessible=True).reason
    assert "ACCESSIBLE" in mode({"ACCESSIBLE": "1"}).reason
    assert "TERM" in mode({"TERM": "dumb"}).reason


def test_a_terminal_without_a_known_kind_is_told_why_it_gets_plain_text() -> None:
    """Nobody must guess why there are no boxes."""
    for environment in ({"TERM": ""}, {"TERM": "teletype-33"}):
        assert "not known what this terminal can show (TERM)" in mode(environment).reason
    nothing_set = resolve({}, WATCHED)
    assert (nothing_set.dress, nothing_set.reading) == ("plain", "simple")
