"""The command `check`: all that is wrong or doubtful in a knowledge base, and whether it may be published."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TextIO

from chatbot import checks
from chatbot.checks.rivals import DECOY, Match
from chatbot.knowledge import Knowledge, KnowledgeError, Problem
from chatbot.knowledge_files import loading, sources
from chatbot.normalise import normalise
from chatbot.staff.report import describe, verdict

DONE, PROBLEMS_FOUND, CANNOT_LOAD = 0, 1, 2
_NO_FOLDER = ("folder-exists", "folder-has-entries")
_FEWEST_TOLD_OF = 3_000  # questions; fewer are asked before anybody wonders
_STEPS = 5  # words of progress while all questions are asked, the last of which is the report

LoadBot = Callable[[str | None], checks.Bot]
Tell = Callable[[str], object]


class _Told:
    """A bot that says how far it has come with a known number of questions."""

    def __init__(self, bot: checks.Bot, total: int, tell: Tell) -> None:
        self._bot, self._total, self._tell = bot, total, tell
        self._asked = 0
        self._step = -(-total // _STEPS)

    def ask(self, text: str, /) -> checks.HasReply:
        """Answer one message."""
        self._asked += 1
        if self._asked % self._step == 0 and self._asked < self._total:
            self._tell(f"{self._asked:,} of {self._total:,} questions are asked.")
        return self._bot.ask(text)


def run_check(
    folder: str | None,
    *,
    as_json: bool = False,
    is_strict: bool = False,
    out: TextIO | None = None,
    load_bot: LoadBot | None = None,
    tell: Tell | None = None,
) -> int:
    """Print everything that is wrong or doubtful in the knowledge base, worst first; return the exit status.

    0: nothing stops publishing. 1: errors, or warnings with `is_strict`. 2: there is no knowledge base there.
    `as_json` prints one problem a line. `tell` is told now and then how far it has come. `out` and `load_bot` are
    for tests: standard output, and the engine's bot.
    """
    out = sys.stdout if out is None else out
    knowledge, problems = find_problems(
        folder, is_strict=is_strict, load_bot=load_bot or _load_bot, tell=tell
    )
    if as_json:
        report = "".join(json.dumps(problem.to_dict()) + "\n" for problem in problems)
    else:
        verdict_first = (verdict(problems, knowledge, is_strict=is_strict), *map(describe, problems))
        report = "\n\n".join(verdict_first) + "\n"
    with suppress(BrokenPipeError):  # nobody reads any more; what was found counts all the same
        out.write(report)
    if any(problem.rule in _NO_FOLDER for problem in problems):
        return CANNOT_LOAD
    return PROBLEMS_FOUND if any(_stops(problem, is_strict=is_strict) for problem in problems) else DONE


def find_problems(
    folder: str | None,
    *,
    is_strict: bool,
    load_bot: LoadBot,
    tell: Tell | None = None,
) -> tuple[Knowledge | None, tuple[Problem, ...]]:
    """Return the knowledge base, None where it does not load, and all problems of it, worst first.

    `tell` is told of progress.
    """
    knowledge, problems = loading.load_folder(folder)
    if knowledge is None:
        return None, problems
    try:
        bot = load_bot(folder)
        total = sum(len(entry.questions) for entry in knowledge.entries)
        if tell is not None and total >= _FEWEST_TOLD_OF:
            bot = _Told(bot, total, tell)
        found = (
            *_check_knowledge(knowledge, folder, bot, is_strict=is_strict),
            *_check_safety(folder, bot, knowledge.clinic.emergency_number),
        )
    except KnowledgeError as error:
        found = error.problems
        knowledge = None
    placed = dict.fromkeys(loading.located((*problems, *found), folder))
    return knowledge, tuple(problem for problem in placed if _is_theirs(problem, folder))


def _check_knowledge(
    knowledge: Knowledge, folder: str | None, bot: checks.Bot, *, is_strict: bool
) -> Sequence[Problem]:
    """Return what is doubtful in a knowledge base that loads; a base of one's own is held beside the built-in one."""
    is_built_in = _is_built_in(folder)
    built_in = None if is_built_in else loading.load_folder(None)[0]
    entries = built_in.entries if built_in else ()
    subject = checks.Subject(
        knowledge,
        bot,
        loading.Finder(folder),
        is_strict=is_strict,
        today=datetime.now().astimezone().date(),
        shipped=_questions_of(built_in),
        match_in=None if is_built_in else lambda rest: _match_in(rest, folder),
        small_talk=[entry.id for entry in entries if entry.kind == "smalltalk"],
    )
    return checks.check(subject)


def _questions_of(built_in: Knowledge | None) -> frozenset[tuple[str, str]]:
    """Return ids and questions of the built-in base, which a copy of it holds, too; none for that base itself."""
    if built_in is None:
        return frozenset()
    questions = ((entry.id, question) for entry in built_in.entries for question in entry.questions)
    return frozenset((*questions, *((DECOY, decoy) for decoy in built_in.decoys)))


def _is_built_in(folder: str | None) -> bool:
    return folder is None or os.path.realpath(folder) == os.path.realpath(sources.built_in_folder())


def _match_in(knowledge: Knowledge, folder: str | None) -> Match:
    """Return what answers from a base that lacks some of the questions in `folder`."""
    from chatbot.knowledge_files import opening  # noqa: PLC0415 - only where a question is doubtful

    matcher = opening.matcher_for(knowledge, frozenset(loading.common_words(folder)))

    def match(question: str) -> tuple[str, float]:
        matched = matcher.match(normalise(question).tokens)
        return matched.entry, matched.confidence

    return match


def _is_theirs(problem: Problem, folder: str | None) -> bool:
    """Whether it concerns who checks this folder: not what the built-in base lends, but for its safety."""
    built_in = sources.built_in_folder()
    if folder in (None, built_in) or problem.rule.startswith("safety"):
        return True
    return os.path.dirname(problem.position.file) != built_in  # noqa: PTH120 - a text in, a text out


def _stops(problem: Problem, *, is_strict: bool) -> bool:
    return problem.level == "error" or (is_strict and problem.level == "warning")


def _check_safety(folder: str | None, bot: checks.Bot, emergency_number: str) -> Sequence[Problem]:
    """Return what is weaker than the built-in safety file, and the built-in messages that raise no alarm.

    `emergency_number` is the clinic's own: what the cards name of another country is told.
    """
    from chatbot.safety import compile_rules  # noqa: PLC0415 - only once the knowledge base loads

    built_in, own = loading.read_safety(None), loading.read_safety(folder)
    if built_in.data is None or own.data is None:
        return (*built_in.problems, *own.problems)
    rules = compile_rules(own.data, place_of=own.place_of)
    usual = rules if own.is_built_in else compile_rules(built_in.data, place_of=built_in.place_of)
    questions = loading.read_safety_questions() or {}
    is_lent = own.is_built_in and folder not in (None, sources.built_in_folder())
    return (
        *checks.check_safety(
            rules, usual, loading.Finder(folder), is_lent=is_lent, emergency_number=emergency_number
        ),
        *(() if own.is_built_in else checks.lost_lines(own.data, built_in.data, loading.Finder(folder))),
        *checks.check_safety_questions(bot, questions),
    )


def _load_bot(folder: str | None) -> checks.Bot:
    from chatbot.engine import Chatbot  # noqa: PLC0415 - a base with errors never gets this far

    return Chatbot.load(folder)
