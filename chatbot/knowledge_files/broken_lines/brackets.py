"""A list or a set of fields in brackets that YAML cannot read: what is missing, and the line with it put in.

Most small files have one thing a line, as in `{means: "garage", say: ["car house"]}`: a quote, a comma or a bracket
is soon forgotten there, and YAML complains about another place. What stands in quotes is never looked into.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Missing = Literal["bracket", "comma", "quote", "colon", "none"]
_CLOSING = {"[": "]", "{": "}"}
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_NAME = re.compile(r"[\w-]+:(?=\s|$|[\[{\"'])")
_BARE_NAME = re.compile(r"[a-z_]+")
_WORDS = re.compile(r"[^\s,\[\]{}\"][^,\[\]{}\"]*")
_NAME_INSIDE = re.compile(r"\s+(?=[\w-]+:(?:\s|$))")
_COMMA_AT_THE_END = re.compile(r"(\S.*?)\s*,\s*")
_BRACKETS_AT_THE_END = re.compile(r"[\s,\]}]*$")
_BEFORE_A_FIELD = re.compile(r"[\s\]}]*,\s*(?=[\w-]+:\s)")
_CLOSED_BY_A_CURLY_QUOTE = re.compile("([\"'][^\"'\u201c\u201d]*)[\u201c\u201d](?=\\s*(?:[,\\]}]|$))")
_GOES_ON = re.compile(r"\s*(?:$|[,;\]}:#]|[\"'\[{]|[\w-]+:(?:\s|$))")


class Completed(NamedTuple):
    """What was missing first, what stands right after that place, and the whole with all that was missing.

    `missing` is "none" where there is a bracket too many, which `text` is without.
    """

    missing: Missing
    before: str
    text: str


def completed(text: str) -> Completed | None:
    """Return a text that starts with a bracket with what it lacks, None where nothing that is known is missing."""
    reader = _Reader(text)
    is_whole = reader.read()
    return Completed(*reader.found, reader.text()) if is_whole and reader.found else None


class _Reader:
    """Reads a text in brackets from left to right, and puts in what is missing."""

    def __init__(self, text: str) -> None:
        self.found: tuple[Missing, str] | None = None
        self._rest = text.strip()
        self._open: list[str] = []
        self._pieces: list[str] = []
        self._remark = ""

    def read(self) -> bool:
        """Read to the end; return whether it could be read."""
        while self._rest:
            if not self._open and self._pieces and self._rest[0] not in "]}":
                return self._read_remark()
            if not self._read_piece():
                return False
            self._rest = self._rest.lstrip()
        while self._open:
            self._close("")
        return True

    def text(self) -> str:
        """Return what was read, in one line."""
        line = ""
        for piece in self._pieces:
            if piece == "," or piece in _CLOSING.values() or not line or line[-1] in "[{":
                line += piece
            else:
                line += f" {piece}"
        return line + self._remark

    def _read_remark(self) -> bool:
        self._remark = f"  {self._rest}"
        return self._rest.startswith("#")

    def _read_piece(self) -> bool:
        first = self._rest[0]
        if first == ";":
            self._note("comma", first)
            self._rest = f",{self._rest[1:]}"
        if first in ",;":
            self._take(1, is_part=False)
            return True
        if first in _CLOSING:
            self._open.append(first)
            self._take(1)
            return True
        if first in "]}":
            return self._read_closing(first)
        if first in "\"'":
            return self._read_quoted()
        name = _NAME.match(self._rest)
        words = _WORDS.match(self._rest)
        if name is None and words is not None:
            # Without quotes, two fields without a comma between them look like one text.
            inside = _NAME_INSIDE.search(words.group())
            self._take(inside.start() if inside else len(words.group().rstrip()))
        else:
            self._take(name.end() if name else 1)
        return True

    def _read_closing(self, bracket: str) -> bool:
        if bracket not in (_CLOSING[opened] for opened in self._open):
            self._note("none", bracket)
            self._rest = self._rest[1:]
            return True
        while _CLOSING[self._open[-1]] != bracket:
            self._close(bracket)
        self._open.pop()
        self._drop_comma()
        self._take(1, is_part=False)
        return True

    def _read_quoted(self) -> bool:
        mark = self._rest[0]
        curly = _CLOSED_BY_A_CURLY_QUOTE.match(self._rest)
        if curly is not None:
            self._note("quote", "")
            self._rest = f"{curly.group(1)}{mark}{self._rest[curly.end() :]}"
        quoted = _QUOTED.match(self._rest)
        if quoted is None:
            end = _BEFORE_A_FIELD.search(self._rest) or _BRACKETS_AT_THE_END.search(self._rest)
            rest = self._rest[end.start() :] if end else ""
            inner = self._rest[1 : len(self._rest) - len(rest)]
            self._note("quote", rest.strip())
            self._rest = f"{mark}{inner}{mark}{rest}"
            quoted = _QUOTED.match(self._rest)
            if quoted is None:
                return False
        elif not _GOES_ON.match(self._rest, quoted.end()):
            # The quote that ends this text was meant to open the next one.
            ends = _COMMA_AT_THE_END.fullmatch(quoted.group()[1:-1])
            if ends is None:
                return False
            self._note("quote", ",")
            self._rest = f"{mark}{ends.group(1)}{mark}, {self._rest[quoted.end() - 1 :]}"
            quoted = _QUOTED.match(self._rest)
        self._take(quoted.end() if quoted else 1)
        return True

    def _take(self, length: int, *, is_part: bool = True) -> None:
        """Move characters from the rest to the pieces; `is_part`: of a list or a field, which commas keep apart."""
        piece, self._rest = self._rest[:length], self._rest[length:]
        if is_part and self._is_after_name_without_colon(piece):
            self._note("colon", piece)
            self._pieces[-1] += ":"
        elif is_part and self._is_after_part():
            name = _NAME.match(piece)
            self._note("comma", name.group() if name else piece)
            self._pieces.append(",")
        self._pieces.append(piece)

    def _is_after_part(self) -> bool:
        before = self._pieces[-1] if self._pieces else "["
        return before not in ("[", "{", ",") and not _NAME.fullmatch(before)

    def _is_after_name_without_colon(self, piece: str) -> bool:
        """Whether what starts with a bracket or a quote stands in braces behind a word where a name must be."""
        is_value = piece[0] in "[{\"'" and self._open[-2 if piece in _CLOSING else -1 :][:1] == ["{"]
        return (
            is_value
            and self._pieces[-2:-1] in (["{"], [","])
            and _BARE_NAME.fullmatch(self._pieces[-1]) is not None
        )

    def _close(self, before: str) -> None:
        self._note("bracket", before)
        self._drop_comma()
        self._pieces.append(_CLOSING[self._open.pop()])

    def _drop_comma(self) -> None:
        if self._pieces[-1] == ",":
            self._pieces.pop()

    def _note(self, missing: Missing, before: str) -> None:
        self.found = self.found or (missing, before)
