"""Files of entries to drafts: groups, and each entry by itself. What stands beside all others is for `together`."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeGuard

from chatbot.knowledge import Entry, EntryKind, Group, Review
from chatbot.knowledge_files.assembly.files import FileReader
from chatbot.knowledge_files.fields import Text
from chatbot.knowledge_files.sources import ENTRY_FILES
from chatbot.knowledge_files.yaml_source import Node
from chatbot.nearest import nearest
from chatbot.sanitise import clean_line

ENTRY_FIELDS = (
    "id",
    "group",
    "title",
    "short",
    "answer",
    "more",
    "source",
    "parts",
    "related",
    "consultation",
    "reviewed",
    "tests",
    "questions",
)
_DAY_OF_ANOTHER_FORM = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
# Rules of mistakes that may hide an entry, or its id: what other entries say of it cannot be judged.
_TEARS_ENTRIES = ("entry-has-dash", "lines-align", "one-part")
# Hand-offs and small talk say what the guide does not cover, so they have no section in it.
_KINDS_WITH_SOURCE = ("faq", "topic")


class Draft(NamedTuple):
    """An entry and the places of what can only be judged beside all other entries."""

    entry: Entry
    is_fall_back: bool
    group: Text
    parts: list[Text]
    related: list[Text]
    questions: list[Text]


class EntryFiles(NamedTuple):
    """The drafts and the groups of all files of entries, in the order of the files.

    `is_torn`: a file could not be read whole, so that nobody knows which entries it describes. `are_groups_torn`: the
    same of the groups of a file.
    """

    drafts: list[Draft]
    groups: dict[str, Group]
    is_torn: bool
    are_groups_torn: bool


def read_entries(reader: FileReader) -> EntryFiles:
    """Return what all files of entries hold, and report what is wrong with each entry and group by itself."""
    drafts: list[Draft] = []
    groups: dict[str, Group] = {}
    is_torn = are_groups_torn = False
    for name, kind in ENTRY_FILES.items():
        source = reader.sources.get(name)
        reader.is_fall_back = source is not None and source.is_fall_back
        node = reader.node(name)
        is_torn |= any(
            problem.position.file == name and problem.level == "error"
            for problem in reader.problems
            if node is None or problem.rule in _TEARS_ENTRIES
        )
        entries, described = node, None
        if node is not None and node.kind != "list":
            fields = reader.fields(node, "this file", ("groups", "entries"))
            entries, described = fields.get("entries"), fields.get("groups")
            are_groups_torn |= described is None and any(
                nearest(name, ("groups",), cutoff=0.6) for name in fields
            )
        are_groups_torn |= described is not None and described.kind not in ("fields", "nothing")
        _read_groups(reader, described, groups)
        drafts += _drafts(reader, entries, kind)
    reader.is_fall_back = False
    is_torn |= all(draft.is_fall_back for draft in drafts)  # that no file of entries is there has been told
    return EntryFiles(drafts, groups, is_torn, are_groups_torn)


def _drafts(reader: FileReader, node: Node | None, kind: EntryKind) -> list[Draft]:
    drafts: list[Draft] = []
    for item in reader.items(node, "list of entries"):
        if item.kind == "fields":
            drafts.append(_entry(reader, item, kind))
        else:
            reader.wrong_kind(item, "entry", "a set of fields", '- id: short-name\n  title: "..."')
    return drafts


def _read_groups(reader: FileReader, node: Node | None, groups: dict[str, Group]) -> None:
    """Add the groups of one file; report those that another file has described."""
    for name, item in reader.fields(node, "list of groups").items():
        place = node.keys[name] if node is not None else item.position
        reader.check_id(Text(name, place), "group")
        fields = reader.fields(item, "group", ("title", "consultation"))
        title = reader.text(fields, "title", item, fills=True)
        consultation = reader.text(fields, "consultation", item, is_needed=False, fills=True)
        if name not in groups:
            groups[name] = Group(name, title.text, consultation.text)
        elif not reader.is_fall_back:
            reader.add(
                "error",
                "id-once",
                place,
                f'the group "{clean_line(name)}" is described in two files',
                repair="keep one of the two",
            )


def _entry(reader: FileReader, node: Node, kind: EntryKind) -> Draft:
    """Return one entry as a draft, and report every field of it that is wrong by itself."""
    fields = reader.fields(node, "entry", ENTRY_FIELDS)
    entry_id = reader.text(fields, "id", node)
    if entry_id.text:
        reader.check_id(entry_id, "id")
    group = reader.text(fields, "group", node, is_needed=False)
    short = reader.text(fields, "short", node, is_needed=False, fills=True)
    answer = reader.text(fields, "answer", node, is_needed=not short.text, fills=True)
    source = reader.text(fields, "source", node, is_needed=kind in _KINDS_WITH_SOURCE, fills=True)
    parts = reader.texts(fields, "parts", "id")
    related = reader.texts(fields, "related", "id")
    questions = reader.texts(fields, "questions", "question", fills=True)
    if "questions" not in fields or fields["questions"].kind == "nothing" or fields["questions"].value == []:
        reader.missing(node, "questions", 'questions:\n  - "A question as a patient would type it"')
    tests = reader.fields(fields.get("tests"), "tests", ("should", "not"))
    entry = Entry(
        id=entry_id.text,
        kind=kind,
        group=group.text,
        title=reader.text(fields, "title", node, fills=True).text,
        short=short.text,
        answer=answer.text,
        more=reader.text(fields, "more", node, is_needed=False, fills=True).text,
        source=source.text,
        parts=tuple(dict.fromkeys(item.text for item in parts)),
        related=tuple(dict.fromkeys(item.text for item in related)),
        consultation=reader.text(fields, "consultation", node, is_needed=False, fills=True).text,
        questions=tuple(item.text for item in questions),
        reviewed=_review(reader, fields.get("reviewed")),
        should_match=tuple(item.text for item in reader.texts(tests, "should", "question")),
        must_not_match=tuple(item.text for item in reader.texts(tests, "not", "question")),
        position=node.position,
    )
    return Draft(entry, reader.is_fall_back, group, parts, related, questions)


def _review(reader: FileReader, node: Node | None) -> Review | None:
    """Return who checked an entry and when; None where nobody did."""
    fields = reader.fields(node, "review", ("by", "on"))
    if node is None or not fields:
        return None
    by = reader.text(fields, "by", node)
    on = reader.text(fields, "on", node, numbers_too=True)
    if on.text and not _is_date(on.text):
        reader.add(
            "error",
            "review-has-day",
            on.position,
            f'"{on.text}" is not a day',
            cause="A review counts from its day: year, month and day with dashes.",
            repair=f"on: {_day_meant(on.text) or '2026-01-31'}",
        )
    return Review(by.text, on.text)


def _day_meant(written: str) -> str:
    """Return a day such as 11/22/2026 or 22.11.2026 as year-month-day; "" where which is the month is not clear."""
    found = _DAY_OF_ANOTHER_FORM.fullmatch(written)
    if found is None:
        return ""
    first, second, year = found.groups()
    days = {f"{year}-{month:0>2}-{day:0>2}" for month, day in ((first, second), (second, first))}
    possible = [day for day in days if _is_date(day)]
    return possible[0] if len(possible) == 1 else ""


def entry_nodes(root: Node | None) -> list[Node]:
    """Return the nodes of a file's entries; [] for a file of another kind."""
    entries = root
    if root is not None and root.kind == "fields":
        entries = root.value.get("entries")
    return [item for item in entries.value if item.kind == "fields"] if _is_list(entries) else []


def _is_list(node: Node | None) -> TypeGuard[Node]:
    return node is not None and node.kind == "list"


def _is_date(text: str) -> bool:
    from datetime import date  # noqa: PLC0415 - only for reviews

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
