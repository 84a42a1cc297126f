"""How values and fields are called to an editor, and how they look where they are right."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from chatbot.knowledge import Position
from chatbot.knowledge_files.yaml_source import Node
from chatbot.sanitise import clean_line

# Fields whose names are no words of an editor.
_NAMES = {
    "short": "short answer",
    "more": 'text under "more"',
    "on": "day",
    "hours": 'text under "hours"',
    "by": "name",
    "also": "list of other words",
    "say": "list of what patients say",
    "entries": "list of entries",
    "marker_words": "list of words",
    "questions": "list of questions",
    "tests": 'part under "tests"',
    "related": "list of related entries",
    "should": "list of test questions",
    "not": "list of test questions",
}
KIND_WORDS = {
    "text": "a text",
    "truth value": "a truth value",
    "number": "a number",
    "date": "a date",
    "nothing": "empty",
    "list": "a list",
    "fields": "a set of fields",
}
WHY_NOT_TEXT = {
    "truth value": "YAML reads a bare no, yes, on or off as true or false.",
    "number": "YAML reads {written} without quotes as a number.",
    "date": "YAML reads {written} without quotes as a date.",
    "list": "YAML reads a dash and a space, or a bracket at the start, as a list.",
    "fields": "YAML reads a word with a colon, or a brace at the start, as the name of a field.",
}
REMARKS_ARE_NOT_READ = "YAML takes a # after a blank for the start of a remark, which is not read."
# A whole file, by the first of its fields; decoys have no fields of a name.
_FILES = {
    "groups": 'entries:\n  - id: short-name\n    title: "..."',
    "words": 'words:\n  - {means: "a word of the guide", say: ["a word of patients"]}',
    "decoys": 'animals:\n  - "a question that must not be answered"',
}
_EXAMPLES = {
    "review": 'reviewed: {by: "A. Smith", on: 2026-01-31}',
    "reviewed": 'reviewed: {by: "A. Smith", on: 2026-01-31}',
    "tests": 'tests: {should: ["a question"], not: ["another question"]}',
    "list of groups": 'groups:\n  clinic:\n    title: "About the clinic"',
    "group": 'clinic:\n  title: "About the clinic"',
    "list of entries": 'entries:\n  - id: short-name\n    title: "..."',
    "list of words": '- {means: "a word of the guide", say: ["a word of patients"]}',
    "line": '{means: "a word of the guide", say: ["a word of patients"]}',
    "list of terms": '- {term: "a word", meaning: "What it means."}',
    "term": '- {term: "a word", meaning: "What it means."}',
    "list of follow-ups": '- {means: risks, entries: [short-name], say: ["and the risks"]}',
    "follow-up": '- {means: risks, entries: [short-name], say: ["and the risks"]}',
    "list of languages": '- language: "Spanish"\n  code: "es"\n  sentence: "..."',
    "language": '- language: "Spanish"\n  code: "es"\n  sentence: "..."',
}
QUOTES = "\"'\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019"


class Text(NamedTuple):
    """A text and where it stands."""

    text: str
    position: Position


class Field(NamedTuple):
    """The field that holds a text; an item of a list has the name of what it is ("question")."""

    name: str
    is_item: bool = False
    is_in_brackets: bool = False

    @property
    def lead(self) -> str:
        """What stands before the text on its line."""
        if self.is_in_brackets:
            return ""
        return "- " if self.is_item else f"{self.name}: "


def example_of(what: str, known: Collection[str] = ()) -> str:
    """Return how a list or a set of fields looks, to write like it."""
    if what == "this file":
        first = next(iter(known), "")
        return _FILES.get(first, f'{first}: "..."' if first else _FILES["decoys"])
    return _EXAMPLES.get(what) or f'{next(iter(known), "name")}: "..."'


def this(name: str) -> str:
    """Return what to call the value of a field: "this short answer"."""
    return name if name.startswith("this ") else f"this {_NAMES.get(name, name.replace('_', ' '))}"


def one(what: str) -> str:
    """Return what to call any of a kind: "an entry"."""
    if what.startswith("this "):
        return what
    if what == "tests":
        return '"tests"'
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


def kind_of(node: Node) -> str:
    """Return what a value is: "a list", "the truth value False"."""
    return f"the truth value {node.value}" if node.kind == "truth value" else KIND_WORDS[node.kind]


def sentence_of(node: Node) -> str:
    """Return what an editor most likely meant where a sentence became fields or a list."""
    if node.kind == "fields":
        return ", ".join(
            f"{name}: {sentence_of(item)}".removesuffix(": ") for name, item in node.value.items()
        )
    if node.kind == "list":
        return _joined([sentence_of(item) for item in node.value])
    return clean_line(node.written)


def _joined(parts: Sequence[str]) -> str:
    """Return the items of a list as one text: sentences behind each other, words with commas between them."""
    text = ""
    for part in filter(None, parts):
        text += f"{'' if not text else ' ' if text.endswith(('.', '!', '?', ':')) else ', '}{part}"
    return text
