"""The small files: clinic, lexicon, glossary, languages, follow-ups and decoys, each to what Knowledge holds of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from chatbot.broad_words import searched_for
from chatbot.knowledge import (
    FEWEST_CHOICES,
    MOST_CHOICES,
    BroadLine,
    Clinic,
    FollowUpClass,
    GlossaryTerm,
    Group,
    HomeWords,
    Language,
    LexiconLine,
    Position,
)
from chatbot.knowledge_files.assembly.files import FileReader
from chatbot.knowledge_files.assembly.together import Known, check_entry_exists
from chatbot.knowledge_files.fields import Text, like_it
from chatbot.knowledge_files.settings import doubt_about
from chatbot.knowledge_files.yaml_source import Node
from chatbot.normalise import normalise
from chatbot.sanitise import clean_line

_IN_WORDS = ("name", "surgeon", "front_desk", "subject", "subject_in_short")  # settings that no number can be


def read_clinic(reader: FileReader) -> Clinic:
    """Return what differs between clinics; what is not set stays as Clinic has it."""
    fields = reader.fields(reader.node("clinic.yaml"), "this file", Clinic._fields)
    settings = {
        name: reader.one_text(fields[name], name, numbers_too=name not in _IN_WORDS, longest="setting")
        for name in Clinic._fields
        if name in fields
    }
    lacking = [name for name in Clinic._fields if name not in fields]
    if len(fields) > len(lacking) > 0:
        _report_lacking(reader, lacking)
    for name, text in settings.items():
        if text:
            _check_setting(reader, Text(text, fields[name].position), name)
    return Clinic()._replace(**{name: text for name, text in settings.items() if text})


def _report_lacking(reader: FileReader, lacking: Sequence[str]) -> None:
    """Point out a few settings that a file with most of them lacks: their lines were deleted, or the end was lost."""
    reader.add(
        "hint",
        "settings-are-whole",
        Position("clinic.yaml"),
        f"this file has no line for: {', '.join(lacking)}",
        cause="What is not set is left out of every sentence, or what the program comes with counts.",
        repair="\n".join(["add what is true, or leave it empty:", *(f'{name}: ""' for name in lacking)]),
    )


def _check_setting(reader: FileReader, setting: Text, name: str) -> None:
    """Report what patients would call in vain, or be sent to by a code on the screen."""
    doubt = doubt_about(name, setting.text)
    if doubt is not None:
        level, rule, message, cause, repair = doubt
        reader.add(level, rule, setting.position, message, cause=cause, repair=repair)


class Lexicon(NamedTuple):
    """The lists of lexicon.yaml."""

    words: tuple[LexiconLine, ...]
    spellings: tuple[LexiconLine, ...]
    outside: tuple[LexiconLine, ...]
    home: HomeWords
    broad: tuple[BroadLine, ...]


def read_lexicon(reader: FileReader, known: Known) -> Lexicon:
    """Return patients' words for the entries', misheard names, other subjects, words of this one, and broad ones."""
    lines, words = ("words", "spelling", "outside", "broad"), HomeWords._fields
    fields = reader.fields(reader.node("lexicon.yaml"), "this file", (*lines, *words))
    return Lexicon(
        words=_lexicon_lines(reader, fields.get("words")),
        spellings=_lexicon_lines(reader, fields.get("spelling")),
        outside=_lexicon_lines(reader, fields.get("outside")),
        home=HomeWords(*(_words(reader, fields, name) for name in words)),
        broad=_broad_lines(reader, fields.get("broad"), known),
    )


def _words(reader: FileReader, fields: Mapping[str, Node], name: str) -> tuple[str, ...]:
    return tuple(sorted(word.text for word in reader.texts(fields, name, "word")))


def _lexicon_lines(reader: FileReader, node: Node | None) -> tuple[LexiconLine, ...]:
    items = reader.items(node, "list of words")
    return tuple(sorted(_lexicon_line(reader, item) for item in items))


def _lexicon_line(reader: FileReader, node: Node) -> LexiconLine:
    fields = reader.fields(node, "line", LexiconLine._fields)
    means = reader.text(fields, "means", node)
    return LexiconLine(means.text, tuple(word.text for word in _said(reader, fields, node)))


def _said(reader: FileReader, fields: Mapping[str, Node], line: Node, singular: str = "word") -> list[Text]:
    """Return what a line says that patients say, which must be there; `singular` is what each of it is called."""
    if fields and not ("say" in fields and fields["say"].value):
        reader.missing(line, "say", 'say: ["words that patients use"]')
    return reader.texts(fields, "say", singular)


def _broad_lines(reader: FileReader, node: Node | None, known: Known) -> tuple[BroadLine, ...]:
    """Return the words that may ask for several things, each with the entries that are offered."""
    lines: list[BroadLine] = []
    first: dict[tuple[str, ...], Text] = {}
    for item in reader.items(node, "list of words"):
        fields = reader.fields(item, "line", BroadLine._fields)
        said, offered = _said(reader, fields, item), reader.texts(fields, "offer", "id")
        for entry in offered:
            check_entry_exists(reader, entry, known, "What a broad word offers is an entry.")
        if fields and not FEWEST_CHOICES <= len(offered) <= MOST_CHOICES:
            _report_how_many(reader, item, len(offered))
        words = [normalise(phrase.text).tokens for phrase in said]
        for phrase, tokens in zip(said, words, strict=True):
            _check_broad_word(reader, phrase, searched_for(tokens), first)
        lines.append(BroadLine(tuple(words), tuple(entry.text for entry in offered)))
    return tuple(sorted(lines))


def _report_how_many(reader: FileReader, line: Node, count: int) -> None:
    """Report a line that offers too little to choose from, or more than anybody takes in at a glance."""
    reader.add(
        "error",
        "broad-offers",
        line.position,
        f"this line offers {count} {'entry' if count == 1 else 'entries'}",
        cause=f"A word that may ask for several things offers {FEWEST_CHOICES} or {MOST_CHOICES} of them.",
        repair="name the likeliest ones, as in: offer: [an-id, another-id]; what asks for one entry is its question",
    )


def _check_broad_word(
    reader: FileReader, phrase: Text, stems: tuple[str, ...], first: dict[tuple[str, ...], Text]
) -> None:
    """Report words that name nothing, and those that stand twice: only one of the two lines ever counts.

    `stems` are those that tell them from others, `first` what stood there before.
    """
    other = first.setdefault(stems, phrase)
    if not stems and phrase.text:
        reader.add(
            "error",
            "broad-names-something",
            phrase.position,
            f'"{phrase.text}" names nothing that could be asked for',
            cause='Any message that says as little ("tell me more") would be met with these choices.',
            repair="write what patients search for, or delete it",
        )
    elif other is not phrase and phrase.text:
        reader.add(
            "warning",
            "broad-once",
            phrase.position,
            f'"{phrase.text}" asks for the same as "{other.text}" in line {other.position.line}',
            cause="Patients are offered what one of the two lines says.",
            repair="keep it where patients mean it, and delete the other",
        )


def read_glossary(reader: FileReader, known: Known) -> tuple[GlossaryTerm, ...]:
    """Return the words that are explained to patients."""
    terms: list[GlossaryTerm] = []
    first: dict[tuple[str, ...], tuple[Text, Text]] = {}  # by words: the name, and the term it stands under
    for item in reader.items(reader.node("glossary.yaml"), "list of terms"):
        fields = reader.fields(item, "term", GlossaryTerm._fields)
        entry = reader.text(fields, "entry", item, is_needed=False)
        if entry.text:
            check_entry_exists(reader, entry, known, "A term leads to the entry that tells more about it.")
        also = reader.texts(fields, "also", "word")
        term, meaning = reader.text(fields, "term", item), reader.text(fields, "meaning", item, fills=True)
        for name in (term, *also):
            _check_term_once(reader, name, term, first)
        terms.append(GlossaryTerm(term.text, tuple(word.text for word in also), meaning.text, entry.text))
    return tuple(sorted(terms))


def _check_term_once(
    reader: FileReader, name: Text, term: Text, first: dict[tuple[str, ...], tuple[Text, Text]]
) -> None:
    """Report a word that another term explains, too: only one of the two is ever shown."""
    other, under = first.setdefault(normalise(name.text).tokens, (name, term))
    if under is not term and name.text:
        reader.add(
            "warning",
            "terms-once",
            name.position,
            f'"{name.text}" is explained under "{under.text}", too, in line {other.position.line}',
            cause="Capitals do not count, and the words under also do. Patients see one of the two.",
            repair="put both explanations into one line, and delete the other",
        )


def read_languages(reader: FileReader) -> tuple[Language, ...]:
    """Return the languages that are noticed, each with its sentence."""
    names = ("language", "native", "code", "script", "marker_words", "sentence")
    languages: list[Language] = []
    for item in reader.items(reader.node("languages.yaml"), "list of languages"):
        fields = reader.fields(item, "language", names)
        languages.append(
            Language(
                code=reader.text(fields, "code", item).text,
                name=reader.text(fields, "language", item).text,
                native=reader.text(fields, "native", item, is_needed=False).text,
                script=reader.text(fields, "script", item, is_needed=False).text,
                marker_words=tuple(word.text for word in reader.texts(fields, "marker_words", "marker_word")),
                sentence=reader.text(fields, "sentence", item, fills=True).text,
            )
        )
    return tuple(sorted(languages))


def read_follow_ups(
    reader: FileReader, known: Known, groups: Mapping[str, Group]
) -> tuple[FollowUpClass, ...]:
    """Return what people say right after an answer, and the entries that it leads to."""
    classes: list[FollowUpClass] = []
    for item in reader.items(reader.node("follow-ups.yaml"), "list of follow-ups"):
        fields = reader.fields(item, "follow-up", FollowUpClass._fields)
        means = reader.text(fields, "means", item)
        if fields and ("entries" not in fields or fields["entries"].kind == "nothing"):
            reader.missing(item, "entries", "entries: [an-id]\n[] where it asks for the same topic once more")
        entries, *topics = (
            reader.texts(fields, name, "id") for name in ("entries", "stays_with", "not_told_of", "told_of")
        )
        after = _after_groups(reader, fields.get("after"), known, groups)
        for entry in (*entries, *chain.from_iterable(topics), *after.values()):
            if entry.text not in ("-", "topic", "not-told"):
                check_entry_exists(reader, entry, known, "A follow-up leads to an entry.")
        say = _said(reader, fields, item, "question")
        lists = [tuple(one.text for one in texts) for texts in (entries, say, *topics)]
        by_group = tuple((group, entry.text) for group, entry in after.items())
        classes.append(FollowUpClass._make([means.text, *lists, by_group]))
    return tuple(sorted(classes))


def _after_groups(
    reader: FileReader, node: Node | None, known: Known, groups: Mapping[str, Group]
) -> dict[str, Text]:
    """Return which entry a follow-up leads to after any answer of a group; report a group that is not there."""
    fields = reader.fields(node, "list of groups")
    for name in fields:
        if name not in groups and node is not None and not known.is_torn:
            reader.add(
                "error",
                "group-exists",
                node.keys[name],
                f'there is no group "{clean_line(name)}"',
                cause="Under after: stands the id of a group, then the entry to show after an answer of it.",
                repair=like_it(name, groups) or "write the id of a group, or delete the line",
            )
    return {name: reader.text(fields, name, item) for name, item in fields.items()}


def read_decoys(reader: FileReader) -> tuple[str, ...]:
    """Return the questions that nothing here answers: a list, or lists under any headings."""
    node = reader.node("decoys.yaml")
    is_list = node is not None and node.kind == "list"
    parts = {"questions": node} if is_list else reader.fields(node, "this file")
    lists = [reader.texts_of(part, "questions", "question", heading=name) for name, part in parts.items()]
    return tuple(sorted({item.text for texts in lists for item in texts}))
