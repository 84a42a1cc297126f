"""YAML text to nodes with places, and everything that is wrong with it. The one door of yaml.

Owns every place in a file (lines and columns count characters from 1). What is wrong with a line that YAML cannot read
is for `broken_lines` to say; what the fields mean is for `assembly` to say. Where one line cannot be read, the likely
repair is tried and reading goes on, so that one look at a file shows all of its problems; such a file still has an
error and is never used.

`nodes` has the value that is made, `building` makes it from yaml's events, `hidden` finds characters that nobody sees,
`merged` what was left behind when two versions of a file were put together, and `misplaced_fields` words what is wrong
with a field where it stands.
"""

from __future__ import annotations

from typing import Any

import yaml

from chatbot.knowledge import Position, Problem
from chatbot.knowledge_files.broken_lines import Mistake, explain, is_about_backslash, mend
from chatbot.knowledge_files.yaml_source.building import Builder
from chatbot.knowledge_files.yaml_source.hidden import is_dangerous, visible_lines, without_odd_characters
from chatbot.knowledge_files.yaml_source.merged import without_second_versions
from chatbot.knowledge_files.yaml_source.nodes import Node

__all__ = ["Node", "is_dangerous", "read", "visible_lines"]

MOST_REPAIRS = 20  # a file with more broken lines than this was not meant as YAML

# The C loader is ten times faster; the other one reads the same language.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the file's one value, and every problem of the YAML in it in reading order.

    None for a file without any value (empty, only comments), and for one too broken to go on. With a problem
    of level "error" the Node is only good for finding more problems. Never raises. `file` names the file in
    places.
    """
    problems: list[Problem] = []
    lines = without_odd_characters(text, file, problems).split("\n")
    without_second_versions(lines, file, problems)
    root = _built(lines, file, problems)
    shown = visible_lines(text) if problems else []
    problems = [
        problem._replace(excerpt="".join(shown[problem.position.line - 1 : problem.position.line]))
        for problem in problems
    ]
    return root, tuple(sorted(problems, key=lambda problem: problem.position))


def _built(lines: list[str], file: str, problems: list[Problem]) -> Node | None:
    """Return the value that these lines describe, mending line after line that YAML cannot read; collect problems."""
    blamed: set[int] = set()  # lines; one that is blamed again cannot be mended
    for _ in range(MOST_REPAIRS):
        builder = Builder(file, lines)
        try:
            root = builder.build(yaml.parse("\n".join(lines), Loader=_LOADER))
        except yaml.YAMLError as error:
            mistake = _explain(error, lines)
            if mistake.line in blamed:
                return None
            place = Position(file, mistake.line + 1, mistake.column + 1)
            problems.append(
                Problem("error", mistake.rule, place, mistake.message, mistake.cause, mistake.repair)
            )
            blamed.add(mistake.line)
            if not mend(lines, mistake):
                return None
        else:
            problems += builder.problems
            return root
    return None


def _explain(error: yaml.YAMLError, lines: list[str]) -> Mistake:
    """Return what is wrong in an editor's words, and the line to repair."""
    return explain(lines, *_place_of(error, lines))


def _place_of(error: yaml.YAMLError, lines: list[str]) -> tuple[int, int, str]:
    """Return line and column (from 0) of what is wrong, and yaml's words for it."""
    mark = getattr(error, "problem_mark", None)
    reason = str(getattr(error, "problem", ""))
    context = getattr(error, "context", None) or ""
    start = getattr(error, "context_mark", None)
    is_text_in_the_way = any(word in context for word in ("quoted scalar", "flow", "simple key"))
    if start is not None and is_text_in_the_way and not is_about_backslash(reason):
        mark = start
    if mark is None:
        return 0, 0, reason
    number = min(mark.line, len(lines) - 1)
    return number, min(mark.column, len(lines[number])), reason
