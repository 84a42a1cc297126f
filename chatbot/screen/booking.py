"""The booking address on the screen: in words, and as a code that a phone reads from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from chatbot.sanitise import clean_line

if TYPE_CHECKING:
    from chatbot.knowledge import Clinic
    from chatbot.reply import Reply
    from chatbot.screen.modes import Mode

# The entries that tell how to book, under which the booking address is shown as a code.
_BOOKING_ENTRIES = frozenset(("schedule-consultation",))
# What stands around a code: the indent; below it the address, two empty lines, the prompt and the key hints.
_COLUMNS_AROUND, _ROWS_AROUND = 2, 5
_CODE_HINT = 'To take the booking address with you, type "qr".'


class Booking:
    """Shows the clinic's booking address, and offers it once where a consultation is suggested."""

    def __init__(self, clinic: Clinic, out: TextIO) -> None:
        self._clinic = clinic
        self._out = out
        self._has_offered = False

    def forget(self) -> None:
        """Begin anew, as with another person."""
        self._has_offered = False

    def note_below(self, reply: Reply) -> str:
        """Return how to take the booking address along: itself where booking was asked, else one hint."""
        if not self._clinic.booking_address or reply.safety:
            return ""
        if is_about_booking(reply):
            return self._words()
        if self._has_offered or not reply.consultation:
            return ""
        self._has_offered = True
        return _CODE_HINT

    def draw(self, mode: Mode, columns: int, rows: int) -> None:
        """Draw the booking address as a code, where there is one and a phone can read it from the screen."""
        address = self._clinic.booking_address
        if not (address and mode.dress == "styled" and mode.has_colour and mode.is_unicode):
            return
        from chatbot.screen import qr_code, styled  # noqa: PLC0415 - only for those who ask

        lines = qr_code.fitting_lines(address, columns - _COLUMNS_AROUND, rows - _ROWS_AROUND)
        if lines:
            styled.print_code(lines, self._out, mode)

    def told(self, mode: Mode, columns: int, rows: int) -> str:
        """Return the address in words to who asked for it, below its code."""
        if not self._clinic.booking_address:
            return f"There is no address for booking here. Please ask {self._clinic.front_desk}."
        self._out.write("\n")
        self.draw(mode, columns, rows)
        return self._words()

    def _words(self) -> str:
        return f"To book a visit, open: {clean_line(self._clinic.booking_address)}"


def is_about_booking(reply: Reply) -> bool:
    """Say whether a reply tells how to book."""
    return any(answer.entry in _BOOKING_ENTRIES for answer in reply.answers)
