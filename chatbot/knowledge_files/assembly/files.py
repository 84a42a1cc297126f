"""Files to nodes: what is no plain text, cannot be read, is empty or too large."""

from __future__ import annotations

import os
from collections.abc import Iterable

from chatbot.knowledge import Position, Problem
from chatbot.knowledge_files.fields import FieldReader
from chatbot.knowledge_files.sources import TOO_LARGE, Source, built_in_folder
from chatbot.knowledge_files.yaml_source import Node, read
from chatbot.sanitise import clean_line

_LONGEST_START = 200  # bytes in which a file of another form shows itself
_OTHER_FORMS = (
    (b"{\\rtf", "a text with fonts (RTF)"),
    (b"PK\x03\x04", "a document of a word processor"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor"),
    (b"%PDF", "a PDF document"),
    (b"<!DOCTYPE", "a web page"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)


class FileReader(FieldReader):
    """Reads the files of one knowledge base, and collects what is wrong in them.

    `sources` are its files by name. `names_missing` are ids that no entry has, by the problem that says so.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        super().__init__()
        self.sources = {source.name: source for source in sources}
        self.names_missing: dict[Problem, str] = {}

    def node(self, name: str) -> Node | None:
        """Return a file's content, or None where it is missing, empty or broken, which is reported."""
        source = self.sources.get(name)
        if source is None:
            return None
        text = self._text_of(source)
        if text is None:
            return None
        node, problems = read(text, name)
        self.problems += problems
        if node is None and not problems:
            is_safety = name == "safety.yaml"  # without signs of danger nothing may start
            whole = clean_line(os.path.join(built_in_folder(), name))  # noqa: PTH118 - a text in, a text out
            self.add(
                "error" if is_safety else "warning",
                "file-has-content",
                Position(name),
                "this file is empty",
                cause="Without the signs of danger the program does not start." if is_safety else "",
                repair=f"delete it, and the built-in signs serve you, or copy {whole} in its place"
                if is_safety
                else "fill it in, or delete the file",
            )
        return node

    def check_words_file(self) -> None:
        """Report a common-words.txt that cannot be read, or holds no word."""
        source = self.sources.get("common-words.txt")
        text = self._text_of(source) if source is not None else None
        if text is not None and not any(line.partition("#")[0].strip() for line in text.splitlines()):
            self.add(
                "warning",
                "file-has-content",
                Position("common-words.txt"),
                "this file is empty",
                cause="Ordinary words would be taken for misspellings.",
                repair="delete it, and the built-in list serves you",
            )

    def _text_of(self, source: Source) -> str | None:
        """Return what a file says, or None where it cannot be read as text, which is reported."""
        if source.content is None:
            self.problems.append(_unreadable(source))
            return None
        problem = _of_another_form(source.name, source.content) or _not_utf_8(source.name, source.content)
        if problem is not None:
            self.problems.append(problem)
            return None
        return source.content.decode("utf-8-sig")

    def check_bare_words(self, node: Node, *, is_item: bool = False) -> None:
        """Report words that YAML turned into something else, in a file whose fields are not known here.

        Curly quotes around a word would be part of it: no message has it so.
        """
        if node.kind == "list":
            for item in node.value:
                self.check_bare_words(item, is_item=True)
        elif node.kind == "fields":
            for item in node.value.values():
                self.check_bare_words(item)
        elif (node.is_bare and not node.written.isascii()) or (
            node.kind == "truth value" and (is_item or node.written.lower() not in ("true", "false"))
        ):
            self.one_text(node, "word", is_item=is_item)


def _unreadable(source: Source) -> Problem:
    """Return the problem of a file that was not read."""
    place = Position(source.name)
    if source.reason == TOO_LARGE:
        return Problem(
            "error", "file-fits", place, "this file is too large", repair="split it, or remove a part"
        )
    return Problem(
        "error",
        "file-readable",
        place,
        f"this file cannot be read: {source.reason}",
        repair="check that it is an ordinary file and that you may read it",
    )


def _of_another_form(name: str, content: bytes) -> Problem | None:
    """Return a problem for a file of a word processor, or a web page."""
    start = content[:_LONGEST_START].lstrip()
    program = next((form for mark, form in _OTHER_FORMS if start.startswith(mark)), "")
    if not program:
        return None
    return Problem(
        "error",
        "file-is-plain-text",
        Position(name),
        f"this file is {program}, not plain text",
        cause="Only the words may be in it; fonts and pages mean nothing to this program.",
        repair='open it in the program that made it, choose "Save as" and "Plain text" with UTF-8 as the encoding',
    )


def _not_utf_8(name: str, content: bytes) -> Problem | None:
    """Return a problem at the first byte that is no UTF-8."""
    wrong = _first_byte_not_utf_8(content)
    if wrong < 0:
        return None
    before = content[:wrong].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Problem(
        "error",
        "file-is-utf-8",
        Position(name, before.count("\n") + 1, len(before) - before.rfind("\n")),
        "this file is not saved as UTF-8",
        cause="Accents and curly quotes would be shown wrongly.",
        repair='in the editor choose "Save as", and UTF-8 as the encoding',
    )


def _first_byte_not_utf_8(content: bytes) -> int:
    """Return where (in bytes, from 0) a file is not UTF-8, -1 where all of it is."""
    if content.count(0) > len(content) // 4:  # about every other byte: UTF-16 without the mark that says so
        return 0
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return -1
