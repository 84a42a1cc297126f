"""The command `why`: how a question is read, what the matcher saw, and what decided."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from chatbot.sanitise import clean_line

if TYPE_CHECKING:
    from chatbot.engine import Explanation
    from chatbot.matching import Matched
    from chatbot.matching.word_reader import ReadWord

_LABEL_WIDTH = 15  # the longest label, and two blanks


class Explainer(Protocol):
    """What `why` needs of the chatbot."""

    def explain(self, text: str, /) -> Explanation:
        """Return how a message is read and what decides."""


def run_why(bot: Explainer, question: str, *, as_json: bool = False, out: TextIO | None = None) -> None:
    """Print how a question is read and why it is answered so.

    `as_json` prints the Explanation as one line of JSON. `out` is for tests: standard output.
    """
    out = sys.stdout if out is None else out
    explanation = bot.explain(question)
    if as_json:
        print(json.dumps(_as_data(explanation)), file=out)
        return
    for label, text in explain_in_words(explanation):
        print(f"{label:<{_LABEL_WIDTH}}{clean_line(text)}", file=out)


def explain_in_words(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """Yield an Explanation as pairs of a label and a sentence, in the order in which it came about."""
    question, finding, decided = explanation.question, explanation.finding, explanation.decided
    yield "question", question.text or "(nothing)"
    signs = ", ".join(f'"{question.text[start:end]}"' for start, end in finding.spans)
    found = f"{finding.level}, {', '.join(finding.signs)}" if finding.signs else finding.level
    yield "danger", ": ".join(part for part in (found, signs, finding.rule) if part)
    if explanation.follow_up != "question":
        yield "read as", explanation.follow_up
    if explanation.slips:
        yield "mistyped", ", ".join(f"{typed} (read as {meant})" for typed, meant in explanation.slips)
    if decided.matched is not None:
        yield from _evidence(explanation, decided.matched)
    yield "decided", f"{decided.kind}: {decided.rule}"
    if decided.uncovered:
        yield "not covered", ", ".join(decided.uncovered)
    reply = explanation.reply
    shown = ", ".join(answer.entry for answer in reply.answers) or "no entry"
    yield "reply", f"{reply.kind}: {shown}"
    if reply.suggestions:
        yield "suggested", ", ".join(suggestion.entry for suggestion in reply.suggestions)


def _evidence(explanation: Explanation, matched: Matched) -> Iterator[tuple[str, str]]:
    """Yield what the matcher saw: words by how they were read, the best entries, what speaks against them."""
    ranking = matched.ranking
    read = {word for said, _ in matched.respelt for word in said.split()}.union(
        matched.words, (typed for typed, _ in explanation.slips)
    )
    ignored = [word for word in explanation.question.tokens if word not in read]
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
