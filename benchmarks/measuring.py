"""One peer on one set, in a process of its own: `measure` starts it, `python -m benchmarks.measuring` is it.

A process of its own, because memory that one library took is never given back for the next to be measured.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.counting import auroc, percentile, refused_at, share
from benchmarks.datasets import Asked, Data
from benchmarks.peers import KINDS, Peer

TIMED = 1000
WARM_UP = 20
_SLOW_SECONDS = 15.0
_IS_FINE = time.get_clock_info("process_time").resolution < 1e-5  # not so on Windows


class Figures(NamedTuple):
    """What was measured. Shares from 0 to 1, None where the set has no out-of-scope questions."""

    right: float
    auroc: float | None
    refused: float | None
    misspelt: float
    median_microseconds: float
    slowest_microseconds: float
    megabytes: float
    start_seconds: float
    build_seconds: float


def measure(name: str, data: Data) -> Figures:
    """Measure a peer in fresh processes: one that builds, and one that loads for those that keep an index."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "data.json"
        file.write_text(json.dumps(data), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.measuring", name, str(file), folder]
        build_seconds = None
        if KINDS[name].keeps:
            built = subprocess.run([*command, "build"], stdout=subprocess.PIPE, check=True)
            build_seconds = json.loads(built.stdout)
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        figures = Figures(*json.loads(done.stdout))
        return figures if build_seconds is None else figures._replace(build_seconds=build_seconds)


def resident_megabytes() -> float:
    """Return the memory this process holds: now where the system tells, else the most it ever held."""
    try:
        text = Path("/proc/self/status").read_text(encoding="ascii")
        return int(text.split("VmRSS:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        import resource  # noqa: PLC0415 - not on Windows

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def right_share(peer: Peer, asked: Sequence[Asked]) -> tuple[float, list[float]]:
    """Return the share whose first entry is right, nothing refused, and every score."""
    ranked = peer.rank_many([one.text for one in asked])
    right = sum(found.entry in one.accepts for found, one in zip(ranked, asked, strict=True))
    return share(right, len(asked)), [found.score for found in ranked]


def microseconds_of(ask: Callable[[str], object], text: str) -> float:
    """Return what one question takes: time on the wall, or on the processors where that is less.

    The second leaves out what other programs of a busy machine took; the first is less for a library that
    computes on several processors at once.
    """
    wall, processors = time.perf_counter(), time.process_time()
    ask(text)
    processors = time.process_time() - processors
    wall = time.perf_counter() - wall
    return (min(wall, processors) if _IS_FINE else wall) * 1e6


def microseconds(ask: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Return what each text takes, asked once, after a warm-up with others; stops early when very slow."""
    for text in texts[:WARM_UP]:
        ask(text)
    taken: list[float] = []
    began = time.perf_counter()
    for text in texts[WARM_UP : WARM_UP + TIMED]:
        taken.append(microseconds_of(ask, text))
        if time.perf_counter() - began > _SLOW_SECONDS:
            break
    return taken


def _spread(texts: Sequence[str]) -> list[str]:
    """Return texts from everywhere in a set that is sorted by entry, as many as are timed."""
    step = max(1, len(texts) // (TIMED + WARM_UP))
    return list(texts[::step])


def _main(name: str, file: str, folder: str, step: str = "") -> None:
    data = Data(*json.loads(Path(file).read_text(encoding="utf-8")))
    data = data._replace(
        asked=tuple(Asked(*one) for one in data.asked), misspelt=tuple(Asked(*one) for one in data.misspelt)
    )
    gc.collect()
    before = resident_megabytes()
    start = time.perf_counter()
    peer = KINDS[name].make()
    peer.fit(data, Path(folder))
    peer.rank("how long does this take")  # what a library loads at its first question is part of its start
    seconds = time.perf_counter() - start
    if step == "build":
        print(json.dumps(seconds))
        return
    taken = microseconds(peer.rank, _spread([one.text for one in data.asked]))
    gc.collect()
    megabytes = resident_megabytes() - before
    right, inside = right_share(peer, data.asked)
    misspelt, _ = right_share(peer, data.misspelt)
    outside = [found.score for found in peer.rank_many(data.outside)] if data.outside else []
    print(
        json.dumps(
            Figures(
                right,
                auroc(inside, outside) if outside else None,
                refused_at(inside, outside) if outside else None,
                misspelt,
                percentile(taken, 0.5),
                percentile(taken, 0.99),
                megabytes,
                seconds,
                seconds,
            )
        )
    )


if __name__ == "__main__":
    _main(*sys.argv[1:])
