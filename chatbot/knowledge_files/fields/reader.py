"""Reads single values of a file and collects what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from chatbot.knowledge import Clinic, Position, Problem, ProblemLevel
from chatbot.knowledge_files.broken_lines import items_of_bullets, mark_of_item, quoted, unquoted
from chatbot.knowledge_files.fields import braces, texts
from chatbot.knowledge_files.fields.ids import OddIds
from chatbot.knowledge_files.fields.misnamed import put_right
from chatbot.knowledge_files.fields.naming import (
    KIND_WORDS,
    QUOTES,
    REMARKS_ARE_NOT_READ,
    WHY_NOT_TEXT,
    Field,
    Text,
    example_of,
    kind_of,
    sentence_of,
    this,
)
from chatbot.knowledge_files.yaml_source import Node
from chatbot.sanitise import clean_line
from chatbot.speaking.filling import fill, settings_of

_NEEDED_LISTS = ("questions", "say", "entries")  # who reads them says what is missing
_READ_BY_PROGRAMS = ("entry", "booking_address", "emergency_number")
_SEVERAL = 2


class FieldReader:
    """Reads single values and collects what is wrong with them.

    `clinic` fills the texts. With `is_fall_back` the file belongs to the built-in base but serves another
    one: what needs a setting that is not set there is left out without a word.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.clinic = Clinic()
        self.is_fall_back = False
        self.odd_ids = OddIds()

    def add(
        self,
        level: ProblemLevel,
        rule: str,
        place: Position,
        message: str,
        *,
        cause: str = "",
        repair: str = "",
    ) -> None:
        """Collect one problem."""
        self.problems.append(Problem(level, rule, place, message, cause, repair))

    # -- sets of fields

    def fields(self, node: Node | None, what: str, known: Collection[str] = ()) -> dict[str, Node]:
        """Return the fields of a node, {} for none; report another kind, and names not in `known`."""
        if node is None or node.kind == "nothing":
            return {}
        if node.kind != "fields":
            self.wrong_kind(node, what, "a set of fields", example_of(what, known))
            return {}
        fields: dict[str, Node] = dict(node.value)
        if known:
            self.problems += put_right(fields, node.keys, what, known)
        return fields

    def missing(self, owner: Node, name: str, example: str) -> None:
        """Report a field that must be there; not in what is no set of fields at all, which has been reported."""
        if owner.kind not in ("fields", "nothing"):
            return
        self.add(
            "error",
            "field-needed",
            owner.position,
            f'"{name}" is missing here',
            repair="add:" + ("\n" if "\n" in example else " ") + example,
        )

    def wrong_kind(self, node: Node, what: str, needed: str, example: str) -> None:
        """Report a value that is not a list or not a set of fields."""
        name = what.removeprefix("this ").replace("_", "-").replace(" ", "-")
        self.add(
            "error",
            f"{name}-is-{needed.rpartition(' ')[2]}",
            node.position,
            f"{this(what)} is {KIND_WORDS[node.kind]}, not {needed}",
            repair=f"write it like this:\n{example}",
        )

    # -- lists

    def items(self, node: Node | None, what: str) -> list[Node]:
        """Return the items of a list, [] for none; report what is no list."""
        if node is None or node.kind == "nothing":
            return []
        if node.kind != "list":
            self.wrong_kind(node, what, "a list", example_of(what))
            return []
        items: list[Node] = node.value
        return items

    def texts(
        self, fields: Mapping[str, Node], name: str, singular: str, *, fills: bool = False
    ) -> list[Text]:
        """Return a field that is a list of texts; report another kind, and items that are no text."""
        return self.texts_of(fields.get(name), name, singular, fills=fills)

    def texts_of(
        self, node: Node | None, name: str, singular: str, *, fills: bool = False, heading: str = ""
    ) -> list[Text]:
        """Return a node that is a list of texts, as `texts` does; `heading` is what stands above it, if not `name`."""
        heading = heading or name
        bullets = items_of_bullets(node.written, node.lines) if node is not None and node.is_bare else []
        if node is not None and bullets:
            self._bullets(node, heading, bullets)
            return []
        if node is not None and node.kind not in ("list", "nothing"):
            self.wrong_kind(node, name, "a list", _as_list(heading, node, singular))
            return []
        if node is not None and node.kind == "nothing" and name not in _NEEDED_LISTS:
            self.add(
                "warning",
                "list-not-empty",
                node.position,
                f"{this(heading)} is empty",
                repair="fill it in, or delete the line",
            )
        found: list[Text] = []
        for item in self._without_other_quotes(self.items(node, name)):
            is_inside = node is not None and node.is_in_brackets
            text = self.one_text(item, singular, fills=fills, is_item=True, is_in_brackets=is_inside)
            if text:
                found.append(Text(text, item.position))
            elif _is_blank(item):
                field = Field(singular, is_item=True, is_in_brackets=is_inside)
                self._empty(item, field, is_needed=True, repair="delete it, or fill it in")
        return found

    def _without_other_quotes(self, items: list[Node]) -> list[Node]:
        """Return the items of a list without quotes that are none to YAML; several of them are one problem."""
        inside = {number: text for number, item in enumerate(items) if (text := _in_other_quotes(item))}
        if len(inside) < _SEVERAL:
            return items
        first = next(iter(inside))
        self.add(
            "error",
            "quotes-match",
            items[first].position,
            f"the quotes of this text are none to YAML, nor are those of {len(inside) - 1} more in this list",
            cause='Only straight quotes (") hold a text together; word processors make curly ones.',
            repair=f"write straight quotes around each of them, as in: {quoted(inside[first])}"
            "; most editors can replace all curly quotes of a file at once",
        )
        return [
            item._replace(value=inside[number], written=inside[number], is_bare=False)
            if number in inside
            else item
            for number, item in enumerate(items)
        ]

    def _bullets(self, node: Node, name: str, items: Iterable[str]) -> None:
        """Report a list whose dashes are all bullets, or lack the space after them: YAML takes it for one text."""
        lines = "".join(f"\n  - {quoted(item)}" for item in items)
        mark = mark_of_item(node.written)
        self.add(
            "error",
            "item-has-dash",
            node.position,
            "the spaces after the dashes are missing" if mark == "-" else f'"{mark}" is no dash to YAML',
            cause="An item of a list starts with a short dash and one space.",
            repair=f"write it like this:\n{name}:{lines}",
        )

    # -- texts

    def text(
        self,
        fields: Mapping[str, Node],
        name: str,
        owner: Node,
        *,
        is_needed: bool = True,
        fills: bool = False,
        numbers_too: bool = False,
    ) -> Text:
        """Return one field as text, "" where it is missing; report it where it is needed, or stands empty.

        With `fills`, the clinic's settings are put in; with `numbers_too`, a bare number or date is a text.
        """
        node = fields.get(name)
        if node is None:
            if is_needed:
                self.missing(owner, name, f'{name}: "..."')
            return Text("", owner.position)
        text = self.one_text(node, name, fills=fills, numbers_too=numbers_too)
        if not text and _is_blank(node) and (is_needed or node.kind == "nothing"):
            repair = f'{name}: "..."' if is_needed else "fill it in, or delete the line"
            self._empty(node, Field(name), is_needed=is_needed, repair=repair)
        return Text(text, node.position)

    def one_text(
        self,
        node: Node,
        name: str,
        *,
        fills: bool = False,
        numbers_too: bool = False,
        is_item: bool = False,
        is_in_brackets: bool = False,
        longest: str = "",
    ) -> str:
        """Return the text of a node, cleaned; "" when it is empty or no text, which is reported.

        `longest` names the field whose length it may have, if not `name`.
        """
        field = Field(name, is_item, is_in_brackets)
        if node.kind == "nothing":
            return ""
        if numbers_too and node.kind in ("number", "date"):
            self.problems += texts.ends_at_a_remark(node, field)
            return node.written
        if node.kind != "text":
            self._not_text(node, field)
            return ""
        text = texts.cleaned(node.value, name)
        self.problems += texts.problems_in(node, text, field, longest or name)
        if name in _READ_BY_PROGRAMS:  # what is wrong with its quotes was told, and is all that is
            text = _in_other_quotes(node) or text.strip(QUOTES)
        return self._filled(node, text) if fills else text

    def _empty(self, node: Node, field: Field, *, is_needed: bool, repair: str) -> None:
        """Report a text that is not there, or whose words are all a remark to YAML."""
        self.add(
            "error" if is_needed else "warning",
            "text-not-empty",
            node.position,
            f"{this(field.name)} is empty",
            cause=REMARKS_ARE_NOT_READ if node.remark else "",
            repair=f"put quotes around it: {field.lead}{quoted(node.remark)}" if node.remark else repair,
        )

    def _not_text(self, node: Node, field: Field) -> None:
        self.add(
            "error",
            f"{field.name.replace('_', '-')}-is-text",
            node.position,
            f"{this(field.name)} is {kind_of(node)}, not text",
            cause=WHY_NOT_TEXT[node.kind].format(written=clean_line(node.written)),
            repair=f"put quotes around it: {field.lead}{quoted(sentence_of(node))}",
        )

    def _filled(self, node: Node, text: str) -> str:
        """Return a text with the clinic's settings in it."""
        found = fill(text, settings_of(self.clinic), drops_sentences=self.is_fall_back)
        self.problems += braces.problems_in(text, found, node.position)
        return found.text

    def check_id(self, name: Text, what: str) -> None:
        """Report a name that other programs could not use."""
        problem = self.odd_ids.problem_of(name, what)
        if problem is not None:
            self.problems.append(problem)


def _as_list(name: str, node: Node, singular: str) -> str:
    """Return a field whose text should be a list, as it was most likely meant.

    Questions get a line each. Short names and words stand in brackets, which also fit inside of `{...}`; commas keep
    them apart already where only the brackets were forgotten.
    """
    texts = node.lines or (sentence_of(node),)
    if singular == "question" and name not in ("say", "should", "not"):
        if node.lines:  # of which some may have a dash, or no words
            texts = tuple(
                unquoted(text.removeprefix(mark_of_item(text)).strip()) for text in texts if text.strip(" .")
            )
        return f"{name}:" + "".join(f"\n  - {quoted(text)}" for text in texts)
    if singular != "question" and node.is_bare:
        parts = (part.strip(f" []{{}}(){QUOTES}") for text in texts for part in text.split(","))
        texts = tuple(part for part in parts if part)
    return f"{name}: [{', '.join(map(quoted, texts))}]"


def _in_other_quotes(node: Node) -> str:
    """Return the text between curly or other quotes that are none to YAML; "" where there are none."""
    is_in_quotes = node.kind == "text" and node.is_bare and node.written[:1] not in ("", "'", '"')
    text = unquoted(node.written) if is_in_quotes else node.written
    return "" if text == node.written else text


def _is_blank(node: Node) -> bool:
    """Whether nothing is written there at all; a text that only vanished with its settings is not blank."""
    return node.kind == "nothing" or (node.kind == "text" and not clean_line(node.value))
