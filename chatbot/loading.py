"""A folder of files to Knowledge, and every problem on the way.

Owns what the fields of the knowledge files mean, which must be there, and what a text may hold. Hands back
knowledge and problems together; who calls decides. What needs the whole bot to judge (questions that win for
the wrong entry, reading ease) is `checks`' job. yaml is only imported when a file is really read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from chatbot.knowledge import (
    Clinic,
    Entry,
    EntryKind,
    GlossaryTerm,
    Group,
    Knowledge,
    KnowledgeError,
    Language,
    LexiconLine,
    Position,
    Problem,
    ProblemLevel,
    Review,
)
from chatbot.normalise import normalise
from chatbot.sanitise import clean, clean_line
from chatbot.sources import ENTRY_FILES, Source, built_in_folder, read_sources, source_bytes

if TYPE_CHECKING:
    from chatbot.yaml_source import Node

__all__ = [
    "built_in_folder",
    "common_words",
    "fill",
    "load_folder",
    "load_knowledge",
    "read_safety",
    "source_bytes",
]

LEVELS: tuple[ProblemLevel, ...] = ("error", "warning", "hint")
ENTRY_FIELDS = (
    "id", "group", "title", "short", "answer", "more", "source", "related", "consultation", "reviewed", "tests",
    "questions",
)  # fmt: skip
# Characters. A title must fit a menu line twice over, a short answer four lines of 40 columns twice over; the
# others are what a patient can be asked to read at once. Longest real ones today: 62, 190, 700.
LONGEST = {
    "id": 60, "title": 150, "question": 500, "short": 400, "answer": 4000, "more": 6000, "source": 300,
    "consultation": 600, "meaning": 600, "sentence": 600, "setting": 500, "word": 100,
}  # fmt: skip
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIRST_FILE = """entries:
  - id: opening-hours
    title: "When are you open?"
    answer: "We are open from nine to five."
    source: "Clinic leaflet"
    questions:
      - "When are you open?"
"""


def load_knowledge(folder: str | None = None) -> Knowledge:
    """Return the knowledge base in `folder` (None: the built-in one), or raise KnowledgeError with all problems."""
    knowledge, problems = load_folder(folder)
    if knowledge is None:
        raise KnowledgeError(problems)
    return knowledge


def load_folder(folder: str | None = None) -> tuple[Knowledge | None, tuple[Problem, ...]]:
    """Return the knowledge base in `folder` and everything that is wrong or doubtful in it, worst first.

    The knowledge is None as soon as one problem is an error. An entry's Position names its file without the
    folder, so that the same files give the same Knowledge anywhere; a Problem's names it with the folder.
    """
    sources = read_sources(folder)
    reader = _Reader()
    knowledge = reader.knowledge(folder, sources)
    problems = located(reader.problems, folder, sources)
    is_usable = all(problem.level != "error" for problem in problems)
    return (knowledge if is_usable else None), problems


def located(
    problems: Iterable[Problem], folder: str | None, sources: Iterable[Source] | None = None
) -> tuple[Problem, ...]:
    """Return the problems, worst first, with the folder in their places and the excerpt of the file."""
    by_name = {source.name: source for source in (read_sources(folder) if sources is None else sources)}
    lines: dict[str, list[str]] = {}
    placed: list[Problem] = []
    for problem in problems:
        name = problem.position.file
        source = by_name.get(name)
        if source is not None:
            if name not in lines:
                text = (source.content or b"").decode("utf-8-sig", "replace")
                lines[name] = clean(text).split("\n")
            excerpt = problem.excerpt or "".join(lines[name][problem.position.line - 1 :][:1])
            problem = problem._replace(position=problem.position._replace(file=source.path), excerpt=excerpt)
        placed.append(problem)
    return tuple(
        sorted(placed, key=lambda problem: (LEVELS.index(problem.level), problem.position, problem.rule))
    )


def read_safety(folder: str | None = None) -> tuple[Any, tuple[Problem, ...]]:
    """Return safety.yaml of `folder`, else the built-in one, as plain lists, dicts and texts, and its problems.

    The data is None when the file cannot be read: then nothing may start.
    """
    sources = [source for source in read_sources(folder) if source.name == "safety.yaml"]
    reader = _Reader()
    node = reader.node("safety.yaml", {source.name: source for source in sources})
    problems = located(reader.problems, folder, sources)
    if node is None or any(problem.level == "error" for problem in problems):
        return None, problems
    return node.plain(), problems


def common_words(folder: str | None = None) -> tuple[str, ...]:
    """Return the ordinary words that spelling must not repair, sorted, lower case."""
    words: set[str] = set()
    for source in read_sources(folder):
        if source.name == "common-words.txt":
            text = clean((source.content or b"").decode("utf-8-sig", "replace")).lower()
            words.update(word for line in text.split("\n") for word in line.partition("#")[0].split())
    return tuple(sorted(words))


# --- texts with settings

SETTINGS = {"clinic": "name"} | {
    name: name for name in Clinic._fields if name not in ("name", "print_command")
}
# What stands for a setting that is not set, where the sentence needs one.
_UNSET_WORDS = {"clinic": "the clinic", "surgeon": "the surgeon"}
_PART = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_SETTING = re.compile(r"\{([^{}]*)\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_START_OF_SENTENCE = re.compile(r"(?:^|[.!?]\s+)$")


class Filled(NamedTuple):
    """A text with the clinic's settings in it.

    `unset` and `unknown` are the names inside braces that have no value and that are no setting; `is_unbalanced`
    says that a double square bracket has no partner.
    """

    text: str
    unset: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    is_unbalanced: bool = False


def fill(text: str, clinic: Clinic) -> Filled:
    """Put the clinic's settings into `{name}`; drop `[[parts]]` that hold a setting that is not set."""
    if "{" not in text and "[[" not in text and "]]" not in text:
        return Filled(text)
    values = {name: str(getattr(clinic, field)) for name, field in SETTINGS.items()}
    unset: list[str] = []
    unknown: list[str] = []

    def keep(part: re.Match[str]) -> str:
        names = _SETTING.findall(part.group(1))
        unknown.extend(name for name in names if name not in values)
        return part.group(1) if all(values.get(name, "?") for name in names) else ""

    def value(setting: re.Match[str]) -> str:
        name = setting.group(1)
        if name not in values:
            unknown.append(name)
        elif not values[name] and name not in _UNSET_WORDS:
            unset.append(name)
        word = values.get(name) or _UNSET_WORDS.get(name, setting.group())
        is_first = _START_OF_SENTENCE.search(setting.string[: setting.start()])
        return word[0].upper() + word[1:] if is_first and not values.get(name, "?") else word

    text = _PART.sub(keep, text)
    is_unbalanced = "[[" in text or "]]" in text
    text = _SETTING.sub(value, text)
    text = re.sub(r" +(?=[.,;:!?\n])", "", re.sub(r" {2,}", " ", text)).strip()
    return Filled(text, tuple(dict.fromkeys(unset)), tuple(dict.fromkeys(unknown)), is_unbalanced)


def _without_unset(text: str, clinic: Clinic) -> str:
    """Fill a text of the built-in base for another clinic: sentences with an unset setting go."""
    return " ".join(
        filled.text
        for filled in (fill(sentence, clinic) for sentence in _SENTENCE_END.split(text))
        if not filled.unset
    )


# --- files to knowledge


class _Draft(NamedTuple):
    """An entry and the places of its parts that can only be judged beside all others."""

    entry: Entry
    is_fall_back: bool
    places: Mapping[str, Position]
    related: tuple[Position, ...]
    questions: tuple[Position, ...]


class _Text(NamedTuple):
    """A text and where it stands."""

    text: str
    position: Position


class _Reader:
    """Reads the files of one knowledge base and collects what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.clinic = Clinic()
        self.is_fall_back = False

    # - the whole

    def knowledge(self, folder: str | None, sources: list[Source]) -> Knowledge:
        by_name = {source.name: source for source in sources}
        self._check_folder(folder, by_name)
        self.clinic = self._clinic(self.node("clinic.yaml", by_name))
        groups: dict[str, Group] = {}
        drafts: list[_Draft] = []
        for name, kind in ENTRY_FILES.items():
            self.is_fall_back = name in by_name and by_name[name].is_fall_back
            self._entries_file(self.node(name, by_name), kind, groups, drafts)
        self.is_fall_back = False
        drafts = self._without_taken(drafts)
        entries = self._judge_together(drafts, groups)
        ids = {entry.id for entry in entries}
        self.node("safety.yaml", by_name)  # whether it can be read at all; its meaning is for safety to judge
        return Knowledge(
            entries=entries,
            groups=tuple(groups.values()),
            clinic=self.clinic,
            lexicon=self._lexicon(self.node("lexicon.yaml", by_name)),
            glossary=self._glossary(self.node("glossary.yaml", by_name), ids),
            languages=self._languages(self.node("languages.yaml", by_name)),
            decoys=self._decoys(self.node("decoys.yaml", by_name)),
        )

    def node(self, name: str, sources: Mapping[str, Source]) -> Node | None:
        """Return a file's content, or None where it is missing, empty or unreadable."""
        from chatbot import yaml_source  # noqa: PLC0415 - not loaded when the cache answers

        source = sources.get(name)
        if source is None:
            return None
        text = self._text_of_file(source)
        node, problems = yaml_source.read(text, name)
        self.problems += problems
        if node is None and not problems and source.content is not None and not source.is_fall_back:
            self._add(
                "warning", "file-has-content", Position(name), "this file is empty", "",
                "fill it in, or delete the file",
            )  # fmt: skip
        return node

    def _text_of_file(self, source: Source) -> str:
        if source.content is None:
            self._add(
                "error", "file-readable", Position(source.name), f"this file cannot be read: {source.reason}", "",
                "check that it is an ordinary file and that you may read it",
            )  # fmt: skip
            return ""
        try:
            return source.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = source.content[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n")
            line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
            self._add(
                "error", "file-is-utf-8", Position(source.name, line, column),
                "this file is not saved as UTF-8",
                "Letters with accents and curly quotes would be shown wrongly.",
                "in the editor, choose Save as, and UTF-8 as the encoding",
            )  # fmt: skip
            return source.content.decode("utf-8-sig", "replace").replace("\ufffd", "?").replace("\0", "")

    def _check_folder(self, folder: str | None, sources: Mapping[str, Source]) -> None:
        import os  # noqa: PLC0415

        own = [name for name in ("faq.yaml", "topics.yaml") if name in sources]
        is_built_in = folder is None or folder == built_in_folder()
        shown = built_in_folder() if folder is None else clean_line(folder)
        if not os.path.isdir(shown if folder is None else folder.replace("\0", "")):  # noqa: PTH112
            self._add(
                "error", "folder-exists", Position(shown), "there is no such folder", "",
                "check the spelling of the folder's name, or leave --knowledge away for the built-in base",
            )  # fmt: skip
        elif not own or (is_built_in and len(own) == 1):
            missing = "faq.yaml and topics.yaml" if is_built_in else "faq.yaml or topics.yaml"
            self._add(
                "error", "folder-has-entries", Position(shown),
                f"this folder does not hold {missing}",
                "A knowledge base needs at least one file with entries.",
                f"put a file named faq.yaml into it that starts like this:\n{_FIRST_FILE}",
            )  # fmt: skip

    # - entries

    def _entries_file(
        self, node: Node | None, kind: str, groups: dict[str, Group], drafts: list[_Draft]
    ) -> None:
        if node is None:
            return
        entries: Node | None = node
        if node.kind != "list":
            fields = self._fields(node, "this file", ("groups", "entries"))
            self._groups(fields.get("groups"), groups)
            entries = fields.get("entries")
        for item in self._items(entries, "entries"):
            draft = self._entry(item, kind)
            if draft is not None:
                drafts.append(draft)

    def _groups(self, node: Node | None, groups: dict[str, Group]) -> None:
        for name, item in self._fields(node, "groups").items():
            assert node is not None
            place = node.keys[name]
            self._check_id(_Text(name, place), "group")
            fields = self._fields(item, "group", ("title", "consultation"))
            title = self._text(fields, "title", item)
            consultation = self._text(fields, "consultation", item, is_needed=False)
            if name in groups and not self.is_fall_back:
                self._add(
                    "error", "id-once", place, f'the group "{name}" is described in two files', "",
                    "keep one of the two",
                )  # fmt: skip
            groups.setdefault(name, Group(name, title.text, consultation.text))

    def _entry(self, node: Node, kind: str) -> _Draft | None:
        if node.kind != "fields":
            self._wrong_kind(node, "entry", "a set of fields", '- id: short-name\n  title: "..."')
            return None
        fields = self._fields(node, "entry", ENTRY_FIELDS)
        place = fields["id"].position if "id" in fields else node.position
        entry_id = self._text(fields, "id", node, fills=False)
        if entry_id.text:
            self._check_id(entry_id, "id")
        group = self._text(fields, "group", node, is_needed=False, fills=False)
        short = self._text(fields, "short", node, is_needed=False)
        # A greeting is one sentence; everybody else must explain.
        answer = self._text(fields, "answer", node, is_needed=not short.text)
        related = self._texts(fields.get("related"), "related", fills=False)
        questions = self._texts(fields.get("questions"), "questions")
        if not questions and ("questions" not in fields or fields["questions"].kind == "nothing"):
            self._missing(node, "questions", 'questions:\n  - "A question as a patient would type it"')
        tests = self._fields(fields.get("tests"), "tests", ("should", "not"))
        entry = Entry(
            id=entry_id.text,
            kind=_KINDS[kind],
            group=group.text,
            title=self._text(fields, "title", node).text,
            short=short.text,
            answer=answer.text,
            more=self._text(fields, "more", node, is_needed=False).text,
            source=self._text(fields, "source", node, is_needed=kind in ("faq", "topic")).text,
            related=tuple(dict.fromkeys(item.text for item in related)),
            consultation=self._text(fields, "consultation", node, is_needed=False).text,
            questions=tuple(item.text for item in questions),
            reviewed=self._review(fields.get("reviewed")),
            should_match=tuple(item.text for item in self._texts(tests.get("should"), "should")),
            must_not_match=tuple(item.text for item in self._texts(tests.get("not"), "not")),
            position=place,
        )
        places = {name: item.position for name, item in fields.items()}
        return _Draft(
            entry,
            self.is_fall_back,
            places,
            tuple(item.position for item in related),
            tuple(item.position for item in questions),
        )

    def _review(self, node: Node | None) -> Review | None:
        fields = self._fields(node, "reviewed", ("by", "on"))
        if node is None or not fields:
            return None
        by = self._text(fields, "by", node, is_needed=False, fills=False)
        on = self._text(fields, "on", node, is_needed=False, fills=False)
        if not by.text and not on.text:
            return None
        if not by.text:
            self._missing(node, "by", 'by: "the name of who checked it"')
        if not _is_date(on.text):
            self._add(
                "error", "review-has-date", on.position,
                f'"{on.text}" is not a date' if on.text else "the day of the review is missing",
                "A review counts from its day: year, month and day with dashes.",
                "on: 2026-01-31",
            )  # fmt: skip
        return Review(by.text, on.text)

    def _without_taken(self, drafts: list[_Draft]) -> list[_Draft]:
        """Drop entries of the built-in base whose id the own base uses; report own ids that stand twice."""
        first: dict[str, _Draft] = {}
        for draft in sorted(drafts, key=lambda draft: draft.is_fall_back):
            entry = draft.entry
            if entry.id not in first:
                first[entry.id] = draft
            elif not draft.is_fall_back and entry.id:
                other = first[entry.id].entry.position
                self._add(
                    "error", "id-once", entry.position,
                    f'the id "{entry.id}" is already used in {other.file}, line {other.line}',
                    "An id names one entry, for suggestions and for other programs.",
                    f"give this entry an id of its own, for example: id: {entry.id}-2",
                )  # fmt: skip
        return [draft for name, draft in first.items() if name]

    def _judge_together(self, drafts: list[_Draft], groups: Mapping[str, Group]) -> tuple[Entry, ...]:
        ids = {draft.entry.id for draft in drafts}
        taken: dict[tuple[str, ...], tuple[str, Position]] = {}
        entries = [self._judge(draft, ids, groups, taken) for draft in drafts]
        return tuple(sorted(entries, key=lambda entry: entry.id))

    def _judge(
        self,
        draft: _Draft,
        ids: Collection[str],
        groups: Mapping[str, Group],
        taken: dict[tuple[str, ...], tuple[str, Position]],
    ) -> Entry:
        entry = draft.entry
        if draft.is_fall_back:
            return entry._replace(
                group=entry.group if entry.group in groups else "",
                related=tuple(name for name in entry.related if name in ids),
                questions=self._free_questions(draft, taken),
            )
        if entry.group and entry.group not in groups:
            self._add(
                "error", "group-exists", draft.places["group"], f'there is no group "{entry.group}"',
                "A group is described once, under groups: at the top of a file.",
                _did_you_mean(entry.group, groups) or f'groups:\n  {entry.group}:\n    title: "..."',
            )  # fmt: skip
        for name, place in zip(entry.related, draft.related, strict=False):
            if name not in ids:
                self._add(
                    "error", "related-exists", place, f'there is no entry "{name}"',
                    "Only ids of entries can stand in related.",
                    _did_you_mean(name, ids) or "delete it, or write the id of an entry",
                )  # fmt: skip
            elif name == entry.id:
                self._add(
                    "warning", "related-is-another", place, "this entry names itself as related", "",
                    "delete it here",
                )  # fmt: skip
        return entry._replace(questions=self._free_questions(draft, taken))

    def _free_questions(
        self, draft: _Draft, taken: dict[tuple[str, ...], tuple[str, Position]]
    ) -> tuple[str, ...]:
        """Return the questions that no entry before has; report those that another of the own entries has."""
        free: list[str] = []
        for text, place in zip(draft.entry.questions, draft.questions, strict=True):
            words = normalise(text).tokens
            owner, other = taken.setdefault(words, (draft.entry.id, place))
            if other is place:
                free.append(text)
            elif owner == draft.entry.id:
                self._add(
                    "hint", "question-once", place, f"this question stands already in line {other.line}",
                    "Capitals and punctuation make no difference.",
                    "delete one of the two",
                )  # fmt: skip
            elif not draft.is_fall_back:
                self._add(
                    "error", "question-once", place,
                    f'the entry "{owner}" has the same question ({other.file}, line {other.line})',
                    "One question can lead to one answer only. Capitals and punctuation make no difference.",
                    "delete one of the two, or word it so that it fits this entry only",
                )  # fmt: skip
        return tuple(free)

    # - the other files

    def _clinic(self, node: Node | None) -> Clinic:
        fields = self._fields(node, "this file", Clinic._fields)
        settings = {
            name: self._one_text(item, name, "setting", is_single_line=True, fills=False, numbers_too=True)
            for name, item in fields.items()
            if item.kind != "nothing"
        }
        return Clinic()._replace(**{name: text for name, text in settings.items() if text})

    def _lexicon(self, node: Node | None) -> tuple[LexiconLine, ...]:
        lines: list[LexiconLine] = []
        for part in self._fields(node, "this file", ("words", "spelling")).values():
            for item in self._items(part, "words"):
                fields = self._fields(item, "line", ("means", "say"))
                means = self._text(fields, "means", item, fills=False)
                say = self._texts(fields.get("say"), "say", fills=False)
                if not say:
                    self._missing(
                        item, "say", f'{{means: "{means.text}", say: ["the words that patients use"]}}'
                    )
                lines.append(LexiconLine(means.text, tuple(text.text for text in say)))
        return tuple(sorted(lines))

    def _glossary(self, node: Node | None, ids: Collection[str]) -> tuple[GlossaryTerm, ...]:
        terms: list[GlossaryTerm] = []
        for item in self._items(node, "terms"):
            fields = self._fields(item, "term", GlossaryTerm._fields)
            entry = self._text(fields, "entry", item, is_needed=False, fills=False)
            if entry.text and entry.text not in ids:
                self._add(
                    "error", "entry-exists", entry.position, f'there is no entry "{entry.text}"',
                    "A word of the glossary leads to the entry that tells more.",
                    _did_you_mean(entry.text, ids) or "delete it, or write the id of an entry",
                )  # fmt: skip
            also = self._texts(fields.get("also"), "also", fills=False)
            terms.append(
                GlossaryTerm(
                    self._text(fields, "term", item, fills=False).text,
                    tuple(text.text for text in also),
                    self._text(fields, "meaning", item).text,
                    entry.text,
                )
            )
        return tuple(sorted(terms))

    def _languages(self, node: Node | None) -> tuple[Language, ...]:
        languages: list[Language] = []
        names = ("language", "native", "code", "script", "marker_words", "sentence")
        for item in self._items(node, "languages"):
            fields = self._fields(item, "language", names)
            languages.append(
                Language(
                    code=self._text(fields, "code", item, fills=False).text,
                    name=self._text(fields, "language", item, fills=False).text,
                    native=self._text(fields, "native", item, is_needed=False, fills=False).text,
                    script=self._text(fields, "script", item, is_needed=False, fills=False).text,
                    marker_words=tuple(
                        text.text
                        for text in self._texts(fields.get("marker_words"), "marker_words", fills=False)
                    ),
                    sentence=self._text(fields, "sentence", item).text,
                )
            )
        return tuple(sorted(languages))

    def _decoys(self, node: Node | None) -> tuple[str, ...]:
        decoys: set[str] = set()
        parts = (
            [node] if node is not None and node.kind == "list" else self._fields(node, "this file").values()
        )
        for part in parts:
            decoys.update(item.text for item in self._texts(part, "questions", fills=False))
        return tuple(sorted(decoys))

    # - nodes to values

    def _fields(self, node: Node | None, what: str, known: Collection[str] = ()) -> dict[str, Node]:
        """Return the fields of a node; report what is no set of fields, and fields that are not known."""
        if node is None or node.kind == "nothing":
            return {}
        if node.kind != "fields":
            self._wrong_kind(node, what, "a set of fields", "name: ...")
            return {}
        fields: dict[str, Node] = node.value
        for name in fields:
            if known and name not in known:
                listed = ", ".join(known)
                self._add(
                    "error", "field-known", node.keys[name], f'"{clean_line(name)}" is not a field of {_a(what)}',
                    f"The fields here are: {listed}.",
                    _did_you_mean(name, known) or "delete it, or use one of the fields above",
                )  # fmt: skip
        return fields

    def _items(self, node: Node | None, what: str) -> list[Node]:
        if node is None or node.kind == "nothing":
            return []
        if node.kind != "list":
            self._wrong_kind(node, what, "a list", "- ...")
            return []
        items: list[Node] = node.value
        return items

    def _text(
        self,
        fields: Mapping[str, Node],
        name: str,
        owner: Node,
        *,
        is_needed: bool = True,
        fills: bool = True,
    ) -> _Text:
        """Return one field as text, "" where it is missing; report it where it is needed."""
        node = fields.get(name)
        if node is None:
            if is_needed:
                self._missing(owner, name, f'{name}: "..."')
            return _Text("", owner.position)
        is_block = name in ("answer", "more")
        text = self._one_text(
            node, name, name, is_single_line=not is_block, fills=fills, numbers_too=name in ("on", "code")
        )
        if not text and node.kind in ("text", "nothing") and (is_needed or node.kind == "nothing"):
            level: ProblemLevel = "error" if is_needed else "warning"
            self._add(level, "text-not-empty", node.position, f"{_this(name)} is empty", "", f'{name}: "..."')
        return _Text(text, node.position)

    def _texts(self, node: Node | None, name: str, *, fills: bool = True) -> list[_Text]:
        """Return a list of texts; report what is no list, and items that are no text or empty."""
        if node is not None and node.kind not in ("list", "nothing"):
            example = node.written or "..."
            self._wrong_kind(node, name, "a list", f"{name}:\n  - {_quoted(example)}")
            return []
        texts: list[_Text] = []
        singular = _SINGULAR.get(name, "word")
        for item in self._items(node, name):
            text = self._one_text(
                item, singular, singular, is_single_line=True, fills=fills, numbers_too=singular == "word"
            )
            if text:
                texts.append(_Text(text, item.position))
            elif item.kind in ("text", "nothing") and "[[" not in item.written:
                self._add(
                    "error", "text-not-empty", item.position, f"{_this(singular)} is empty", "", "delete it"
                )
        return texts

    def _one_text(
        self,
        node: Node,
        name: str,
        limit: str,
        *,
        is_single_line: bool,
        fills: bool,
        numbers_too: bool = False,
    ) -> str:
        """Return the text of a node, cleaned, with the clinic's settings; "" when it is no text."""
        if node.kind == "nothing":
            return ""
        if node.kind in ("number", "date") and numbers_too:
            return node.written
        if node.kind != "text":
            self._not_text(node, name)
            return ""
        written: str = node.value
        text = clean_line(written) if is_single_line else clean(written).strip()
        longest = LONGEST.get(limit, LONGEST["word"])
        if len(text) > longest:
            self._add(
                "error", "text-fits", node.position,
                f"{_this(name)} has {len(text)} characters; at most {longest} can be shown", "",
                "shorten it, or move a part into more:" if name in ("short", "answer") else "shorten it",
            )  # fmt: skip
        self._check_escapes(node, written, name)
        return self._filled(node, text) if fills else text

    def _check_escapes(self, node: Node, written: str, name: str) -> None:
        """Report control characters that a text in double quotes holds as an escape, as in "\\e[31m"."""
        if clean(written) != written and clean(node.written).isascii() and not written.isprintable():
            odd = next(
                (character for character in written if character not in "\n\t" and not clean(character)), ""
            )
            if odd:
                self._add(
                    "error", "hidden-character", node.position,
                    f"{_this(name)} holds a hidden character (U+{ord(odd):04X})",
                    "It cannot be seen but changes how the text is shown.",
                    "delete the backslash and what belongs to it",
                )  # fmt: skip

    def _filled(self, node: Node, text: str) -> str:
        if self.is_fall_back:
            return _without_unset(text, self.clinic)
        filled = fill(text, self.clinic)
        for name in filled.unknown:
            self._add(
                "error", "setting-known", node.position, f'"{{{name}}}" is not a setting of the clinic',
                "Braces stand for a setting of clinic.yaml: " + ", ".join(SETTINGS) + ".",
                _did_you_mean(name, SETTINGS) or "use one of these, or write the words without braces",
            )  # fmt: skip
        for name in filled.unset:
            self._add(
                "error", "setting-is-set", node.position,
                f"this text needs {{{name}}}, which clinic.yaml does not set",
                "The sentence would have a hole.",
                f'set it in clinic.yaml ({SETTINGS[name]}: "..."), or put the sentence into [[ ]]: '
                "it is then left out",
            )  # fmt: skip
        if filled.is_unbalanced:
            self._add(
                "error", "brackets-close", node.position, "a double square bracket has no partner here",
                "What stands between [[ and ]] is left out when a setting in it is not set.",
                "write [[ before the part and ]] after it",
            )  # fmt: skip
        return filled.text

    # - problems

    def _add(
        self, level: ProblemLevel, rule: str, place: Position, message: str, cause: str = "", repair: str = ""
    ) -> None:
        self.problems.append(Problem(level, rule, place, message, cause, repair))

    def _missing(self, owner: Node, name: str, example: str) -> None:
        self._add(
            "error", "field-needed", owner.position, f'"{name}" is missing here', "", f"add: {example}"
        )  # fmt: skip

    def _check_id(self, name: _Text, what: str) -> None:
        if not _ID.fullmatch(name.text):
            suggestion = "-".join(re.findall("[a-z0-9]+", name.text.lower())) or "short-name"
            self._add(
                "error", "id-is-plain", name.position, f'"{clean_line(name.text)}" cannot be {_a(what)}',
                "Small letters a to z, digits and single dashes only, because other programs use it.",
                f"for example: {suggestion}",
            )  # fmt: skip

    def _not_text(self, node: Node, name: str) -> None:
        written = clean_line(node.written)
        if node.kind == "truth value":
            message = f"{_this(name)} is the truth value {node.value}, not text"
            cause = "YAML reads a bare no, yes, on or off as true or false."
        elif node.kind in ("number", "date"):
            message = f"{_this(name)} is {_a(node.kind)}, not text"
            cause = f"YAML reads {written} without quotes as {_a(node.kind)}."
        elif node.kind == "fields":
            message = f"{_this(name)} is {_a('set of fields')}, not text"
            cause = "YAML reads a colon and a space, or a brace at the start, as the start of a field."
            written = _sentence_of(node)
        else:
            message = f"{_this(name)} is a list, not text"
            cause = "YAML reads a dash and a space, or a bracket at the start, as the start of a list."
            written = _sentence_of(node)
        repair = (
            _quoted(written)
            if name in _SINGULAR.values() or name == "word"
            else f"{name}: {_quoted(written)}"
        )
        rule = f"{name.replace('_', '-')}-is-text"
        self._add("error", rule, node.position, message, cause, f"put quotes around it: {repair}")

    def _wrong_kind(self, node: Node, what: str, needed: str, example: str) -> None:
        is_what = {"nothing": "empty", "text": "a text", "list": "a list", "fields": "a set of fields"}
        self._add(
            "error", f"{what.replace('this ', '').replace('_', '-')}-is-{needed.split()[-1]}", node.position,
            f"{_this(what)} is {is_what.get(node.kind, _a(node.kind))}, not {needed}", "",
            f"write it like this:\n{example}",
        )  # fmt: skip


_KINDS: dict[str, EntryKind] = {
    "faq": "faq",
    "topic": "topic",
    "handoff": "handoff",
    "smalltalk": "smalltalk",
}
_SINGULAR = {"questions": "question", "should": "question", "not": "question", "related": "id"}


def _a(what: str) -> str:
    if what.startswith("this "):
        return what
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


def _this(name: str) -> str:
    if name.startswith("this "):
        return name
    return f"this {name.replace('_', ' ')}" if not name.endswith("s") else f"what stands under {name}"


def _quoted(text: str) -> str:
    from chatbot.yaml_source import quoted  # noqa: PLC0415

    return quoted(text)


def _sentence_of(node: Node) -> str:
    """Return what an editor most likely meant where a sentence became fields or a list."""
    if node.kind == "fields":
        return ", ".join(f"{name}: {_sentence_of(item)}".rstrip(": ") for name, item in node.value.items())
    if node.kind == "list":
        return ", ".join(_sentence_of(item) for item in node.value)
    return clean_line(node.written)


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    near = get_close_matches(word, sorted(known), n=1)
    return f'did you mean "{near[0]}"?' if near else ""


def _is_date(text: str) -> bool:
    from datetime import date  # noqa: PLC0415 - only for reviews

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
