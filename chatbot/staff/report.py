"""Problems in words: the verdict first, then each with its place, the line of the file, the cause and what to do."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from chatbot.knowledge import Knowledge, Problem
from chatbot.knowledge_files.loading import LEVELS
from chatbot.sanitise import clean, clean_line
from chatbot.speaking.presentation import columns_of

_EXCERPT_WIDTH = 72  # characters of a line that are shown; a whole answer in one line would hide the caret
_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[\w.-]+|.""")


def verdict(problems: Iterable[Problem], knowledge: Knowledge | None, *, is_strict: bool = False) -> str:
    """Return the first line of a report: what stops publishing, and what else there is.

    With `is_strict` it says how many of what stops are warnings, for each is shown as one below.
    """
    counts = dict.fromkeys(LEVELS, 0)
    for problem in problems:
        counts[problem.level] += 1
    warnings = _counted(counts["warning"], "warning", "warnings")
    stopping = counts["error"] + (counts["warning"] if is_strict else 0)
    stop = _counted(stopping, "problem stops publishing", "problems stop publishing")
    if is_strict and warnings:
        stop += f" (with --strict, which counts {warnings} as {'an error' if counts['warning'] == 1 else 'errors'})"
    parts = [
        stop,
        "" if is_strict else warnings,
        _counted(counts["hint"], "suggestion", "suggestions"),
    ]
    said = ", ".join(part for part in parts if part) or "nothing to repair"
    if knowledge is None:
        return said
    size = _counted(len(knowledge.entries), "entry", "entries")
    questions = _counted(sum(len(entry.questions) for entry in knowledge.entries), "question", "questions")
    return f"{said} ({size}, {questions})"


def describe(problem: Problem) -> str:
    """Return one problem as several lines: place and message, the line of the file, cause, what to do."""
    place = problem.position._replace(file=_shown_path(problem.position.file))
    lines = [f"{place}: {problem.level}: {clean_line(problem.message)} ({problem.rule})"]
    if problem.excerpt.strip():
        lines += _excerpt(problem.excerpt, problem.position.line, problem.position.column - 1)
    if problem.cause:
        lines.append(f"  {clean_line(problem.cause)}")
    if problem.repair:
        first, *rest = clean(problem.repair).rstrip().split("\n")
        first = f"D{first[1:]}" if first.startswith("did you mean") else f"Do this: {first}"
        lines += [f"  {first}", *(f"    {line}".rstrip() for line in rest)]
    return "\n".join(lines)


def _excerpt(line: str, number: int, start: int) -> list[str]:
    """Return the line of the file and a line of carets under what starts at `start` (from 0)."""
    line = line.replace("\t", " ").rstrip()
    token = _TOKEN.match(line, start)
    end = min(token.end() if token else start + 1, start + _EXCERPT_WIDTH // 2)
    before, after = 0, len(line)
    if len(line) > _EXCERPT_WIDTH:
        before = max(0, min(start - _EXCERPT_WIDTH // 3, len(line) - _EXCERPT_WIDTH))
        after = before + _EXCERPT_WIDTH
    lead = "..." if before else ""
    shown = f"{lead}{line[before:after]}{'...' if after < len(line) else ''}"
    gap = " " * columns_of(lead + line[before:start])
    carets = "^" * max(1, columns_of(line[start : min(end, after)]))
    return [f"{number:>5} | {shown}", f"{'':>5} | {gap}{carets}"]


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""


def _shown_path(path: str) -> str:
    """Return a path as short as it can be said: below the current folder without the way there."""
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - a text in, a text out
    return clean_line(path.removeprefix(here))
