"""A thousand times larger: 10,000 entries with 100,000 wordings, as a hospital group might have.

Where BENCH_DATA has the public sets, an entry is ten wordings of one intent, each said about a thing with a
name of two invented words that other entries use too: real language, and entries that differ little. A
question is another wording of the intent with the name or half of it. Without the sets all words are made up,
as frequent as words are in real text (Zipf). Built, kept and asked in processes of their own; pruning is
checked against scoring a hundred times more candidates.
"""

from __future__ import annotations

import gc
import json
import marshal
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.counting import percentile, share
from benchmarks.datasets import SEED, load, misspell
from benchmarks.measuring import microseconds_of, resident_megabytes
from benchmarks.results import Store

if TYPE_CHECKING:
    from chatbot.matching import Matcher

ENTRIES = 10_000
WORDINGS = 10
ASKED = 500
SAMPLE = 60
WIDELY = 400  # scoring all 10,000 takes ten seconds a question
_LINKS = ("for", "with", "about", "on")
_OPENINGS = (
    "b",
    "br",
    "c",
    "cl",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "s",
    "st",
    "t",
    "v",
)
_ENDINGS = ("a", "ace", "al", "an", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "u", "um")


def invented_words(count: int, chance: random.Random) -> list[str]:
    """Return this many different pronounceable words."""
    words: dict[str, None] = {}
    while len(words) < count:
        syllables = chance.choice((2, 2, 3, 3, 4))
        words["".join(chance.choice(_OPENINGS) + chance.choice(_ENDINGS) for _ in range(syllables))] = None
    return list(words)


def base(entries: int = ENTRIES, seed: int = SEED) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """Return entry to wordings, and (question, entry) pairs whose wording is in no entry."""
    chance = random.Random(seed)
    names = invented_words(entries // 4, chance)
    frames = _frames(chance)
    wordings: dict[str, list[str]] = {}
    asked: list[tuple[str, str]] = []
    for number in range(entries):
        name = chance.sample(names, 2)
        *said, other = chance.sample(frames[number % len(frames)], WORDINGS + 1)
        entry = f"entry-{number:05}"
        wordings[entry] = [f"{text} {chance.choice(_LINKS)} {' '.join(name)}" for text in said]
        part = chance.choice((name, name[:1], name[1:]))
        asked.append((f"{other} {chance.choice(_LINKS)} {' '.join(part)}", entry))
    chance.shuffle(asked)
    return wordings, asked[:ASKED]


def _frames(chance: random.Random) -> list[list[str]]:
    """Return sentences that mean about the same, list by list."""
    frames: dict[tuple[str, str], list[str]] = {}
    for name in ("clinc150", "banking77"):
        data = load(name)
        for text, entry in data.wordings if data else ():
            frames.setdefault((name, entry), []).append(text)
    found = [sorted(set(texts)) for texts in frames.values() if len(set(texts)) > WORDINGS]
    return found or [_invented_frames(chance, words) for words in [invented_words(6000, chance)] * 200]


def _invented_frames(chance: random.Random, words: Sequence[str]) -> list[str]:
    """Return sentences around a few words of their own, filled up with words as frequent as in real text."""
    frequencies = list(accumulate(1 / (rank + 2) for rank in range(len(words))))
    own = chance.choices(words[200:], k=8)
    return [
        " ".join(
            chance.sample(own, 2) + chance.choices(words, cum_weights=frequencies, k=chance.randint(3, 8))
        )
        for _ in range(60)
    ]


def run(store: Store) -> None:
    """Build once, then load and ask in a fresh process; print and store."""
    print(f"\nlarge: {ENTRIES:,} entries, {ENTRIES * WORDINGS:,} wordings")
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            **_step("build", folder),
            **_step("ask", folder),
        }
    print(
        f"built in {figures['build_seconds']:.1f} s (at most {figures['build_megabytes']:.0f} MB), kept in "
        f"{figures['kept_megabytes']:.0f} MB, loaded in {figures['load_seconds']:.2f} s, "
        f"{figures['megabytes']:.0f} MB in use"
    )
    for name, what in (("", "one question"), ("misspelt_", "one question with 2 typos")):
        median, slowest = figures[f"{name}median"] / 1000, figures[f"{name}slowest"] / 1000
        right = figures[f"{name}right"]
        print(f"{what}: median {median:.2f} ms, 99 % within {slowest:.2f} ms, right {right:.1%}")
    print(
        f"the same winner as scoring {WIDELY} candidates: {figures['exact']:.1%} "
        f"of {figures['sample']:.0f} questions, half of them with typos"
    )
    store.keep("large", figures)


def _step(step: str, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.large", step, folder]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _build(kept: Path) -> dict[str, float]:
    from chatbot.knowledge_files.loading import common_words  # noqa: PLC0415
    from chatbot.matching import Matcher, WordLists  # noqa: PLC0415
    from chatbot.normalise import normalise  # noqa: PLC0415

    wordings, _ = base()
    start = time.perf_counter()
    matcher = Matcher.build(
        {entry: [normalise(text).tokens for text in texts] for entry, texts in wordings.items()},
        lists=WordLists(protected=frozenset(common_words())),
    )
    seconds = time.perf_counter() - start
    kept.write_bytes(marshal.dumps(matcher.to_plain()))
    return {
        "build_seconds": seconds,
        "build_megabytes": _most_megabytes(),
        "kept_megabytes": kept.stat().st_size / 1024 / 1024,
    }


def _most_megabytes() -> float:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return resident_megabytes()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _ask(kept: Path) -> dict[str, float]:
    _, asked = base()
    gc.collect()
    before = resident_megabytes()
    start = time.perf_counter()
    from chatbot.matching import Matcher  # noqa: PLC0415
    from chatbot.normalise import normalise  # noqa: PLC0415

    matcher = Matcher.from_plain(marshal.loads(kept.read_bytes()))  # noqa: S302 - written by the step before
    first = matcher.match(("how", "long"))  # what is only made at the first question is part of the start
    figures = {"load_seconds": time.perf_counter() - start, "first": float(len(first.words))}
    misspelt = [(misspell(text), entry) for text, entry in asked]
    for name, questions in (("", asked), ("misspelt_", misspelt)):
        told: dict[str, str] = {}
        taken = [microseconds_of(partial(_note, matcher, told), text) for text, _ in questions]
        right = sum(told[text] == entry for text, entry in questions)
        figures |= {
            f"{name}median": percentile(taken, 0.5),
            f"{name}slowest": percentile(taken, 0.99),
            f"{name}right": share(right, len(questions)),
        }
    figures["megabytes"] = resident_megabytes() - before
    sample = [text for text, _ in (*asked[: SAMPLE // 2], *misspelt[: SAMPLE // 2])]
    tokens = [normalise(text).tokens for text in sample]
    fast = [matcher.match(words).entry for words in tokens]
    slow = widely_scored(kept, tokens)
    figures["exact"] = share(sum(map(str.__eq__, fast, slow)), len(sample))
    figures["sample"] = float(len(sample))
    return figures


def _note(matcher: Matcher, told: dict[str, str], text: str) -> None:
    """Answer a question, and note the answer beside it."""
    from chatbot.normalise import normalise  # noqa: PLC0415

    told[text] = matcher.match(normalise(text).tokens).entry


def widely_scored(kept: Path, questions: Sequence[Sequence[str]]) -> list[str]:
    """Return the winners when many more entries are candidates than the matcher takes."""
    from chatbot.matching import Matcher, ranking  # noqa: PLC0415

    matcher = Matcher.from_plain(marshal.loads(kept.read_bytes()))  # noqa: S302 - written by this program
    before = ranking.CANDIDATES
    ranking.CANDIDATES = WIDELY
    try:
        return [matcher.match(words).entry for words in questions]
    finally:
        ranking.CANDIDATES = before


if __name__ == "__main__":
    steps = {"build": _build, "ask": _ask}
    print(json.dumps(steps[sys.argv[1]](Path(sys.argv[2]) / "kept")))
