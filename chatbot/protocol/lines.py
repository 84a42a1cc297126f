"""Lines of the protocol: their limits, bytes to requests and answers to bytes, and what is wrong with a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

from chatbot.normalise import MAXIMUM_CHARACTERS

# Without the line's end; room for the longest text in any escaping and for its id, but for one of emoji alone (12
# bytes each where they are escaped).
LINE_BYTES = 16_384
TEXT_CHARACTERS = MAXIMUM_CHARACTERS  # what is longer would be answered in part
OUTPUT_BYTES = 60 * 1024  # with the line's end: asyncio's readers give up at 64 KiB

ErrorCode = Literal["bad-json", "bad-request", "unknown-entry", "too-long", "internal"]
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class LineError(Exception):
    """A line that cannot be answered as asked: the error's code and a message for the integrator."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(message)


class LineSplitter:
    """Cuts a stream of bytes into lines, and never keeps more than one line of the longest size."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._is_too_long = False

    def feed(self, data: bytes) -> Iterator[bytes | None]:
        """Yield each line that `data` completes, without its end; None for one that was too long."""
        *complete, rest = data.split(b"\n")
        for piece in complete:
            self._keep(piece)
            yield self._take()
        self._keep(rest)

    def close(self) -> Iterator[bytes | None]:
        """Yield the last line, if the stream ended in the middle of one."""
        if self._kept or self._is_too_long:
            yield self._take()

    def _keep(self, piece: bytes) -> None:
        if self._is_too_long:
            return
        self._kept += piece[: LINE_BYTES + 2 - len(self._kept)]
        # One byte more than the limit may still be the carriage return of the line's end.
        if len(self._kept) > LINE_BYTES + 1:
            self._is_too_long = True
            self._kept.clear()

    def _take(self) -> bytes | None:
        line = None if self._is_too_long else bytes(self._kept).removesuffix(b"\r")
        self._kept.clear()
        self._is_too_long = False
        return line


def encode(line: dict[str, Any]) -> bytes:
    """Return a line as bytes, with its end."""
    return json.dumps(line, ensure_ascii=True, allow_nan=False).encode("ascii") + b"\n"


def size_in_list(item: dict[str, Any]) -> int:
    """Return the bytes that an item takes in a list, with the comma and the space behind it."""
    return len(encode(item)) + 1


def encode_error(request: dict[str, Any], code: ErrorCode, message: str) -> bytes:
    """Return the line that says what is wrong with a request."""
    return encode({"type": "error", "id": identity_of(request), "code": code, "message": message})


def encode_within_bounds(line: dict[str, Any]) -> bytes:
    """Return a line as bytes; LineError where it is longer than a reader may take."""
    encoded = encode(line)
    if len(encoded) > OUTPUT_BYTES:
        raise LineError("too-long", f"the answer would have more than {OUTPUT_BYTES} bytes")
    return encoded


def decode(line: bytes | None) -> dict[str, Any] | None:
    """Return the request that a line holds, None for a blank one; LineError where it holds none."""
    if line is None or len(line) > LINE_BYTES:
        raise LineError("too-long", f"the line has more than {LINE_BYTES} bytes")
    content = line.removeprefix(_BYTE_ORDER_MARK).strip()
    if not content:
        return None
    try:
        request = json.loads(content.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):  # not UTF-8, not JSON, NaN, an endless number, thousands of brackets
        raise LineError("bad-json", "the line is not valid JSON in UTF-8") from None
    if not isinstance(request, dict):
        raise LineError("bad-request", "the line must be a JSON object")
    return request


def _refuse_constant(_: str) -> None:
    raise ValueError("NaN and Infinity are not JSON")


def identity_of(request: dict[str, Any]) -> str | int | None:
    """Return the request's id, None where it has no right one."""
    identity = request.get("id")
    return identity if isinstance(identity, str | int) and not isinstance(identity, bool) else None


def text_in(request: dict[str, Any], field: str) -> str:
    """Return a field that must be text."""
    text = request.get(field)
    if not isinstance(text, str):
        raise LineError("bad-request", f'the field "{field}" must be text')
    return text


def place_in(request: dict[str, Any], field: str) -> int:
    """Return the place in the menu that a line names, 0 when it names none."""
    place = 0 if request.get(field) is None else request[field]
    if not isinstance(place, int) or isinstance(place, bool) or place < 0:
        raise LineError("bad-request", f'the field "{field}" must be a whole number, as "next" gave it')
    return place


def session_in(request: dict[str, Any]) -> str | None:
    """Return the session's name; None is the session of those who give none."""
    return None if request.get("session") is None else text_in(request, "session")
