"""Entries beside each other: ids, groups and related entries that must be there, and questions that stand twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from chatbot.knowledge import Entry, Position
from chatbot.knowledge_files.assembly.entries import Draft, EntryFiles
from chatbot.knowledge_files.assembly.files import FileReader
from chatbot.knowledge_files.fields import Text, like_it
from chatbot.normalise import normalise


class Known:
    """The entries that can be named, or the groups."""

    def __init__(self, titles: Mapping[str, str], *, is_torn: bool) -> None:
        """`titles` are by id. `is_torn`: a file that may hold others could not be read whole."""
        self.ids: Collection[str] = titles.keys()
        self.is_torn = is_torn
        self._titles = titles

    @cached_property
    def _by_title(self) -> Mapping[tuple[str, ...], str]:
        """The ids by the words of their titles; of equal titles the first counts."""
        found: dict[tuple[str, ...], str] = {}
        for name, title in self._titles.items():
            found.setdefault(normalise(title).tokens, name)
        return found

    def of_title(self, text: str) -> str:
        """Return a question naming the id whose title this is, "" where it is none."""
        tokens = normalise(text).tokens
        name = self._by_title.get(tokens) if tokens else None
        return f'did you mean "{name}"? That is the short name of what has this title.' if name else ""


def with_ids_of_their_own(reader: FileReader, drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts, own ones first, but those whose id is taken; report own ids that stand twice."""
    first: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda draft: draft.is_fall_back):
        entry = draft.entry
        other = first.setdefault(entry.id, draft).entry.position
        if not draft.is_fall_back and entry.id and other != entry.position:
            reader.add(
                "error",
                "id-once",
                entry.position,
                f'the id "{entry.id}" is already used in {_line(other, entry.position)}',
                cause="An id names one entry, for suggestions and for other programs.",
                repair=f"give this entry an id of its own, for example: id: {entry.id}-2",
            )
        elif draft.is_fall_back and other != entry.position:
            reader.add(
                "hint",
                "id-not-lent",
                other,
                f'"{entry.id}" is also an entry of the built-in small talk, which is left out now',
                cause=f"Yours answers in its place. The built-in one: {entry.title}",
                repair=f"if that is not meant, give this entry another id, for example: id: {entry.id}-here",
            )
    return [draft for name, draft in first.items() if name]


def beside_others(
    reader: FileReader, files: EntryFiles, drafts: Iterable[Draft], known: Known
) -> list[Entry]:
    """Return the entries as they stand beside each other; report what they name that is not there."""
    titles = {name: group.title for name, group in files.groups.items()}
    groups = Known(titles, is_torn=known.is_torn or files.are_groups_torn)
    taken: dict[tuple[str, ...], tuple[str, Position]] = {}
    return [
        _beside_others(reader, draft, groups, known, _questions_of_its_own(reader, draft, taken))
        for draft in drafts
    ]


def _beside_others(
    reader: FileReader, draft: Draft, groups: Known, known: Known, questions: tuple[str, ...]
) -> Entry:
    """Return one entry as it stands beside the others: a lent one without what is not there, an own one checked."""
    entry = draft.entry
    if draft.is_fall_back:
        return entry._replace(
            group=entry.group if entry.group in groups.ids else "",
            parts=tuple(name for name in entry.parts if name in known.ids),
            related=tuple(name for name in entry.related if name in known.ids),
            questions=questions,
        )
    _check_group(reader, draft, groups)
    for related in (*draft.parts, *draft.related):
        if related.text == entry.id:
            reader.add(
                "warning",
                "related-is-another",
                related.position,
                "this entry names itself",
                repair="delete it here",
            )
        else:
            check_entry_exists(reader, related, known, "Only ids of entries can stand in parts and related.")
    return entry._replace(questions=questions)


def _check_group(reader: FileReader, draft: Draft, groups: Known) -> None:
    """Report a group that is described nowhere, unless a file that describes it may not have been read whole."""
    group = draft.entry.group
    if not group or group in groups.ids or groups.is_torn:
        return
    if not reader.odd_ids.explain(group, groups.ids):
        reader.add(
            "error",
            "group-exists",
            draft.group.position,
            f'there is no group "{group}"',
            cause="A group is described once, under groups: at the top of a file.",
            repair=like_it(group, groups.ids)
            or groups.of_title(group)
            or f'describe it:\ngroups:\n  {group}:\n    title: "..."',
        )


def _questions_of_its_own(
    reader: FileReader, draft: Draft, taken: dict[tuple[str, ...], tuple[str, Position]]
) -> tuple[str, ...]:
    """Return the questions that no entry before has; report those that another of the own entries has."""
    free: list[str] = []
    for text, place in draft.questions:
        owner, other = taken.setdefault(normalise(text).tokens, (draft.entry.id, place))
        if other == place:
            free.append(text)
        elif draft.is_fall_back:
            continue
        elif owner == draft.entry.id:
            reader.add(
                "hint",
                "question-once",
                place,
                f"this question stands already in {_line(other, place)}",
                cause="Capitals and punctuation do not count.",
                repair="delete one of the two",
            )
        else:
            reader.add(
                "error",
                "question-once",
                place,
                f'the entry "{owner}" has the same question in {_line(other, place)}',
                cause="A question can have one answer only. Capitals and punctuation do not count.",
                repair="delete one of the two, or word it so that it fits only one entry",
            )
    return tuple(free)


def check_entry_exists(reader: FileReader, name: Text, known: Known, cause: str) -> None:
    """Report an id that no entry has; `cause` says why one must stand there."""
    if name.text not in known.ids and not (known.is_torn or reader.odd_ids.explain(name.text, known.ids)):
        reader.add(
            "error",
            "entry-exists",
            name.position,
            f'there is no entry "{name.text}"',
            cause=cause,
            repair=known.of_title(name.text)
            or like_it(name.text, known.ids)
            or "delete it, or write the id of an entry",
        )
        reader.names_missing[reader.problems[-1]] = name.text


def _line(place: Position, seen_from: Position) -> str:
    return f"line {place.line}" if place.file == seen_from.file else f"{place.file}, line {place.line}"
