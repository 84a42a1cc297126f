"""What is wrong with a field that stands where it can not be read: no name, no dash before it, or a second time.

`building` finds it; here it is worded.
"""

from __future__ import annotations

from chatbot.knowledge import Position, Problem
from chatbot.knowledge_files.broken_lines import quoted
from chatbot.knowledge_files.yaml_source.nodes import Node


def no_name(key: Node) -> Problem:
    """Return what is wrong with a list or a set of fields where a name must be."""
    return Problem(
        "error",
        "key-is-text",
        key.position,
        "this stands where the name of a field must be",
        "YAML reads [ and { at the start of a text as a list or a set of fields.",
        "put quotes around the whole text",
    )


def no_dash(key: Node, node: Node) -> Problem:
    """Return what is wrong with an entry whose first field has no dash and so runs into the entry above."""
    return Problem(
        "error",
        "entry-has-dash",
        key.position,
        f'the dash before "{key.written}" is missing',
        "Each entry of the list starts with a dash and a space.",
        f"write it as: - {key.written}: {node.written if key.written == 'id' else quoted(node.written)}",
    )


def no_first_line(key: Node, first: str) -> Problem:
    """Return what is wrong with an entry that begins with its second field; `first` is what the first is called."""
    return Problem(
        "error",
        "entry-has-dash",
        key.position,
        f'here an entry starts without its first line, "- {first}: ..."',
        "Without it, all that follows is part of the entry above.",
        f"write it above this line, with its dash: - {first}: ...",
    )


def twice(key: Node, first: Position, *, has_parts: bool) -> Problem:
    """Return what is wrong with a name that stands a second time; `has_parts`: over a list or a set of fields."""
    return Problem(
        "error",
        "key-once",
        key.position,
        f'"{key.written}" stands here a second time; the first is in line {first.line}',
        "Only one of them can count, and YAML does not say which.",
        f"move what stands under it to the end of what stands under line {first.line}, and delete this line; "
        "or give it another name, where names are free"
        if has_parts
        else "keep one of the two and delete the other, or put both texts into one",
    )
