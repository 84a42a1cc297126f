"""What the clinic's staff see: a knowledge base checked, a question explained.

Owns the words around a Problem: the verdict first, then each with its place, the line of the file, the cause
and what to do. Nobody here is ever shown a traceback.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from chatbot import checks, loading
from chatbot.knowledge import Knowledge, KnowledgeError, Problem
from chatbot.sanitise import clean, clean_line

DONE, PROBLEMS_FOUND, CANNOT_LOAD = 0, 1, 2
_EXCERPT_WIDTH = 72  # characters of a line that are shown; a whole answer in one line would hide the caret
_NO_FOLDER = ("folder-exists", "folder-has-entries")
_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[\w.-]+|.""")

LoadBot = Callable[[str | None], checks.Bot]


def run_check(
    folder: str | None,
    *,
    as_json: bool = False,
    is_strict: bool = False,
    out: TextIO | None = None,
    load_bot: LoadBot | None = None,
) -> int:
    """Print everything that is wrong or doubtful in the knowledge base, worst first; return the exit status.

    0: nothing stops publishing. 1: errors, or warnings with `is_strict`. 2: there is no knowledge base there.
    `as_json` prints one problem a line. `out` and `load_bot` are for tests: standard output, and the engine's
    bot.
    """
    out = sys.stdout if out is None else out
    knowledge, problems = find_problems(folder, is_strict=is_strict, load_bot=load_bot or _load_bot)
    if as_json:
        for problem in problems:
            print(json.dumps(problem.to_dict()), file=out)
    else:
        print(
            "\n\n".join((verdict(problems, knowledge, is_strict=is_strict), *map(describe, problems))),
            file=out,
        )
    if any(problem.rule in _NO_FOLDER for problem in problems):
        return CANNOT_LOAD
    return PROBLEMS_FOUND if any(_stops(problem, is_strict=is_strict) for problem in problems) else DONE


def find_problems(
    folder: str | None, *, is_strict: bool, load_bot: LoadBot
) -> tuple[Knowledge | None, tuple[Problem, ...]]:
    """Return the knowledge base, None where it does not load, and all problems of it, worst first."""
    knowledge, problems = loading.load_folder(folder)
    if knowledge is None:
        return None, problems
    try:
        bot = load_bot(folder)
        found = (
            *checks.check(knowledge, bot, loading.Finder(folder), is_strict=is_strict),
            *_check_safety(folder, bot),
        )
    except KnowledgeError as error:
        found = error.problems
        knowledge = None
    return knowledge, tuple(dict.fromkeys(loading.located((*problems, *found), folder)))


def verdict(problems: Iterable[Problem], knowledge: Knowledge | None, *, is_strict: bool = False) -> str:
    """Return the first line of a report: what stops publishing, and what else there is."""
    counts = dict.fromkeys(loading.LEVELS, 0)
    for problem in problems:
        counts["error" if _stops(problem, is_strict=is_strict) else problem.level] += 1
    parts = [
        _counted(counts["error"], "problem stops publishing", "problems stop publishing"),
        _counted(counts["warning"], "warning", "warnings"),
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
        lines += [f"  Do this: {first}", *(f"    {line}".rstrip() for line in rest)]
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
    gap = " " * _columns(lead + line[before:start])
    carets = "^" * max(1, _columns(line[start : min(end, after)]))
    return [f"{number:>5} | {shown}", f"{'':>5} | {gap}{carets}"]


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a wide character, none for a mark."""
    wide = sum(unicodedata.east_asian_width(character) in ("W", "F") for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def _stops(problem: Problem, *, is_strict: bool) -> bool:
    return problem.level == "error" or (is_strict and problem.level == "warning")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""


def _shown_path(path: str) -> str:
    """Return a path as short as it can be said: below the current folder without the way there."""
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - a text in, a text out
    return clean_line(path.removeprefix(here))


def _check_safety(folder: str | None, bot: checks.Bot) -> Sequence[Problem]:
    """Return what is weaker than the built-in safety file, and the built-in messages that raise no alarm."""
    from chatbot.safety import compile_rules  # noqa: PLC0415 - only once the knowledge base loads

    built_in, own = loading.read_safety(None), loading.read_safety(folder)
    if built_in.data is None or own.data is None:
        return (*built_in.problems, *own.problems)
    rules = compile_rules(own.data, place_of=own.place_of)
    usual = rules if own.is_built_in else compile_rules(built_in.data, place_of=built_in.place_of)
    questions = loading.read_safety_questions() or {}
    return (
        *checks.check_safety(rules, usual, loading.Finder(folder)),
        *checks.check_safety_questions(bot, questions),
    )


def _load_bot(folder: str | None) -> checks.Bot:
    from chatbot.engine import Chatbot  # noqa: PLC0415 - a base with errors never gets this far

    return Chatbot.load(folder)
