"""The files of one knowledge base to Knowledge.

Owns which fields each file has, which must be there, and what must fit together, in one direction:

`files` (a file to nodes, or what is wrong with it) <- `folder` (names of files) and `entries` (each by itself) <-
`together` (entries beside each other) <- `small_files` (all that is not entries; some of it names entries).
"""

from __future__ import annotations

from collections.abc import Iterable

from chatbot.knowledge import Knowledge, Problem
from chatbot.knowledge_files.assembly.entries import entry_nodes, read_entries
from chatbot.knowledge_files.assembly.files import FileReader
from chatbot.knowledge_files.assembly.folder import (
    check_folder,
    check_has_entries,
    check_no_end_is_lost,
    check_no_file_is_missing,
    tell_once,
)
from chatbot.knowledge_files.assembly.small_files import (
    read_clinic,
    read_decoys,
    read_follow_ups,
    read_glossary,
    read_languages,
    read_lexicon,
)
from chatbot.knowledge_files.assembly.together import Known, beside_others, with_ids_of_their_own
from chatbot.knowledge_files.sources import Source
from chatbot.knowledge_files.yaml_source import Node

__all__ = ["assemble", "entry_nodes", "read_file"]


def assemble(folder: str | None, sources: Iterable[Source]) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Return what could be read of a knowledge base, and every problem, whose places lack the folder."""
    reader = FileReader(sources)
    is_readable = check_folder(reader, folder)
    of_the_folder = tuple(reader.problems)
    knowledge = _knowledge(reader)
    if not is_readable:  # the same would be said of each of its files
        return knowledge, of_the_folder
    check_no_file_is_missing(reader, folder)
    check_no_end_is_lost(reader, folder)
    tell_once(reader)
    return knowledge, tuple(reader.problems)


def read_file(name: str, sources: Iterable[Source]) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return one file whose fields are not known here, None where there is none, and its problems."""
    reader = FileReader(sources)
    node = reader.node(name)
    if node is not None:
        reader.check_bare_words(node)
    return node, tuple(reader.problems)


def _knowledge(reader: FileReader) -> Knowledge:
    """Return what the files hold, read in the order in which they depend on each other; `reader` keeps the problems."""
    reader.clinic = read_clinic(reader)  # first: its settings fill the texts of all other files
    files = read_entries(reader)
    check_has_entries(reader, has_own=any(not draft.is_fall_back for draft in files.drafts))
    drafts = with_ids_of_their_own(reader, files.drafts)
    known = Known({draft.entry.id: draft.entry.title for draft in drafts}, is_torn=files.is_torn)
    entries = beside_others(reader, files, drafts, known)
    reader.check_words_file()
    safety = reader.node("safety.yaml")
    if safety is not None:  # what its fields mean is for `safety` to judge
        reader.check_bare_words(safety)
    lexicon = read_lexicon(reader, known)
    return Knowledge(
        entries=tuple(sorted(entries, key=lambda entry: entry.id)),
        groups=tuple(files.groups.values()),
        clinic=reader.clinic,
        lexicon=lexicon.words,
        spellings=lexicon.spellings,
        outside=lexicon.outside,
        home=lexicon.home,
        broad=lexicon.broad,
        glossary=read_glossary(reader, known),
        languages=read_languages(reader),
        decoys=read_decoys(reader),
        follow_ups=read_follow_ups(reader, known, files.groups),
    )
