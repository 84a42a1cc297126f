"""A folder to what the engine needs: knowledge, matcher and safety rules; from the cache when nothing changed.

The one place where reading files, compiling and the cache meet. Everything that is compiled is a pure function
of the files' bytes, so the fingerprint of those bytes is enough to know that the compiled form is still right. They
are read once: what is compiled is what the fingerprint is of, whoever saves a file meanwhile.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Sequence
from functools import cache as once
from typing import TYPE_CHECKING, Any

from chatbot import safety
from chatbot.knowledge import Knowledge, KnowledgeError, Position, Problem
from chatbot.knowledge_files import cache
from chatbot.knowledge_files.packing import from_plain, to_plain
from chatbot.knowledge_files.sources import Source, built_in_folder, read_sources, source_bytes, with_contents
from chatbot.matching import Home, Matcher, WordLists
from chatbot.normalise import normalise

if TYPE_CHECKING:
    from chatbot.knowledge_files.loading import PlainFile

Folder = str | os.PathLike[str]
Opened = tuple[Knowledge, Matcher, Callable[[], Matcher], safety.SafetyRules]


def open_knowledge(folder: Folder | None = None) -> Opened:
    """Return what an engine is made of. Raises KnowledgeError with every problem of the folder.

    TypeError for a folder that is neither text nor a path of text, ValueError for an empty text: a setting that is not
    set must not open some folder by chance.
    """
    if folder is not None:
        folder = os.fspath(folder) if isinstance(folder, os.PathLike) else folder
        if not isinstance(folder, str):
            kind = type(folder).__name__
            raise TypeError(f"the folder of a knowledge base is a text, a Path or None, not {kind}")
        if not folder:
            raise ValueError("the name of the folder is empty; None stands for the built-in knowledge base")
    sources = read_sources(folder)
    name = cache.fingerprint(source_bytes(sources))
    plain = cache.read(name)
    if plain is not None:
        return _unpack(plain)
    whole = with_contents(sources)
    opened = compile_knowledge(folder, whole)
    is_unchanged = source_bytes(whole) == source_bytes(sources)
    if is_unchanged:  # else a release came in between: the next start compiles it
        cache.write(name, _pack(opened))
    return opened


def compile_knowledge(folder: str | None = None, sources: Sequence[Source] | None = None) -> Opened:
    """Return what an engine is made of, counted afresh from the files in `folder`. Raises KnowledgeError.

    `sources` are these files where they have been read already, each with its content.
    """
    from chatbot.knowledge_files import loading  # noqa: PLC0415 - loads the YAML reader

    sources = with_contents(read_sources(folder)) if sources is None else sources
    knowledge = loading.load_knowledge(folder, sources)
    ordinary = frozenset(loading.common_words(folder, sources))
    file = loading.read_safety(folder, sources)
    if file.data is None:
        raise KnowledgeError(file.problems)
    rules = _safety_rules(file, ordinary)
    matcher = matcher_for(knowledge, ordinary)
    likeness = _likeness(sources)
    rules = rules._replace(likeness=likeness.prepared(matcher.words() | ordinary))
    follow_ups = follow_up_matcher_for(knowledge, ordinary)
    return knowledge, matcher, lambda: follow_ups, rules


def _safety_rules(file: PlainFile, ordinary: frozenset[str]) -> safety.SafetyRules:
    """Return the rules of a safety file. What is wrong in a clinic's own one can always be mended by a copy."""
    try:
        return safety.compile_rules(file.data, ordinary, file.place_of)
    except KnowledgeError as error:
        if file.is_built_in:
            raise
        whole = os.path.join(built_in_folder(), "safety.yaml")  # noqa: PTH118 - pathlib costs 5 ms at start
        repair = f"compare it with {whole}, or copy that file and change the copy"
        raise KnowledgeError(
            tuple(one._replace(repair=one.repair or repair) for one in error.problems)
        ) from None


def _likeness(sources: Sequence[Source]) -> safety.Likeness:
    """Return what the safety examples teach. Without it nothing may start: half a triage looks like a whole one."""
    contents = {source.name: source.content for source in sources}
    try:
        return safety.Likeness.from_file(contents.get("safety-likeness.bin") or b"")
    except ValueError:
        problem = Problem(
            "error",
            "safety-likeness-unreadable",
            Position("safety-likeness.bin"),
            "this file of the built-in knowledge base is missing or damaged",
            "It holds what the example messages teach the safety triage.",
            "Install the program again; in a copy of the source, run: make likeness",
        )
        raise KnowledgeError((problem,)) from None


def matcher_for(knowledge: Knowledge, ordinary: frozenset[str] = frozenset()) -> Matcher:
    """Return the matcher of a knowledge base; `ordinary` words are never taken for misspellings."""

    def words(text: str) -> tuple[str, ...]:
        return normalise(text).tokens

    lines = (*knowledge.lexicon, *knowledge.outside)
    phrases = {(words(text), line.means) for line in lines for text in (line.means, *line.say)}
    spellings = {(words(say), words(line.means)) for line in knowledge.spellings for say in line.say}
    elsewhere = {word for line in knowledge.outside for say in line.say for word in words(say)}
    said = [text for entry in knowledge.entries for text in (entry.text, entry.more, entry.title)]
    said += [text for term in knowledge.glossary for text in (term.term, *term.also, term.meaning)]
    lists = WordLists(
        phrases=phrases,
        spellings=spellings,
        protected=ordinary | elsewhere,
        familiar={word for text in said for word in words(text)},
        subjects={line.means for line in knowledge.outside},
        home=Home(*({word for text in texts for word in words(text)} for texts in knowledge.home)),
    )
    wordings = {
        entry.id: [words(text) for text in (*entry.questions, entry.title)] for entry in knowledge.entries
    }
    return Matcher.build(wordings, [words(text) for text in knowledge.decoys], lists)


def follow_up_matcher_for(knowledge: Knowledge, ordinary: frozenset[str] = frozenset()) -> Matcher:
    """Return the matcher that tells what a message that leans on an answer asks for: classes by what they mean."""
    classes = {line.means: [normalise(text).tokens for text in line.say] for line in knowledge.follow_ups}
    return Matcher.build(classes, lists=WordLists(protected=ordinary))


def _pack(opened: Opened) -> tuple[Any, ...]:
    knowledge, matcher, follow_ups, rules = opened
    later = marshal.dumps(follow_ups().to_plain())  # read only when a message follows an answer
    return to_plain(knowledge), matcher.to_plain(), later, safety.to_plain(rules)


def _unpack(plain: tuple[Any, ...]) -> Opened:
    knowledge, matcher, later, rules = plain

    @once
    def follow_ups() -> Matcher:
        return Matcher.from_plain(marshal.loads(later))  # noqa: S302 - inside what the cache has verified

    return from_plain(knowledge), Matcher.from_plain(matcher), follow_ups, safety.from_plain(rules)
