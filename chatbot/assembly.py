"""The files of one knowledge base to Knowledge.

Owns which fields each file has, which must be there, and what must fit together: ids, groups, related
entries, questions that stand twice, and what the built-in base lends where a file is missing.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, TypeGuard

from chatbot.fields import FieldReader, Text
from chatbot.knowledge import (
    Clinic,
    Entry,
    EntryKind,
    FollowUpClass,
    GlossaryTerm,
    Group,
    Knowledge,
    Language,
    LexiconLine,
    Position,
    Problem,
    Review,
)
from chatbot.nearest import nearest
from chatbot.normalise import normalise
from chatbot.sanitise import clean_line
from chatbot.settings import doubt_about
from chatbot.sources import (
    ALWAYS_BUILT_IN,
    ENTRY_FILES,
    FILES,
    TOO_LARGE,
    Source,
    built_in_folder,
    is_built_in_file,
)
from chatbot.yaml_source import Node, read

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
# Rules of mistakes that may hide an entry, or its id: what other entries say of it cannot be judged.
_TEARS_ENTRIES = ("entry-has-dash", "lines-align", "one-part")
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
# It lies in the built-in folder for those who teach the program; nobody reads it to answer.
_FOR_DEVELOPERS = ("safety-examples.yaml",)
# Hand-offs and small talk say what the guide does not cover, so they have no section in it.
_KINDS_WITH_SOURCE = ("faq", "topic")
_FIRST_FILE = """entries:
  - id: opening-hours
    title: "When are you open?"
    answer: "We are open from nine to five."
    source: "Clinic leaflet"
    consultation: "You can schedule a visit at the front desk."
    questions:
      - "When are you open?"
"""


def assemble(folder: str | None, sources: Iterable[Source]) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Return what could be read of a knowledge base, and every problem, whose places lack the folder."""
    assembler = _Assembler(sources)
    assembler.check_folder(folder)
    return assembler.knowledge(), tuple(assembler.problems)


def read_file(name: str, sources: Iterable[Source]) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return one file whose fields are not known here, None where there is none, and its problems."""
    assembler = _Assembler(sources)
    node = assembler.node(name)
    if node is not None:
        assembler.check_bare_words(node)
    return node, tuple(assembler.problems)


def entry_nodes(root: Node | None) -> list[Node]:
    """Return the nodes of a file's entries; [] for a file of another kind."""
    entries = root
    if root is not None and root.kind == "fields":
        entries = root.value.get("entries")
    return [item for item in entries.value if item.kind == "fields"] if _is_list(entries) else []


class _Draft(NamedTuple):
    """An entry and the places of what can only be judged beside all other entries."""

    entry: Entry
    is_fall_back: bool
    group: Text
    parts: list[Text]
    related: list[Text]
    questions: list[Text]


class _Assembler(FieldReader):
    """Reads the files of one knowledge base."""

    def __init__(self, sources: Iterable[Source]) -> None:
        super().__init__()
        self._sources = {source.name: source for source in sources}
        self._lexicon_parts: Mapping[str, Node] | None = None
        self._are_groups_torn = False  # the groups of a file could not be read
        self._is_torn = False  # a file of entries could not be read: nobody knows what it describes

    def knowledge(self) -> Knowledge:
        self.clinic = self._clinic()
        groups: dict[str, Group] = {}
        drafts: list[_Draft] = []
        for name, kind in ENTRY_FILES.items():
            source = self._sources.get(name)
            self.is_fall_back = source is not None and source.is_fall_back
            node = self.node(name)
            self._is_torn |= any(
                problem.position.file == name and problem.level == "error"
                for problem in self.problems
                if node is None or problem.rule in _TEARS_ENTRIES
            )
            self._entries_file(node, kind, groups, drafts)
        self.is_fall_back = False
        self._check_any(drafts)
        drafts = self._with_ids_of_their_own(drafts)
        ids = frozenset(draft.entry.id for draft in drafts)
        taken: dict[tuple[str, ...], tuple[str, Position]] = {}
        entries = [self._beside_others(draft, ids, groups, taken) for draft in drafts]
        self._check_words_file()
        safety = self.node("safety.yaml")
        if safety is not None:  # what its fields mean is for `safety` to judge
            self.check_bare_words(safety)
        return Knowledge(
            entries=tuple(sorted(entries, key=lambda entry: entry.id)),
            groups=tuple(groups.values()),
            clinic=self.clinic,
            lexicon=self._lexicon("words"),
            spellings=self._lexicon("spelling"),
            outside=self._lexicon("outside"),
            home=self._home(),
            glossary=self._glossary(ids),
            languages=self._languages(),
            decoys=self._decoys(),
            follow_ups=self._follow_ups(ids),
        )

    # --- folder and files

    def check_folder(self, folder: str | None) -> None:
        """Report a folder that does not exist, has no entries, or has files whose names are nearly right."""
        is_built_in = folder is None or folder == built_in_folder()
        folder = built_in_folder() if folder is None else folder
        place = Position(clean_line(folder))
        try:
            names = os.listdir(folder)  # noqa: PTH208
        except (OSError, ValueError):
            self.add(
                "error",
                "folder-exists",
                place,
                "there is no folder of this name that can be read",
                repair="check its spelling, or leave the name away for the built-in knowledge base; "
                "spine-faq copy makes a copy of that to change",
            )
            return
        self._check_names(folder, names)
        if not is_built_in:
            self._check_never_read(folder, names)
        own = [name for name in ("faq.yaml", "topics.yaml") if name in self._sources]
        if own and not (is_built_in and len(own) == 1):
            return
        self.add(
            "error",
            "folder-has-entries",
            place,
            f"this folder lacks {'faq.yaml and' if is_built_in else 'faq.yaml or'} topics.yaml",
            cause="A knowledge base needs entries: questions and their answer.",
            repair=f"put a file named faq.yaml into it that starts like this:\n{_FIRST_FILE}",
        )

    def _check_never_read(self, folder: str, names: Iterable[str]) -> None:
        """Point out files of which the built-in one always counts, where they say something else than that."""
        for name in sorted({*ALWAYS_BUILT_IN, *_FOR_DEVELOPERS}.intersection(names)):
            if not is_built_in_file(folder, name):
                self.add(
                    "hint",
                    "file-is-read",
                    Position(clean_line(os.path.join(folder, name))),  # noqa: PTH118 - a text in, a text out
                    "this file is not read: the built-in one always counts",
                    cause="No knowledge base can make its own test of safety easier.",
                    repair="delete it; signs of danger of your own belong into safety.yaml",
                )

    def _check_any(self, drafts: Iterable[_Draft]) -> None:
        """Report files of entries that hold none: a bot without a single answer of its own would start."""
        own = [name for name in ENTRY_FILES if name in self._sources and not self._sources[name].is_fall_back]
        has_errors = any(problem.level == "error" for problem in self.problems)
        if own and not has_errors and all(draft.is_fall_back for draft in drafts):
            self.add(
                "error",
                "has-entries",
                Position(own[0]),
                "there is no entry in this folder",
                cause="A knowledge base needs entries: questions and their answer.",
                repair=f"write {own[0]} like this:\n{_FIRST_FILE}",
            )

    def _check_names(self, folder: str, names: Iterable[str]) -> None:
        """Point out files that somebody may believe are read: of nearly the right name, copies, and other YAML."""
        by_stem = {name.partition(".")[0]: name for name in FILES}
        missing = {stem: name for stem, name in by_stem.items() if name not in self._sources}
        for name in sorted(set(names) - set(FILES) - set(_FOR_DEVELOPERS)):
            parts = name.lower().split(".")
            is_yaml = parts[-1] in ("yaml", "yml") or (parts[-1] == "txt" and parts[-2] in ("yaml", "yml"))
            if name.startswith(".") or len(parts) == 1 or not (is_yaml or parts[-1] == "txt"):
                continue
            is_named_twice = parts[-1] == "txt" and is_yaml
            meant = nearest(parts[0], missing, cutoff=0.8)
            if not (meant or is_yaml):
                continue
            right = missing.get(meant) or by_stem.get(parts[0], "")
            self.add(
                "hint",
                "file-name-known",
                Position(clean_line(os.path.join(folder, name))),  # noqa: PTH118 - a text in, a text out
                "this file is not read: its name is not one of a knowledge base",
                cause="Its name ends in .txt, which some systems do not show." if is_named_twice else "",
                repair=f"did you mean {right}?"
                if right and right in missing.values()
                else f"where it is meant, put what it holds into {right or 'topics.yaml'}; "
                "where it is a copy to keep, move it to another folder",
            )

    def node(self, name: str) -> Node | None:
        """Return a file's content, or None where it is missing, empty or broken, which is reported."""
        source = self._sources.get(name)
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

    def _check_words_file(self) -> None:
        """Report a common-words.txt that cannot be read, or holds no word."""
        source = self._sources.get("common-words.txt")
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
        place = Position(source.name)
        if source.reason == TOO_LARGE:
            self.add(
                "error", "file-fits", place, "this file is too large", repair="split it, or remove a part"
            )
            return None
        if source.content is None:
            self.add(
                "error",
                "file-readable",
                place,
                f"this file cannot be read: {source.reason}",
                repair="check that it is an ordinary file and that you may read it",
            )
            return None
        start = source.content[:_LONGEST_START].lstrip()
        program = next((name for mark, name in _OTHER_FORMS if start.startswith(mark)), "")
        if program:
            self.add(
                "error",
                "file-is-plain-text",
                place,
                f"this file is {program}, not plain text",
                cause="Only the words may be in it; fonts and pages mean nothing to this program.",
                repair='open it in the program that made it, choose "Save as" and "Plain text" with UTF-8 as the '
                "encoding",
            )
            return None
        wrong = _not_utf_8(source.content)
        if wrong >= 0:
            before = source.content[:wrong].decode("utf-8-sig", "replace")
            before = before.replace("\r\n", "\n").replace("\r", "\n")
            self.add(
                "error",
                "file-is-utf-8",
                Position(source.name, before.count("\n") + 1, len(before) - before.rfind("\n")),
                "this file is not saved as UTF-8",
                cause="Accents and curly quotes would be shown wrongly.",
                repair='in the editor choose "Save as", and UTF-8 as the encoding',
            )
            return None
        return source.content.decode("utf-8-sig")

    def check_bare_words(self, node: Node, *, is_item: bool = False) -> None:
        """Report words that YAML turned into something else, in a file whose fields are not known here."""
        if node.kind == "list":
            for item in node.value:
                self.check_bare_words(item, is_item=True)
        elif node.kind == "fields":
            for item in node.value.values():
                self.check_bare_words(item)
        elif node.kind == "truth value" and (is_item or node.written.lower() not in ("true", "false")):
            self.one_text(node, "word", is_item=is_item)

    # --- entries

    def _entries_file(
        self, node: Node | None, kind: EntryKind, groups: dict[str, Group], drafts: list[_Draft]
    ) -> None:
        entries = node
        if node is not None and node.kind != "list":
            fields = self.fields(node, "this file", ("groups", "entries"))
            self._groups(fields.get("groups"), groups)
            entries = fields.get("entries")
        for item in self.items(entries, "list of entries"):
            if item.kind == "fields":
                drafts.append(self._entry(item, kind))
            else:
                self.wrong_kind(item, "entry", "a set of fields", '- id: short-name\n  title: "..."')

    def _groups(self, node: Node | None, groups: dict[str, Group]) -> None:
        self._are_groups_torn |= node is not None and node.kind not in ("fields", "nothing")
        for name, item in self.fields(node, "list of groups").items():
            place = node.keys[name] if node is not None else item.position
            self.check_id(Text(name, place), "group")
            fields = self.fields(item, "group", ("title", "consultation"))
            title = self.text(fields, "title", item, fills=True)
            consultation = self.text(fields, "consultation", item, is_needed=False, fills=True)
            if name not in groups:
                groups[name] = Group(name, title.text, consultation.text)
            elif not self.is_fall_back:
                self.add(
                    "error",
                    "id-once",
                    place,
                    f'the group "{clean_line(name)}" is described in two files',
                    repair="keep one of the two",
                )

    def _entry(self, node: Node, kind: EntryKind) -> _Draft:
        fields = self.fields(node, "entry", ENTRY_FIELDS)
        entry_id = self.text(fields, "id", node)
        if entry_id.text:
            self.check_id(entry_id, "id")
        group = self.text(fields, "group", node, is_needed=False)
        short = self.text(fields, "short", node, is_needed=False, fills=True)
        answer = self.text(fields, "answer", node, is_needed=not short.text, fills=True)
        source = self.text(fields, "source", node, is_needed=kind in _KINDS_WITH_SOURCE, fills=True)
        parts = self.texts(fields, "parts", "id")
        related = self.texts(fields, "related", "id")
        questions = self.texts(fields, "questions", "question", fills=True)
        if (
            "questions" not in fields
            or fields["questions"].kind == "nothing"
            or fields["questions"].value == []
        ):
            self.missing(node, "questions", 'questions:\n  - "A question as a patient would type it"')
        tests = self.fields(fields.get("tests"), "tests", ("should", "not"))
        entry = Entry(
            id=entry_id.text,
            kind=kind,
            group=group.text,
            title=self.text(fields, "title", node, fills=True).text,
            short=short.text,
            answer=answer.text,
            more=self.text(fields, "more", node, is_needed=False, fills=True).text,
            source=source.text,
            parts=tuple(dict.fromkeys(item.text for item in parts)),
            related=tuple(dict.fromkeys(item.text for item in related)),
            consultation=self.text(fields, "consultation", node, is_needed=False, fills=True).text,
            questions=tuple(item.text for item in questions),
            reviewed=self._review(fields.get("reviewed")),
            should_match=tuple(item.text for item in self.texts(tests, "should", "question")),
            must_not_match=tuple(item.text for item in self.texts(tests, "not", "question")),
            position=node.position,
        )
        return _Draft(entry, self.is_fall_back, group, parts, related, questions)

    def _review(self, node: Node | None) -> Review | None:
        fields = self.fields(node, "review", ("by", "on"))
        if node is None or not fields:
            return None
        by = self.text(fields, "by", node)
        on = self.text(fields, "on", node, numbers_too=True)
        if on.text and not _is_date(on.text):
            self.add(
                "error",
                "review-has-day",
                on.position,
                f'"{on.text}" is not a day',
                cause="A review counts from its day: year, month and day with dashes.",
                repair="on: 2026-01-31",
            )
        return Review(by.text, on.text)

    def _with_ids_of_their_own(self, drafts: Iterable[_Draft]) -> list[_Draft]:
        """Return the drafts, own ones first, but those whose id is taken; report own ids that stand twice."""
        first: dict[str, _Draft] = {}
        for draft in sorted(drafts, key=lambda draft: draft.is_fall_back):
            entry = draft.entry
            other = first.setdefault(entry.id, draft).entry.position
            if not draft.is_fall_back and entry.id and other != entry.position:
                self.add(
                    "error",
                    "id-once",
                    entry.position,
                    f'the id "{entry.id}" is already used in {_line(other, entry.position)}',
                    cause="An id names one entry, for suggestions and for other programs.",
                    repair=f"give this entry an id of its own, for example: id: {entry.id}-2",
                )
            elif draft.is_fall_back and other != entry.position:
                self.add(
                    "hint",
                    "id-not-lent",
                    other,
                    f'"{entry.id}" is also an entry of the built-in small talk, which is left out now',
                    cause=f"Yours answers in its place. The built-in one: {entry.title}",
                    repair="if that is not meant, give this entry another id, for example: "
                    f"id: {entry.id}-here",
                )
        return [draft for name, draft in first.items() if name]

    def _beside_others(
        self,
        draft: _Draft,
        ids: Collection[str],
        groups: Mapping[str, Group],
        taken: dict[tuple[str, ...], tuple[str, Position]],
    ) -> Entry:
        entry = draft.entry
        questions = self._questions_of_its_own(draft, taken)
        if draft.is_fall_back:
            return entry._replace(
                group=entry.group if entry.group in groups else "",
                parts=tuple(name for name in entry.parts if name in ids),
                related=tuple(name for name in entry.related if name in ids),
                questions=questions,
            )
        is_unclear = self._is_torn or self._are_groups_torn or self.is_explained(entry.group, groups)
        if entry.group and entry.group not in groups and not is_unclear:
            self.add(
                "error",
                "group-exists",
                draft.group.position,
                f'there is no group "{entry.group}"',
                cause="A group is described once, under groups: at the top of a file.",
                repair=self.like_it(entry.group, groups)
                or f'describe it:\ngroups:\n  {entry.group}:\n    title: "..."',
            )
        for related in (*draft.parts, *draft.related):
            if related.text == entry.id:
                self.add(
                    "warning",
                    "related-is-another",
                    related.position,
                    "this entry names itself",
                    repair="delete it here",
                )
            else:
                self._check_entry_exists(related, ids, "Only ids of entries can stand in parts and related.")
        return entry._replace(questions=questions)

    def _check_entry_exists(self, name: Text, ids: Collection[str], cause: str) -> None:
        if name.text not in ids and not (self._is_torn or self.is_explained(name.text, ids)):
            self.add(
                "error",
                "entry-exists",
                name.position,
                f'there is no entry "{name.text}"',
                cause=cause,
                repair=self.like_it(name.text, ids) or "delete it, or write the id of an entry",
            )

    def _questions_of_its_own(
        self, draft: _Draft, taken: dict[tuple[str, ...], tuple[str, Position]]
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
                self.add(
                    "hint",
                    "question-once",
                    place,
                    f"this question stands already in {_line(other, place)}",
                    cause="Capitals and punctuation do not count.",
                    repair="delete one of the two",
                )
            else:
                self.add(
                    "error",
                    "question-once",
                    place,
                    f'the entry "{owner}" has the same question in {_line(other, place)}',
                    cause="A question can have one answer only. Capitals and punctuation do not count.",
                    repair="delete one of the two, or word it so that it fits only one entry",
                )
        return tuple(free)

    # --- the other files

    def _clinic(self) -> Clinic:
        fields = self.fields(self.node("clinic.yaml"), "this file", Clinic._fields)
        settings = {
            name: self.one_text(fields[name], name, numbers_too=True, longest="setting")
            for name in Clinic._fields
            if name in fields
        }
        for name, text in settings.items():
            if text:
                self._check_setting(Text(text, fields[name].position), name)
        return Clinic()._replace(**{name: text for name, text in settings.items() if text})

    def _check_setting(self, setting: Text, name: str) -> None:
        """Report what patients would call in vain, or be sent to by a code on the screen."""
        doubt = doubt_about(name, setting.text)
        if doubt is not None:
            level, rule, message, cause, repair = doubt
            self.add(level, rule, setting.position, message, cause=cause, repair=repair)

    def _lexicon(self, part: str) -> tuple[LexiconLine, ...]:
        items = self.items(self._lexicon_fields().get(part), "list of words")
        return tuple(sorted(self._lexicon_line(item) for item in items))

    def _home(self) -> tuple[str, ...]:
        return tuple(sorted(word.text for word in self.texts(self._lexicon_fields(), "home", "word")))

    def _lexicon_fields(self) -> Mapping[str, Node]:
        if self._lexicon_parts is None:
            names = ("words", "spelling", "outside", "home")
            self._lexicon_parts = self.fields(self.node("lexicon.yaml"), "this file", names)
        return self._lexicon_parts

    def _lexicon_line(self, node: Node) -> LexiconLine:
        fields = self.fields(node, "line", LexiconLine._fields)
        means = self.text(fields, "means", node)
        say = self.texts(fields, "say", "word")
        if fields and not ("say" in fields and fields["say"].value):
            self.missing(node, "say", 'say: ["words that patients use"]')
        return LexiconLine(means.text, tuple(word.text for word in say))

    def _glossary(self, ids: Collection[str]) -> tuple[GlossaryTerm, ...]:
        terms: list[GlossaryTerm] = []
        first: dict[
            tuple[str, ...], tuple[Text, Text]
        ] = {}  # by words: the name, and the term it stands under
        for item in self.items(self.node("glossary.yaml"), "list of terms"):
            fields = self.fields(item, "term", GlossaryTerm._fields)
            entry = self.text(fields, "entry", item, is_needed=False)
            if entry.text:
                self._check_entry_exists(entry, ids, "A term leads to the entry that tells more about it.")
            also = self.texts(fields, "also", "word")
            term, meaning = self.text(fields, "term", item), self.text(fields, "meaning", item, fills=True)
            for name in (term, *also):
                self._check_term_once(name, term, first)
            terms.append(GlossaryTerm(term.text, tuple(word.text for word in also), meaning.text, entry.text))
        return tuple(sorted(terms))

    def _check_term_once(
        self, name: Text, term: Text, first: dict[tuple[str, ...], tuple[Text, Text]]
    ) -> None:
        """Report a word that another term explains, too: only one of the two is ever shown."""
        other, under = first.setdefault(normalise(name.text).tokens, (name, term))
        if under is not term and name.text:
            self.add(
                "warning",
                "terms-once",
                name.position,
                f'"{name.text}" is explained under "{under.text}", too, in line {other.position.line}',
                cause="Capitals do not count, and the words under also do. Patients see one of the two.",
                repair="put both explanations into one line, and delete the other",
            )

    def _languages(self) -> tuple[Language, ...]:
        names = ("language", "native", "code", "script", "marker_words", "sentence")
        languages: list[Language] = []
        for item in self.items(self.node("languages.yaml"), "list of languages"):
            fields = self.fields(item, "language", names)
            languages.append(
                Language(
                    code=self.text(fields, "code", item).text,
                    name=self.text(fields, "language", item).text,
                    native=self.text(fields, "native", item, is_needed=False).text,
                    script=self.text(fields, "script", item, is_needed=False).text,
                    marker_words=tuple(
                        word.text for word in self.texts(fields, "marker_words", "marker_word")
                    ),
                    sentence=self.text(fields, "sentence", item, fills=True).text,
                )
            )
        return tuple(sorted(languages))

    def _follow_ups(self, ids: Collection[str]) -> tuple[FollowUpClass, ...]:
        classes: list[FollowUpClass] = []
        for item in self.items(self.node("follow-ups.yaml"), "list of follow-ups"):
            fields = self.fields(item, "follow-up", FollowUpClass._fields)
            means = self.text(fields, "means", item)
            entries = self.texts(fields, "entries", "id")
            stays_with = self.texts(fields, "stays_with", "id")
            not_told_of = self.texts(fields, "not_told_of", "id")
            for entry in (*entries, *stays_with, *not_told_of):
                if entry.text not in ("-", "topic", "not-told"):
                    self._check_entry_exists(entry, ids, "A follow-up leads to an entry.")
            say = tuple(text.text for text in self.texts(fields, "say", "question"))
            leading_to = tuple(entry.text for entry in entries)
            staying = tuple(entry.text for entry in stays_with)
            silent = tuple(entry.text for entry in not_told_of)
            classes.append(FollowUpClass(means.text, leading_to, say, staying, silent))
        return tuple(sorted(classes))

    def _decoys(self) -> tuple[str, ...]:
        node = self.node("decoys.yaml")
        is_list = node is not None and node.kind == "list"
        parts = {"questions": node} if is_list else self.fields(node, "this file")
        lists = [self.texts_of(part, "questions", "question", heading=name) for name, part in parts.items()]
        return tuple(sorted({item.text for texts in lists for item in texts}))


def _not_utf_8(content: bytes) -> int:
    """Return where (in bytes, from 0) a file is not UTF-8, -1 where all of it is."""
    if content.count(0) > len(content) // 4:  # about every other byte: UTF-16 without the mark that says so
        return 0
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return -1


def _line(place: Position, seen_from: Position) -> str:
    return f"line {place.line}" if place.file == seen_from.file else f"{place.file}, line {place.line}"


def _is_list(node: Node | None) -> TypeGuard[Node]:
    return node is not None and node.kind == "list"


def _is_date(text: str) -> bool:
    from datetime import date  # noqa: PLC0415 - only for reviews

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
