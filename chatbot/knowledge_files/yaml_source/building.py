"""Events of yaml to nodes, and the mistakes that YAML itself invites: bare yes and no, a key twice, anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from chatbot.knowledge import Position, Problem
from chatbot.knowledge_files.broken_lines import quoted
from chatbot.knowledge_files.yaml_source.misplaced_fields import no_dash, no_first_line, no_name, twice
from chatbot.knowledge_files.yaml_source.nodes import Node, NodeKind
from chatbot.sanitise import clean_line

DEEPEST = 12  # levels of lists and fields; a knowledge base has six
# A second one after as many fields is the first field of the next entry or line, not a slip in this one.
_FIELDS_OF_A_WHOLE = {"id": 3, "language": 3, "term": 2, "means": 2}
_LINE_OR_TAB = re.compile(r"\w[\n\t]|:[\n\t]")
_BACKSLASH_BETWEEN_WORDS = re.compile(r"(?<![\w\\])[\w:]+(\\)[nt]\w+")
_TRUTH_VALUES = {
    word: value
    for value, words in ((True, ("yes", "true", "on")), (False, ("no", "false", "off")))
    for plain in words
    for word in (plain, plain.capitalize(), plain.upper())
}
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")
_UP_TO_A_COLON = re.compile("[^#]*:")
_FIRST_OF_ODD = frozenset("yYnNtTfFoO~+-0123456789")


def _read_plain(written: str) -> tuple[Any, NodeKind]:
    """Return value and kind of a text without quotes. Every word that any YAML 1.1 reader bends is found."""
    if written and written[0] not in _FIRST_OF_ODD:
        return written, "text"
    if written in _NOTHING:
        return None, "nothing"
    if written in _TRUTH_VALUES:
        return _TRUTH_VALUES[written], "truth value"
    number = _NUMBER.fullmatch(written)
    if number:
        return (float(written) if number.group(1) else int(written)), "number"
    return written, "date" if _DATE.fullmatch(written) else "text"


class _Open:
    """A list or a set of fields that is still being read."""

    __slots__ = ("is_in_brackets", "is_list", "is_torn", "items", "key", "keys", "position", "value")

    def __init__(self, position: Position, *, is_list: bool, is_in_brackets: bool) -> None:
        self.is_list = is_list
        self.is_in_brackets = is_in_brackets  # written as [a, b] or {a: b}
        self.is_torn = False  # two entries have run into one
        self.position = position
        self.items: list[Node] = []
        self.value: dict[str, Node] = {}
        self.keys: dict[str, Position] = {}
        self.key: Node | None = None

    def node(self) -> Node:
        if self.is_list:
            return Node(self.items, self.position, "list", is_in_brackets=self.is_in_brackets)
        return Node(self.value, self.position, "fields", "", self.keys)


class Builder:
    """Builds nodes from yaml's events. Keeps its own stack: a file of brackets cannot exhaust Python's."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0

    def build(self, events: Iterator[Any]) -> Node | None:
        """Return the one value that the events describe, None where there is none; `problems` has what is wrong."""
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._check_marks(event)
                self._add(self._scalar(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._check_marks(event)
                if len(self._open) == DEEPEST:
                    self._report_depth(event)
                    return None
                is_list = isinstance(event, yaml.SequenceStartEvent)
                self._open.append(
                    _Open(self._position(event), is_list=is_list, is_in_brackets=bool(event.flow_style))
                )
            elif isinstance(event, yaml.CollectionEndEvent):
                self._add(self._open.pop().node())
            elif isinstance(event, yaml.AliasEvent):
                self._report_star(event)
                self._add(Node("", self._position(event), "text"))
            elif isinstance(event, yaml.DocumentStartEvent):
                self._count_part(event)
        return self._root

    def _count_part(self, event: Any) -> None:  # noqa: ANN401 - yaml has no types for events
        self._documents += 1
        if self._documents == 2:  # noqa: PLR2004 - the first one too many
            self._report(
                event,
                "one-part",
                "a second part starts here and is not read",
                "A line of three dashes ends the file for this program.",
                "delete the line ---",
            )

    def _position(self, event: Any) -> Position:  # noqa: ANN401
        mark = event.start_mark
        return Position(self.file, mark.line + 1, mark.column + 1)

    def _report(self, event: Any, rule: str, message: str, cause: str, repair: str) -> None:  # noqa: ANN401
        self.problems.append(Problem("error", rule, self._position(event), message, cause, repair))

    def _check_marks(self, event: Any) -> None:  # noqa: ANN401
        """Report an anchor (&) or a tag (!), which YAML takes off the text that it stands before."""
        if event.anchor is not None:
            self._report(
                event,
                "no-anchors",
                f'"&{event.anchor}" is not read as text here',
                "YAML reads a word that starts with & as a name for what follows, and leaves it out.",
                "put quotes around the text, or delete the word with the &",
            )
        if event.tag is not None:
            self._report(
                event,
                "no-tags",
                '"!" at the start is not read as text here',
                "YAML reads a word that starts with ! as a type, and leaves it out.",
                "put quotes around the text, or delete the word with the !",
            )

    def _report_star(self, event: Any) -> None:  # noqa: ANN401
        self._report(
            event,
            "no-anchors",
            f'"*{event.anchor}" is not read as text here',
            "YAML reads a word that starts with * as a pointer to another place.",
            f"put quotes around it: {quoted('*' + event.anchor)}",
        )

    def _scalar(self, event: Any) -> Node:  # noqa: ANN401
        written = event.value
        if event.style:  # quoted, or a block after | or >
            if event.style == '"' and _LINE_OR_TAB.search(written):
                self._ask_about_backslashes(event)
            return Node(written, self._position(event), "text", written)
        value, kind = _read_plain(written)
        place, start, end = self._position(event), event.start_mark, event.end_mark
        remark = self._remark_after(end, is_empty=not written)
        if start.line == end.line:
            return Node(value, place, kind, written, is_bare=True, remark=remark)
        lines = tuple(" ".join(line.split()) for line in self._lines_between(start, end))
        return Node(value, place, kind, written, is_bare=True, remark=remark, lines=lines)

    def _ask_about_backslashes(self, event: Any) -> None:  # noqa: ANN401
        """Ask about a backslash between two words, which takes the first letter of the second along."""
        for number in range(event.start_mark.line, event.end_mark.line + 1):
            found = _BACKSLASH_BETWEEN_WORDS.search(self.lines[number])
            if found:
                self.problems.append(
                    Problem(
                        "warning",
                        "backslash-in-quotes",
                        Position(self.file, number + 1, found.start(1) + 1),
                        f"a backslash in double quotes does not stand for itself: {found.group()}",
                        "YAML reads it, together with the letter after it, as the end of a line or as a tab.",
                        "write / for it, or write it twice: " + found.group().replace("\\", "\\\\"),
                    )
                )
                return

    def _lines_between(self, start: Any, end: Any) -> list[str]:  # noqa: ANN401
        """Return the lines of a text from its first to its last character."""
        lines = [*self.lines[start.line : end.line], self.lines[end.line][: end.column]]
        return [line for line in (lines[0][start.column :], *lines[1:]) if line.strip()]

    def _remark_after(self, mark: Any, *, is_empty: bool) -> str:  # noqa: ANN401
        """Return what may have been meant to go on with a text: a remark stands apart, behind more than one blank."""
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        blank, sign, remark = line[mark.column :].partition("#")
        is_near = blank.isspace() if is_empty else blank in (" ", "\t")
        return f"#{remark.rstrip()}" if sign and is_near else ""

    def _report_depth(self, event: Any) -> None:  # noqa: ANN401
        self._report(
            event,
            "too-deep",
            "there are too many levels inside each other",
            "A knowledge base needs no more than six.",
            "put quotes around a text that holds brackets",
        )

    def _add(self, node: Node) -> None:
        if not self._open:
            if self._documents == 1 and not node.is_empty:
                self._root = node
            return
        parent = self._open[-1]
        if parent.is_list:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node._replace(position=parent.position) if node.is_empty else node
        else:
            key, parent.key = parent.key, None
            self._add_field(parent, key, self._placed(parent, key, node))

    def _placed(self, parent: _Open, name: Node, value: Node) -> Node:
        """Return a field's value, with its name's place where it is nothing and stands in brackets, or behind no colon.

        There yaml's two readers put nothing in two places: in {a: , b: } before and behind the blank, and behind a "?"
        one of them puts it behind the last line.
        """
        if not value.is_empty or (not parent.is_in_brackets and self._is_behind_colon(value.position)):
            return value
        return value._replace(position=name.position, remark="")

    def _is_behind_colon(self, place: Position) -> bool:
        line = "".join(self.lines[place.line - 1 : place.line])
        return _UP_TO_A_COLON.fullmatch(line[: place.column - 1]) is not None

    def _add_field(self, parent: _Open, key: Node, node: Node) -> None:
        # Hidden characters have been reported; a name is what one sees of it.
        name = key.written if key.written.isprintable() else clean_line(key.written)
        is_known = name in parent.value
        if key.kind in ("list", "fields"):
            self.problems.append(no_name(key))
        elif parent.is_torn:
            return
        elif is_known and len(parent.value) >= _FIELDS_OF_A_WHOLE.get(name, len(parent.value) + 1):
            parent.is_torn = True  # what follows is the next entry's, and would all stand "a second time"
            self.problems.append(no_dash(key, node))
        elif is_known and _is_second_field(parent, name):
            parent.is_torn = True
            self.problems.append(no_first_line(key, next(iter(parent.value))))
        elif is_known:
            self.problems.append(twice(key, parent.keys[name], has_parts=node.kind in ("list", "fields")))
        else:
            parent.keys[name] = key.position
            parent.value[name] = node


def _is_second_field(parent: _Open, name: str) -> bool:
    """Whether a field that stands a second time is the one below the first line of an entry that is whole."""
    names = list(parent.value)
    return names[0] in _FIELDS_OF_A_WHOLE and len(names) > _FIELDS_OF_A_WHOLE[names[0]] and name == names[1]
