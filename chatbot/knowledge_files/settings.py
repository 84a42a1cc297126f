"""What is wrong with the clinic's own settings: numbers that patients would call in vain, addresses that open nothing.

A wrong digit is seen by nobody until somebody in need dials it, so each number is read as strictly as it can be
without knowing the clinic. What is done with the findings is for `assembly` to say.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from chatbot.knowledge import ProblemLevel

# What a country's emergency call or its ambulance answers to. One that is not here is asked about, not refused.
EMERGENCY_NUMBERS = frozenset(
    "000 100 101 102 103 108 110 111 112 115 118 119 120 122 123 131 144 155 190 192 193 194 195 "
    "911 995 997 998 999".split()
)
# Of these a text means nothing else; 120 may be a weight, and 110 a street.
_NAMED_IN_TEXTS = re.compile(r"(?<![\d.,:/+-])(?:911|112|999)(?![\d%]|[-.,:/]\d)")
FEWEST_DIGITS = 7  # of a telephone number that anybody can call from anywhere in town
_WEB_ADDRESS = re.compile(r"(?:https?://[^\s/.]+[^\s]*|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_MAIL_ADDRESS = re.compile(r"[^\s@:/]+@[^\s@]+\.[^\s@]+")
_THREE_DIGITS = re.compile(r"[0-9]{3}")
# Letters that are typed, or read by a scanner, for a digit.
_LIKE_DIGITS = str.maketrans("lIioO", "11100")
_PIECE = re.compile(r"[^\W_]+")
_EXTENSION = re.compile(r"([0-9]{4,})?(?:x|ext|extension)[0-9]+", re.IGNORECASE)
# What is written into a form where there is nothing to write.
_NOTHING = re.compile(r"(?:n/?a|none|nil|no|tb[ad]|to ?do|unknown|x+)\.?", re.IGNORECASE)
_WORD_TO_DIAL = re.compile(r"[A-Z]+")  # 1-800-CLINIC


class Doubt(NamedTuple):
    """What is wrong with one setting, as a Problem says it."""

    level: ProblemLevel
    rule: str
    message: str
    cause: str
    repair: str


def doubt_about(name: str, text: str) -> Doubt | None:
    """Return what is wrong with the setting `name` of clinic.yaml, None where nothing is. `text` is not empty."""
    if name == "booking_address":
        return _address(text)
    if name == "emergency_number":
        return _emergency_number(text)
    if name in ("phone", "urgent_phone"):
        return _phone(name, text)
    if name != "print_command" and (_NOTHING.fullmatch(text) or not any(map(str.isalnum, text))):
        return Doubt(
            "error",
            "setting-says-something",
            f'this setting ({name}) says nothing: "{text}"',
            "Patients would read it as it stands.",
            f'{name}: "what is true"; where there is none, leave it empty: ""',
        )
    return None


def foreign_emergency_number(text: str, number: str) -> str:
    """Return the first emergency number in a text that is not `number`, the clinic's own; "" where there is none."""
    return next((found for found in _NAMED_IN_TEXTS.findall(text) if found != number), "")


def _address(text: str) -> Doubt | None:
    if _WEB_ADDRESS.fullmatch(text):
        return None
    repair = 'booking_address: "https://..."; where there is none, leave it empty: ""'
    if _BARE_ADDRESS.fullmatch(text):
        repair = f'booking_address: "https://{text}"'
    elif _MAIL_ADDRESS.fullmatch(text):
        repair = f'booking_address: "mailto:{text}"'
    return Doubt(
        "error",
        "booking-address-opens",
        "this booking address is no address that a phone opens",
        "It is shown as a code, too, and starts with https://, http:// or mailto:.",
        repair,
    )


def _emergency_number(text: str) -> Doubt | None:
    if not any(map(str.isdigit, text)):
        return _no_number("emergency_number", 'emergency_number: "911"')
    if not _THREE_DIGITS.fullmatch(text):
        meant = re.sub(r"[\s.-]", "", text.translate(_LIKE_DIGITS))
        near = meant if meant in EMERGENCY_NUMBERS else "911"
        return Doubt(
            "error",
            "emergency-number-is-short",
            "this emergency number is not three digits",
            "Every card about an emergency says: Call ... now. Nothing else can stand there.",
            f'emergency_number: "{near}", or what your country has',
        )
    if text not in EMERGENCY_NUMBERS:
        return Doubt(
            "warning",
            "emergency-number-is-known",
            f"{text} is no emergency number that this program knows",
            f"Every card about an emergency says: Call {text} now.",
            "call nobody to try it: look it up, and write what your country has, for example: "
            'emergency_number: "911"',
        )
    return None


def _phone(name: str, text: str) -> Doubt | None:
    said = name.replace("_", " ")
    if not any(map(str.isdigit, text)):
        return _no_number(name, f'{name}: "the number"; where there is none, leave it empty: ""')
    pieces = _PIECE.findall(text)
    odd = next((piece for piece in pieces if _is_mixed(piece)), "")
    if odd:
        return Doubt(
            "warning",
            "phone-is-whole",
            f'there is a letter between the digits of this {said}: "{odd}"',
            "The letters O and l look like 0 and 1, and reach nobody.",
            f'{name}: "{text.replace(odd, odd.translate(_LIKE_DIGITS))}", if that is the number',
        )
    count = sum(len(piece) for piece in map(_without_extension, pieces) if _is_dialled(piece))
    if count < FEWEST_DIGITS:
        return Doubt(
            "warning",
            "phone-is-whole",
            f"this {said} has {count} digit{'' if count == 1 else 's'} only",
            f"Patients read it after the word Call; few numbers have less than {FEWEST_DIGITS}.",
            f'{name}: "the whole number, with its area code"',
        )
    return None


def _no_number(name: str, repair: str) -> Doubt:
    return Doubt(
        "error",
        "phone-has-digits",
        f"this {name.replace('_', ' ')} is no number",
        "Patients read it after the word Call.",
        repair,
    )


def _without_extension(piece: str) -> str:
    found = _EXTENSION.fullmatch(piece)
    return (found.group(1) or "") if found else piece


def _is_dialled(piece: str) -> bool:
    return piece.isdigit() or _WORD_TO_DIAL.fullmatch(piece) is not None


def _is_mixed(piece: str) -> bool:
    """Whether a run of letters and digits has both, and is no extension (x12, ext12)."""
    has_both = any(map(str.isdigit, piece)) and not piece.isdigit()
    return has_both and not _EXTENSION.fullmatch(piece)
