"""One value of a file with its place: what `yaml_source` reads, and what is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from chatbot.knowledge import Position

NodeKind = Literal["text", "truth value", "number", "date", "nothing", "list", "fields"]
_NO_KEYS: Mapping[str, Position] = MappingProxyType({})


class Node(NamedTuple):
    """One value of a file.

    `value` is a text, a bool, a number, None, a list of Nodes, or a dict from key to Node; a date stays the
    text that was written. `written` is a scalar as it stands in the file. `keys` says where each key stands.
    `is_bare`: a text without quotes; `remark` is what follows it on its line after one blank and #, and is not read;
    `lines` is the text as it stands in the file, where it has several lines there. `is_in_brackets`: a list that is
    written as [a, b].
    """

    value: Any
    position: Position
    kind: NodeKind
    written: str = ""
    keys: Mapping[str, Position] = _NO_KEYS
    is_bare: bool = False
    remark: str = ""
    lines: tuple[str, ...] = ()
    is_in_brackets: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it has no character in the file."""
        return self.kind == "nothing" and not self.written

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

    def places(self) -> dict[str, Position]:
        """Return where each field inside stands, by its name, and each text, by its words; of equal ones the first."""
        found: dict[str, Position] = {}
        self._add_places(found)
        return found

    def _add_places(self, found: dict[str, Position]) -> None:
        if self.kind == "fields":
            for name, value in self.value.items():
                found.setdefault(name, value.position)
        if self.kind in ("fields", "list"):
            for part in self.value.values() if self.kind == "fields" else self.value:
                part._add_places(found)
        else:
            found.setdefault(" ".join(self.written.split()), self.position)

    def plain(self) -> Any:  # noqa: ANN401 - plain data of any shape
        """Return the value without places: lists, dicts, texts, numbers, truth values and None."""
        if self.kind == "list":
            return [item.plain() for item in self.value]
        if self.kind == "fields":
            return {key: item.plain() for key, item in self.value.items()}
        return self.value
