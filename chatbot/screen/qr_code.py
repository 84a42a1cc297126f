"""The booking address as a QR code for a phone. The one door of segno.

Holds the clinic's address only, never anything that a patient typed. The code is made of half blocks, two
modules a character; who shows it must paint it black on white, for an inverted code is not read by phones.
"""

from __future__ import annotations

# A phone needs a quiet margin: the standard asks for 4 modules, and 2 were still read from a screen.
MARGIN = 4
NARROW_MARGIN = 2
_HALF_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def modules_of(address: str, margin: int = MARGIN) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the code, True for a dark module, with `margin` light modules around them."""
    import segno  # noqa: PLC0415 - 40 ms, for the few who ask

    code = segno.make_qr(address, error="l")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=margin))


def lines_of(modules: tuple[tuple[bool, ...], ...]) -> list[str]:
    """Return the rows as lines of half blocks; a missing last row is light."""
    light = (False,) * len(modules[0])
    padded = [*modules, light] if len(modules) % 2 else list(modules)
    return [
        "".join(_HALF_BLOCKS[pair] for pair in zip(padded[row], padded[row + 1], strict=True))
        for row in range(0, len(padded), 2)
    ]


def fitting_lines(address: str, columns: int, rows: int) -> list[str]:
    """Return the code's lines for this many columns and rows, or none when it would not fit whole."""
    for margin in (MARGIN, NARROW_MARGIN):
        lines = lines_of(modules_of(address, margin))
        if len(lines) <= rows and len(lines[0]) <= columns:
            return lines
    return []
