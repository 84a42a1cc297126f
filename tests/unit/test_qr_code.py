"""The booking address as a QR code: read back from an emulated screen, module by module."""

from __future__ import annotations

import io

import pyte
import pytest
import segno

from chatbot.screen import qr_code, styled
from chatbot.screen.modes import Mode

ADDRESS = "https://book.example.org/spine"
LONG_ADDRESS = "https://book.example.org/spine/consultation?clinic=big-apple&place=new-york"
_SHADES = {"black": True, "brightwhite": False, "white": False}


def modules_on_screen(lines: list[str], *, theme: str) -> list[list[bool]]:
    """Paint the lines into a terminal emulator and sample each half cell, as a camera would see it.

    `theme` decides the default colours; a half cell in a default colour takes the theme's shade.
    """
    stream = io.StringIO()
    styled.print_code(lines, stream, Mode())
    screen = pyte.Screen(100, 60)
    pyte.Stream(screen).feed(stream.getvalue().replace("\n", "\r\n"))
    default = {"fg": theme == "light", "bg": theme == "dark"}  # dark text on light, and the other way round
    sampled: list[list[bool]] = []
    for row in range(len(lines)):
        upper, lower = [], []
        for column in range(2, 2 + len(lines[0])):
            cell = screen.buffer[row][column]
            ink = _SHADES.get(cell.fg, default["fg"])
            paper = _SHADES.get(cell.bg, default["bg"])
            upper.append(ink if cell.data in "▀█" else paper)
            lower.append(ink if cell.data in "▄█" else paper)
        sampled += [upper, lower]
    return sampled


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("address", [ADDRESS, LONG_ADDRESS])
def test_the_code_on_the_screen_is_the_address(address: str, theme: str) -> None:
    """Every module has its own shade, dark on light, whatever the terminal's theme."""
    lines = qr_code.lines_of(qr_code.modules_of(address))
    expected = [
        [bool(module) for module in row] for row in segno.make_qr(address, error="l").matrix_iter(border=4)
    ]
    sampled = modules_on_screen(lines, theme=theme)
    assert sampled[: len(expected)] == expected
    assert not any(any(row) for row in sampled[len(expected) :])


def test_a_margin_of_light_modules_surrounds_the_code() -> None:
    """Phones need it to find the code."""
    modules = qr_code.modules_of(ADDRESS)
    assert not any(any(row) for row in (*modules[:4], *modules[-4:]))
    assert not any(any(row[:4]) or any(row[-4:]) for row in modules)


def test_the_code_is_whole_or_not_shown() -> None:
    """A smaller margin on a smaller screen, and nothing where it would be cut."""
    assert len(qr_code.fitting_lines(ADDRESS, 80, 24)[0]) == 33
    assert len(qr_code.fitting_lines(ADDRESS, 30, 24)[0]) == 29
    assert len(qr_code.fitting_lines(ADDRESS, 80, 15)) == 15
    assert qr_code.fitting_lines(ADDRESS, 80, 14) == []
    assert qr_code.fitting_lines(ADDRESS, 28, 24) == []


def test_lines_of_even_and_odd_codes() -> None:
    """Two modules a character; an odd last row gets a light one below it."""
    assert qr_code.lines_of(((True, False), (False, True))) == ["▀▄"]
    assert qr_code.lines_of(((True, True),)) == ["▀▀"]
    assert qr_code.lines_of(((True, False), (True, False))) == ["█ "]
