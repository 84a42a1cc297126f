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
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from chatbot import checks, loading, sources
from chatbot.knowledge import Knowledge, KnowledgeError, Problem
from chatbot.normalise import Question, normalise
from chatbot.rivals import DECOY, Match
from chatbot.sanitise import clean, clean_line

DONE, PROBLEMS_FOUND, CANNOT_LOAD = 0, 1, 2
_LABEL_WIDTH = 15  # of `why`: the longest label, and two blanks
_EXCERPT_WIDTH = 72  # characters of a line that are shown; a whole answer in one line would hide the caret
_NO_FOLDER = ("folder-exists", "folder-has-entries")
_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[\w.-]+|.""")

if TYPE_CHECKING:
    from chatbot.engine import Explanation
    from chatbot.matching import Matched
    from chatbot.matching.ranking import ReadWord


class Explainer(Protocol):
    """What `why` needs of the chatbot."""

    def explain(self, text: str, /) -> Explanation:
        """Return how a message is read and what decides."""


LoadBot = Callable[[str | None], checks.Bot]
Tell = Callable[[str], object]
_FEWEST_TOLD_OF = 3_000  # questions; fewer are asked before anybody wonders
_STEPS = 5  # words of progress while all questions are asked, the last of which is the report


class _Told:
    """A bot that says how far it has come with a known number of questions."""

    def __init__(self, bot: checks.Bot, total: int, tell: Tell) -> None:
        self._bot, self._total, self._tell = bot, total, tell
        self._asked = 0
        self._step = -(-total // _STEPS)

    def ask(self, text: str, /) -> checks.Turn:
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
    today: date | None = None,
    tell: Tell | None = None,
) -> tuple[Knowledge | None, tuple[Problem, ...]]:
    """Return the knowledge base, None where it does not load, and all problems of it, worst first.

    Reviews of a day after `today` (None: the day by this machine's clock) are doubtful. `tell` is told of progress.
    """
    today = datetime.now().astimezone().date() if today is None else today
    knowledge, problems = loading.load_folder(folder)
    if knowledge is None:
        return None, problems
    try:
        bot = load_bot(folder)
        total = sum(len(entry.questions) for entry in knowledge.entries)
        if tell is not None and total >= _FEWEST_TOLD_OF:
            bot = _Told(bot, total, tell)
        built_in = None if _is_built_in(folder) else loading.load_folder(None)[0]
        found = (
            *checks.check(
                knowledge,
                bot,
                loading.Finder(folder),
                is_strict=is_strict,
                today=today,
                shipped=_questions_of(built_in),
                match_in=None if _is_built_in(folder) else lambda rest: _match_in(rest, folder),
                small_talk=[entry.id for entry in built_in.entries if entry.kind == "smalltalk"]
                if built_in
                else (),
            ),
            *_check_safety(folder, bot, knowledge.clinic.emergency_number),
        )
    except KnowledgeError as error:
        found = error.problems
        knowledge = None
    placed = dict.fromkeys(loading.located((*problems, *found), folder))
    return knowledge, tuple(problem for problem in placed if _is_theirs(problem, folder))


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
    from chatbot import opening  # noqa: PLC0415 - only where a question is doubtful

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


def verdict(problems: Iterable[Problem], knowledge: Knowledge | None, *, is_strict: bool = False) -> str:
    """Return the first line of a report: what stops publishing, and what else there is.

    With `is_strict` it says how many of what stops are warnings, for each is shown as one below.
    """
    counts = dict.fromkeys(loading.LEVELS, 0)
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


def run_why(bot: Explainer, question: str, *, as_json: bool = False, out: TextIO | None = None) -> int:
    """Print how a question is read and why it is answered so; return the exit status, always 0.

    `as_json` prints the Explanation as one line of JSON. `out` is for tests: standard output.
    """
    out = sys.stdout if out is None else out
    explanation = bot.explain(question)
    if as_json:
        print(json.dumps(_as_data(explanation)), file=out)
        return DONE
    for label, text in explain_in_words(explanation):
        print(f"{label:<{_LABEL_WIDTH}}{clean_line(text)}", file=out)
    return DONE


def explain_in_words(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """Yield an Explanation as pairs of a label and a sentence, in the order in which it came about."""
    question, finding, decided = explanation.question, explanation.finding, explanation.decided
    yield "question", question.text or "(nothing)"
    signs = ", ".join(f'"{question.text[start:end]}"' for start, end in finding.spans)
    found = f"{finding.level}, {', '.join(finding.signs)}" if finding.signs else finding.level
    yield "danger", ": ".join(part for part in (found, signs, finding.rule) if part)
    if explanation.follow_up != "question":
        yield "read as", explanation.follow_up
    if decided.matched is not None:
        yield from _evidence(question, decided.matched)
    yield "decided", f"{decided.kind}: {decided.rule}"
    if decided.uncovered:
        yield "not covered", ", ".join(decided.uncovered)
    reply = explanation.reply
    shown = ", ".join(answer.entry for answer in reply.answers) or "no entry"
    yield "reply", f"{reply.kind}: {shown}"
    if reply.suggestions:
        yield "suggested", ", ".join(suggestion.entry for suggestion in reply.suggestions)


def _evidence(question: Question, matched: Matched) -> Iterator[tuple[str, str]]:
    """Yield what the matcher saw: words by how they were read, the best entries, what speaks against them."""
    ranking = matched.ranking
    misheard = {word for said, _ in matched.respelt for word in said.split()}
    ignored = [word for word in question.tokens if word not in matched.words and word not in misheard]
    by_status = {
        status: [_read(word) for word in ranking.words if word.status == status] for status in _STATUSES
    }
    by_status["repaired"] += [f"{said} (read as {meant})" for said, meant in matched.respelt]
    for status, label in _STATUSES.items():
        if by_status[status]:
            yield label, ", ".join(by_status[status])
    if ignored:
        yield "left out", ", ".join(ignored)
    if ranking.concepts:
        yield "lexicon", ", ".join(ranking.concepts)
    yield "covered", f"{ranking.coverage:.0%} of what the question says is known"
    if matched.is_exact:
        yield "exact", "the question is one of the entry's own"
    for label, match, sure in zip(
        ("best", "runner-up", "third"), ranking.matches, matched.confidences, strict=False
    ):
        yield label, f"{match.entry}: score {match.score:.2f}, sure {sure:.0%}"
    if len(ranking.matches) > 1:
        yield "margin", f"{ranking.matches[0].score - ranking.matches[1].score:.2f}"
    if ranking.outside > 0:
        yield "outside", f"what the base does not speak of scores {ranking.outside:.2f}"


_STATUSES = {
    "known": "known",
    "outside": "outside words",
    "repaired": "repaired",
    "lexicon": "lay words",
    "familiar": "in answers",
    "unknown": "unknown",
}


def _read(word: ReadWord) -> str:
    """Return a word and, where its spelling was repaired, what it may stand for."""
    meant = " or ".join(repair.word for repair in word.repairs)
    return f"{word.text} (read as {meant})" if meant else word.text


def _as_data(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return named tuples as dicts, for JSON."""
    if hasattr(value, "_asdict"):
        return {name: _as_data(part) for name, part in value._asdict().items()}
    if isinstance(value, (tuple, list)):
        return [_as_data(part) for part in value]
    return value if value is None or isinstance(value, (str, int)) else float(value)


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
        *checks.check_safety_questions(bot, questions),
    )


def _load_bot(folder: str | None) -> checks.Bot:
    from chatbot.engine import Chatbot  # noqa: PLC0415 - a base with errors never gets this far

    return Chatbot.load(folder)
