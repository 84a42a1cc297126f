"""A folder of files to Knowledge, and every problem on the way.

Owns what is done with the result: knowledge and problems are handed back together, who calls decides. Reading
the files is `assembly`'s work; it and yaml are only imported when a file is really read, because on most
starts the cache answers first. What needs the whole bot to judge is `checks`' job.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from chatbot.knowledge import Knowledge, KnowledgeError, Problem, ProblemLevel
from chatbot.sources import Source, built_in_folder, read_sources, source_bytes

__all__ = [
    "LEVELS",
    "built_in_folder",
    "common_words",
    "load_folder",
    "load_knowledge",
    "located",
    "read_safety",
    "source_bytes",
]

LEVELS: tuple[ProblemLevel, ...] = ("error", "warning", "hint")


def load_knowledge(folder: str | None = None) -> Knowledge:
    """Return the knowledge base in `folder` (None: the built-in one).

    Raises KnowledgeError with every problem, worst first, as soon as one of them is an error.
    """
    knowledge, problems = load_folder(folder)
    if knowledge is None:
        raise KnowledgeError(problems)
    return knowledge


def load_folder(folder: str | None = None) -> tuple[Knowledge | None, tuple[Problem, ...]]:
    """Return the knowledge base in `folder` and everything that is wrong or doubtful in it, worst first.

    The knowledge is None as soon as one problem is an error. An entry's Position names its file without the
    folder, so that the same files give the same Knowledge anywhere; a Problem's names it with the folder.
    """
    from chatbot.assembly import assemble  # noqa: PLC0415 - not loaded when the cache answers

    sources = read_sources(folder)
    knowledge, problems = assemble(folder, sources)
    placed = located(problems, folder, sources)
    return (None if _has_error(placed) else knowledge), placed


def read_safety(folder: str | None = None) -> tuple[Any, tuple[Problem, ...]]:
    """Return safety.yaml of `folder`, else the built-in one, as plain lists, dicts, texts and numbers.

    The data is None when the file cannot be read, which the problems explain: then nothing may start.
    """
    from chatbot.assembly import read_plain  # noqa: PLC0415

    sources = [source for source in read_sources(folder) if source.name == "safety.yaml"]
    data, problems = read_plain("safety.yaml", sources)
    placed = located(problems, folder, sources)
    return (None if _has_error(placed) else data), placed


def common_words(folder: str | None = None) -> tuple[str, ...]:
    """Return the ordinary words that spelling must not repair: lower case, sorted.

    In common-words.txt words are apart by spaces or lines, and what follows # is a remark.
    """
    words: set[str] = set()
    for source in read_sources(folder):
        if source.name == "common-words.txt" and source.content is not None:
            for line in source.content.decode("utf-8-sig", "replace").lower().splitlines():
                words.update(line.partition("#")[0].split())
    return tuple(sorted(words))


def located(
    problems: Iterable[Problem], folder: str | None = None, sources: Iterable[Source] | None = None
) -> tuple[Problem, ...]:
    """Return the problems, worst first, with the folder in their places and the line of the file as excerpt.

    Files that fall back to the built-in base are named there. Places outside of any file stay as they are.
    """
    problems = list(problems)
    if not problems:
        return ()
    from chatbot.yaml_source import visible_lines  # noqa: PLC0415 - not loaded when the cache answers

    by_name = {source.name: source for source in (read_sources(folder) if sources is None else sources)}
    lines: dict[str, list[str]] = {}
    placed: list[Problem] = []
    for problem in problems:
        place = problem.position
        source = by_name.get(place.file)
        if source is None:
            placed.append(problem)
            continue
        if place.file not in lines:
            lines[place.file] = visible_lines((source.content or b"").decode("utf-8-sig", "replace"))
        excerpt = "".join(lines[place.file][place.line - 1 : place.line])
        placed.append(problem._replace(position=place._replace(file=source.path), excerpt=excerpt))
    return tuple(sorted(placed, key=_worst_first))


def _worst_first(problem: Problem) -> tuple[int, str, int, int, str, str]:
    return (LEVELS.index(problem.level), *problem.position, problem.rule, problem.message)


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.level == "error" for problem in problems)
