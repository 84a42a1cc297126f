"""How fast the commands start, as multiples of a bare Python on the same machine: `make bench`.

Each number is the median of fresh processes, taken in turns so that a busy moment hits all of them alike.
Ratios travel between machines, milliseconds do not. Ends with status 1 when a budget is exceeded.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

BARE = "python -c pass"
QUESTION = "how common is lasting pain after a spinal fusion?"
MISSPELT = "how comon is lastng pain after fusoin"
COMMAND = [str(Path(sys.executable).parent / "spine-faq")]
TITLE = "Spine FAQ"
PROMPT = "You:"

# Times of a bare Python. A start within 5 is not felt as a wait; the prompt includes loading the line editor.
BUDGETS = {
    "ask --json": 5.0,
    "ask --json, misspelt": None,
    "ask, plain text": None,
    "--version": 5.0,
    "serve, hello line": 5.0,
    "chat, first words": 8.0,
    "chat, prompt": 15.0,
}


def seconds_of(command: list[str]) -> float:
    """Run a command to its end."""
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def seconds_to_hello() -> float:
    """Start `serve` and read its first line."""
    start = time.perf_counter()
    with subprocess.Popen([*COMMAND, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()  # type: ignore[union-attr]
        elapsed = time.perf_counter() - start
        process.communicate()
    return elapsed


def seconds_to_show(words: str) -> float:
    """Start the chat in a pseudo-terminal and wait until it shows these words."""
    import pexpect  # noqa: PLC0415 - not on Windows

    environment = {**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
    start = time.perf_counter()
    child = pexpect.spawn(COMMAND[0], ["chat"], env=environment, dimensions=(24, 80), timeout=30)
    child.expect_exact(words)
    elapsed = time.perf_counter() - start
    if words != PROMPT:
        child.expect_exact(PROMPT)
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    return elapsed


def measures() -> dict[str, Callable[[], float]]:
    """Return what is measured, by name; the chat only where there are pseudo-terminals."""
    found: dict[str, Callable[[], float]] = {
        BARE: lambda: seconds_of([sys.executable, "-c", "pass"]),
        "ask --json": lambda: seconds_of([*COMMAND, "ask", "--json", QUESTION]),
        "ask --json, misspelt": lambda: seconds_of([*COMMAND, "ask", "--json", MISSPELT]),
        "ask, plain text": lambda: seconds_of([*COMMAND, "ask", QUESTION]),
        "--version": lambda: seconds_of([*COMMAND, "--version"]),
        "serve, hello line": seconds_to_hello,
    }
    if sys.platform != "win32":
        found["chat, first words"] = lambda: seconds_to_show(TITLE)
        found["chat, prompt"] = lambda: seconds_to_show(PROMPT)
    return found


def main() -> int:
    """Measure in turns and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15, help="fresh processes of each kind (default: 15)")
    runs = parser.parse_args().runs
    chosen = measures()
    for measure in chosen.values():  # warm caches: the files', Python's and the knowledge base's
        measure()
    taken: dict[str, list[float]] = {name: [] for name in chosen}
    for _ in range(runs):
        for name, measure in chosen.items():
            taken[name].append(measure())
    medians = {name: statistics.median(values) for name, values in taken.items()}

    is_within = True
    print(f"{'start':<24}{'median':>10}{'ratio':>8}{'budget':>8}")
    for name, median in medians.items():
        ratio = median / medians[BARE]
        budget = BUDGETS.get(name)
        is_over = budget is not None and ratio > budget
        is_within = is_within and not is_over
        limit = f"{budget:.0f}" if budget else ""
        print(f"{name:<24}{median * 1000:>7.1f} ms{ratio:>8.1f}{limit:>8}{'  over' if is_over else ''}")
    return 0 if is_within else 1


if __name__ == "__main__":
    sys.exit(main())
