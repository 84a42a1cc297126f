"""How often the triage is right, both ways: what it misses and where it cries wolf, and what a message costs.

`python -m benchmarks.safety FILE...` reads labelled messages: a list of {q, expect, note}, `expect` one class or a
list of classes that are all right. Never one accuracy figure (docs/safety-measured.md).
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import yaml

from benchmarks import datasets
from chatbot.knowledge_files.opening import open_knowledge
from chatbot.normalise import normalise
from chatbot.respelling import Respeller
from chatbot.safety import (
    NO_LIKENESS,
    NOTHING_EARLIER,
    SERIOUS,
    SafetyRules,
    remembered,
    told_in_pieces,
    triage,
)

ROOT = Path(__file__).parent.parent
LEVELS = ("emergency", "crisis", "urgent", "none")
ORDINARY = tuple(
    ROOT / "tests" / "data" / f"{name}.yaml"
    for name in (
        "questions",
        "forum-questions",
        "unseen-questions",
        "unseen-questions-2",
        "unseen-questions-3",
        "unseen-questions-4",
        "safety/unseen-talk",
    )
)
SETS = ("messages", "held-back", "unseen", "unseen-2", "unseen-3")
IN_PIECES = ("in-pieces", "unseen-in-pieces")
# Ordinary words before or behind a message, which must not make it less serious.
BESIDE = (
    "Hello there, {}", "{} Thank you so much for your help!", "{} when can I drive?", "{} and what does it cost",
    "{}, what are my options if it does not get better?", "{} how long does recovery take?", "{}, do I need an MRI?",
    "{}. Can I still shower?", "{} and do you take Medicare", "{}, is it from the screws?", "{}, I feel fine otherwise",
    "{} but otherwise I feel fine", "{}. Probably nothing.", "{}. No fever.", "{}, my pain is better though",
    "I read your page. {}", "I had my fusion two years ago, {}", "I had a fusion in 2019 and now {}",
    "I had surgery last month, {}", "My MRI was fine but {}", "I feel fine but {}", "No fever, no pain, {}",
    "can you tell me why {}", "I was told this could happen but {}", "Do you take Aetna? {}", "I'm 64 and retired. {}",
)  # fmt: skip
LONG_STORY_WORDS = 60
ABOUT_TWENTY_WORDS = range(15, 26)
REPEATS = 5
SLIPS = 2  # words of a message that are misspelt, where that is measured


class Figures(NamedTuple):
    """Counts of one expected class.

    `under` and `over` were raised, but lower or higher; a crisis for an emergency, or the other way, is `swapped`.
    """

    total: int
    right: int
    missed: int
    under: int
    over: int
    swapped: int


def load_rules(*, with_likeness: bool = True) -> SafetyRules:
    """Return the built-in triage as the program opens it, or its rules alone."""
    rules = open_knowledge()[3]
    return rules if with_likeness else rules._replace(likeness=NO_LIKENESS, memory={})


def load_messages(path: Path) -> list[dict[str, Any]]:
    """Return the labelled messages of a file."""
    return list(yaml.safe_load(path.read_text(encoding="utf-8")))


def count(messages: Iterable[Mapping[str, Any]], rules: SafetyRules) -> dict[str, Figures]:
    """Return the counts of every expected class; where several classes are right, the first is the expected one."""
    tallies: dict[str, Counter[str]] = {level: Counter() for level in LEVELS}
    for message in messages:
        right = message["expect"] if isinstance(message["expect"], list) else [message["expect"]]
        raised = triage(normalise(message["q"]), rules).level
        tallies[right[0]][_kind(raised, right)] += 1
    return {
        level: Figures(
            tally.total(), tally["right"], tally["missed"], tally["under"], tally["over"], tally["swapped"]
        )
        for level, tally in tallies.items()
    }


def _kind(raised: str, right: Sequence[str]) -> str:
    if raised in right:
        return "right"
    if raised == "none":
        return "missed"
    if {raised, right[0]} == {"emergency", "crisis"}:
        return "swapped"
    return "over" if SERIOUS[raised] < SERIOUS[right[0]] else "under"


def groups(messages: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the messages that are measured apart: typos, somebody else, long stories, denied."""
    noted = {
        "typos": "typo",
        "somebody else": ("third person", "carer", "relative", "spouse"),
        "denied": ("denied", "negat"),
    }
    apart: dict[str, list[Mapping[str, Any]]] = {}
    for name, words in noted.items():
        wanted = (words,) if isinstance(words, str) else words
        apart[name] = [m for m in messages if any(word in str(m.get("note", "")) for word in wanted)]
    apart["long stories"] = [m for m in messages if len(str(m["q"]).split()) >= LONG_STORY_WORDS]
    return apart


def microseconds(messages: Sequence[Mapping[str, Any]], rules: SafetyRules) -> float:
    """Return the median time of a message of about twenty words, each the best of five runs."""
    times = []
    for message in messages:
        question = normalise(str(message["q"]))
        if len(question.words) in ABOUT_TWENTY_WORDS:
            triage(question, rules)
            best = min(_timed(question, rules) for _ in range(REPEATS))
            times.append(best)
    return 1e6 * median(times) if times else 0.0


def _timed(question: Any, rules: SafetyRules) -> float:  # noqa: ANN401 - a Question
    start = time.perf_counter()
    triage(question, rules)
    return time.perf_counter() - start


def report(name: str, messages: Sequence[Mapping[str, Any]], rules: SafetyRules) -> None:
    """Print the table of one set."""
    figures = count(messages, rules)
    print(f"\n{name}: {len(messages)} messages")
    print(f"{'':<12}{'total':>7}{'right':>7}{'missed':>8}{'under':>7}{'over':>7}{'swapped':>9}")
    for level in LEVELS[:-1]:
        f = figures[level]
        print(f"{level:<12}{f.total:>7}{f.right:>7}{f.missed:>8}{f.under:>7}{f.over:>7}{f.swapped:>9}")
    quiet = figures["none"]
    if quiet.total:
        alarms = quiet.total - quiet.right
        print(
            f"{'none':<12}{quiet.total:>7}{quiet.right:>7}   false alarms {alarms} ({100 * alarms / quiet.total:.1f} %)"
        )
    raising = [figures[level] for level in LEVELS[:-1]]
    total = sum(f.total for f in raising)
    if total:
        print(
            f"exact class over all that must raise one: {100 * sum(f.right for f in raising) / total:.1f} %"
        )


def main(paths: Sequence[str]) -> None:
    """Report on these files, or on the project's own two sets."""
    rules = load_rules()
    files = [Path(path) for path in paths] or [ROOT / "tests/data/safety" / f"{name}.yaml" for name in SETS]
    everything: list[Mapping[str, Any]] = []
    for path in files:
        messages = load_messages(path)
        everything += messages
        report(path.stem, messages, rules)
        report(f"{path.stem}, rules alone", messages, load_rules(with_likeness=False))
        for name, some in groups(messages).items():
            if some:
                report(f"{path.stem}, {name}", some, rules)
    report_dialogues(rules)
    ordinary_alarms(rules)
    lower, total = lowered(everything, rules)
    print(f"\nwith ordinary words beside them: {lower} of {total} alarming messages get a lower class")
    for level, missed, raised in misspelt(everything, rules):
        print(f"with {SLIPS} slips in each: {missed} of {raised} {level} messages are missed")
    everyday = datasets.load("clinc150")
    if everyday is not None:
        texts = [asked.text for asked in everyday.asked] + list(everyday.outside)
        print_alarms("clinc150, everyday talk about anything", texts, rules)
    print(
        f"\n{microseconds(everything, rules):.0f} microseconds for a message of about twenty words (best of five)"
    )


def ordinary_alarms(rules: SafetyRules, files: Sequence[Path] = ORDINARY) -> None:
    """Print how many of the ordinary questions of these files raise an alarm."""
    for path in files:
        print_alarms(path.stem, ordinary_questions(path), rules)


def print_alarms(name: str, texts: Sequence[str], rules: SafetyRules) -> None:
    """Print how many of these texts, which describe no danger, raise an alarm."""
    alarms = sum(triage(normalise(text), rules).level != "none" for text in texts)
    print(
        f"\n{name}: {alarms} of {len(texts)} ordinary messages raise an alarm ({100 * alarms / len(texts):.1f} %)"
    )


def lowered(messages: Sequence[Mapping[str, Any]], rules: SafetyRules) -> tuple[int, int]:
    """Return how many of these messages, with each of BESIDE, get a lower class than alone; and how many there are."""
    lower = total = 0
    for message in messages:
        alone = SERIOUS[triage(normalise(message["q"]), rules).level]
        if alone:
            levels = [triage(normalise(beside.format(message["q"])), rules).level for beside in BESIDE]
            lower += sum(SERIOUS[level] > alone for level in levels)
            total += len(levels)
    return lower, total


def misspelt(messages: Sequence[Mapping[str, Any]], rules: SafetyRules) -> list[tuple[str, int, int]]:
    """Return for each class how many of the messages that raise it raise nothing once misspelt, and how many do."""
    respeller = Respeller(open_knowledge()[1], rules)
    missed: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    for message in messages:
        level = triage(normalise(message["q"]), rules).level
        typed = normalise(datasets.misspell(message["q"], SLIPS))
        raised[level] += 1
        missed[level] += triage(respeller.mended(typed).question, rules).level == "none"
    return [(level, missed[level], raised[level]) for level in LEVELS[:-1] if raised[level]]


class Dialogues(NamedTuple):
    """How many dialogues hold danger, and of these are missed or raised lower; how many are harmless, and alarm."""

    dangerous: int
    missed: int
    lower: int
    harmless: int
    alarmed: int


def count_dialogues(path: Path, rules: SafetyRules, *, together: bool = True) -> Dialogues:
    """Count a file of {turns, expect}: by the most serious class that a dialogue raises, and that it should.

    With `together` false each message is read as if nothing had been said before it.
    """
    tally: Counter[str] = Counter()
    for dialogue in load_messages(path):
        earlier, raised = NOTHING_EARLIER, "none"
        for text in dialogue["turns"]:
            question = normalise(text)
            finding = triage(question, rules)
            if together:
                finding = told_in_pieces(question, finding, earlier, rules)
            raised = min(raised, finding.level, key=SERIOUS.__getitem__)
            earlier = remembered(question, finding, earlier)
        right = min(dialogue["expect"], key=SERIOUS.__getitem__)
        if right == "none":
            tally["alarmed" if raised != "none" else "quiet"] += 1
        elif SERIOUS[raised] > SERIOUS[right]:
            tally["missed" if raised == "none" else "lower"] += 1
        else:
            tally["raised"] += 1
    dangerous = tally["raised"] + tally["missed"] + tally["lower"]
    harmless = tally["quiet"] + tally["alarmed"]
    return Dialogues(dangerous, tally["missed"], tally["lower"], harmless, tally["alarmed"])


def report_dialogues(rules: SafetyRules) -> None:
    """Print what is found in messages that say a sign in pieces, and what without those before."""
    for name in IN_PIECES:
        for how, together in (("", True), (", each message by itself", False)):
            f = count_dialogues(ROOT / "tests/data/safety" / f"{name}.yaml", rules, together=together)
            print(
                f"\n{name}{how}: of {f.dangerous} dialogues with danger {f.missed} missed, {f.lower} lower; "
                f"of {f.harmless} harmless ones {f.alarmed} alarm"
            )


def ordinary_questions(path: Path) -> list[str]:
    """Return every message of a file of labelled questions, the turns of its dialogues among them."""
    items = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [turn["q"] for item in items for turn in item.get("turns", [item])]


if __name__ == "__main__":
    main(sys.argv[1:])
