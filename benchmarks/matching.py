"""The table: how often each matcher is right, what it refuses, and what a question costs."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks import datasets
from benchmarks.measuring import Figures, measure
from benchmarks.peers import KINDS, missing
from benchmarks.results import Row, Store

HEAD = (
    f"{'':<38}{'right':>7}{'2 typos':>9}{'AUROC':>7}{'refused':>9}{'median':>10}{'99 %':>10}"
    f"{'memory':>9}{'start':>9}{'build':>9}"
)
LEGEND = (
    "right: first entry right, nothing refused. refused: out-of-scope questions refused where 95 % of the\n"
    "others are kept. median, 99 %: time of one question. memory: added by library, index and model, in a\n"
    "process of its own. start: to the first answer, from what is kept between starts; build: afresh.\n"
    "*: figures of an earlier run on this machine."
)


def run(
    store: Store, names: Sequence[str], peers: Sequence[str], questions: Path = datasets.QUESTIONS
) -> None:
    """Measure these peers on these sets, print and store every row; rows stored before stay in the table."""
    for name in names:
        data = datasets.load(name, questions)
        if data is None:
            where = "no labelled questions" if name == datasets.BUILT_IN else "BENCH_DATA has no such files"
            print(f"\n{name}: skipped ({where})")
            continue
        entries = len({entry for _, entry in data.wordings})
        print(
            f"\n{name}: {entries} entries, {len(data.wordings)} wordings; "
            f"{len(data.asked)} questions in scope, {len(data.outside)} out of scope"
        )
        print(HEAD)
        for peer, kind in KINDS.items():
            lacking = missing(peer)
            if peer in peers and not lacking and (data.decoys or peer != "ours-plain"):
                try:
                    store.put(Row(name, peer, data.digest, measure(peer, data)))
                except subprocess.CalledProcessError:
                    print(f"{kind.title:<38}  failed, see above")
                    continue
            row = store.get(name, peer, data.digest)
            if row is not None:
                print(line(kind.title, row.figures, is_stored=peer not in peers))
            elif lacking:
                print(f"{kind.title:<38}  not installed ({', '.join(lacking)})")
    print(f"\n{LEGEND}")


def line(title: str, figures: Figures, *, is_stored: bool = False) -> str:
    """Return a row of the table; `is_stored` marks figures of an earlier run."""
    parts = [
        f"{title:<38}",
        percent(figures.right, 7),
        percent(figures.misspelt, 9),
        percent(figures.auroc, 7),
        percent(figures.refused, 9),
        f"{duration(figures.median_microseconds):>10}",
        f"{duration(figures.slowest_microseconds):>10}",
        f"{figures.megabytes:>6.0f} MB",
        f"{duration(figures.start_seconds * 1e6):>9}",
        f"{duration(figures.build_seconds * 1e6):>9}",
        " *" if is_stored else "",
    ]
    return "".join(parts)


def percent(value: float | None, width: int) -> str:
    """Return a share as a right-aligned percentage, a dash for none."""
    return f"{'-' if value is None else f'{value * 100:.1f}':>{width}}"


def duration(microseconds: float) -> str:
    """Return a time with three digits and its unit."""
    for unit, size in (("s", 1e6), ("ms", 1e3)):
        if microseconds >= size:
            return f"{microseconds / size:.3g} {unit}"
    return f"{microseconds:.3g} µs"
