"""YAML text to nodes with places, and everything that is wrong with it. The one door of yaml.

Owns every place in a file (lines and columns count characters from 1) and the mistakes that YAML itself
invites: bare yes and no, the same key twice, anchors. What is wrong with a line that YAML cannot read is for
`broken_lines` to say; what the fields mean is `assembly`'s affair. Where one line cannot be read, the likely
repair is tried and reading goes on, so that one look at a file shows all of its problems; such a file still has
an error and is never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import yaml

from chatbot.broken_lines import Mistake, explain, is_about_backslash, mend, quoted
from chatbot.knowledge import Position, Problem
from chatbot.sanitise import clean

NodeKind = Literal["text", "truth value", "number", "date", "nothing", "list", "fields"]
MOST_REPAIRS = 20  # a file with more broken lines than this was not meant as YAML
DEEPEST = 12  # levels of lists and fields; a knowledge base has six
_FIELDS_OF_A_WHOLE_ENTRY = 3  # a second id after as many fields is the next entry's, not a slip in this one
_NO_KEYS: Mapping[str, Position] = MappingProxyType({})

# The C loader is ten times faster; the other one reads the same language.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node(NamedTuple):
    """One value of a file.

    `value` is a text, a bool, a number, None, a list of Nodes, or a dict from key to Node; a date stays the
    text that was written. `written` is a scalar as it stands in the file. `keys` says where each key stands.
    `is_bare`: a text without quotes; `remark` is what follows it on its line after a blank and #, and is not read.
    """

    value: Any
    position: Position
    kind: NodeKind
    written: str = ""
    keys: Mapping[str, Position] = _NO_KEYS
    is_bare: bool = False
    remark: str = ""

    def at(self, path: Iterable[str | int]) -> Position:
        """Return the place of what lies inside along field names and list indexes (from 0).

        The place of a field is that of its name. Where the path leads nowhere, the last place on the way.
        """
        node, place = self, self.position
        for step in path:
            if node.kind == "fields" and step in node.value:
                node, place = node.value[step], node.keys[str(step)]
            elif node.kind == "list" and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                place = node.position
            else:
                break
        return place

    def find(self, text: str) -> Position | None:
        """Return the place of the first field of this name, or text of these words, inside; else None."""
        if self.kind == "fields" and text in self.value:
            named: Node = self.value[text]
            return named.position
        if self.kind not in ("fields", "list"):
            return self.position if " ".join(self.written.split()) == text else None
        parts: Iterable[Node] = self.value.values() if self.kind == "fields" else self.value
        places = (part.find(text) for part in parts)
        return next((place for place in places if place is not None), None)

    def plain(self) -> Any:  # noqa: ANN401 - plain data of any shape
        """Return the value without places: lists, dicts, texts, numbers, truth values and None."""
        if self.kind == "list":
            return [item.plain() for item in self.value]
        if self.kind == "fields":
            return {key: item.plain() for key, item in self.value.items()}
        return self.value


def read(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the file's one value, and every problem of the YAML in it in reading order.

    None for a file without any value (empty, only comments), and for one too broken to go on. With a problem
    of level "error" the Node is only good for finding more problems. Never raises. `file` names the file in
    places.
    """
    problems: list[Problem] = []
    as_written = text
    text = _without_odd_characters(text, file, problems)
    lines = text.split("\n")
    root: Node | None = None
    blamed: set[int] = set()  # lines; one that is blamed again cannot be helped
    for _ in range(MOST_REPAIRS):
        builder = _Builder(file, lines)
        try:
            root = builder.build(yaml.parse("\n".join(lines), Loader=_LOADER))
        except yaml.YAMLError as error:
            mistake = _explain(error, lines)
            if mistake.line in blamed:
                break
            place = Position(file, mistake.line + 1, mistake.column + 1)
            problems.append(
                Problem("error", mistake.rule, place, mistake.message, mistake.cause, mistake.repair)
            )
            blamed.add(mistake.line)
            if not mend(lines, mistake):
                break
        else:
            problems += builder.problems
            break
    shown = visible_lines(as_written) if problems else []
    problems = [
        problem._replace(excerpt="".join(shown[problem.position.line - 1 : problem.position.line]))
        for problem in problems
    ]
    return root, tuple(sorted(problems, key=lambda problem: problem.position))


def visible_lines(text: str) -> list[str]:
    """Return the lines of a file as they may be shown, one character for one, so that columns stay true.

    A character that must not reach a screen becomes U+FFFD.
    """
    return [
        line if _is_clean(line) else "".join(map(_visible, line)) for line in _with_newlines(text).split("\n")
    ]


# --- characters that nobody sees

# They move a cursor or turn the order of a line round, so the text on a screen would not be the text checked.
_DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)


def _with_newlines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _is_clean(text: str) -> bool:
    return clean(text) == text and not _DANGEROUS.search(text)


def is_dangerous(character: str) -> bool:
    """Whether a character would change how the text around it is shown; other hidden ones are just left out."""
    return _DANGEROUS.match(character) is not None


def _visible(character: str) -> str:
    return character if _is_clean(character) else "\ufffd"


def _without_odd_characters(text: str, file: str, problems: list[Problem]) -> str:
    """Return the text with every dangerous character as a space, one for one, so that columns stay true."""
    text = _with_newlines(text)
    if _is_clean(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        if not _is_clean(line):
            problems += _odd_characters(line, number, file)
    return _DANGEROUS.sub(" ", text)


def _odd_characters(line: str, number: int, file: str) -> Iterator[Problem]:
    """Yield the first odd character of each sort on this line."""
    for character in sorted(set(line)):
        if _is_clean(character):
            continue
        is_error = is_dangerous(character)
        yield Problem(
            "error" if is_error else "warning",
            "hidden-character",
            Position(file, number, line.index(character) + 1),
            f"there is a hidden character here (U+{ord(character):04X})",
            "It cannot be seen but changes how the text is shown; it often comes with pasted text."
            if is_error
            else "It cannot be seen and is left out; it often comes with pasted text.",
            "delete the characters around this place and type them again",
        )


# --- from events to nodes


_TRUTH_VALUES = {
    word: value
    for value, words in ((True, ("yes", "true", "on")), (False, ("no", "false", "off")))
    for plain in words
    for word in (plain, plain.capitalize(), plain.upper())
}
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")
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

    __slots__ = ("is_list", "is_torn", "items", "key", "keys", "position", "value")

    def __init__(self, position: Position, *, is_list: bool) -> None:
        self.is_list = is_list
        self.is_torn = False  # two entries have run into one
        self.position = position
        self.items: list[Node] = []
        self.value: dict[str, Node] = {}
        self.keys: dict[str, Position] = {}
        self.key: Node | None = None

    def node(self) -> Node:
        if self.is_list:
            return Node(self.items, self.position, "list")
        return Node(self.value, self.position, "fields", "", self.keys)


class _Builder:
    """Builds nodes from yaml's events. Keeps its own stack: a file of brackets cannot exhaust Python's."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0

    def build(self, events: Iterator[Any]) -> Node | None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._check_marks(event)
                self._add(self._scalar(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._check_marks(event)
                if len(self._open) == DEEPEST:
                    self._report_depth(event)
                    return None
                self._open.append(
                    _Open(self._position(event), is_list=isinstance(event, yaml.SequenceStartEvent))
                )
            elif isinstance(event, yaml.CollectionEndEvent):
                self._add(self._open.pop().node())
            elif isinstance(event, yaml.AliasEvent):
                self._report_star(event)
                self._add(Node("", self._position(event), "text"))
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents == 2:  # noqa: PLR2004 - the first one too many
                    self._report(
                        event,
                        "one-part",
                        "a second part starts here and is not read",
                        "A line of three dashes ends the file for this program.",
                        "delete the line ---",
                    )
        return self._root

    def _position(self, event: Any) -> Position:  # noqa: ANN401 - yaml has no types for events
        mark = event.start_mark
        return Position(self.file, mark.line + 1, mark.column + 1)

    def _report(self, event: Any, rule: str, message: str, cause: str, repair: str) -> None:  # noqa: ANN401
        self.problems.append(Problem("error", rule, self._position(event), message, cause, repair))

    def _check_marks(self, event: Any) -> None:  # noqa: ANN401
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
            return Node(written, self._position(event), "text", written)
        value, kind = _read_plain(written)
        place = self._position(event)
        return Node(value, place, kind, written, is_bare=True, remark=self._remark_after(event.end_mark))

    def _remark_after(self, mark: Any) -> str:  # noqa: ANN401
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        blank, sign, remark = line[mark.column :].partition("#")
        return f"#{remark.rstrip()}" if sign and blank and not blank.strip() else ""

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
            if self._documents == 1 and (node.kind != "nothing" or node.written):
                self._root = node
            return
        parent = self._open[-1]
        if parent.is_list:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            key, parent.key = parent.key, None
            self._add_field(parent, key, node)

    def _add_field(self, parent: _Open, key: Node, node: Node) -> None:
        name = key.written
        is_known = name in parent.value
        if key.kind in ("list", "fields"):
            self.problems.append(_no_name(key))
        elif parent.is_torn:
            return
        elif name == "id" and is_known and len(parent.value) >= _FIELDS_OF_A_WHOLE_ENTRY:
            parent.is_torn = True  # what follows is the next entry's, and would all stand "a second time"
            self.problems.append(_no_dash(key, node))
        elif is_known:
            self.problems.append(_twice(key, parent.keys[name]))
        else:
            parent.keys[name] = key.position
            parent.value[name] = node


def _no_name(key: Node) -> Problem:
    return Problem(
        "error",
        "key-is-text",
        key.position,
        "this stands where the name of a field must be",
        "YAML reads [ and { at the start of a text as a list or a set of fields.",
        "put quotes around the whole text",
    )


def _no_dash(key: Node, node: Node) -> Problem:
    return Problem(
        "error",
        "entry-has-dash",
        key.position,
        "the dash before this id is missing",
        "Each entry of the list starts with a dash and a space before its id.",
        f"write it as: - id: {node.written}",
    )


def _twice(key: Node, first: Position) -> Problem:
    return Problem(
        "error",
        "key-once",
        key.position,
        f'"{key.written}" stands here a second time; the first is in line {first.line}',
        "Only one of them can count, and YAML does not say which.",
        "keep one of the two and delete the other, or put both texts into one",
    )


# --- lines that cannot be read


def _explain(error: yaml.YAMLError, lines: list[str]) -> Mistake:
    """Return what is wrong in an editor's words, and the line to repair."""
    return explain(lines, *_place_of(error, lines))


def _place_of(error: yaml.YAMLError, lines: list[str]) -> tuple[int, int, str]:
    """Return line and column (from 0) of what is wrong, and yaml's words for it."""
    mark = getattr(error, "problem_mark", None)
    reason = str(getattr(error, "problem", ""))
    context = getattr(error, "context", None) or ""
    start = getattr(error, "context_mark", None)
    is_text_in_the_way = any(word in context for word in ("quoted scalar", "flow", "simple key"))
    if start is not None and is_text_in_the_way and not is_about_backslash(reason):
        mark = start
    if mark is None:
        return 0, 0, reason
    number = min(mark.line, len(lines) - 1)
    return number, min(mark.column, len(lines[number])), reason
