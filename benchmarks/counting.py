"""What counts as right: verdicts on replies, and the measures that are made of scores.

Everything here is a pure function of plain values, so that the tests can hold it on examples small enough to
count by hand. Which labels a question may have is described at the top of tests/data/questions.yaml.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

LABELS = frozenset({"out-of-scope", "clarify"})
IN_SCOPE_KINDS = frozenset({"paraphrase", "typo", "terse", "story", "in-scope", "handoff"})

Item = Mapping[str, Any]
PlainReply = Mapping[str, Any]


def accepted(item: Item) -> frozenset[str]:
    """Return the entries and labels that an item or turn accepts."""
    expect = item["expect"]
    return frozenset([expect] if isinstance(expect, str) else expect)


def kind_of(item: Item) -> str:
    """Return the kind of a labelled question."""
    if "turns" in item:
        return "dialogue"
    if "expect_all" in item:
        return (
            "double, one outside" if any("out-of-scope" in part for part in item["expect_all"]) else "double"
        )
    return str(item.get("kind") or ("out-of-scope" if "out-of-scope" in accepted(item) else "in-scope"))


def is_in_scope(item: Item) -> bool:
    """Return whether a single question has an entry that answers it."""
    return kind_of(item) in IN_SCOPE_KINDS and bool(accepted(item) - LABELS)


class Verdict(NamedTuple):
    """One reply judged.

    `is_right`: the first answer fits. `is_helped`: that, or the right entry is offered. `is_wrong`: a
    confident mistake. `can_inform`: some entry explains this; `is_informed`: one such was told (a hand-off
    explains nothing).
    """

    is_right: bool
    is_helped: bool
    is_wrong: bool
    can_inform: bool = False
    is_informed: bool = False


def judge(reply: PlainReply, expect: frozenset[str], informing: frozenset[str]) -> Verdict:
    """Judge a reply to a question that accepts `expect`; `informing` are the entries that explain."""
    kind = reply["kind"]
    told = [answer["entry"] for answer in reply["answers"]]
    first_fits = bool(told) and told[0] in expect
    serves = expect & informing
    informed = bool(serves & set(told))
    if "out-of-scope" in expect:
        right = first_fits or kind in ("unknown", "handoff")
        verdict = Verdict(right, right or kind == "clarify", kind == "answer" and not right)
    elif "clarify" in expect:
        right = first_fits or kind in ("unknown", "clarify")
        verdict = Verdict(right, right, kind == "answer" and not right)
    else:
        offered = {suggestion["entry"] for suggestion in reply["suggestions"]}
        helped = first_fits or (kind == "clarify" and bool(offered & expect))
        verdict = Verdict(first_fits, helped, kind in ("answer", "handoff", "smalltalk") and not first_fits)
    return verdict._replace(can_inform=bool(serves), is_informed=informed)


def judge_double(reply: PlainReply, parts: Iterable[Iterable[str]]) -> Verdict:
    """Judge a reply to several questions in one message: right when all are met, helped when one is.

    A part is met when one of its entries is told; an out-of-scope part when nothing beyond the others is.
    """
    told = {answer["entry"] for answer in reply["answers"]}
    parts = [set(part) for part in parts]
    fitting = set().union(*parts)
    met = [bool(told & part) or ("out-of-scope" in part and told <= fitting) for part in parts]
    return Verdict(all(met), any(met), is_wrong=False)


class Counts(NamedTuple):
    """Shares from 0 to 1 over `n` verdicts; `informed` is None where there was nothing to inform about."""

    n: int
    right: float
    helped: float
    wrong: float
    informed: float | None


def count(verdicts: Sequence[Verdict]) -> Counts:
    """Return the shares of right, helped, wrong and informed."""
    total = Counter[str]()
    for verdict in verdicts:
        total.update(name for name, holds in verdict._asdict().items() if holds)
    n = len(verdicts)
    informable = total["can_inform"]
    return Counts(
        n,
        share(total["is_right"], n),
        share(total["is_helped"], n),
        share(total["is_wrong"], n),
        share(total["is_informed"], informable) if informable else None,
    )


def share(part: float, whole: float) -> float:
    """Return part of whole, 0 when there is nothing."""
    return part / whole if whole else 0.0


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """Return how often an in-scope question scores above an out-of-scope one; a tie counts half."""
    ordered = sorted(outside)
    above = sum((bisect_left(ordered, s) + bisect_right(ordered, s)) / 2 for s in inside)
    return share(above, len(inside) * len(ordered))


def refused_at(inside: Sequence[float], outside: Sequence[float], kept: float = 0.95) -> float:
    """Return the share of out-of-scope questions below the score that keeps this share of in-scope ones."""
    if not inside or not outside:
        return 0.0
    limit = sorted(inside)[int(len(inside) * (1 - kept))]
    return share(sum(score < limit for score in outside), len(outside))


class Bin(NamedTuple):
    """A row of a reliability table: how sure it was on average, and how often it was right."""

    low: float
    n: int
    confidence: float
    right: float


def reliability(samples: Iterable[tuple[float, bool]], width: float = 0.1) -> list[Bin]:
    """Return (confidence, was it right) samples in bins of this width; empty bins are left out."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    last = round(1 / width) - 1
    for confidence, right in samples:
        bins.setdefault(min(last, int(confidence / width + 1e-9)), []).append((confidence, right))
    return [
        Bin(
            number * width,
            len(found),
            sum(confidence for confidence, _ in found) / len(found),
            share(sum(right for _, right in found), len(found)),
        )
        for number, found in sorted(bins.items())
    ]


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value below which this part (0 to 1) of the values lies, 0 when there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0
