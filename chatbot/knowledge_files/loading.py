"""A folder of files to Knowledge, and every problem on the way.

Knowledge and problems are handed back together, and the caller decides what to do with them. A caller that has read
the files already hands them in as `sources`, so that everything is of one version; otherwise they are read here. What
the files mean is for `assembly` to say. It and yaml are imported only when a base is read, because most starts are
answered by the cache. What can only be judged with the whole bot is for `checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from chatbot.knowledge import Knowledge, KnowledgeError, Position, Problem, ProblemLevel
from chatbot.knowledge_files.sources import Source, built_in_folder, read_sources

if TYPE_CHECKING:
    from chatbot.knowledge_files.yaml_source import Node

LEVELS: tuple[ProblemLevel, ...] = ("error", "warning", "hint")


def load_knowledge(folder: str | None = None, sources: Sequence[Source] | None = None) -> Knowledge:
    """Return the knowledge base in `folder` (None: the built-in one).

    Raises KnowledgeError with every problem, worst first, as soon as one of them is an error.
    """
    knowledge, problems = load_folder(folder, sources)
    if knowledge is None:
        raise KnowledgeError(problems)
    return knowledge


def load_folder(
    folder: str | None = None, sources: Sequence[Source] | None = None
) -> tuple[Knowledge | None, tuple[Problem, ...]]:
    """Return the knowledge base in `folder` and everything that is wrong or doubtful in it, worst first.

    The knowledge is None as soon as one problem is an error. An entry's Position names its file without the
    folder, so that the same files give the same Knowledge anywhere; a Problem's names it with the folder.
    """
    from chatbot.knowledge_files.assembly import assemble  # noqa: PLC0415 - not loaded when the cache answers

    sources = read_sources(folder) if sources is None else sources
    knowledge, problems = assemble(folder, sources)
    placed = located(problems, folder, sources)
    return (None if _has_error(placed) else knowledge), placed


class PlainFile(NamedTuple):
    """A file of the base (safety.yaml) as plain lists, dicts, texts, numbers and truth values, for `safety` to compile.

    `data` is None when the file cannot be read, which `problems` explain: then nothing may start. `place_of`
    gives the place of a path of names and indexes inside the data. `is_built_in`: not the folder's own file.
    """

    data: Any
    problems: tuple[Problem, ...]
    place_of: Callable[[tuple[str | int, ...]], Position]
    is_built_in: bool


def read_safety(folder: str | None = None, sources: Sequence[Source] | None = None) -> PlainFile:
    """Return safety.yaml of `folder`, else the built-in one."""
    return _read_file("safety.yaml", folder, sources)


def read_safety_questions() -> Any:  # noqa: ANN401 - plain data
    """Return the built-in safety questions, class to messages, that every base must pass; else None."""
    return _read_file("safety-questions.yaml", None, None).data


def _read_file(name: str, folder: str | None, sources: Sequence[Source] | None) -> PlainFile:
    """Return one file of a knowledge base as plain data, with its problems and a way to find places in it again."""
    from chatbot.knowledge_files.assembly import read_file  # noqa: PLC0415 - not loaded when the cache answers

    known = read_sources(folder) if sources is None else sources
    sources = [source for source in known if source.name == name]
    node, problems = read_file(name, sources)
    placed = located(problems, folder, sources)
    is_built_in = folder is None or folder == built_in_folder() or all(item.is_fall_back for item in sources)
    if node is None or _has_error(placed):
        return PlainFile(None, placed, lambda _: Position(name), is_built_in)
    path = sources[0].path
    return PlainFile(node.plain(), placed, lambda inside: node.at(inside)._replace(file=path), is_built_in)


class Finder:
    """Finds places in the files of a knowledge base again, for problems that only show in the whole."""

    def __init__(self, folder: str | None = None) -> None:
        self._sources = read_sources(folder)
        self._files: dict[str, Node | None] = {}
        self._entries: dict[Position, Node] = {}
        self._places: dict[Position | str, dict[str, Position]] = {}  # by where an entry starts, or by file

    def __call__(self, near: Position, text: str) -> Position:
        """Return the place of a field of this name, or of these words, in the entry that starts there.

        Where no entry starts at `near`, anywhere in its file. `near` itself where nothing is found.
        """
        file = self._node(near.file)
        where = near if near in self._entries else near.file
        places = self._places.get(where)
        if places is None:  # looked through once: a large file may have thousands of places to be found
            node = self._entries.get(near, file)
            places = self._places[where] = {} if node is None else node.places()
        return places.get(text, near)

    def _node(self, name: str) -> Node | None:
        if name not in self._files:
            from chatbot.knowledge_files.assembly import entry_nodes, read_file  # noqa: PLC0415

            self._files[name] = node = read_file(name, self._sources)[0]
            self._entries |= {item.position: item for item in entry_nodes(node)}
        return self._files[name]


def common_words(folder: str | None = None, sources: Sequence[Source] | None = None) -> tuple[str, ...]:
    """Return the ordinary words that spelling must not repair: lower case, sorted.

    In common-words.txt words are apart by spaces or lines, and what follows # is a remark.
    """
    words: set[str] = set()
    for source in read_sources(folder) if sources is None else sources:
        if source.name == "common-words.txt" and source.content is not None:
            for line in source.content.decode("utf-8-sig", "replace").lower().splitlines():
                words.update(line.partition("#")[0].split())
    return tuple(sorted(words))


def located(
    problems: Iterable[Problem], folder: str | None = None, sources: Sequence[Source] | None = None
) -> tuple[Problem, ...]:
    """Return the problems, worst first, with the folder in their places and the line of the file as excerpt.

    Files that fall back to the built-in base are named there. Places outside of any file stay as they are.
    """
    problems = list(problems)
    if not problems:
        return ()
    from chatbot.knowledge_files.yaml_source import visible_lines  # noqa: PLC0415 - not loaded when the cache answers

    known = read_sources(folder) if sources is None else sources
    by_name = {name: source for source in known for name in (source.name, source.path)}
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
