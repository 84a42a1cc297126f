"""Names of fields that are none: misspelt, with a capital, with a colon too many or without the space after it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from chatbot.knowledge import Position, Problem
from chatbot.knowledge_files.broken_lines import quoted
from chatbot.knowledge_files.fields.naming import QUOTES, example_of, one
from chatbot.knowledge_files.yaml_source import Node
from chatbot.nearest import did_you_mean, nearest
from chatbot.sanitise import clean_line

_OF_A_PART = {"by": "reviewed", "on": "reviewed", "should": "tests", "not": "tests"}
_NO_COLON = re.compile(r"([a-z_]+)\s+(\S.*)")


def put_right(
    fields: dict[str, Node], places: Mapping[str, Position], what: str, known: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the names of fields, and let each of these fields count as what was meant.

    `places` are those of the names, `what` is what has these fields, and `known` are the names that there are.
    """
    written = tuple(fields)
    for name in written:
        if name in known:
            continue
        head, colon, _ = name.partition(":")
        no_colon = _NO_COLON.fullmatch(name)
        if no_colon and no_colon[1] in known and fields[name].kind == "nothing":
            yield _without_colon(fields, name, no_colon, places[name])
        elif colon and head in known:
            yield _with_a_colon(fields, name, places[name])
        elif name.lower() in known and name.lower() not in written:
            yield _with_capitals(fields, name, places[name])
        else:
            yield _unknown(fields, name, places[name], what, known)


def _with_a_colon(fields: dict[str, Node], name: str, place: Position) -> Problem:
    """Return what is wrong with `by:"A. Smith"` and `answer:: "..."`."""
    head, _, rest = name.partition(":")
    glued = rest.strip(":")
    value = fields.pop(name)
    if glued:
        value = Node(glued.strip(QUOTES), place, "text", glued.strip(QUOTES))
    fields.setdefault(head, value)
    text = glued or (quoted(value.written) if value.kind == "text" else "")
    return Problem(
        "error",
        "field-has-colon",
        place,
        "the space after the colon is missing" if glued else "there is one colon too many",
        "A field is its name, a colon and a space, then the text.",
        f"write it as: {head}: {text}" if text else "delete one of the two colons",
    )


def _without_colon(fields: dict[str, Node], written: str, found: re.Match[str], place: Position) -> Problem:
    """Return what is wrong with {by "A. Smith"}, which YAML takes for a name."""
    name, text = found.groups()
    del fields[written]
    fields.setdefault(name, Node(text.strip(QUOTES), place, "text", text.strip(QUOTES)))
    return Problem(
        "error",
        "field-has-colon",
        place,
        "the colon after the name is missing",
        "A field is its name, a colon and a space, then the text.",
        f"write it as: {name}: {text}",
    )


def _with_capitals(fields: dict[str, Node], name: str, place: Position) -> Problem:
    """Return what is wrong with `Title: "..."`, as a word processor begins a line."""
    fields[name.lower()] = fields.pop(name)
    return Problem(
        "error",
        "field-known",
        place,
        f'the name of this field has a capital: "{clean_line(name)}"',
        "Names of fields are written in small letters; word processors change the first one of a line.",
        f"write it as: {name.lower()}:",
    )


def _unknown(
    fields: dict[str, Node], name: str, place: Position, what: str, known: Collection[str]
) -> Problem:
    """Return what is wrong with a name that no field has; it counts as the one that it is like."""
    part = _OF_A_PART.get(name, "")
    if part in known:
        repair = (
            f"it belongs to {part}: move it in below that line, or write all of it in one: {example_of(part)}"
        )
    else:
        repair = did_you_mean(name, known) or "delete it, or use one of the fields above"
    if near := nearest(name, known):
        fields.setdefault(near, fields.pop(name))
    return Problem(
        "error",
        "field-known",
        place,
        f'"{clean_line(name)}" is not a field of {one(what)}',
        f"The fields here are: {', '.join(known)}.",
        repair,
    )
