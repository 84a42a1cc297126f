"""The whole program on the built-in knowledge base: what patients get, how steadily, how surely, how fast.

Everything goes through `Chatbot.ask`, safety and conversation included, in a conversation of its own.
"""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.counting import (
    IN_SCOPE_KINDS,
    LABELS,
    Counts,
    Item,
    Verdict,
    accepted,
    count,
    is_in_scope,
    judge,
    judge_double,
    kind_of,
    percentile,
    reliability,
    share,
)
from benchmarks.datasets import QUESTIONS, UNSEEN, misspell, read_questions
from benchmarks.measuring import microseconds_of
from benchmarks.results import Store

if TYPE_CHECKING:
    from chatbot import Chatbot
    from chatbot.reply import Reply

ROUNDS = 3

# Twelve ways to say the same: greetings, fillers, capitals and punctuation around a question.
DRESSES: tuple[Callable[[str], str], ...] = (
    lambda text: f"hi, {text}",
    lambda text: f"Hello there! {text}",
    lambda text: f"good morning doctor, {text}",
    lambda text: f"{text} thanks",
    lambda text: f"{text}, thank you so much in advance!",
    lambda text: f"excuse me, {text} please",
    lambda text: f"sorry to bother you but {text}",
    lambda text: f"um, so, {text}",
    lambda text: f"Quick question: {text}",
    lambda text: text.upper(),
    lambda text: f"  {text.rstrip('?.! ')}???!!",
    lambda text: "".join(mark for mark in text.lower() if mark not in ",.;:?!"),
)


def run(store: Store, questions: Path = QUESTIONS, *, show: bool = False) -> None:
    """Measure, print and store; `show` prints every reply that missed."""
    items = read_questions(questions)
    if items is None:
        print("\nThe whole program: skipped (no labelled questions)")
        return
    with cache_of_its_own():
        _measure(store, items, print if show else None)


def run_unseen(files: Sequence[Path] = UNSEEN) -> None:
    """Print how the whole program does on the questions that nobody reads (README, "How well it works")."""
    from chatbot import Chatbot  # noqa: PLC0415

    items = [item for file in files for item in read_questions(file) or []]
    with cache_of_its_own():
        bot = Chatbot.load()
        informing = frozenset(entry.id for entry in bot.knowledge.entries if entry.kind in ("faq", "topic"))
        _print_kinds(replies_judged(bot, items, informing), f"{len(items)} unseen questions and dialogues")


@contextmanager
def cache_of_its_own() -> Iterator[None]:
    """Keep compiled knowledge in a folder that is gone afterwards, and leave the measurer's own alone."""
    before = os.environ.get("SPINE_FAQ_CACHE")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SPINE_FAQ_CACHE"] = folder
        try:
            yield
        finally:
            del os.environ["SPINE_FAQ_CACHE"]
            if before is not None:
                os.environ["SPINE_FAQ_CACHE"] = before


def _measure(store: Store, items: Sequence[Item], tell: Callable[[str], None] | None) -> None:
    from chatbot import Chatbot  # noqa: PLC0415

    bot = Chatbot.load()
    informing = frozenset(entry.id for entry in bot.knowledge.entries if entry.kind in ("faq", "topic"))
    rows = replies_judged(bot, items, informing, tell)
    counts = _print_kinds(rows, f"{len(items)} questions and dialogues")
    steady = steadiness(bot, items)
    print(
        f"\nthe same entry in 12 other dresses: {steady['entry']:.1%} of {steady['n']} questions x 12 "
        f"({steady['reply']:.1%} the same kind of reply too)"
    )
    sure = reliability(confidences(bot, items))
    print("\nanswers by confidence: how sure on average, and how often right")
    for low, n, confidence, right in sure:
        print(f"  {low:.1f} to {low + 0.1:.1f} {n:>6}{confidence:>8.2f}{right:>8.2f}")
    times = speed(bot, items)
    print(
        f"\none question, all of ask: median {times['median']:.0f} µs, "
        f"99 % within {times['slowest']:.0f} µs;\n"
        f"process.extractOne with WRatio over the same wordings: median {times['wratio_median']:.0f} µs, "
        f"99 % within {times['wratio_slowest']:.0f} µs"
    )
    store.keep(
        "product",
        {
            "kinds": {kind: counted._asdict() for kind, counted in counts.items()},
            "steady": steady,
            "reliability": [row._asdict() for row in sure],
            "microseconds": times,
        },
    )


def _print_kinds(rows: Mapping[str, Sequence[Verdict]], what: str) -> dict[str, Counts]:
    """Print one line for each kind of question, and return what was counted."""
    print(f"\nThe whole program, {what}: shares in per cent")
    print(f"{'kind':<24}{'n':>5}{'right':>8}{'helped':>8}{'wrong':>8}{'informed':>10}")
    counts = {kind: count(verdicts) for kind, verdicts in rows.items()}
    for kind, counted in counts.items():
        print(_line(kind, counted))
    return counts


def replies_judged(
    bot: Chatbot, items: Iterable[Item], informing: frozenset[str], tell: Callable[[str], None] | None = None
) -> dict[str, list[Verdict]]:
    """Return the verdicts on every reply by kind of question, all in scope, and these again with typos."""
    rows: dict[str, list[Verdict]] = defaultdict(list)
    for item in items:
        for kind, text, reply, verdict in _judged(bot, item, informing):
            rows[kind].append(verdict)
            if tell and not verdict.is_right:
                told = [answer.entry for answer in reply.answers] or [s.entry for s in reply.suggestions]
                tell(f"{'WRONG' if verdict.is_wrong else 'miss'} {kind}: {text} -> {reply.kind} {told}")
    rows = dict(sorted(rows.items()))
    rows["all in scope"] = [
        verdict for kind, found in rows.items() if kind in IN_SCOPE_KINDS for verdict in found
    ]
    rows["in scope, 2 typos each"] = [
        judge(_plain(bot.ask(misspell(item["q"])).reply), accepted(item), informing)
        for item in items
        if is_in_scope(item)
    ]
    return rows


def _judged(bot: Chatbot, item: Item, informing: frozenset[str]) -> Iterable[tuple[str, str, Reply, Verdict]]:
    kind = kind_of(item)
    if kind == "dialogue":
        conversation = None
        for number, turn in enumerate(item["turns"]):
            reply, conversation = bot.ask(turn["q"], conversation)
            name = "dialogue, later turns" if number else "dialogue, first turn"
            yield name, turn["q"], reply, judge(_plain(reply), accepted(turn), informing)
        return
    reply = bot.ask(item["q"]).reply
    if kind.startswith("double"):
        yield kind, item["q"], reply, judge_double(_plain(reply), item["expect_all"])
    else:
        yield kind, item["q"], reply, judge(_plain(reply), accepted(item), informing)


def _plain(reply: Reply) -> dict[str, Any]:
    return reply.to_dict()


def _line(kind: str, counted: Counts) -> str:
    informed = f"{counted.informed * 100:.1f}" if counted.informed is not None else "-"
    return (
        f"{kind:<24}{counted.n:>5}{counted.right * 100:>8.1f}{counted.helped * 100:>8.1f}"
        f"{counted.wrong * 100:>8.1f}{informed:>10}"
    )


def steadiness(bot: Chatbot, items: Iterable[Item]) -> dict[str, float]:
    """Return the share of dressed questions that keep the entry told or offered first, and the kind too."""
    same_entry = same_reply = n = 0
    for item in items:
        if not is_in_scope(item):
            continue
        kind, entry = _gist(bot.ask(item["q"]).reply)
        for dress in DRESSES:
            other_kind, other_entry = _gist(bot.ask(dress(item["q"])).reply)
            n += 1
            same_entry += entry == other_entry
            same_reply += (kind, entry) == (other_kind, other_entry)
    return {"entry": share(same_entry, n), "reply": share(same_reply, n), "n": n / len(DRESSES)}


def _gist(reply: Reply) -> tuple[str, str]:
    """Return a reply's kind, and the entry that it tells or offers first; `unknown` offers no answer."""
    if reply.answers:
        return reply.kind, reply.answers[0].entry
    return reply.kind, reply.suggestions[0].entry if reply.kind == "clarify" else ""


def confidences(bot: Chatbot, items: Iterable[Item]) -> list[tuple[float, bool]]:
    """Return how sure each answer to a single question was, and whether it was right."""
    samples = []
    for item in items:
        if "expect" not in item or kind_of(item) == "smalltalk":
            continue
        reply = bot.ask(item["q"]).reply
        if reply.kind in ("answer", "handoff") and reply.answers:
            first = reply.answers[0]
            samples.append((first.confidence, first.entry in accepted(item) - LABELS))
    return samples


def speed(bot: Chatbot, items: Iterable[Item]) -> dict[str, float]:
    """Return the time of a whole `ask` for questions never asked before, and of extractOne for the same ones.

    Each question's time is the median over fresh chatbots, which know no word from a round before: so a pause
    of the machine is not taken for a slow question, and a cache not for a fast one.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    from chatbot import Chatbot  # noqa: PLC0415
    from chatbot.normalise import normalise  # noqa: PLC0415

    texts = [item["q"] for item in items if "q" in item]
    wordings = [
        " ".join(normalise(text).tokens)
        for entry in bot.knowledge.entries
        for text in (*entry.questions, entry.title)
    ]
    rounds = []
    for _ in range(ROUNDS):
        rounds.append(_times(Chatbot.load().ask, texts))
    ours = [percentile(taken, 0.5) for taken in zip(*rounds, strict=True)]
    theirs = _times(
        lambda text: process.extractOne(" ".join(normalise(text).tokens), wordings, scorer=fuzz.WRatio), texts
    )
    return {
        "median": percentile(ours, 0.5),
        "slowest": percentile(ours, 0.99),
        "wratio_median": percentile(theirs, 0.5),
        "wratio_slowest": percentile(theirs, 0.99),
    }


def _times(ask: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    ask("how long does this take")
    return [microseconds_of(ask, text) for text in texts]
