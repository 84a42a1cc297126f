"""Loading a folder, as the tests of knowledge files do it."""

from __future__ import annotations

from pathlib import Path

from chatbot.knowledge import Knowledge, Problem
from chatbot.knowledge_files.loading import load_folder


def loaded(folder: str) -> Knowledge:
    """Return the knowledge of a folder without any problem."""
    knowledge, problems = load_folder(folder)
    assert not problems, problems
    assert knowledge is not None
    return knowledge


def problems_of(folder: str) -> tuple[Problem, ...]:
    """Return the problems of a folder; an error among them leaves no knowledge."""
    knowledge, problems = load_folder(folder)
    assert (knowledge is None) == any(problem.level == "error" for problem in problems)
    return problems


def only(folder: str) -> Problem:
    """Return a folder's one problem."""
    problems = problems_of(folder)
    assert len(problems) == 1, problems
    return problems[0]


def place(problem: Problem) -> tuple[str, int, int]:
    """Return where a problem stands: file, line and column."""
    return Path(problem.position.file).name, problem.position.line, problem.position.column
